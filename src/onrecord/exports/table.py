"""Entries as rows: the columns that CSV, JSON and JSON Lines exports share."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

import msgspec

from onrecord.model import Entry, Spans

REVIEW = "unreviewed"
"""Nobody has accepted these statements yet; what leaves says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The columns, in the order in which they are written. Days are ISO 8601, spans ``[[start, end], …]``."""

    id: str
    review: str
    speaker: str | None
    role: str | None
    anonymous: bool
    description: str | None
    words: str
    kind: str
    form: str
    stance: str
    strength: str
    in_headline: bool
    relay: tuple[str, ...]
    said_earliest: str | None
    said_latest: str | None
    due_words: str | None
    due_value: str | None
    due_earliest: str | None
    due_latest: str | None
    due_vague: bool | None
    event: str | None
    figures: tuple[str, ...]
    source: str | None
    cue: str | None
    restates: str | None
    reported_in: str | None
    confidence: float
    content: Spans
    article: str
    revision: str
    title: str
    url: str | None
    outlet: str | None
    story_date: str
    story_earliest: str | None
    story_latest: str | None
    vanished: str | None
    """When its article was first captured without it."""
    moves: tuple[dict[str, Any], ...]
    """How its days moved since it was first read: ``model.Move``, its fields as in the JSON of a reading."""


COLUMNS = tuple(field.name for field in fields(Row))


def row(entry: Entry) -> Row:
    """One entry as named values."""
    article, statement = entry.article, entry.statement
    said, due, speaker = statement.said_on, statement.due, statement.speaker
    return Row(
        id=statement.id,
        review=REVIEW,
        speaker=speaker.name,
        role=speaker.role,
        anonymous=speaker.anonymous,
        description=speaker.description,
        words=entry.words,
        kind=statement.kind,
        form=statement.form,
        stance=statement.stance,
        strength=statement.strength,
        in_headline=statement.in_headline,
        relay=statement.relay,
        said_earliest=_iso(said.earliest if said else None),
        said_latest=_iso(said.latest if said else None),
        due_words=article[due.span] if due else None,
        due_value=due.value if due else None,
        due_earliest=_iso(due.earliest if due else None),
        due_latest=_iso(due.latest if due else None),
        due_vague=due.vague if due else None,
        event=article[statement.event.span] if statement.event else None,
        figures=tuple(article[figure.span] for figure in statement.figures),
        source=article[statement.source] or None,
        cue=article[statement.cue] or None,
        restates=statement.restates,
        reported_in=statement.reported_in,
        confidence=round(statement.confidence, 3),
        content=statement.content,
        article=article.id,
        revision=article.revision,
        title=article.title,
        url=article.url,
        outlet=article.outlet,
        story_date=article.date.status,
        story_earliest=_iso(article.date.earliest),
        story_latest=_iso(article.date.latest),
        vanished=entry.vanished.isoformat(timespec="seconds") if entry.vanished else None,
        moves=tuple(map(msgspec.to_builtins, entry.moves)),
    )


def as_json(entry: Entry) -> str:
    """The row as one JSON object, on one line."""
    return json.dumps(asdict(row(entry)), ensure_ascii=False)


def flat(entry: Entry) -> dict[str, str]:
    """The same row with every value as text: lists as JSON, nothing as empty.

    A cell that a spreadsheet would run as a formula is written with an apostrophe before it (OWASP, CSV injection).
    """
    return {name: cell(value) for name, value in asdict(row(entry)).items()}


def cell(value: Any) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    text = str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
