"""Within one article: speakers, relays, said_on and due windows, figures, events, restatements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Article, Statement
from onrecord.moments import redated
from onrecord.resolution import agreeing, certainty, differences, events, figures, relays, restatements, times, venues
from onrecord.resolution.differences import difference
from onrecord.resolution.frames import Frame, Frames
from onrecord.resolution.speakers.speakers import Speakers
from onrecord.resolution.speakers.voices import first_of

__all__ = ["difference", "figures", "redate", "resolve"]


def resolve(article: Article, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Fills in what takes the whole article: who spoke, through whom, when, and what falls due.

    Statements come back in text order.
    """
    ordered = sorted(statements, key=first_of)
    speakers = Speakers(article, ordered)
    frames = Frames(speakers.words, ordered)
    chains = relays.Relays(speakers.cast, article.outlet)
    told = figures.completed(article, [_told(article, s, speakers, frames.of(s), chains) for s in ordered])
    due = times.due_finder(speakers.words)
    expected = [replace(s, due=due(s)) for s in told]
    placed = [replace(s, event=events.event(s, speakers.words, speakers.cast)) for s in expected]
    grouped = agreeing.agreed(events.shared(restatements.joined(article, placed, speakers.words)))
    grouped = differences.shown(article, grouped)
    said = times.said(grouped, frames, speakers.words)
    return redate(article, [replace(s, said_on=said[s.id], sure=certainty.is_sure(s)) for s in grouped])


def redate(article: Article, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """said_on and due anew from their values, after the article's date changed."""
    return tuple(redated(s, article.date) for s in statements)


def _told(
    article: Article, statement: Statement, speakers: Speakers, frame: Frame | None, chains: relays.Relays
) -> Statement:
    venue = statement.venue or venues.venue(frame, speakers.cast)
    heard = replace(statement, speaker=speakers.of(statement), venue=venue)
    return replace(heard, relay=chains.of(heard, frame), figures=figures.figures_of(article, heard))
