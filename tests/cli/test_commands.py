"""The commands as a person runs them: most in this process, and in one of their own where that is the point."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.commands import run as onrecord

from onrecord.exports import schema
from onrecord.pipeline.verbs import open_record

COMMANDS = ("read", "add", "search", "due", "show", "export", "demo", "fix", "undo", "redo", "history")

PAGE = """Dunmere river wall nearly done

The river wall at Dunmere will be finished by October 31, Mayor Tilda Rask said on Monday.

"We have the stone, and we have the people," Rask told a meeting in the town hall. "It is a good wall."

Harbour master Olin Brandt said that the work was a month late. He did not give a reason for the delay.
"""


def process(*arguments: str, stdin: bytes = b"") -> str:
    """What a command in a process of its own prints."""
    done = subprocess.run([sys.executable, "-m", "onrecord", *arguments], input=stdin, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "wall.txt"
    path.write_text(PAGE)
    return path


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, page: Path) -> Path:
    """The page, kept. Tests only ask it."""
    folder = tmp_path_factory.mktemp("records") / "kept"
    assert onrecord("add", page, "--published", "2031-10-06", "--record", folder).exit_code == 0
    return folder


def asked(record: Path, *arguments: str | Path) -> list[dict[str, Any]]:
    """What a command finds in the record."""
    found: list[dict[str, Any]] = json.loads(onrecord(*arguments, "--record", record, "--format", "json").stdout)
    return found


def test_alone_it_says_what_to_try():
    assert "onrecord read" in process()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str):
    done = onrecord(command, "--help")
    assert done.exit_code == 0
    assert f"Example: onrecord {command}" in " ".join(done.stdout.replace("`", "").split())


def test_read_tells_who_said_what(page: Path):
    done = onrecord("read", page)
    assert done.exit_code == 0
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
    made = process("read", "-", "--format", "json", stdin=PAGE.encode())
    assert json.loads(made)["article"]["title"] == "Dunmere river wall nearly done"


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


def test_bad_pages_are_named_and_the_others_go_on(tmp_path: Path, page: Path):
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    done = onrecord("read", *(tmp_path / name for name in BAD), page)
    assert done.exit_code == 1
    assert [name for name in BAD if name not in done.stderr.replace("\n", "")] == []
    assert "Tilda Rask" in done.stdout


def test_a_missing_page_and_a_wrong_option_have_their_exit_codes(page: Path):
    assert onrecord("read", "nowhere.html").exit_code == 1
    assert onrecord("read", page, "--published", "last week").exit_code == 2
    assert onrecord("reed").exit_code == 2


def test_a_text_that_is_html_is_read_as_html(tmp_path: Path):
    body = "".join(f"<p>{line}</p>" for line in PAGE.split("\n\n")[1:])
    (tmp_path / "page.txt").write_text(
        f"<!doctype html><html><head><title>Wall</title></head><body><article><h1>Dunmere river wall nearly done</h1>"
        f"{body}</article></body></html>"
    )
    made = json.loads(onrecord("read", tmp_path / "page.txt", "--format", "json").stdout)
    assert "<p>" not in made["article"]["text"]
    assert made["article"]["title"] == "Dunmere river wall nearly done"


def test_adding_twice_changes_nothing(record: Path, page: Path, tmp_path: Path):
    again = shutil.copytree(record, tmp_path / "again")
    done = onrecord("add", page, "--published", "2031-10-06", "--record", again)
    assert "0 new pages" in done.stdout
    assert "1 already there" in done.stdout
    assert asked(again, "search") == asked(record, "search") != []


def test_search_finds_by_words_and_speaker(record: Path):
    assert [each["speaker"] for each in asked(record, "search", "stone", "--speaker", "rask")] == ["Tilda Rask"]
    assert asked(record, "search", "stone", "--speaker", "brandt") == []


def test_due_lists_what_falls_due(record: Path):
    assert [(each["due_latest"], each["speaker"]) for each in asked(record, "due")] == [("2031-10-31", "Tilda Rask")]
    assert asked(record, "due", "--to", "2031-09") == []


def test_show_takes_a_statement_an_article_or_a_name(record: Path):
    first = asked(record, "search", "stone")[0]
    for what in (first["id"], first["article"], "Rask"):
        assert "We have the stone" in onrecord("show", what, "--record", record).stdout.replace("\n", " ")
    missing = onrecord("show", "nobody at all", "--record", record)
    assert missing.exit_code == 2
    assert "nobody at all" in missing.stderr


def test_export_writes_csv_that_says_it_is_unreviewed(record: Path, tmp_path: Path):
    assert onrecord("export", tmp_path / "all.csv", "--record", record).exit_code == 0
    lines = (tmp_path / "all.csv").read_text().splitlines()
    assert "review" in lines[0]
    assert "unreviewed" in lines[1]
    assert onrecord("export", tmp_path / "all.docx", "--record", record).exit_code == 2


def test_without_a_record_it_says_what_to_do(tmp_path: Path):
    done = onrecord("search", "x", "--record", tmp_path / "none")
    assert done.exit_code == 2
    assert "onrecord add" in done.stderr


def test_show_takes_an_outlet_and_an_event_too(tmp_path: Path):
    folder = tmp_path / "told"
    onrecord("demo", "--record", folder)
    assert "VELTAG" in onrecord("show", "VELTAG", "--record", folder).stdout
    assert "set for 20 Nov 2021" in onrecord("show", "forum", "--record", folder).stdout
    copied = onrecord("show", "Dorvach", "--copies", "--record", folder).stdout
    assert copied.count("closing phase") > onrecord("show", "Dorvach", "--record", folder).stdout.count("closing phase")


def test_without_a_range_what_is_past_is_told_apart(tmp_path: Path):
    (tmp_path / "old.txt").write_text(PAGE)
    onrecord("add", tmp_path / "old.txt", "--published", "1999-10-06", "--record", tmp_path / "kept")
    shown = onrecord("due", "--record", tmp_path / "kept").stdout
    assert shown.index("Today is") < shown.index("Past") < shown.index("31 Oct 1999")
    assert "Past" not in onrecord("due", "--from", "1999", "--record", tmp_path / "kept").stdout


# ── deciding ─────────────────────────────────────────────────────────────────


@pytest.fixture
def undated(tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of the page, which has no date, for Ada Fenn to decide in."""
    monkeypatch.setenv("ONRECORD_PERSON", "Ada Fenn")
    monkeypatch.setenv("ONRECORD_RECORD", str(tmp_path / "kept"))
    assert onrecord("add", page).exit_code == 0
    return tmp_path / "kept"


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_fixed_date_is_shown_everywhere_with_what_moved(undated: Path):
    first = asked(undated, "search", "stone")[0]
    assert "no days until the story has a date" in flat(onrecord("due").stdout)
    assert f"onrecord fix {first['article']}" in flat(onrecord("show", first["article"]).stdout)

    fixed = flat(onrecord("fix", first["article"], "--date", "2031-10-06", "--note", "the paper has it").stdout)
    assert "Ada Fenn fixed the date as 2031-10-06" in fixed
    assert "unknown → 2031-10-06" in fixed
    assert "no day → 6 – 31 Oct 2031" in fixed

    due = flat(onrecord("due", "--from", "2031-10").stdout)
    assert "6 – 31 Oct 2031" in due
    assert "moved: due from no day. Fixed by Ada Fenn on " in due
    shown = flat(onrecord("show", first["article"]).stdout)
    assert "6 Oct 2031 (fixed by a person)" in shown
    assert "the paper has it" in shown
    (moved,) = [row["moves"] for row in asked(undated, "search", "finished") if row["due_latest"]][:1]
    assert (moved[0]["due_before"], moved[0]["due_after"]["latest"]) == (None, "2031-10-31")
    page = onrecord("show", first["article"], "--format", "html").stdout
    assert "due from no day" in page
    assert "nothing but the date here has been reviewed" in page


