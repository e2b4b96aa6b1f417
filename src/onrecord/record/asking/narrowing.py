"""Filters as SQL conditions on statements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeAlias, get_args, get_type_hints

from sqlalchemy import ColumnElement, and_

from onrecord.errors import QueryError, UsageError
from onrecord.model import Kind, Stance
from onrecord.record import codec
from onrecord.record.asking import days
from onrecord.record.names import wanted
from onrecord.record.schema import statements
from onrecord.record.store import Day, SearchFilters

_MOST = 2**63 - 1  # SQLite's integers end there

Condition: TypeAlias = ColumnElement[bool]

_said_first, _said_last = statements.c.said_earliest, statements.c.said_latest


def by_search(filters: SearchFilters) -> list[Condition]:
    """The conditions of a search, but for its words and its speaker, which the word index knows.

    Raises:
        UsageError: there is no such filter.
        QueryError: there is no such kind, stance or day.
    """
    check(filters, SearchFilters)
    found = by_kind(filters.get("kind"), filters.get("stance")) + by_outlet(filters.get("outlet"))
    found += said_within(filters.get("since"), filters.get("until"))
    found += due_within(filters.get("due_since"), filters.get("due_until"), filters.get("due_before"))
    if (in_headline := filters.get("in_headline")) is not None:
        found.append(statements.c.in_headline == in_headline)
    return found


def check(filters: Mapping[str, object], allowed: type) -> None:
    """Refuse a filter that nothing would heed.

    Raises:
        UsageError: there is no such filter.
    """
    known = get_type_hints(allowed)
    for name in filters:
        if name not in known:
            raise UsageError(f"there is no filter {name!r}; there are {', '.join(known)}")


def not_negative(number: int | None, what: str) -> int | None:
    """A limit or an offset.

    Raises:
        QueryError: it is less than 0.
    """
    if number is not None and number < 0:
        raise QueryError(f"{what} can't be less than 0")
    return number if number is None else min(number, _MOST)


def by_kind(kind: str | Collection[str] | None, stance: str | None) -> list[Condition]:
    """Statements of a kind, or one of several, and of a stance."""
    kinds = (kind,) if isinstance(kind, str) else kind
    found: list[Condition] = []
    if kinds is not None:
        found.append(statements.c.kind.in_([_one_of(Kind, k, "kind") for k in kinds]))
    if stance is not None:
        found.append(statements.c.stance == _one_of(Stance, stance, "stance"))
    return found


def by_speaker(speaker: str | None, spelled: Collection[str] = ()) -> list[Condition]:
    """Statements whose speaker's name holds every word, or is one of these, folded."""
    if speaker is None:
        return []
    return [and_(*_holding(statements.c.speaker_words, speaker)) | statements.c.speaker_words.in_(list(spelled))]


def by_outlet(outlet: str | None) -> list[Condition]:
    """Statements in articles of an outlet whose name holds every word."""
    return [] if outlet is None else _holding(statements.c.outlet_words, outlet)


def said_within(since: Day | None, until: Day | None) -> list[Condition]:
    """Statements that can have been said in a range of days; a half-known time is open on its other side."""
    found: list[Condition] = []
    if since is not None and until is not None:
        days.in_order(days.first_day(since), days.last_day(until))
    if since is not None or until is not None:
        found.append(_said_first.is_not(None) | _said_last.is_not(None))
    if since is not None:
        found.append(_said_last.is_(None) | (_said_last >= days.first_day(since)))
    if until is not None:
        found.append(_said_first.is_(None) | (_said_first <= days.last_day(until)))
    return found


def due_within(since: Day | None, until: Day | None, before: Day | None) -> list[Condition]:
    """Statements whose due window ends in a range of days."""
    latest = statements.c.due_latest
    found: list[Condition] = []
    if since is not None:
        found.append(latest >= days.first_day(since))
    if until is not None:
        found.append(latest <= days.last_day(until))
    if before is not None:
        found.append(latest <= days.day_before(before))
    return found


def _one_of(literal: Any, asked: str, what: str) -> str:
    known = get_args(literal)
    if asked not in known:
        raise QueryError(f"there is no {what} {asked!r}; there are {', '.join(known)}")
    return asked


def _holding(words: Any, asked: str) -> list[Condition]:
    # the words are letters and digits only, so that nothing in them is special to LIKE
    return [
        words.like(f"% {word[:-1]}%") if word.endswith("*") else words.like(f"% {word} %")
        for word in wanted(codec.storable(asked))
    ]
