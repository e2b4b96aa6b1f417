"""What was altered between two states of an article, what weighs most first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias, get_args

from onrecord.model import Article, Change, ChangeKind, Edit, Figure, StoryDate
from onrecord.revising.edited import changes_within, edits_of
from onrecord.revising.notes import is_note
from onrecord.revising.pairing import Pairing, paired
from onrecord.revising.units import Unit, units

FindFigures: TypeAlias = Callable[[str], Sequence[Figure]]
"""The figures of a text, spans into it."""

_WEIGHT: dict[ChangeKind, int] = {kind: place for place, kind in enumerate(get_args(ChangeKind))}
_AMOUNT = re.compile(r"\d[\d.,]*(?: [mbtr]+illion)?")
_SHOWN = 90
"""Characters of removed or added text that its line quotes."""


def changes(before: Article, after: Article, find: FindFigures) -> tuple[Change, ...]:
    """What was altered; nothing where only white space, typesetting or what is not the story differs."""
    older, newer = units(before), units(after)
    pairing = paired(older, newer)
    found = [
        *_headline(older[0], newer[0], find),
        *_edited(older, newer, pairing, find),
        *_units(older, pairing.removed, "removed"),
        *_units(newer, pairing.added, "added"),
        *_moved(older, pairing),
        *_date(before.date, after.date),
    ]
    return tuple(sorted(_once(found), key=lambda change: _WEIGHT[change.kind]))


def is_altered(before: Article, after: Article) -> bool:
    """Whether anything but white space and typesetting differs."""
    return before.text != after.text and bool(changes(before, after, lambda _: ()))


def _once(found: Iterable[Change]) -> Iterator[Change]:
    """A figure that was altered in the headline and in the text is told once."""
    told = set()
    for change in found:
        amounts = tuple(_AMOUNT.findall(change.words)) if change.kind == "figure" else ()
        if not amounts or amounts not in told:
            told.add(amounts)
            yield change


def _headline(before: Unit, after: Unit, find: FindFigures) -> Iterator[Change]:
    if before.key == after.key:
        return
    words = f"“{before.text}” → “{after.text}”" if before.text and after.text else before.text or after.text
    yield Change(kind="headline", words=words, edits=edits_of(before, after))
    yield from (change for change in changes_within(before, after, find) if change.kind == "figure")


def _edited(older: Sequence[Unit], newer: Sequence[Unit], pairing: Pairing, find: FindFigures) -> Iterator[Change]:
    for a, b in sorted(pairing.edited.items()):
        if a:
            yield from changes_within(older[a], newer[b], find)


def _units(found: Sequence[Unit], numbers: Iterable[int], what: str) -> Iterator[Change]:
    """Sentences that went or came, those of one kind that stand together as one change."""
    told = [(number, _kind(found, number, what)) for number in sorted(numbers)]
    # what follows a note in its paragraph belongs to it
    noted = {found[number].paragraph for number, kind in told if kind == "correction"}
    told = [(n, "correction" if found[n].paragraph in noted else kind) for n, kind in told]
    for kind, together in _runs(told, found):
        text = " ".join(found[number].text for number in together)
        yield Change(kind=kind, words=_short(text), edits=(Edit("removed" if what == "removed" else "added", text),))


def _kind(found: Sequence[Unit], number: int, what: str) -> ChangeKind:
    unit = found[number]
    if what == "added":
        if is_note(unit.text):
            return "correction"
        return "quotation added" if unit.quotes else "text added"
    return "quotation removed" if unit.quotes else "text removed"


def _runs(told: list[tuple[int, ChangeKind]], found: Sequence[Unit]) -> Iterator[tuple[ChangeKind, list[int]]]:
    together = groupby(
        enumerate(told), key=lambda each: (each[1][0] - each[0], each[1][1], found[each[1][0]].paragraph)
    )
    for (_, kind, _), run in together:
        yield kind, [number for _, (number, _) in run]


def _moved(older: Sequence[Unit], pairing: Pairing) -> Iterator[Change]:
    """Sentences that stand elsewhere, those that went together as one change."""
    told = sorted(pairing.moved.items())
    for _, run in groupby(enumerate(told), key=lambda each: (each[1][0] - each[0], each[1][1] - each[1][0])):
        text = " ".join(older[a].text for _, (a, _) in run)
        yield Change(kind="moved", words=_short(text), edits=(Edit("same", text),))


def _date(before: StoryDate, after: StoryDate) -> Iterator[Change]:
    """The day of publication, as the pages themselves have it."""
    days = [_day(each) for each in (before, after)]
    if all(days) and days[0] != days[1]:
        yield Change(kind="date", words=f"{days[0]} → {days[1]}")


def _day(story: StoryDate) -> str:
    """What the page says, whatever copies or people say."""
    if story.earliest and not any(c.where in {"copy", "given"} for c in story.candidates):
        return story.earliest.isoformat()
    return ""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rsplit(" ", 1)[0] + " …"
