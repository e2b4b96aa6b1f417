"""Article → Statement: spans, form, insertions, nesting, kind, stance, strength."""

from __future__ import annotations

from onrecord.extraction.encoder import EncoderReader
from onrecord.extraction.reader import Reader
from onrecord.extraction.statements import statement_of, statements_of
from onrecord.model import Article, Attribution, ReaderInfo, Statement

__all__ = ["READER", "Reader", "as_statement", "attributions", "extract"]

LANGUAGES = frozenset({"en"})
"""The languages that the reader reads; articles in others yield nothing rather than something wrong."""

_reader: Reader = EncoderReader()

READER: ReaderInfo = _reader.info


def attributions(text: str) -> tuple[Attribution, ...]:
    """Source, cue and content of every attribution in PolNeAR's scope, unfiltered; spans into ``text``."""
    return _reader.attributions(text)


def as_statement(article: Article, attribution: Attribution) -> Statement:
    """The statement that one attribution of an article makes, whoever found it."""
    return statement_of(article, attribution, _reader)


def extract(article: Article) -> tuple[Statement, ...]:
    """The statements of an article in text order, without what ``resolution`` adds.

    An article in a language that is known and isn't read here has none; an unknown language is tried.
    """
    if article.language is not None and article.language.split("-")[0].lower() not in LANGUAGES:
        return ()
    return statements_of(article, _reader)
