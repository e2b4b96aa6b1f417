"""``onrecord speakers``, as a person runs it."""

import csv
import json
import shutil
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from tests.commands import run as onrecord

PAGES = {
    "a": "Bridge opens\n\nThe bridge will open on Friday, Norwegian bridge minister Sergei Orrinov said.\n",
    "b": "Bridge waits\n\n“The bridge will not open on Friday,” Norwegian bridge minister Sergey Orrinov said.\n",
    "c": "Boat sinks\n\n“The boat sank,” harbour master Tilda Rask said.\n",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, kept once."""
    folder, kept = tmp_path_factory.mktemp("pages"), tmp_path_factory.mktemp("record") / "kept"
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text)
    done = onrecord("add", folder, "--published", "2031-04-01", "--record", kept)
    assert done.exit_code == 0
    return kept


@pytest.fixture
def record(tmp_path: Path, kept: Path) -> Path:
    """A copy that a test may change."""
    shutil.copytree(kept, tmp_path / "kept")
    return tmp_path / "kept"


def asked(record: Path, *arguments: str) -> list[dict[str, Any]]:
    done = onrecord("speakers", *arguments, "--format", "json", "--record", record)
    assert done.exit_code == 0
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def said(record: Path, *arguments: str) -> int:
    done = onrecord(*arguments, "--format", "json", "--record", record)
    assert done.exit_code == 0
    return len(json.loads(done.stdout))


def test_who_may_be_one_is_confirmed_found_under_both_names_and_parted_again(record: Path):
    one, other = asked(record, "orrinov")
    assert one["matches"][0]["id"] == other["id"]
    assert said(record, "search", "--speaker", "sergey") == 1
    told = onrecord("speakers", "--suggested", "--record", record).stdout
    assert f"onrecord speakers confirm {one['id']} {other['id']}" in " ".join(told.split())
    assert "Rask" not in told

    assert onrecord("speakers", "confirm", one["id"], other["id"], "--record", record).exit_code == 0
    (joined,) = asked(record, "sergei")
    assert sorted(joined["spellings"]) == ["Sergei Orrinov", "Sergey Orrinov"]
    assert joined["matches"] == []
    assert said(record, "search", "--speaker", "sergey") == 2
    assert said(record, "show", joined["id"]) == said(record, "show", "Sergei Orrinov") == 2
    assert "also Sergey Orrinov" in onrecord("show", joined["id"], "--record", record).stdout

    assert onrecord("speakers", "split", joined["id"], "Sergey Orrinov", "--record", record).exit_code == 0
    assert len(asked(record, "orrinov")) == 2
    assert onrecord("undo", "--record", record).exit_code == 0
    assert onrecord("undo", "--record", record).exit_code == 0
    assert len(asked(record, "orrinov")[0]["matches"]) == 1


def test_who_is_rejected_is_suggested_no_more(record: Path):
    assert onrecord("speakers", "reject", "Sergei Orrinov", "Sergey Orrinov", "--record", record).exit_code == 0
    assert [row["matches"] for row in asked(record, "orrinov")] == [[], []]
    told = onrecord("history", "Sergei Orrinov", "--record", record)
    assert "not suggested as one" in " ".join(told.stdout.split())


def test_csv_has_a_row_for_each(record: Path):
    done = onrecord("speakers", "--format", "csv", "--record", record)
    assert {row["name"] for row in csv.DictReader(StringIO(done.stdout))} >= {"Sergei Orrinov", "Tilda Rask"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("join", "p00000000"), "takes two names"),
        (("confirm", "Tilda Rask", "Sergei Orrinov"), "nothing suggests"),
        (("join", "Tilda Rask", "Nobody Atall"), "no speaker"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(record: Path, arguments: tuple[str, ...], says: str):
    done = onrecord("speakers", *arguments, "--record", record)
    assert done.exit_code == 2
    assert says in " ".join(done.stderr.split())
    assert "Nobody has decided" in onrecord("history", "--record", record).stdout


def test_nobody_is_found_and_that_is_said(record: Path):
    assert "No such speakers" in onrecord("speakers", "zzz", "--record", record).stdout
