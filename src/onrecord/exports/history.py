"""What people decided, for a terminal and for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.exports import wording
from onrecord.exports.table import cell
from onrecord.model import Decided, Entry, Move

COLUMNS = (
    "id", "at", "who", "verb", "target", "before", "after", "note", "undoes", "words", "in_force", "moves",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What ids are called in the words of a person: what a decision is about, and a statement with its article."""

    target: Callable[[str], str]
    """The name of an article or a figure; anything else as it is."""
    statement: Callable[[str], Entry]


def told(found: Sequence[Decided], names: Names) -> RenderableType:
    """A history, oldest first."""
    return Group(*(Padding(one(each, names), (0, 0, 1, 0), expand=False) for each in found))


def one(found: Decided, names: Names) -> RenderableType:
    """One decision: when, by whom, what, from what to what, and what moved because of it."""
    decision = found.decision
    head = Text.assemble(
        (decision.id, "bold"),
        f"  {decision.at:%Y-%m-%d %H:%M} UTC  ",
        (decision.who, "bold"),
        f" {found.words}",
        ("" if found.in_force else "  (undone)" if decision.undoes is None else "  (redone)", "yellow"),
    )
    lines = [Text(names.target(decision.target)), Text(f"{decision.before} → {names.target(decision.after)}")]
    lines += [Text(f"note: {decision.note}")] if decision.note else []
    return Group(head, Padding(Group(*lines, *_moved(found.moves, names)), (0, 0, 0, 4), expand=False))


def _moved(moves: Sequence[Move], names: Names) -> Iterator[Text]:
    """The windows that moved, one a line; statements without one are only counted."""
    due = [move for move in moves if move.due_before != move.due_after]
    for move in due:
        before, after = (wording.moment(each) or "no day" for each in (move.due_before, move.due_after))
        yield Text.assemble(f"{before} → ", (after, "bold yellow"), f"  {_of(names.statement(move.statement))}")
    if rest := len(moves) - len(due):
        yield Text(
            f"{rest} {'more ' if due else ''}statement{'' if rest == 1 else 's'} said on another day", style="dim"
        )


def _of(entry: Entry) -> str:
    """Whose window it is, and where: ``Tilda Rask, “in a month” (s12), The Pellin Post``."""
    statement, article = entry.statement, entry.article
    words = f", “{article[statement.due.span]}”" if statement.due else ""
    place = f", {article.outlet or wording.title(article)}"
    return f"{wording.who(statement.speaker)}{words} ({statement.id}){place}"


def as_rows(found: Sequence[Decided]) -> list[dict[str, Any]]:
    """The history as plain values, one row a decision."""
    rows = []
    for each in found:
        row = msgspec.to_builtins(each.decision)
        rest = {"words": each.words, "in_force": each.in_force, "moves": msgspec.to_builtins(each.moves)}
        rows.append({name: (row | rest)[name] for name in COLUMNS})
    return rows


def write_json(found: Sequence[Decided], out: TextIO) -> None:
    """The history as one JSON array."""
    out.write(json.dumps(as_rows(found), ensure_ascii=False, indent=1) + "\n")


def write_csv(found: Sequence[Decided], out: TextIO) -> None:
    """The history as CSV, the moves as JSON in their cell."""
    writer = csv.DictWriter(out, fieldnames=COLUMNS)
    writer.writeheader()
    for row in as_rows(found):
        writer.writerow({name: cell(value) for name, value in row.items()})
