"""Which decisions are in force: of a history with undo and redo in it, what follows today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.errors import NothingToUndo, NotInRecord
from onrecord.model import Decision

_ID = re.compile(r"d\d{1,18}", re.ASCII)  # longer numbers are none that SQLite can hold


def id_of(number: int) -> str:
    """A decision's id by its number."""
    return f"d{number}"


def is_id(text: str) -> bool:
    """Whether a text is a decision's id, of a decision that may not be there."""
    return _ID.fullmatch(text.strip().lower()) is not None


def number_of(id: str) -> int:
    """A decision's number by its id.

    Raises:
        NotInRecord: no decision has such an id.
    """
    if not is_id(id):
        raise NotInRecord(f"{id!r} is no decision; `onrecord history` lists them")
    return int(id.strip()[1:])


def in_force(history: Sequence[Decision]) -> frozenset[str]:
    """The ids of the decisions, undoings among them, that no later one in force takes back. Oldest first."""
    undone: set[str] = set()
    standing: set[str] = set()
    for decision in reversed(history):
        if decision.id in undone:
            continue
        standing.add(decision.id)
        if decision.undoes is not None:
            undone.add(decision.undoes)
    return frozenset(standing)


def standing(history: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions in force that aren't undoings themselves, oldest first."""
    ids = in_force(history)
    return tuple(d for d in history if d.id in ids and d.undoes is None)


def to_undo(history: Sequence[Decision], id: str | None) -> Decision:
    """The decision that an undo takes back: the one named, else the last in force.

    Raises:
        NotInRecord: there is no such decision.
        NothingToUndo: nothing in force, or the one named was taken back already or is an undo itself.
    """
    stands = standing(history)
    if id is None:
        if not stands:
            raise NothingToUndo("there is nothing to undo: no decision is in force")
        return stands[-1]
    asked = _named(history, id)
    if asked.undoes is not None:
        raise NothingToUndo(f"{asked.id} is an undo or redo itself; `onrecord redo` takes back the last undo")
    if asked not in stands:
        raise NothingToUndo(f"{asked.id} was undone already")
    return asked


def to_redo(history: Sequence[Decision]) -> Decision:
    """The last undo that can be taken back: in force, and nothing new was decided on its target since.

    Raises:
        NothingToUndo: there is none.
    """
    ids = in_force(history)
    undoing_bases = {d.id for d in history if d.undoes is None}
    newer: set[str] = set()
    for decision in reversed(history):
        if decision.undoes is None:
            newer.add(decision.target)
        elif decision.id in ids and decision.undoes in undoing_bases and decision.target not in newer:
            return decision
    raise NothingToUndo("there is nothing to redo: nothing was undone, or something new was decided since")


def concerning(history: Iterable[Decision], id: str) -> tuple[Decision, ...]:
    """One decision with what undid and redid it.

    Raises:
        NotInRecord: there is no such decision.
    """
    ids: set[str] = set()
    wanted = id_of(number_of(id))
    for decision in history:
        if decision.id == wanted or decision.undoes in ids:
            ids.add(decision.id)
    if not ids:
        raise NotInRecord(f"{id}: no such decision; `onrecord history` lists them")
    return tuple(d for d in history if d.id in ids)


def _named(history: Sequence[Decision], id: str) -> Decision:
    wanted = id_of(number_of(id))
    for decision in history:
        if decision.id == wanted:
            return decision
    raise NotInRecord(f"{id}: no such decision; `onrecord history` lists them")
