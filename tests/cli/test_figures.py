"""``onrecord figures``, as a person runs it."""

import csv
import json
import re
import shutil
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from tests.commands import run as onrecord

PAGES = {
    "a": (
        "Fourteen die in Brovna market\n\nA bomb tore through the market of Brovna on Tuesday and killed at least"
        " 14 people, Mayor Tilda Rask said.\n"
    ),
    "b": (
        "Ministry counts 9 dead in Brovna\n\nThe bomb in the market of Brovna on Tuesday killed 9 people, the health"
        " ministry said.\n"
    ),
}
LATER = "Toll rises\n\nThe bomb in the market of Brovna on Tuesday killed at least 15 people, Olin Brandt said.\n"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, kept once."""
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text)
        page = folder / f"{name}.txt"
        done = onrecord("add", page, "--published", "2031-04-01", "--outlet", name, "--record", folder / "kept")
        assert done.exit_code == 0
    return folder / "kept"


@pytest.fixture
def record(tmp_path: Path, kept: Path) -> Path:
    """A copy that a test may change."""
    shutil.copytree(kept, tmp_path / "kept")
    return tmp_path / "kept"


def asked(record: Path, *arguments: str) -> list[dict[str, Any]]:
    done = onrecord("figures", *arguments, "--format", "json", "--record", record)
    assert done.exit_code == 0
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_it_explains_itself_with_an_example():
    done = onrecord("figures", "--help")
    assert "Example: onrecord figures" in " ".join(done.stdout.replace("`", "").split())


def test_figures_for_one_event_stand_together_and_conflict(record: Path):
    done = onrecord("figures", "brovna", "killed", "--record", record)
    assert done.exit_code == 0
    assert "in conflict" in done.stdout
    (question,) = asked(record, "brovna", "killed", "people")
    assert {row["low"] for row in question["figures"]} >= {14, 9}
    assert any(row["conflicts"] for row in question["figures"])


def test_each_format_is_printed_or_written(record: Path, tmp_path: Path):
    rows = list(csv.DictReader(StringIO(onrecord("figures", "--format", "csv", "--record", record).stdout)))
    assert {"low", "best", "high", "who", "origin"} <= set(rows[0])
    for name in ("plot.svg", "page.html"):
        assert onrecord("figures", "brovna", "--out", tmp_path / name, "--record", record).exit_code == 0
        assert "<svg" in (tmp_path / name).read_text()
    assert onrecord("figures", "--out", tmp_path / "plot.png", "--record", record).exit_code == 2


def test_a_person_splits_and_joins_and_takes_it_back(record: Path):
    (question,) = asked(record, "brovna", "killed", "people")
    figure = next(row["figure"] for row in question["figures"] if row["low"] == 9)
    done = onrecord("figures", "split", question["id"], figure, "--note", "another bomb", "--record", record)
    assert done.exit_code == 0
    assert re.search(r"onrecord undo d\d", done.stdout)
    (alone,) = asked(record, figure)
    assert [row["figure"] for row in alone["figures"]] == [figure]
    assert "another bomb" in alone["decided"][0]
    assert onrecord("figures", "join", question["id"], figure, "--record", record).exit_code == 0
    (again,) = asked(record, figure)
    assert len(again["figures"]) == len(question["figures"])
    for _ in range(2):
        assert onrecord("undo", "--record", record).exit_code == 0
    assert asked(record, "brovna", "killed", "people") == [question]


def test_a_decision_outlives_what_is_added(record: Path, tmp_path: Path):
    (question,) = asked(record, "brovna", "killed", "people")
    figure = next(row["figure"] for row in question["figures"] if row["low"] == 9)
    onrecord("figures", "split", question["id"], figure, "--record", record)
    later = tmp_path / "c.txt"
    later.write_text(
        "Toll rises\n\nThe bomb in the market of Brovna on Tuesday killed at least 15 people, Olin Brandt said.\n"
    )
    assert onrecord("add", later, "--published", "2031-04-03", "--record", record).exit_code == 0
    (alone,) = asked(record, figure)
    assert len(alone["figures"]) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("split", "q00000000", "f00000000"), "no question or figure"),
        (("join", "q00000000"), "takes two ids"),
        (("join",), "takes two ids"),
        (("split", "q1a2", "f3b"), "no question or figure"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(record: Path, arguments: tuple[str, ...], says: str):
    done = onrecord("figures", *arguments, "--record", record)
    assert done.exit_code == 2
    assert says in done.stderr


def test_nothing_found_says_what_to_do(record: Path):
    done = onrecord("figures", "zeppelins", "--record", record)
    assert done.exit_code == 0
    assert "Fewer words" in done.stderr


def test_a_word_that_is_a_verb_elsewhere_is_still_looked_for(record: Path):
    assert onrecord("figures", "split", "brovna", "--record", record).exit_code == 0


def test_show_takes_a_figure_and_its_question(record: Path):
    (question,) = asked(record, "brovna", "killed", "people")
    for id in (question["id"], question["figures"][0]["figure"]):
        assert question["question"] in onrecord("show", id, "--record", record).stdout.replace("\n", " ")
    shown = onrecord("show", question["id"], "--format", "json", "--record", record)
    assert json.loads(shown.stdout) == [question]
    assert "<svg" in onrecord("show", question["id"], "--format", "html", "--record", record).stdout
    assert onrecord("show", "q00000000", "--record", record).exit_code == 2


def test_the_history_names_figures_and_is_asked_by_them(record: Path):
    (question,) = asked(record, "brovna", "killed", "people")
    figure = next(row["figure"] for row in question["figures"] if row["low"] == 9)
    assert "Nobody has decided anything about it" in onrecord("history", figure, "--record", record).stdout
    onrecord("figures", "split", question["id"], figure, "--record", record)
    onrecord("undo", "--record", record)
    for id in (figure, question["id"]):
        told = " ".join(onrecord("history", id, "--record", record).stdout.split())
        assert f"9 (the health ministry, 1 Apr 2031) · {figure}" in told
        assert "undid d1" in told
