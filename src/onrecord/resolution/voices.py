"""A speaker with the members of the article that it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Speaker, Statement
from onrecord.resolution.cast import Member


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard: ``members`` is empty for an unnamed speaker. ``place`` is where the source stands."""

    speaker: Speaker
    members: tuple[Member, ...] = ()
    place: int = 0


def place_of(statement: Statement) -> int:
    """Where a statement's source stands, or its cue, or its content."""
    spans = statement.source or statement.cue or statement.content
    return spans[0].start if spans else 0


def first_of(statement: Statement) -> int:
    """Where a statement begins."""
    return min((s.start for s in (*statement.content, *statement.source, *statement.cue)), default=0)