def test_what_was_decided_is_undone_redone_and_told(undated: Path):
    article = asked(undated, "search", "stone")[0]["article"]
    assert "Nobody has decided anything" in onrecord("history").stdout
    onrecord("fix", article, "--date", "2031-10")
    assert "2031-10 → unknown" in onrecord("undo", "--note", "a slip").stdout
    assert "Ada Fenn redid d1" in flat(onrecord("redo").stdout)
    told = asked(undated, "history", article)
    assert [(row["id"], row["undoes"], row["in_force"]) for row in told] == [
        ("d1", None, True),
        ("d2", "d1", False),
        ("d3", "d2", True),
    ]
    assert told[1]["note"] == "a slip"
    lines = onrecord("history", "d1", "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("id,at,who,verb")
    assert len(lines) == 4


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("fix", "nothing-there", "--date", "2031"), "is no article or statement"),
        (("fix", "ARTICLE", "--date", "31 October"), "write 2017-11-15"),
        (("fix", "ARTICLE"), "--date"),
        (("undo",), "nothing to undo"),
        (("undo", "d7"), "no such decision"),
        (("redo",), "nothing to redo"),
        (("history", "nothing-there"), "is no article or statement"),
    ],
)
def test_what_cannot_be_decided_says_why(undated: Path, arguments: tuple[str, ...], says: str):
    article = asked(undated, "search", "stone")[0]["article"]
    done = onrecord(*(article if each == "ARTICLE" else each for each in arguments))
    assert done.exit_code == 2
    assert says in flat(done.stderr)
    assert asked(undated, "history") == []


def test_what_a_killed_run_left_to_compare_is_said_and_done(undated: Path):
    with open_record(undated) as record:
        article = next(record.store.articles()).id
        record.store.decide("fix date", article, "2031", who="Ada Fenn")
    assert "`onrecord add` alone compares it" in flat(onrecord("due").stderr)
    assert onrecord("add").exit_code == 0
    assert onrecord("due").stderr == ""
    assert onrecord("add").exit_code == 2


def test_what_fell_due_before_the_range_stands_apart(record: Path):
    shown = onrecord("due", "--from", "2032", "--record", record).stdout
    assert shown.index("Past: fell due before") < shown.index("31 Oct 2031")
    assert "Past" not in onrecord("due", "--to", "2031-12", "--record", record).stdout


def test_an_article_without_statements_is_shown_with_its_date(tmp_path: Path):
    (tmp_path / "quiet.txt").write_text("The wall at Dunmere\n\nThe wall stands. It is grey, and it is long.\n")
    onrecord("add", tmp_path / "quiet.txt", "--published", "2031-10-06", "--record", tmp_path / "kept")
    with open_record(tmp_path / "kept") as record:
        article = next(record.store.articles()).id
    assert "6 Oct 2031 (stated)" in onrecord("show", article, "--record", tmp_path / "kept").stdout


def test_a_window_that_was_over_when_it_was_said_stands_apart(undated: Path, tmp_path: Path):
    (tmp_path / "late.txt").write_text(PAGE.replace("by October 31", "by 31 October 2031"))
    onrecord("add", tmp_path / "late.txt", "--published", "2031-10-06")
    (entry,) = [row for row in asked(undated, "search", "finished") if row["due_earliest"]]
    onrecord("fix", entry["id"], "--date", "2032-05-01")
    shown = flat(onrecord("due").stdout)
    assert shown.index("No days that fit") < shown.index("none: it would have ended before the words were said")
    assert "moved: due from 6 – 31 Oct 2031" in shown
