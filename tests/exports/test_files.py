import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest

from onrecord.errors import UsageError
from onrecord.exports import EXPORTERS, document, dumps, export, schema
from onrecord.model import Entry, Moment, Move

from .builder import ARTICLE, ENTRIES, READING, WALL


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_writes_every_entry_and_says_unreviewed(name: str, tmp_path: Path):
    path = tmp_path / f"out.{name}"
    assert export(ENTRIES, path) == 3
    text = path.read_text(encoding="utf-8")
    assert text.count("unreviewed") == 3
    assert "will stand by October 31" in text


@pytest.mark.parametrize("name", EXPORTERS)
def test_nothing_to_write_still_makes_a_file_that_can_be_read(name: str):
    out = io.StringIO()
    assert EXPORTERS[name]([], out) == 0
    if name == "csv":
        assert "speaker" in next(csv.reader(io.StringIO(out.getvalue())))
    else:
        assert json.loads(out.getvalue() or "[]") == []


def test_json_and_json_lines_hold_the_same():
    array, lines = io.StringIO(), io.StringIO()
    EXPORTERS["json"](ENTRIES, array)
    EXPORTERS["jsonl"](ENTRIES, lines)
    assert json.loads(array.getvalue()) == [json.loads(line) for line in lines.getvalue().splitlines()]


def test_a_spreadsheet_runs_no_cell():
    title = "=HYPERLINK(1)"
    out = io.StringIO()
    EXPORTERS["csv"]([Entry(article=replace(ARTICLE, title=title), statement=WALL)], out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert row["title"] == f"'{title}"


def test_an_unknown_ending_is_refused_with_what_there_is(tmp_path: Path):
    with pytest.raises(UsageError, match=r"\.csv"):
        export(ENTRIES, tmp_path / "out.docx")


def test_a_file_that_can_not_be_written_is_named(tmp_path: Path):
    with pytest.raises(UsageError, match="nowhere"):
        export(ENTRIES, tmp_path / "nowhere" / "out.csv")


def test_an_old_file_is_replaced_whole(tmp_path: Path):
    path = tmp_path / "out.csv"
    path.write_text("an older file")
    export(ENTRIES, path)
    assert "an older file" not in path.read_text()
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]


def test_the_document_of_a_reading_fits_the_schema():
    made = json.loads(dumps(READING))
    jsonschema.Draft202012Validator(schema()).validate(made)
    assert made == json.loads(dumps(READING, indent=True))


def test_the_schema_refuses_what_is_not_a_reading():
    made = document(READING)
    made["statements"][0]["kind"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(json.loads(json.dumps(made)))


def test_scores_have_three_decimals_and_spans_are_pairs():
    made = document(READING)
    assert made["statements"][2]["confidence"] == 0.123
    assert made["statements"][2]["kind_confidence"] == 0.654
    assert json.loads(dumps(READING))["statements"][0]["content"] == [list(span) for span in WALL.content]


def test_the_fields_of_the_design_are_there():
    made = document(READING)
    assert list(made) == ["article", "statements", "reader"]
    assert set(made["statements"][0]) >= {
        "id", "content", "cue", "source", "venue", "insertions", "form", "kind", "stance", "strength", "in_headline",
        "reported_in", "restates", "speaker", "relay", "said_on", "due", "event", "figures", "confidence",
    }  # fmt: skip


def test_moves_stand_in_every_format():
    day = Moment(earliest=date(2031, 10, 31), latest=date(2031, 10, 31))
    at = datetime(2031, 3, 1, tzinfo=UTC)
    move = Move(statement="s1", at=at, why="It is a copy.", said_before=None, said_after=day, due_after=day)
    moved = replace(ENTRIES[0], moves=(move,))
    made = {name: io.StringIO() for name in EXPORTERS}
    for name, out in made.items():
        EXPORTERS[name]([moved], out)
    (row,) = json.loads(made["json"].getvalue())
    assert row["moves"][0]["due_before"] is None
    assert row["moves"][0]["due_after"]["latest"] == "2031-10-31"
    assert json.loads(made["jsonl"].getvalue()) == row
    (cells,) = csv.DictReader(io.StringIO(made["csv"].getvalue()))
    assert json.loads(cells["moves"]) == row["moves"]
