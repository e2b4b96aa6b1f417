"""The JSON of a reading, and its JSON Schema: what ``onrecord read --format json`` prints.

The shape is that of the nouns themselves, so it cannot drift from them. Fields may be added, never renamed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from onrecord.model import Article, ReaderInfo, Reading, Statement

SCHEMA_ID = "onrecord-reading"
DECIMALS = 3
"""Scores are printed to so many decimals, so that the same input gives the same output on every machine."""


class ReadingDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One article with its statements. Spans are ``[start, end)`` in code points of ``article.text``."""

    article: Article
    statements: tuple[Statement, ...]
    reader: ReaderInfo


def document(reading: Reading) -> dict[str, Any]:
    """A reading as plain JSON values, scores rounded."""
    statements = tuple(map(_rounded, reading.statements))
    made: dict[str, Any] = msgspec.to_builtins(
        ReadingDocument(article=reading.article, statements=statements, reader=reading.reader)
    )
    return made


def _rounded(one: Statement) -> Statement:
    return replace(
        one, confidence=round(one.confidence, DECIMALS), kind_confidence=round(one.kind_confidence, DECIMALS)
    )


def dumps(reading: Reading, *, indent: bool = False) -> str:
    """A reading as one JSON object with a line end: on one line (JSON Lines), or indented for a person."""
    line = msgspec.json.encode(document(reading))
    return (msgspec.json.format(line, indent=2) if indent else line).decode() + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one object that ``dumps`` prints."""
    made = msgspec.json.schema(ReadingDocument)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "What onrecord read --format json prints for each article",
        **made,
    }
