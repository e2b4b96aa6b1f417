"""What was altered in the articles of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from onrecord import resolution, revising
from onrecord.model import Article, Change, Entry, Revision, Statement
from onrecord.record import Redating, State, Store
from onrecord.revising.units import plain

_READ_AGAIN = "Read again"


def revisions(store: Store, article: str) -> tuple[Revision, ...]:
    """What was altered in an article, the first time first; captures between which nothing was are left out."""
    states = _altered(store.states(article))
    found = [_revision(before, after, states[:place]) for place, (before, after) in enumerate(_pairs(states), 1)]
    found += (_redated(each) for each in store.redatings(article) if _by_the_page(each))
    return tuple(sorted(found, key=lambda each: each.at))


def vanished(store: Store, article: str) -> tuple[Entry, ...]:
    """The statements that stood in older states of an article and stand in the newest no more, as they last stood."""
    states = store.states(article)
    if not states:
        return ()
    newest = states[-1]
    found: dict[str, Entry] = {}
    for place, state in enumerate(states[:-1]):
        for statement in state.statements:
            if _is_gone(state.article, statement, newest):
                gone_at = _gone_at(state.article, statement, states[place + 1 :])
                found[statement.id] = Entry(article=state.article, statement=statement, vanished=gone_at)
    return tuple(found.values())


def with_vanished(store: Store, entry: Entry) -> Entry:
    """The entry, with when it vanished if it did."""
    gone = (each.vanished for each in vanished(store, entry.article.id) if each.statement.id == entry.statement.id)
    return replace(entry, vanished=next(gone, None))


def changed_words(before: Article, after: Article) -> tuple[Change, ...]:
    """What was altered between two states; nothing where only white space, typesetting or what is no story differs."""
    return revising.changes(before, after, resolution.figures.find)


def _altered(states: Sequence[State]) -> list[State]:
    """The states of which each tells something else than the one before."""
    found: list[State] = []
    for state in states:
        if found and not changed_words(found[-1].article, state.article):
            found[-1] = replace(state, at=found[-1].at)
        else:
            found.append(state)
    return found


def _pairs(states: Sequence[State]) -> Iterable[tuple[State, State]]:
    return pairwise(states)


def _revision(before: State, after: State, earlier: Sequence[State]) -> Revision:
    known = {each.id for state in earlier for each in state.statements}
    return Revision(
        article=after.article.id,
        before=before.article.revision,
        after=after.article.revision,
        at=after.at,
        changes=changed_words(before.article, after.article),
        vanished=tuple(each.id for each in before.statements if _is_gone(before.article, each, after)),
        came=tuple(each.id for each in after.statements if each.id not in known),
    )


def _is_gone(article: Article, statement: Statement, now: State) -> bool:
    """Whether its words went. Where they still stand, only the reader reads them otherwise."""
    if any(each.id == statement.id for each in now.statements):
        return False
    text = plain(now.article.text)
    return not all(plain(article[piece]) in text for piece in statement.content)


def _gone_at(article: Article, statement: Statement, later: Iterable[State]) -> datetime | None:
    return next((state.at for state in later if _is_gone(article, statement, state)), None)


def _by_the_page(change: Redating) -> bool:
    """Whether the page itself was given another day, and not by a copy or a person."""
    return change.why.startswith(_READ_AGAIN) and bool(change.before.earliest and change.after.earliest)


def _redated(change: Redating) -> Revision:
    words = f"{change.before.earliest} → {change.after.earliest}"
    return Revision(
        article=change.article,
        before=change.revision,
        after=change.revision,
        at=change.at,
        changes=(Change(kind="date", words=words),),
    )
