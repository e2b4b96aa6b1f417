"""Articles and statements as rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.model import Article, Speaker, Statement
from onrecord.record import codec
from onrecord.record.names import folded


def article_row(article: Article) -> dict[str, Any]:
    """The columns that come from the article itself."""
    return {
        "url": codec.column(article.url),
        "outlet": codec.column(article.outlet),
        "title": codec.column(article.title),
        "earliest": article.date.earliest,
        "latest": article.date.latest,
        "article": codec.encode(article),
    }


def statement_row(article: Article, statement: Statement, position: int) -> dict[str, Any]:
    """The columns of a statement, without its number."""
    said_earliest, said_latest = said_days(article, statement)
    due = statement.due
    return {
        "id": statement.id,
        "article": article.id,
        "revision": article.revision,
        "position": position,
        "is_current": False,
        "kind": statement.kind,
        "stance": statement.stance,
        "strength": statement.strength,
        "form": statement.form,
        "in_headline": statement.in_headline,
        "restates": statement.restates,
        "reported_in": statement.reported_in,
        "speaker": codec.column(statement.speaker.name),
        "speaker_words": folded(codec.column(statement.speaker.name)),
        "outlet_words": folded(codec.column(article.outlet)),
        "said_earliest": said_earliest,
        "said_latest": said_latest,
        "has_due": due is not None,
        "due_earliest": due and due.earliest,
        "due_latest": due and due.latest,
        "due_vague": due is not None and due.vague,
        "confidence": statement.confidence,
        "statement": codec.encode(statement),
    }


def words_row(number: int, article: Article, statement: Statement) -> dict[str, Any]:
    """What of a statement can be found by its words."""
    return {
        "rowid": number,
        "content": codec.column(article[statement.content]),
        "title": codec.column(article.title),
        "speaker": codec.column(_described(statement.speaker)),
        "speaker_words": folded(codec.column(statement.speaker.name)),
    }


def said_days(article: Article, statement: Statement) -> tuple[date | None, date | None]:
    """The days on which the words were said, else those of the story."""
    said = statement.said_on
    if said is not None and (said.earliest or said.latest):
        return said.earliest, said.latest
    return article.date.earliest, article.date.latest


def _described(speaker: Speaker) -> str:
    return " · ".join(part for part in (speaker.name, speaker.role, speaker.description) if part)
