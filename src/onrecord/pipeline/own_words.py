"""The figures that articles tell in their own words: a toll is a claim, whoever's sentence it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.comparison import Told
from onrecord.model import Article, Entry, Figure, Span
from onrecord.resolution.figures import find


def own_figures(articles: Mapping[str, Article], entries: Iterable[Entry]) -> Iterator[Told]:
    """The figures of each article that stand in no statement. Linear in the texts."""
    said: dict[str, list[Span]] = defaultdict(list)
    for entry in entries:
        said[entry.article.id] += entry.statement.content
    for id, article in articles.items():
        found = tuple(_outside(find(article.text), sorted(said[id])))
        if found:
            yield Told(article=article, figures=found)


def _outside(figures: Iterable[Figure], said: list[Span]) -> Iterator[Figure]:
    starts = [span.start for span in said]
    reached = [0]
    for span in said:
        reached.append(max(reached[-1], span.end))
    for figure in figures:
        # pieces nest and overlap: what counts is how far any that began before reaches
        if reached[bisect_right(starts, figure.span.start)] <= figure.span.start:
            yield figure
