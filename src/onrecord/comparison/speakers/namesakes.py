"""Appearances under one name, put together where nothing speaks against it, and kept apart where something does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as has
from datetime import timedelta

from onrecord.comparison.speakers.naming import suffix_of
from onrecord.comparison.speakers.roles import are_apart, field_of
from onrecord.identities import id_of, made, name_in, span_of
from onrecord.model import Appearance, Identity

SAME_TIME = timedelta(days=2 * 365)
"""Within so many days nobody holds the offices of two countries."""
MOST = 2 / 3
"""The share of the told ones that takes those of whom nothing is told."""


@dataclass(kw_only=True)
class Side:
    """Appearances under one name of which the same is told."""

    country: str | None
    field: str | None
    suffix: str | None
    appearances: list[Appearance] = has(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is told that could speak against anything."""
        return self.country is None and self.field is None and self.suffix is None

    @property
    def label(self) -> str:
        """What tells it from others of its name."""
        return "|".join(part or "" for part in (self.country, self.field, self.suffix))


def identities_of(appearances: Iterable[Appearance]) -> Iterator[Identity]:
    """Who is surely one: the same full name, nothing against it. Part of a name alone joins nothing."""
    by_key: dict[str, list[Appearance]] = defaultdict(list)
    for each in appearances:
        by_key[name_in(each.key)].append(each)
    for key in sorted(by_key):
        yield from _named(key, by_key[key])


def _named(key: str, found: Sequence[Appearance]) -> Iterator[Identity]:
    if any(not each.partial for each in found):
        found = [replace(each, partial=False) for each in found]
    if any(each.partial for each in found):
        by_article: dict[str, list[Appearance]] = defaultdict(list)
        for each in found:
            by_article[each.article].append(each)
        for article in sorted(by_article):
            yield made(id_of(key, article), by_article[article], "in one article; many can be called so")
        return
    parties = _parties(_sides(found))
    for number, party in enumerate(parties):
        own = [each for side in party for each in side.appearances]
        id = id_of(key) if not number else id_of(key, party[0].label)
        yield made(id, own, _why(own, alone=len(parties) == 1))


def _why(own: Sequence[Appearance], *, alone: bool) -> str:
    if len({each.article for each in own}) == 1:
        return "in one article"
    return (
        "the same full name, nothing against it" if alone else "the same full name; another of that name is kept apart"
    )


def _sides(found: Iterable[Appearance]) -> list[Side]:
    sides: dict[tuple[str | None, ...], Side] = {}
    for each in found:
        what = (each.country, field_of(each.roles), suffix_of(each.written))
        side = sides.setdefault(what, Side(country=what[0], field=what[1], suffix=what[2]))
        side.appearances.append(each)
    return sorted(sides.values(), key=lambda side: (side.is_blank, -len(side.appearances), side.label))


def _parties(sides: Sequence[Side]) -> list[list[Side]]:
    """The sides put together, the largest first: each with the first party in which nothing contradicts it."""
    parties: list[list[Side]] = []
    for side in sides:
        fitting = [party for party in parties if not any(contradict(side, other) for other in party)]
        told = sum(_size(party) for party in parties)
        if fitting and not (side.is_blank and len(parties) > 1 and _size(fitting[0]) < MOST * told):
            fitting[0].append(side)
        else:
            parties.append([side])
    return parties


def _size(party: Iterable[Side]) -> int:
    return sum(len(side.appearances) for side in party)


def contradict(one: Side, other: Side) -> bool:
    """Whether one person or body can't be both at one time."""
    if one.suffix != other.suffix and one.suffix and other.suffix:
        return True
    lands = one.country is not None and other.country is not None and one.country != other.country
    return (lands or are_apart(one.field, other.field)) and _meet(one, other)


def _meet(one: Side, other: Side) -> bool:
    """Whether they are told of at about one time; of an unknown day it can't be excluded."""
    (first, last), (begin, end) = span_of(one.appearances), span_of(other.appearances)
    if first is None or last is None or begin is None or end is None:
        return True
    return first <= end + SAME_TIME and begin <= last + SAME_TIME


def side_of(identity: Identity) -> Side:
    """All that is told of an identity, as one side; countries that differ are none."""
    told = identity.appearances
    lands = {each.country for each in told if each.country}
    suffixes = {suffix for each in told if (suffix := suffix_of(each.written))}
    return Side(
        country=lands.pop() if len(lands) == 1 else None,
        field=field_of(role for each in told for role in each.roles),
        suffix=suffixes.pop() if len(suffixes) == 1 else None,
        appearances=list(told),
    )
