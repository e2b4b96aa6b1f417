"""Which sentence of an older text is which one of a newer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from onrecord.revising.aligning import gaps
from onrecord.revising.units import Unit

ALIKE = 0.5
"""A sentence is the same one, edited, if it shares this much of its words in their order with one in its place …"""
ALIKE_ELSEWHERE = 0.75
"""… or this much with one that stands elsewhere."""
NEAREST = 60
"""So many sentences, those that lie nearest, are held against one that changed: time stays linear in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Positions of units. ``same`` and ``moved``: word for word; ``edited``: the same one in other words."""

    same: dict[int, int]
    moved: dict[int, int]
    edited: dict[int, int]
    removed: list[int]
    added: list[int]

    @property
    def all(self) -> dict[int, int]:
        """Every older unit that is still there, and which one it is."""
        return self.same | self.moved | self.edited


def paired(older: Sequence[Unit], newer: Sequence[Unit]) -> Pairing:
    """The titles are one another's; sentences are found again by their words, first in their place, then elsewhere."""
    keys, new_keys = [unit.key for unit in older[1:]], [unit.key for unit in newer[1:]]
    same: dict[int, int] = {}
    edited: dict[int, int] = {}
    removed: list[int] = []
    added: list[int] = []
    at = to = 1
    for gap in gaps(keys, new_keys):
        same |= dict(zip(range(at, gap.start + 1), range(to, gap.begin + 1), strict=True))
        gone, come = list(range(gap.start + 1, gap.end + 1)), list(range(gap.begin + 1, gap.finish + 1))
        edited |= _alike(older, newer, gone, come, ALIKE)
        removed += gone
        added += come
        at, to = gap.end + 1, gap.finish + 1
    same |= dict(zip(range(at, len(older)), range(to, len(newer)), strict=True))
    moved = _elsewhere(older, newer, removed, added)
    # what stands elsewhere word for word isn't what stands in its place in other words
    edited = {a: b for a, b in edited.items() if a not in moved and b not in moved.values()}
    left = [a for a in removed if a not in moved and a not in edited]
    taken = {*moved.values(), *edited.values()}
    edited |= _alike(older, newer, left, [b for b in added if b not in taken], ALIKE_ELSEWHERE)
    taken = {*moved.values(), *edited.values()}
    (same if older[0].key == newer[0].key else edited)[0] = 0
    return Pairing(
        same=same,
        moved=moved,
        edited=edited,
        removed=[a for a in left if a not in edited],
        added=[b for b in added if b not in taken],
    )


def alike(one: Sequence[str], other: Sequence[str], least: float) -> float:
    """The share of words in common, in their order (twice the common ones by all); 0 where it is below ``least``."""
    return Indel.normalized_similarity(one, other, score_cutoff=least)


def _elsewhere(older: Sequence[Unit], newer: Sequence[Unit], removed: list[int], added: list[int]) -> dict[int, int]:
    places: dict[str, list[int]] = defaultdict(list)
    for b in reversed(added):
        places[newer[b].key].append(b)
    return {a: places[older[a].key].pop() for a in removed if places[older[a].key]}


def _alike(
    older: Sequence[Unit], newer: Sequence[Unit], gone: list[int], come: list[int], least: float
) -> dict[int, int]:
    if not gone or not come:
        return {}
    scored = sorted(
        ((alike(older[a].words, newer[b].words, least), a, b) for a, b in _near(gone, come)),
        key=lambda each: (-each[0], abs((each[1] - gone[0]) - (each[2] - come[0])), each[1:]),
    )
    return best((a, b) for score, a, b in scored if score)


def _near(gone: list[int], come: list[int]) -> Iterator[tuple[int, int]]:
    for number, a in enumerate(gone):
        middle = number * len(come) // len(gone)
        for b in come[max(middle - NEAREST // 2, 0) : middle + NEAREST // 2]:
            yield a, b


def best(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """One for one, whoever comes first."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for a, b in pairs:
        if a not in found and b not in taken:
            found[a] = b
            taken.add(b)
    return found
