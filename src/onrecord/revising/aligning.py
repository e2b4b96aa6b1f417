"""Two sequences laid beside each other: which items stayed in their order, and what stands between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

LARGEST = 25_000_000
"""Pairs of items that are compared at once (a bit is kept for each); a larger gap counts as replaced whole."""


class Gap(NamedTuple):
    """Items ``start:end`` of the one, replaced by ``begin:finish`` of the other. Either may be empty."""

    start: int
    end: int
    begin: int
    finish: int


def gaps(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[Gap]:
    """What differs between two sequences, in order; all else is the same.

    Items that stand once in each hold longer sequences together first (patience diff), so that time and memory stay
    bounded; between them the longest common subsequence decides.
    """
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    whole = Gap(head, len(one) - tail, head, len(other) - tail)
    if whole.start == whole.end or whole.begin == whole.finish:
        if whole.start != whole.end or whole.begin != whole.finish:
            yield whole
    elif _size(whole) <= LARGEST:
        yield from _small(one, other, whole)
    else:
        yield from _large(one, other, whole)


def _shared(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))


def _size(gap: Gap) -> int:
    return (gap.end - gap.start) * (gap.finish - gap.begin)


def _small(one: Sequence[Hashable], other: Sequence[Hashable], gap: Gap) -> Iterator[Gap]:
    at, to = gap.start, gap.begin
    for block in LCSseq.opcodes(one[gap.start : gap.end], other[gap.begin : gap.finish]).as_matching_blocks():
        start, begin = gap.start + block.a, gap.begin + block.b
        if at < start or to < begin:
            yield Gap(at, start, to, begin)
        at, to = start + block.size, begin + block.size


def _large(one: Sequence[Hashable], other: Sequence[Hashable], gap: Gap) -> Iterator[Gap]:
    at, to = gap.start, gap.begin
    for start, begin in [*_anchors(one, other, gap), (gap.end, gap.finish)]:
        between = Gap(at, start, to, begin)
        if at < start or to < begin:
            yield from _small(one, other, between) if 0 < _size(between) <= LARGEST else (between,)
        at, to = start + 1, begin + 1


def _anchors(one: Sequence[Hashable], other: Sequence[Hashable], gap: Gap) -> list[tuple[int, int]]:
    """Items that stand once in each, as many of them as keep their order."""
    before = Counter(one[gap.start : gap.end])
    after = Counter(other[gap.begin : gap.finish])
    place = {other[at]: at for at in range(gap.begin, gap.finish) if after[other[at]] == 1}
    pairs = [(at, place[one[at]]) for at in range(gap.start, gap.end) if before[one[at]] == 1 and one[at] in place]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises in both places."""
    ends: list[int] = []
    holders: list[int] = []
    earlier: list[int] = []
    for number, (_, to) in enumerate(pairs):
        length = bisect_left(ends, to)
        ends[length : length + 1] = [to]
        holders[length : length + 1] = [number]
        earlier.append(holders[length - 1] if length else -1)
    found, at = [], holders[-1] if holders else -1
    while at >= 0:
        found.append(pairs[at])
        at = earlier[at]
    return found[::-1]
