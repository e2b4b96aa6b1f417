"""What a statement claims, in words that can be laid beside another's: for telling restatements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import table
from onrecord.model import Article, Span, Statement
from onrecord.resolution.lexicon import lexicon
from onrecord.resolution.speakers.roles import stem_countries
from onrecord.resolution.speakers.voices import first_of
from onrecord.resolution.tokens import Words

WORD = re.compile(r"[^\W_]+")
_ENDINGS: tuple[str, ...] = tuple(table("en", "names")["endings"])
_LEAD = 2
"""Paragraphs of a lead."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement by its words: ``words`` stemmed, ``figures`` its numbers, ``plain`` all of it in small letters."""

    statement: Statement
    words: frozenset[str]
    figures: frozenset[str]
    countries: frozenset[str]
    plain: str
    length: int
    leads: bool = False
    """Whether it stands in the first paragraphs."""
    opens: bool = False
    """Whether it begins its paragraph."""
    alone: bool = False
    """Whether it is, with its source and cue, a whole paragraph."""


def claims(article: Article, statements: Iterator[Statement]) -> list[Claim]:
    """The claims of an article's statements."""
    end = article.paragraphs[:_LEAD][-1].end if article.paragraphs else 0
    return [_claim(article, s, lead_end=end) for s in statements]


def sentence_words(words: Words, claim: Claim) -> frozenset[str]:
    """The words of the whole sentence that a claim's content begins in."""
    return _stems(_plain_words(words.text[slice(*words.sentence_span(claim.statement.content[0].start))]))


def words_of(article: Article, statement: Statement) -> frozenset[str]:
    """The words by which a statement is compared, its time words and insertions left out."""
    return _stems(_plain_words("".join(_kept(article, statement))))


def in_lead(claim: Claim) -> bool:
    """Whether it is told indirectly in the first paragraphs."""
    return claim.statement.form == "indirect" and claim.leads


@lru_cache(maxsize=32_768)
def stemmed(word: str) -> str:
    """A word without its inflection, so that "liberated" and "liberation" meet."""
    if word.endswith(_ENDINGS):
        word = next((word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 4), word)
    return word.rstrip("e")


def _claim(article: Article, statement: Statement, *, lead_end: int) -> Claim:
    plain = _plain_words("".join(_kept(article, statement)))
    speaker = statement.speaker
    line = _line(article.text, statement)
    leads = not statement.in_headline and statement.content[0].start < lead_end
    last = max(s.end for s in (*statement.content, *statement.cue, *statement.source))
    opens = not article.text[line.start : first_of(statement)].strip()
    return Claim(
        statement,
        _stems(plain),
        frozenset(w for w in plain if w.isdigit()),
        stem_countries(f"{speaker.name or ''} {speaker.role or ''}"),
        f" {' '.join(plain)} ",
        len(plain),
        leads,
        opens,
        opens and not article.text[last : line.end].strip(" ."),
    )


def _line(text: str, statement: Statement) -> Span:
    """The line that a statement begins in, up to the end of the one where it ends."""
    first, last = first_of(statement), statement.content[-1].end
    end = text.find("\n", last)
    return Span(text.rfind("\n", 0, first) + 1, len(text) if end < 0 else end)


def _plain_words(text: str) -> list[str]:
    return [w.lower() for w in WORD.findall(text)]


def _stems(words: list[str]) -> frozenset[str]:
    small = lexicon().starters
    return frozenset(stemmed(w) for w in words if len(w) > 2 and w not in small and not w.isdigit())


def _kept(article: Article, statement: Statement) -> Iterator[str]:
    """The content without its insertions and time words."""
    left_out = sorted([*statement.insertions, *([statement.due.span] if statement.due else [])])
    for span in statement.content:
        at = span.start
        for gap in left_out:
            if span.start <= gap.start < span.end:
                yield article.text[at : max(at, gap.start)]
                at = max(at, gap.end)
        yield article.text[at : span.end]
