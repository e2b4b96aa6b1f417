"""Whether an address still tells the story that it told."""

from __future__ import annotations

import re

from onrecord.model import Article
from onrecord.revising.pairing import alike
from onrecord.revising.units import plain

RUN = 3
"""Words in a run that is looked for in the other text."""
FEWEST_RUNS = 0.1
"""From this share of the shorter text's runs on, it is the same story, edited."""
FEWEST_WORDS = 0.5
"""From this share of the shorter text's words of some length on, too: a stub that became a whole report."""
STRANGE = 0.15
"""Texts that share less of such words than this have nothing to do with each other, whatever their titles."""
LIKE_TITLE = 0.5
"""Titles that share this much of their words tell one story."""
LONG = 4
"""Letters in a word of some length: most shorter ones stand in every text."""
SHORTEST = 12
"""A text of fewer words of some length says too little to tell one story from another."""

_WORD = re.compile(r"\w+")


def is_another_story(before: Article, after: Article) -> bool:
    """Whether two texts at one address have so little in common that the outlet must have used it for another story."""
    one, other = _words(before), _words(after)
    long, others_long = ({word for word in words if len(word) >= LONG} for words in (one, other))
    in_common = _share(long, others_long)
    if min(len(long), len(others_long)) < SHORTEST or in_common >= FEWEST_WORDS:
        return False
    if _share(_runs(one), _runs(other)) >= FEWEST_RUNS:
        return False
    if in_common < STRANGE:  # a title such as "News in brief" says nothing then
        return True
    title, other_title = (_WORD.findall(plain(article.title).casefold()) for article in (before, after))
    return not (title and other_title and alike(title, other_title, LIKE_TITLE))


def _words(article: Article) -> list[str]:
    return _WORD.findall(plain(article.text[article.title_span.end :]).casefold())


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _share(one: set[str] | set[tuple[str, ...]], other: set[str] | set[tuple[str, ...]]) -> float:
    """How much of the smaller set the larger one holds."""
    return len(one & other) / (min(len(one), len(other)) or 1)
