"""What one wording of a claim says otherwise than the fuller one, in neutral words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Article, Statement
from onrecord.resolution.claims import stemmed, words_of
from onrecord.resolution.lexicon import lexicon

_WHOLE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
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


def shown(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with ``differs`` filled in where they restate another."""
    by_id = {s.id: s for s in statements}
    return tuple(
        replace(s, differs=difference(article, s, by_id[s.restates])) if s.restates in by_id else s for s in statements
    )


def difference(article: Article, statement: Statement, restated: Statement) -> str | None:
    """What one wording says that the fuller one doesn't; None where they agree."""
    parts = [*_speakers(statement, restated), *_strengths(statement, restated)]
    parts += [*_times(article, statement, restated), *_words(article, statement, restated)]
    return "; ".join(parts) or None


def _speakers(statement: Statement, restated: Statement) -> Iterator[str]:
    one, two = statement.speaker.name, restated.speaker.name
    if one and two and one != two:
        yield f"speaker: {one} here, {two} there"


def _strengths(statement: Statement, restated: Statement) -> Iterator[str]:
    one, two = statement.strength, restated.strength
    if one != two:
        stronger = "stronger" if _STRENGTHS.index(one) > _STRENGTHS.index(two) else "weaker"
        yield f"{stronger}: {one} here, {two} there"


def _times(article: Article, statement: Statement, restated: Statement) -> Iterator[str]:
    one, two = statement.due, restated.due
    if one is not None and (two is None or one.value != two.value):
        fuller = f"“{article[two.span]}”" if two else "no time"
        yield f"time: “{article[one.span]}” here, {fuller} there"


def _words(article: Article, statement: Statement, restated: Statement) -> Iterator[str]:
    """The stretches of the content for whose words the fuller wording has none."""
    extra = words_of(article, statement) - words_of(article, restated)
    stretches = [s for span in statement.content for s in _stretches(article[span], extra)]
    if stretches:
        yield "only here: " + ", ".join(f"“{s}”" for s in dict.fromkeys(stretches))


def _stretches(text: str, extra: frozenset[str]) -> Iterator[str]:
    """Runs of words of ``extra``, over the small words between them."""
    start = end = -1
    for match in _WHOLE.finditer(text):
        word = match[0].lower()
        if word in _LIGHT:
            continue
        if any(stemmed(part) in extra for part in word.split("-")):
            start, end = (match.start() if start < 0 else start), match.end()
        elif start >= 0 and word not in lexicon().starters and len(word) > 2:
            yield text[start:end]
            start = -1
    if start >= 0:
        yield text[start:end]
