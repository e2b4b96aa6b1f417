"""Dates from copies: an undated or disputed article takes the date that its dated original allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.model import Article, Copy, DateCandidate, StoryDate
from onrecord.moments import weigh


def dates_from_copies(articles: Mapping[str, Article], copies: tuple[Copy, ...]) -> dict[str, Article]:
    """The articles whose date changes because of the originals that they copy, with the new date.

    What an article says itself is weighed anew first, so that the answer doesn't depend on the order of arrival.
    """
    own = {id: _own(article.date) for id, article in articles.items()}
    originals = {copy.copy: copy for copy in copies if copy.ordered}
    changed = {}
    for id, article in articles.items():
        date = own[id]
        if date.earliest is None and id in originals:
            date = _from_original(date, originals, own, id, articles)
        if date != article.date:
            changed[id] = replace(article, date=date)
    return changed


def _own(date: StoryDate) -> StoryDate:
    """The date without what copies gave to it."""
    candidates = tuple(candidate for candidate in date.candidates if candidate.where != "copy")
    return date if len(candidates) == len(date.candidates) else weigh(candidates)


def _from_original(
    date: StoryDate,
    originals: Mapping[str, Copy],
    own: Mapping[str, StoryDate],
    id: str,
    articles: Mapping[str, Article],
) -> StoryDate:
    for copy in _chain(id, originals):
        known = own[copy.original]
        if known.earliest is not None:
            return weigh((*date.candidates, _candidate(known, articles[copy.original], copy)))
    return date


def _chain(id: str, originals: Mapping[str, Copy]) -> Iterator[Copy]:
    """The copies from an article back to its origin; a circle ends where it closes."""
    seen = {id}
    while id in originals:
        copy = originals[id]
        yield copy
        id = copy.original
        if id in seen:
            return
        seen.add(id)


def _candidate(known: StoryDate, original: Article, copy: Copy) -> DateCandidate:
    days = {known.earliest, known.latest}
    value = str(known.earliest) if len(days) == 1 else f"{known.earliest}/{known.latest}"
    return DateCandidate(
        value=value,
        earliest=known.earliest,
        latest=known.latest,
        where="copy",
        words=original.title or original.url or original.id,
        why=f"{copy.containment:.0%} of it stands in the dated article of {original.outlet or 'an unnamed outlet'}: "
        f"{copy.why}; a copy is never older than its original",
    )
