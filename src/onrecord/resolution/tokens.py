"""A text as words with their sentence and paragraph: what the other parts of the room look at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from onrecord.model import Span
from onrecord.resolution.lexicon import lexicon

# Dotted initials ("U.S."), an address of the web ("Norvan.com") or a word with inner apostrophes and hyphens.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|[^\W_]+\.(?:com|org|net|info|ru|ir|tv|co\.uk)\b|"
    r"[^\W_]+(?:[’'&‐‑–-][^\W_]+)*"
)
_POSSESSIVE = re.compile(r"[’'][sS]$")
_OPENERS = "\"“‘'«([•-–—*·"
_LONGEST_SENTENCE = 200
"""Words; what goes on for longer is cut, so that a text without stops takes no longer than any other."""
_HEADLINE = 300
"""No headline is longer, in code points."""
_ARTICLE_PREFIXES = (
    "al-",
    "el-",
    "ad-",
    "ar-",
    "as-",
    "at-",
    "az-",
    "d'",
    "d’",
    "l'",
    "l’",
    "ez-",
    "an-",
    "ul-",
)


class Token(NamedTuple):
    """One word: its place, its characters without a possessive ending, and where it stands."""

    start: int
    end: int
    text: str
    possessive: bool
    sentence: int
    opens: bool
    """First word of a sentence, or of a quotation or bracket in it: a capital there says nothing."""
    gap: str
    """What stands between the word before and this one (empty at the start of the text)."""
    lower: str
    """The word in small letters."""
    capital: bool
    """Whether it is written as a name is: ``Lund``, ``al-Lund``, ``U.S.``"""


def _is_capital(word: str) -> bool:
    if word[0].isupper():
        return True
    if not word.startswith(_ARTICLE_PREFIXES):
        return False
    prefix = next((p for p in _ARTICLE_PREFIXES if word.startswith(p)), "")
    return bool(prefix) and word[len(prefix) :][:1].isupper()


class Words:
    """The words of a text in order, found by place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens, self.sentences = _read(text)
        self._starts = [t.start for t in self.tokens]
        self._sentence_starts = [s.start for s in self.sentences]
        self._paragraph_starts = [m.start() for m in re.finditer(r"^[^\n]*[^\s]", text, re.MULTILINE)]
        self._line_starts = [0] + [m.end() for m in re.finditer("\n", text)]

    def within(self, span: Span) -> range:
        """Indices of the words that begin inside a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def touching(self, span: Span) -> range:
        """Indices of the words that have characters inside a span."""
        first = bisect_left(self._starts, span.start)
        if first and self.tokens[first - 1].end > span.start:
            first -= 1
        return range(first, bisect_left(self._starts, span.end))

    def at(self, place: int) -> int:
        """Index of the first word that begins at a place or after it."""
        return bisect_left(self._starts, place)

    def sentence_at(self, place: int) -> int:
        """Index of the sentence that a place stands in."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)

    def sentence_span(self, place: int) -> Span:
        """The sentence that a place stands in (empty for a text without words)."""
        return self.sentences[self.sentence_at(place)] if self.sentences else Span(0, 0)

    def line_at(self, place: int) -> int:
        """Number of the line (title or paragraph) that a place stands in, from 0."""
        return bisect_right(self._line_starts, place) - 1

    def paragraph_at(self, place: int) -> int:
        """Number of the line that a place stands in, empty ones left out."""
        return bisect_right(self._paragraph_starts, place)

    @cached_property
    def shouted(self) -> frozenset[int]:
        """Lines in which capitals say nothing: all capitals, or a headline with every word capitalised."""
        seen: dict[int, list[int]] = {}
        for token in self.tokens:
            if token.text[0].isalpha() and len(token.text) > 3:
                counts = seen.setdefault(self.line_at(token.start), [0, 0])
                counts[0] += token.capital
                counts[1] += 1
        lines = self.text.split("\n") if seen else []
        return frozenset(line for line, (high, of) in seen.items() if _is_shouted(lines[line], high, of))


def _read(text: str) -> tuple[list[Token], list[Span]]:
    tokens: list[Token] = []
    sentences: list[Span] = []
    end, sentence_start, first = 0, 0, 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        starts = not tokens or _breaks(gap, tokens[-1], match[0]) or len(tokens) - first >= _LONGEST_SENTENCE
        if starts and tokens:
            sentences.append(Span(sentence_start, tokens[-1].end + len(gap.rstrip(_OPENERS + " \t\r\n"))))
        if starts:
            first = len(tokens)
            sentence_start = end + len(gap) - len(_opening(gap))
        token = _token(match, gap, len(sentences), starts)
        tokens.append(token)
        end = match.end() if not token.possessive else token.end
    if tokens:
        sentences.append(Span(sentence_start, len(text)))
    return tokens, sentences


def _is_shouted(line: str, high: int, of: int) -> bool:
    """Whether so many capitals among so many longer words are a headline's style; a sentence needs more of them."""
    ends = line.rstrip().endswith(".")
    return of >= 4 and high >= (0.95 if ends else 0.85) * of and len(line) < _HEADLINE


def _token(match: re.Match[str], gap: str, sentence: int, starts: bool) -> Token:
    word = match[0]
    mark = _POSSESSIVE.search(word) if word[-1] in "sS" else None
    base = word[: mark.start()] if mark else word
    opens = starts or (gap != " " and any(c in '"“«‘:([•' for c in gap))
    start = match.start()
    return Token(start, start + len(base), base, bool(mark), sentence, opens, gap, base.lower(), _is_capital(base))


def _opening(gap: str) -> str:
    """The opening marks at the end of a gap, which belong to the sentence that they open."""
    kept = gap.rstrip("\"“‘'«([")
    return gap[len(kept) :] if not kept or kept[-1:].isspace() else ""


def _breaks(gap: str, before: Token, word: str) -> bool:
    if gap == " " or "\n" in gap:
        return gap != " "
    if not any(c in ".!?…" for c in gap) or not any(c.isspace() for c in gap):
        return False
    if before.lower in lexicon().abbreviations and gap.startswith("."):
        return False
    if len(before.text) == 1 and before.text.isupper() and gap.startswith(". "):
        return False
    return not word[0].islower()
