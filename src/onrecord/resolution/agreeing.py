"""Wordings of one claim agree on what kind of expectation it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import EXPECTATION_KINDS, Kind, Statement


def agreed(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Expectations that restate one another have one kind: that which the reader is surest of, over all of them.

    What a headline or a lede says in few words leaves open whose decision it is; a fuller wording may tell.
    """
    groups: dict[str, list[Statement]] = {}
    for one in statements:
        if one.kind in EXPECTATION_KINDS:
            groups.setdefault(one.restates or one.id, []).append(one)
    kinds = {one.id: _kind(group) for group in groups.values() for one in group}
    return tuple(replace(one, kind=kinds.get(one.id, one.kind)) for one in statements)


def _kind(group: Iterable[Statement]) -> Kind:
    votes: dict[Kind, float] = {}
    for one in group:
        votes[one.kind] = votes.get(one.kind, 0.0) + one.kind_confidence
    return max(votes, key=lambda kind: votes[kind])
