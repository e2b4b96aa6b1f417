"""A speaker with the members of the article that it stands for, and who holds the floor."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Speaker, Statement
from onrecord.resolution.speakers.cast import Member

_BACK = 40
"""How many earlier voices are looked at."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard: ``members`` is empty for an unnamed speaker. ``place`` is where the source stands."""

    speaker: Speaker
    members: tuple[Member, ...] = ()
    place: int = 0

    @property
    def body(self) -> bool:
        """Whether it is one body, not a person."""
        return len(self.members) == 1 and self.members[0].sort in ("body", "place")


class Floor:
    """Who has spoken so far, latest last: headlines and statements inside others don't take the floor."""

    def __init__(self) -> None:
        self._voices: list[Voice] = []

    def take(self, voice: Voice) -> None:
        """Notes that somebody spoke."""
        self._voices.append(voice)

    def last(self, at: int) -> Voice | None:
        """Who spoke last before a place."""
        return next((v for v in reversed(self._voices[-_BACK:]) if v.place < at), None)

    def person(self, at: int) -> Voice | None:
        """The last one before a place who is a person by name."""
        return next((v for v in reversed(self._voices[-_BACK:]) if v.place < at and v.members and not v.body), None)

    def within(self, start: int, end: int) -> list[Voice]:
        """Who spoke between two places, of the latest."""
        return [v for v in self._voices[-_BACK:] if start <= v.place < end]

    def named(self, at: int) -> Voice | None:
        """The last one before a place who is a member of the article."""
        return next((v for v in reversed(self._voices[-_BACK:]) if v.place < at and v.members), None)


def place_of(statement: Statement) -> int:
    """Where a statement's source stands, or its cue, or its content."""
    spans = statement.source or statement.cue or statement.content
    return spans[0].start if spans else 0


def first_of(statement: Statement) -> int:
    """Where a statement begins."""
    return min((s.start for s in (*statement.content, *statement.source, *statement.cue)), default=0)
