"""The commands as a person runs them, in a process of their own."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from onrecord.exports import schema

COMMANDS = ("read", "add", "search", "due", "show", "export", "demo")

PAGE = """Dunmere river wall nearly done

The river wall at Dunmere will be finished by October 31, Mayor Tilda Rask said on Monday.

"We have the stone, and we have the people," Rask told a meeting in the town hall. "It is a good wall."

Harbour master Olin Brandt said that the work was a month late. He did not give a reason for the delay.
"""


def onrecord(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, arguments)], input=stdin, capture_output=True, check=False
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "wall.txt"
    path.write_text(PAGE)
    return path


@pytest.fixture
def record(tmp_path: Path, page: Path) -> Path:
    folder = tmp_path / "kept"
    assert onrecord("add", page, "--published", "2031-10-06", "--record", folder).returncode == 0
    return folder


def test_alone_it_says_what_to_try():
    done = onrecord()
    assert done.returncode == 0
    assert "onrecord read" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str):
    done = onrecord(command, "--help")
    assert done.returncode == 0
    assert f"Example: onrecord {command}" in " ".join(done.stdout.replace("`", "").split())


def test_read_tells_who_said_what(page: Path):
    done = onrecord("read", page)
    assert done.returncode == 0
    assert "Tilda Rask" in done.stdout
    assert "the work was a month late" in done.stdout


def test_the_json_fits_its_schema_and_its_spans_their_words(page: Path):
    made = json.loads(onrecord("read", page, "--format", "json", "--published", "2031-10-06").stdout)
    jsonschema.Draft202012Validator(schema()).validate(made)
    text = made["article"]["text"]
    quoted = ["".join(text[start:end] for start, end in each["content"]) for each in made["statements"]]
    assert any("We have the stone" in words for words in quoted)
    assert made["article"]["date"]["status"] == "stated"


def test_several_pages_are_json_lines(tmp_path: Path, page: Path):
    (tmp_path / "again.txt").write_text(PAGE.replace("Dunmere", "Pellin"))
    lines = onrecord("read", page, tmp_path / "again.txt", "--format", "json").stdout.splitlines()
    assert [json.loads(line)["article"]["title"][:6] for line in lines] == ["Dunmer", "Pellin"]


def test_standard_input_is_a_page_too():
    done = onrecord("read", "-", "--format", "json", stdin=PAGE.encode())
    assert json.loads(done.stdout)["article"]["title"] == "Dunmere river wall nearly done"


def test_html_is_one_file_that_fetches_nothing(page: Path):
    made = onrecord("read", page, "--format", "html").stdout
    assert made.startswith("<!doctype html>")
    assert not [bad for bad in ("<script", "src=", 'href="http', "@import", "url(") if bad in made]


BAD = {
    "empty.txt": b"",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "zeros.bin": bytes(4096),
    "menu.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_is_named_and_the_others_go_on(tmp_path: Path, page: Path, name: str):
    (tmp_path / name).write_bytes(BAD[name])
    done = onrecord("read", tmp_path / name, page)
    assert done.returncode == 1
    assert name in done.stderr.replace("\n", "")
    assert "Tilda Rask" in done.stdout


def test_a_missing_page_and_a_wrong_option_have_their_exit_codes(page: Path):
    assert onrecord("read", "nowhere.html").returncode == 1
    assert onrecord("read", page, "--published", "last week").returncode == 2
    assert onrecord("reed").returncode == 2


def test_a_text_that_is_html_is_read_as_html(tmp_path: Path):
    body = "".join(f"<p>{line}</p>" for line in PAGE.split("\n\n")[1:])
    (tmp_path / "page.txt").write_text(
        f"<!doctype html><html><head><title>Wall</title></head><body><article><h1>Dunmere river wall nearly done</h1>"
        f"{body}</article></body></html>"
    )
    made = json.loads(onrecord("read", tmp_path / "page.txt", "--format", "json").stdout)
    assert "<p>" not in made["article"]["text"]
    assert made["article"]["title"] == "Dunmere river wall nearly done"


def test_adding_twice_changes_nothing(record: Path, page: Path):
    before = onrecord("search", "--record", record, "--format", "json").stdout
    again = onrecord("add", page, "--published", "2031-10-06", "--record", record)
    assert "0 new pages" in again.stdout
    assert "1 already there" in again.stdout
    assert onrecord("search", "--record", record, "--format", "json").stdout == before


def test_search_finds_by_words_and_speaker(record: Path):
    found = json.loads(onrecord("search", "stone", "--speaker", "rask", "--record", record, "--format", "json").stdout)
    assert [each["speaker"] for each in found] == ["Tilda Rask"]
    assert (
        json.loads(onrecord("search", "stone", "--speaker", "brandt", "--record", record, "--format", "json").stdout)
        == []
    )


def test_due_lists_what_falls_due(record: Path):
    found = json.loads(onrecord("due", "--record", record, "--format", "json").stdout)
    assert [(each["due_latest"], each["speaker"]) for each in found] == [("2031-10-31", "Tilda Rask")]
    assert json.loads(onrecord("due", "--to", "2031-09", "--record", record, "--format", "json").stdout) == []


def test_show_takes_a_statement_an_article_or_a_name(record: Path):
    first = json.loads(onrecord("search", "stone", "--record", record, "--format", "json").stdout)[0]
    for what in (first["id"], first["article"], "Rask"):
        assert "We have the stone" in onrecord("show", what, "--record", record).stdout.replace("\n", " ")
    missing = onrecord("show", "nobody at all", "--record", record)
    assert missing.returncode == 2
    assert "nobody at all" in missing.stderr


def test_export_writes_csv_that_says_it_is_unreviewed(record: Path, tmp_path: Path):
    assert onrecord("export", tmp_path / "all.csv", "--record", record).returncode == 0
    lines = (tmp_path / "all.csv").read_text().splitlines()
    assert "review" in lines[0]
    assert "unreviewed" in lines[1]
    assert onrecord("export", tmp_path / "all.docx", "--record", record).returncode == 2


def test_without_a_record_it_says_what_to_do(tmp_path: Path):
    done = onrecord("search", "x", "--record", tmp_path / "none")
    assert done.returncode == 2
    assert "onrecord add" in done.stderr
