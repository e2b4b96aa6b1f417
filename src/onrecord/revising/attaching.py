"""A statement keeps its id from one state of its article to the next."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.model import Article, Statement
from onrecord.revising.pairing import ALIKE, NEAREST, alike, best, paired
from onrecord.revising.units import unit_at, units, words

IN_PLACE = 0.5
"""What it counts that two statements stand in what is one sentence: as much as half of their words."""


class _Told(NamedTuple):
    """A statement with the number of its sentence and its words as they are compared."""

    statement: Statement
    unit: int
    words: tuple[str, ...]


def attached(
    article: Article, new: tuple[Statement, ...], older: Sequence[tuple[Article, tuple[Statement, ...]]]
) -> tuple[Statement, ...]:
    """The statements under the ids that they had in older states of the article.

    The one whose words are most alike counts, from half of them on, where they stand in the same sentence first. What
    came back after it had vanished is found in what is older still. A new statement whose own id was another's gets
    one of its own.

    Args:
        article: the newer state.
        new: its statements under the ids that they were read with.
        older: older states with the statements that they had, the last one first.
    """
    names: dict[str, str] = {}
    used: set[str] = set()
    for state, statements in older:
        left = tuple(s for s in new if s.id not in names)
        known = tuple(s for s in statements if s.id not in used)
        found = _same(state, known, article, left)
        names |= found
        used |= {s.id for s in statements}
    return tuple(_renamed(s, article, names, used) for s in new)


def _renamed(statement: Statement, article: Article, names: dict[str, str], used: set[str]) -> Statement:
    def name(id: str) -> str:
        if id in names or id not in used:
            return names.get(id, id)
        return "s" + hashlib.sha256(f"{id}|{article.revision}".encode()).hexdigest()[:12]

    return replace(
        statement,
        id=name(statement.id),
        restates=statement.restates and name(statement.restates),
        reported_in=statement.reported_in and name(statement.reported_in),
    )


def _same(before: Article, known: tuple[Statement, ...], after: Article, new: tuple[Statement, ...]) -> dict[str, str]:
    """The ids that new statements had before."""
    if not known or not new:
        return {}
    older, newer = units(before), units(after)
    place = paired(older, newer).all
    old_told = [_Told(s, unit_at(older, s.content[0].start), words(before[s.content])) for s in known]
    new_told = [_Told(s, unit_at(newer, s.content[0].start), words(after[s.content])) for s in new]
    scored = []
    for a, b in _near(old_told, new_told, place):
        old, now = old_told[a], new_told[b]
        if old.statement.in_headline == now.statement.in_headline and (like := alike(old.words, now.words, ALIKE)):
            in_place = IN_PLACE * (place.get(old.unit) == now.unit)
            same_voice = 0.05 * (old.statement.speaker.name == now.statement.speaker.name)
            scored.append((-(like + in_place + same_voice), abs(old.unit - now.unit), a, b))
    pairs = best((a, b) for *_, a, b in sorted(scored))
    return {new_told[b].statement.id: old_told[a].statement.id for a, b in pairs.items()}


def _near(old: list[_Told], new: list[_Told], place: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: in what is one sentence, with the very same words, or not far from each other."""
    in_unit, with_words = defaultdict(list), defaultdict(list)
    for b, told in enumerate(new):
        in_unit[told.unit].append(b)
        with_words[told.words].append(b)
    for a, told in enumerate(old):
        middle = a * len(new) // len(old)
        around = range(max(middle - NEAREST // 2, 0), min(middle + NEAREST // 2, len(new)))
        for b in {*in_unit[place.get(told.unit, -1)][:NEAREST], *with_words[told.words][:NEAREST], *around}:
            yield a, b
