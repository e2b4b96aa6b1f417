"""An article as units: its title, and each sentence of its body."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Article, Span

_END = re.compile(r"[.!?…][\"”’'»)\]]{0,3}\s+(?=[\"“‘'«(\[]{0,3}[^\W_a-z])")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Rep|Sen|Gov|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s+$"
)
_TOKEN = re.compile(r"\w+(?:[.,:’'\-/]\w+)*|[^\w\s]")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SAME = _UNSEEN | str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "…": "...",
    }
)
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]*)[”\"»]?")
FEWEST_QUOTED = 3
"""Words in quotation marks that make a quotation; fewer are a name or a word held at arm's length."""


def plain(text: str) -> str:
    """Text as it is compared: no difference of white space, typographic marks, ligatures and soft hyphens is left."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME).split())


def tokens(text: str) -> list[Span]:
    """Words and marks, where they stand."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


def words(text: str) -> tuple[str, ...]:
    """Words and marks as they are compared."""
    return tuple(_TOKEN.findall(plain(text)))


def quotations(text: str) -> tuple[Span, ...]:
    """What stands in quotation marks and is long enough to be a quotation."""
    found = (Span(*match.span(1)) for match in _QUOTED.finditer(text))
    return tuple(span for span in found if len(text[span.start : span.end].split()) >= FEWEST_QUOTED)


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A title (``paragraph`` -1) or a sentence: where it stands in ``Article.text``, and its words."""

    span: Span
    paragraph: int
    text: str

    @cached_property
    def visible(self) -> str:
        """Its text without what can't be seen (soft hyphens, joiners)."""
        return self.text.translate(_UNSEEN)

    @cached_property
    def key(self) -> str:
        """Equal for units in which nothing but their typesetting differs."""
        return plain(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words and marks, as they are compared."""
        return words(self.text)

    @cached_property
    def quotes(self) -> bool:
        """Whether it quotes."""
        return bool(quotations(self.text))


def units(article: Article) -> list[Unit]:
    """The title, empty where there is none, then the sentences in order."""
    title = article.title_span
    found = [Unit(span=title, paragraph=-1, text=article[title])]
    for number, paragraph in enumerate(article.paragraphs):
        found += [Unit(span=span, paragraph=number, text=article[span]) for span in _sentences(article.text, paragraph)]
    return found


def unit_at(found: Sequence[Unit], place: int) -> int:
    """Which unit a place in the text lies in."""
    return max(bisect_right(found, place, key=lambda unit: unit.span.start) - 1, 0)


def _sentences(text: str, paragraph: Span) -> list[Span]:
    found, start = [], paragraph.start
    for match in _END.finditer(text, *paragraph):
        if not _ABBREVIATION.search(text, max(start, match.end() - 12), match.end()):
            found.append(Span(start, match.end()))
            start = match.end()
    found.append(Span(start, paragraph.end))
    return [span for span in (_trimmed(text, each) for each in found) if span.start < span.end]


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - (len(words) - len(words.rstrip())))
