"""The figures of a record as they are cited: by whom, when, and whether in words that were copied."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.comparison.figures.lexicon import ANY_EVENT, KINDS, PRONOUNS
from onrecord.model import Article, CitedFigure, Copy, Entry, Figure, Origin, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The figures that an article tells in its own words, outside what it gives to a source."""

    article: Article
    figures: tuple[Figure, ...]


def cited_by(
    entries: Iterable[Entry], own: Iterable[Told], copies: Iterable[Copy], origins: Iterable[Origin]
) -> Iterator[tuple[Article, list[CitedFigure]]]:
    """Each article with its cited figures, each told once, in order of the articles' ids."""
    articles: dict[str, Article] = {}
    found: dict[str, list[CitedFigure]] = defaultdict(list)
    for entry in entries:
        articles[entry.article.id] = entry.article
        if entry.statement.restates is None:
            found[entry.article.id] += (_said(entry, figure) for figure in entry.statement.figures)
    for told in own:
        articles[told.article.id] = told.article
        found[told.article.id] += (_own(told.article, figure) for figure in told.figures)
    copied, traced = _passages(copies), _origins(origins)
    for id in sorted(found):
        once = _once(found[id])
        yield articles[id], [_traced(cited, copied.get(id, ()), traced.get(id)) for cited in _named(once)]


def _said(entry: Entry, figure: Figure) -> CitedFigure:
    speaker, said = entry.statement.speaker, entry.statement.said_on
    name = speaker.name or speaker.description
    if is_event(name or ""):
        return _own(entry.article, figure)  # "the attack claimed 12 lives": nobody's words but the article's
    return CitedFigure(
        article=entry.article.id,
        statement=entry.statement.id,
        figure=figure,
        speaker=None if name and name.casefold() in PRONOUNS else name,
        stance=entry.statement.stance,
        said=(said.latest if said else None) or entry.article.date.latest,
        population=entry.article[figure.population] if figure.population else "",
    )


def _own(article: Article, figure: Figure) -> CitedFigure:
    return CitedFigure(
        article=article.id,
        statement="",
        figure=figure,
        speaker=article.outlet,
        stance="asserts",
        said=article.date.latest,
        population=article[figure.population] if figure.population else "",
    )


def is_event(name: str) -> bool:
    """Whether a speaker's words name an event: no event speaks."""
    return any(word in ANY_EVENT or word in KINDS for word in name.casefold().split())


def _once(cited: Sequence[CitedFigure]) -> list[CitedFigure]:
    """A figure that a statement and one nested in it both hold is the inner one's; in text order."""
    at = {(each.figure.span.start, each.figure.span.end): each for each in cited}
    return sorted(at.values(), key=lambda each: each.figure.span)


def _named(cited: Iterable[CitedFigure]) -> Iterator[CitedFigure]:
    """With ids that a better reader's spans don't change."""
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    for each in cited:
        bounds = (each.figure.low, each.figure.high)
        seen[bounds] += 1
        words = f"{each.article}|{bounds}|{seen[bounds]}"
        yield replace(each, id="f" + hashlib.sha256(words.encode()).hexdigest()[:8])


def _passages(copies: Iterable[Copy]) -> Mapping[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for copy in copies:
        found[copy.copy] += copy.passages
    return found


def _origins(origins: Iterable[Origin]) -> dict[str, Origin]:
    return {article: origin for origin in origins for article in origin.articles}


def _traced(cited: CitedFigure, passages: Sequence[Passage], origin: Origin | None) -> CitedFigure:
    at = cited.figure.span.start
    copied = any(passage.copied.start <= at < passage.copied.end for passage in passages)
    return replace(cited, copied=copied, origin=origin.name if origin else None)
