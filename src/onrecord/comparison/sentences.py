"""Articles as sentences of words, with shingles to find the same sentence elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Article, Span

SHINGLE = 4
"""Words in a shingle: long enough to be rare, short enough to survive light editing."""
QUOTED = 0.7
"""A sentence is a quotation from this share of its characters on: "…," she said."""

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?![\s\"”’')\]])[^.!?\n]+)*[.!?]*[\"”’')\]]*")
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]?")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of an article's body. ``quoted``: nearly all of it stands in quotation marks."""

    span: Span
    words: tuple[str, ...]
    shingles: frozenset[tuple[str, ...]]
    quoted: bool


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the body, in order; the title is left out. Linear in the text."""
    return tuple(made for paragraph in article.paragraphs for made in _in_paragraph(article, paragraph))


def _in_paragraph(article: Article, paragraph: Span) -> Iterator[Sentence]:
    quotations = [match.span() for match in _QUOTED.finditer(article.text, *paragraph)]
    for match in _SENTENCE.finditer(article.text, *paragraph):
        found = match.group()
        span = Span(match.start() + len(found) - len(found.lstrip()), match.end())
        words = tuple(_NUMBER.sub("0", word) for word in _WORD.findall(found.casefold()))
        if words:
            inside = sum(max(min(end, span.end) - max(start, span.start), 0) for start, end in quotations)
            yield Sentence(
                span=span, words=words, shingles=_shingles(words), quoted=inside >= QUOTED * (span.end - span.start)
            )


def _shingles(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[at : at + SHINGLE] for at in range(max(len(words) - SHINGLE + 1, 1)))


def containment(part: Sentence, whole: Sentence) -> float:
    """The share (0-1) of ``part``'s shingles that ``whole`` holds (Broder 1997)."""
    return len(part.shingles & whole.shingles) / len(part.shingles)
