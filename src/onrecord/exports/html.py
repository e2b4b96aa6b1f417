"""A reading as one self-contained HTML file: no script, nothing fetched, every statement marked in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.exports import wording
from onrecord.exports.marking import Paragraph, Piece, paragraphs
from onrecord.exports.templating import template
from onrecord.model import EXPECTATION_KINDS, Article, Entry, Move, Reading, Revision, Statement

_ORDER = ("source", "cue", "insertion", "time", "figure", "population")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands beside a paragraph for one statement."""

    number: int
    anchor: str
    speaker: str
    known: bool
    role: str
    cue: str
    tags: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    restates: int | None
    reported_in: int | None
    expectation: bool
    confidence: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article on the page."""

    anchor: str
    article: Article
    title: str
    date: str
    fixed: bool
    paragraphs: tuple[Paragraph, ...]
    cards: dict[int, Card]
    expectations: int
    reader: str
    revisions: tuple[Revision, ...]
    vanished: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a record knows of an article beside its newest state: what was altered, and what vanished with it."""

    moves: Sequence[Move] = ()
    revisions: tuple[Revision, ...] = ()
    vanished: tuple[Entry, ...] = ()


def render(readings: Sequence[Reading], past: Mapping[str, Past] | None = None) -> str:
    """The page for one reading or several; ``past``: what a record knows of them, by the articles' ids."""
    known, nothing = past or {}, Past()
    numbered = enumerate(readings, 1)
    stories = [_story(each, f"a{number}", known.get(each.article.id, nothing)) for number, each in numbered]
    return template("reading.html").render(
        stories=stories, classes=_classes, where=wording.WHERE, who=wording.who, title=_title(readings)
    )


def _title(readings: Sequence[Reading]) -> str:
    return readings[0].article.title or "Reading" if len(readings) == 1 else f"{len(readings)} readings"


def _classes(piece: Piece) -> str:
    return " ".join(role for role in _ORDER if role in piece.roles)


def _story(reading: Reading, anchor: str, past: Past) -> Story:
    article, statements = reading.article, reading.statements
    numbers = {statement.id: number for number, statement in enumerate(statements, 1)}
    facts = {s.id: wording.facts(article, s, [m for m in past.moves if m.statement == s.id]) for s in statements}
    cards = {numbers[s.id]: _card(article, s, numbers, f"{anchor}-{numbers[s.id]}", facts[s.id]) for s in statements}
    return Story(
        anchor=anchor,
        article=article,
        title=wording.title(article),
        date=wording.story_date(article.date),
        fixed=wording.is_fixed(article.date),
        paragraphs=paragraphs(article, statements),
        cards=cards,
        expectations=sum(card.expectation for card in cards.values()),
        reader=f"{reading.reader.name} {reading.reader.version}",
        revisions=past.revisions,
        vanished=past.vanished,
    )


def _card(
    article: Article, statement: Statement, numbers: dict[str, int], anchor: str, facts: tuple[tuple[str, str], ...]
) -> Card:
    speaker = statement.speaker
    return Card(
        number=numbers[statement.id],
        anchor=anchor,
        speaker=wording.who(speaker),
        known=speaker.name is not None,
        role=speaker.role or "",
        cue=article[statement.cue],
        tags=wording.tags(statement),
        facts=facts,
        restates=numbers.get(statement.restates or ""),
        reported_in=numbers.get(statement.reported_in or ""),
        expectation=statement.kind in EXPECTATION_KINDS,
        confidence=f"{statement.confidence:.2f}",
        place=f"{statement.content[0].start}–{statement.content[-1].end}",
    )
