"""``fix date``: a person settles when a story was published, or that nobody can know it.

The notation is ``2017``, ``2017-11``, ``2017-11-15`` or ``unknown``; what stood before can also be ``disputed``, or
two days with a ``/`` between them.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.errors import QueryError, UsageError
from onrecord.model import Article, DateCandidate, Decision
from onrecord.moments import weigh
from onrecord.record.asking.days import first_day, last_day
from onrecord.record.decisions.verb import ArticleVerb

UNKNOWN = "unknown"
EARLIEST_YEAR, LATEST_YEAR = 1600, 2199
"""The years of stories, as pages are read."""


def checked(asked: str) -> str:
    """A day, a month or a year as it is kept, or ``unknown``.

    Raises:
        UsageError: it is none of these, or no year of a story.
    """
    wanted = asked.strip().lower()
    if wanted == UNKNOWN:
        return wanted
    try:
        first = first_day(wanted)
    except QueryError:
        raise UsageError(f"{asked!r} is no date: write 2017-11-15, 2017-11, 2017 or unknown") from None
    if not EARLIEST_YEAR <= first.year <= LATEST_YEAR:
        raise UsageError(f"{asked!r} is no date of a story: years go from {EARLIEST_YEAR} to {LATEST_YEAR}")
    return first.isoformat()[: (4, 7, 10)[wanted.count("-")]]


def stands(article: Article) -> str:
    """The date of an article as it is."""
    story = article.date
    if story.earliest is None or story.latest is None:
        return story.status
    if story.earliest == story.latest:
        return story.earliest.isoformat()
    fixed = story.candidates[-1] if story.candidates else None
    if fixed is not None and (fixed.earliest, fixed.latest) == (story.earliest, story.latest):
        return fixed.value
    return f"{story.earliest}/{story.latest}"


def cleared(article: Article) -> Article:
    """The article with the date that its candidates give without a person's decision."""
    found = tuple(c for c in article.date.candidates if c.decision is None)
    return article if len(found) == len(article.date.candidates) else replace(article, date=weigh(found))


def laid(article: Article, decision: Decision) -> Article:
    """The article with one candidate more, which outranks the others and leaves them in their place."""
    return replace(article, date=weigh((*article.date.candidates, _candidate(decision))))


def words(decision: Decision) -> str:
    """``fixed the date as 2017-11-15``."""
    if decision.after == UNKNOWN:
        return "decided that the date can’t be known"
    return f"fixed the date as {decision.after}"


def _candidate(decision: Decision) -> DateCandidate:
    known = decision.after != UNKNOWN
    note = f": {decision.note.rstrip('.')}." if decision.note else "."
    what = "Fixed" if known else "Said to be unknown"
    return DateCandidate(
        value=decision.after,
        earliest=first_day(decision.after) if known else None,
        latest=last_day(decision.after) if known else None,
        where="given",
        words=decision.after,
        why=f"{what} by {decision.who} on {decision.at:%Y-%m-%d}{note}",
        decision=decision.id,
    )


VERB = ArticleVerb(name="fix date", checked=checked, stands=stands, cleared=cleared, laid=laid, words=words)
