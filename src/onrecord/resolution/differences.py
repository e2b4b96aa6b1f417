"""What one wording of a claim says otherwise than the fuller one, in neutral words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.model import Article, Due, Span, Speaker, Statement
from onrecord.resolution.claims import stemmed, words_of
from onrecord.resolution.lexicon import lexicon

_WHOLE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MARK = re.compile(r"[^\w\s’'-]")
_CLOSERS = "\"”’'.,;:!? "
_PAIRS = {")": "(", "]": "[", "”": "“", "’": "‘"}
_LIGHT = frozenset(
    [
        "been",
        "become",
        "becomes",
        "became",
        "being",
        "get",
        "gets",
        "got",
        "make",
        "makes",
        "making",
        "made",
        "very",
        "just",
    ]
)
"""Words that tell no difference by themselves."""
_STRENGTHS = ("hoped", "possible", "likely", "certain")
_BRIDGED = 1
"""Telling words of both wordings between two stretches that are shown as one."""
_SHORTEST, _LONGEST = 5, 20
"""Letters by which two words are one: "threat" and "threaten"."""
_TAIL = 30
"""Code points by which a time may be shown as far as its sentence goes."""
_NEGATIONS = frozenset({"no", "not", "never", "nor", "neither", "without"})


def shown(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with ``differs`` filled in where they restate another."""
    by_id = {s.id: s for s in statements}
    return tuple(
        replace(s, differs=difference(article, s, by_id[s.restates])) if s.restates in by_id else s for s in statements
    )


def difference(article: Article, statement: Statement, restated: Statement) -> str | None:
    """What one wording says that the fuller one doesn't; None where they agree."""
    pair = _Pair(article, statement, restated)
    return "; ".join([*pair.speakers(), *pair.strengths(), *pair.times(), *pair.words()]) or None


@dataclass(frozen=True)
class _Pair:
    """A wording and the fuller one."""

    article: Article
    one: Statement
    two: Statement

    def _beside(self, one: str, two: str) -> str:
        if self.one.in_headline and not self.two.in_headline:
            return f"{one} in the headline, {two} below"
        return f"{one} here, {two} there"

    def speakers(self) -> Iterator[str]:
        """Two names; for a headline also that it names nobody, or somebody where the story names nobody."""
        one, two = self.one.speaker, self.two.speaker
        told = (one.name and two.name) or (self.one.in_headline and (one.name or two.name))
        if told and one.name != two.name:
            yield "speaker: " + self._beside(_called(one), _called(two))

    def strengths(self) -> Iterator[str]:
        """How certain each puts it."""
        one, two = self.one.strength, self.two.strength
        if one != two:
            stronger = "stronger" if _STRENGTHS.index(one) > _STRENGTHS.index(two) else "weaker"
            yield f"{stronger}: {self._beside(one, two)}"

    def times(self) -> Iterator[str]:
        """Another time, or one where the fuller wording has none."""
        one, two = self.one.due, self.two.due
        if one is not None and (two is None or one.value != two.value):
            fuller = f"“{self._time(self.two, two)}”" if two else "no time"
            yield "time: " + self._beside(f"“{self._time(self.one, one)}”", fuller)

    def _time(self, statement: Statement, due: Due) -> str:
        """The time words, with the few that end their clause: "after the court rules again"."""
        return self.article[_to_the_end(self.article, statement, due.span)]

    def words(self) -> Iterator[str]:
        """The stretches of the content for whose words the fuller wording has none."""
        stretches = [self.article[s] for span in self.one.content for s in self._stretches(span)]
        if stretches:
            only = "only in the headline: " if self.one.in_headline else "only here: "
            yield only + ", ".join(f"“{s}”" for s in dict.fromkeys(stretches))

    @cached_property
    def _extra(self) -> frozenset[str]:
        fuller = words_of(self.article, self.two)
        starts = {word[:length] for word in fuller for length in range(_SHORTEST, _LONGEST)}
        return frozenset(
            word
            for word in words_of(self.article, self.one) - fuller - starts
            if not any(word[:length] in fuller for length in range(_SHORTEST, _LONGEST))
        )

    def _stretches(self, content: Span) -> Iterator[Span]:
        """Runs of the words only told here, over the small words and the few others between them."""
        tokens = [m for m in _WHOLE.finditer(self.article.text, *content) if not self._is_time(m.start())]
        begun = last = -1
        between = 0
        for number, token in enumerate(tokens):
            if self._is_extra(token[0].lower()):
                if begun < 0 or between > _BRIDGED:
                    if begun >= 0:
                        yield _run(tokens, begun, last)
                    begun = number
                last, between = number, 0
            else:
                between += _tells(token[0].lower())
        if begun >= 0:
            yield _run(tokens, begun, last)

    def _is_time(self, place: int) -> bool:
        due = self.one.due
        if due is None:
            return False
        return due.span.start <= place < _to_the_end(self.article, self.one, due.span).end

    def _is_extra(self, word: str) -> bool:
        return word not in _LIGHT and any(stemmed(part) in self._extra for part in word.split("-"))


def _called(speaker: Speaker) -> str:
    return speaker.name or (f"“{speaker.description}”" if speaker.description else "nobody named")


def _tells(word: str) -> bool:
    return word not in _LIGHT and word not in lexicon().starters and len(word) > 2


def _run(tokens: Sequence[re.Match[str]], first: int, last: int) -> Span:
    """From one word to another, with a "not" before them, and with the few words that the content ends on."""
    while first and tokens[first - 1][0].lower() in _NEGATIONS:
        first -= 1
    rest = tokens[last + 1 : last + 4]
    if len(rest) < 3 and sum(_tells(token[0].lower()) for token in rest) <= _BRIDGED:
        last += len(rest)
    text, start, end = tokens[last].string, tokens[first].start(), tokens[last].end()
    opener = _PAIRS.get(text[end : end + 1])
    return Span(start, end + (opener is not None and opener in text[start:end]))


def _to_the_end(article: Article, statement: Statement, span: Span) -> Span:
    """A span with the words after it, where they are few and end the content."""
    ends = [s.end for s in statement.content if s.start <= span.start < s.end]
    rest = article.text[span.end : ends[0]] if ends else ""
    if len(rest) > _TAIL or _MARK.search(rest.rstrip(_CLOSERS)):
        return span
    return Span(span.start, span.end + len(rest.rstrip(_CLOSERS)))
