"""What people decided, told on a terminal and in files."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

from rich.console import Console, RenderableType

from onrecord.exports import history
from onrecord.model import Decided, Decision, Moment, Move

from .builder import ARTICLE, ENTRIES

ENTRY = ENTRIES[0]
AT = datetime(2031, 3, 1, 14, 5, tzinfo=UTC)
DECISION = Decision(
    id="d3",
    at=AT,
    who="Ada Fenn",
    verb="fix date",
    target="a1",
    before="disputed",
    after="2031-02-10",
    note="=cmd of the paper",
)
DAY = Moment(earliest=date(2031, 3, 10), latest=date(2031, 3, 10), precision="month")
MOVE = Move(
    statement=ENTRY.statement.id,
    at=AT,
    why="Fixed by Ada Fenn.",
    said_before=None,
    said_after=Moment(earliest=date(2031, 2, 10), latest=date(2031, 2, 10)),
    due_before=None,
    due_after=DAY,
    decision="d3",
)
SAID = replace(MOVE, statement="s2", due_after=None)
FIXED = Decided(decision=DECISION, words="fixed the date as 2031-02-10", in_force=True, moves=(MOVE, SAID))
NAMES = history.Names(target=lambda target: {"a1": "“a1”"}.get(target, target), statement=lambda _id: ENTRY)


def printed(what: RenderableType) -> str:
    console = Console(width=200, file=StringIO(), force_terminal=False)
    console.print(what)
    return " ".join(console.file.getvalue().split())  # type: ignore[attr-defined]  # a StringIO


def test_a_decision_says_who_when_what_and_what_moved():
    told = printed(history.one(FIXED, NAMES))
    assert "d3 2031-03-01 14:05 UTC Ada Fenn fixed the date as 2031-02-10" in told
    assert "“a1” disputed → 2031-02-10 note: =cmd of the paper" in told
    assert "no day → about 10 Mar 2031" in told
    assert ENTRY.statement.id in told
    assert ARTICLE.outlet is not None
    assert ARTICLE.outlet in told
    assert "1 more statement said on another day" in told


def test_what_is_not_in_force_says_so():
    undone = replace(FIXED, in_force=False, moves=())
    undo = replace(undone, decision=replace(DECISION, id="d4", undoes="d3"), words="undid d3")
    told = printed(history.told([undone, undo], NAMES))
    assert "2031-02-10 (undone)" in told
    assert "undid d3 (redone)" in told


def test_files_hold_every_field_and_the_moves():
    made = StringIO()
    history.write_json([FIXED], made)
    (row,) = json.loads(made.getvalue())
    assert tuple(row) == history.COLUMNS
    assert (row["at"], row["in_force"], row["moves"][0]["due_after"]["latest"]) == (
        "2031-03-01T14:05:00Z",
        True,
        "2031-03-10",
    )
    made = StringIO()
    history.write_csv([FIXED], made)
    (cells,) = csv.DictReader(StringIO(made.getvalue()))
    assert cells["note"] == "'=cmd of the paper", "no spreadsheet runs it"
    assert json.loads(cells["moves"]) == row["moves"]
