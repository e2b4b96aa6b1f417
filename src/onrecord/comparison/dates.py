"""Dates from copies: an undated or disputed article takes the date that its dated original allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from onrecord.model import Article, Copy, DateCandidate, StoryDate
from onrecord.moments import weigh


def dates_from_copies(articles: Mapping[str, Article], copies: tuple[Copy, ...]) -> dict[str, Article]:
    """The articles whose date changes because of the originals that they copy, with the new date.

    What an article says itself is weighed anew first, so that the answer doesn't depend on the order of arrival. What
    a person decided about an original holds for its copies; what one decided about a copy outranks its original, which
    stays among the candidates.
    """
    own = {id: _without(article.date, _from_copy) for id, article in articles.items()}
    originals = {copy.copy: copy for copy in copies if copy.ordered}
    changed = {}
    for id, article in articles.items():
        date = own[id]
        if id in originals and _without(date, _decided).earliest is None:
            date = _from_original(date, originals, own, id, articles)
        if date != article.date:
            changed[id] = replace(article, date=date)
    return changed


def _without(date: StoryDate, left_out: Callable[[DateCandidate], bool]) -> StoryDate:
    """The date without some of its candidates."""
    candidates = tuple(candidate for candidate in date.candidates if not left_out(candidate))
    return date if len(candidates) == len(date.candidates) else weigh(candidates)


def _from_copy(candidate: DateCandidate) -> bool:
    return candidate.where == "copy"


def _decided(candidate: DateCandidate) -> bool:
    return candidate.decision is not None


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
            found = [c for c in date.candidates if not _decided(c)]
            decided = [c for c in date.candidates if _decided(c)]
            return weigh((*found, _candidate(known, articles[copy.original], copy), *decided))
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
