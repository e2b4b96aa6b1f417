"""What later statements say of an event: set, confirmed, moved, denied, cancelled, reported done. Never a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Literal

from onrecord.comparison.copied import is_copied
from onrecord.languages import table
from onrecord.model import Copy, Due, Entry, Lineage, LineageStep, Statement, TimeExpression
from onrecord.moments import times

Step = Literal["set", "confirmed", "moved", "denied", "cancelled", "reported_done"]

_DATING = frozenset({"set", "confirmed", "moved"})
"""The steps that give the event its days."""

_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """An event's naming words: the noun that heads them, and the words that tell which one."""

    head: str
    limits: frozenset[str]

    def fits(self, other: _Name) -> bool:
        """Whether both can name one event: the same head, and neither says what the other rules out."""
        return self.head == other.head and (self.limits <= other.limits or other.limits <= self.limits)


@dataclass(slots=True, kw_only=True)
class _Event:
    """An event as it is followed: what it is called, when and where it stands now, and the steps so far."""

    words: str
    name: _Name
    window: tuple[date | None, date | None] = (None, None)
    place: str | None = None
    steps: list[LineageStep] = field(default_factory=list)


def follow_events(entries: Iterable[Entry], copies: tuple[Copy, ...]) -> tuple[Lineage, ...]:
    """The lineages of the events that statements set a time for, each with two steps or more.

    What a copy repeats of its original is no new word on an event, nor is what an article restates.
    """
    fresh = _counting(entry for entry in entries if not is_copied(entry, copies))
    events: list[_Event] = []
    for entry in sorted(fresh, key=_when):
        known = _known(entry, events)
        if known is not None:
            _follow(known, entry)
        elif (begun := _begin(entry)) is not None:
            events.append(begun)
    return tuple(Lineage(event=event.words, steps=tuple(event.steps)) for event in events if len(event.steps) > 1)


def _counting(entries: Iterable[Entry]) -> list[Entry]:
    """The statements that count, each with the event that another wording of it names where it names none itself."""
    told = tuple(entries)
    fuller = {e.statement.id: e.statement for e in told}
    named = {e.statement.restates: e.statement.event for e in told if e.statement.restates and e.statement.event}
    return [
        replace(e, statement=replace(e.statement, event=e.statement.event or named.get(e.statement.id)))
        for e in told
        if not _is_told_by(fuller.get(e.statement.restates or ""), e.statement)
    ]


def _is_told_by(fuller: Statement | None, statement: Statement) -> bool:
    """Whether a fuller wording says all that a statement says of an event; its days are told by a schedule alone."""
    if fuller is None or statement.kind != "schedule" or statement.due is None:
        return fuller is not None
    told = fuller.due
    return fuller.kind == "schedule" and told is not None and _ends(told) == _ends(statement.due)


def _ends(due: Due) -> tuple[date | None, date | None]:
    return due.earliest, due.latest


def _fuller(event: _Event, entry: Entry) -> None:
    """An event is called by the fullest words that anybody used for it, and known by all of them."""
    named = entry.statement.event
    name = _name(entry.article[named.span]) if named else None
    if named and name and event.name.limits < name.limits:
        event.words, event.name = entry.article[named.span], name


def _when(entry: Entry) -> tuple[date, str, int]:
    said, story = entry.statement.said_on, entry.article.date
    day = (said.latest if said else None) or story.latest or date.max
    return (day, entry.article.id, entry.statement.content[0].start)


def _known(entry: Entry, events: Sequence[_Event]) -> _Event | None:
    """The event that a statement is about: by its own event words, else by a known event's noun in its content.

    Of several that fit, the one whose words or days are the same; else none: a guess would join two histories.
    """
    named = entry.statement.event
    if named is not None:
        name = _name(entry.article[named.span])
        fitting = [event for event in events if name and event.name.fits(name)]
    else:
        words = {word.casefold() for word in _WORD.findall(entry.words)}
        name = None
        fitting = [event for event in events if event.name.head in words]
    if len(fitting) > 1:
        fitting = [event for event in fitting if event.name == name] or [e for e in fitting if _same_days(e, entry)]
    return fitting[0] if len(fitting) == 1 else None


def _same_days(event: _Event, entry: Entry) -> bool:
    due = entry.statement.due
    return due is not None and _ends(due) == event.window


def _begin(entry: Entry) -> _Event | None:
    event, due = entry.statement.event, entry.statement.due
    if event is None or due is None or due.earliest is None or entry.statement.kind != "schedule":
        return None
    words = entry.article[event.span]
    name = _name(words)
    if name is None:
        return None
    begun = _Event(words=words, name=name)
    _take(begun, entry, "set", "the first to give it a time")
    return begun


def _follow(event: _Event, entry: Entry) -> None:
    said = _said(event, entry)
    if said is not None:
        _take(event, entry, *said)
        _fuller(event, entry)


def _said(event: _Event, entry: Entry) -> tuple[Step, str] | None:
    """Which step a later statement is, and why; None where it says nothing of when, where or whether."""
    statement, words = entry.statement, entry.words.casefold()
    if statement.kind == "denial":
        found = _telling("denied", words)
        return ("denied", f"denies: “{found}”") if found else None
    if found := _telling("cancelled", words):
        return "cancelled", f"“{found}”"
    if (found := _telling("reported_done", words)) and not _ahead(entry):
        return "reported_done", f"“{found}”"
    return _scheduled(event, entry) if statement.kind == "schedule" else None


def _ahead(entry: Entry) -> bool:
    """Whether the statement gives days that were still to come when it was said, or cannot tell."""
    due, (said, *_) = entry.statement.due, _when(entry)
    return due is not None and (due.latest is None or due.latest > said)


def _scheduled(event: _Event, entry: Entry) -> tuple[Step, str] | None:
    due, place = entry.statement.due, _place(entry)
    window = (due.earliest, due.latest) if due and due.earliest else None
    if window and window != event.window:
        return "moved", f"from {_days(event.window)} to {_days(window)}"
    if place and event.place and place.casefold() != event.place.casefold():
        return "moved", f"from {event.place} to {place}"
    if window:
        return "confirmed", "the same days"
    found = _telling("moved", entry.words.casefold())
    return ("moved", f"“{found}”, no day given") if found else None


def _take(event: _Event, entry: Entry, step: Step, why: str) -> None:
    days = _told_days(entry) if step == "reported_done" else _due_days(entry) if step in _DATING else None
    if days and step in _DATING:
        event.window = (days.earliest, days.latest)
    event.place = _place(entry) or event.place
    taken = LineageStep(
        step=step,
        article=entry.article.id,
        statement=entry.statement.id,
        value=days.value if days else None,
        earliest=days.earliest if days else None,
        latest=days.latest if days else None,
        why=why,
    )
    if not any(_same_word(taken, earlier) for earlier in event.steps):
        event.steps.append(taken)


def _same_word(one: LineageStep, other: LineageStep) -> bool:
    """An article that says a step twice says it once."""
    return (one.step, one.article, one.earliest, one.latest) == (
        other.step,
        other.article,
        other.earliest,
        other.latest,
    )


def _due_days(entry: Entry) -> Due | None:
    due = entry.statement.due
    return due if due and due.earliest else None


def _told_days(entry: Entry) -> TimeExpression | None:
    """When the event is said to have been held: the first days in the content that were over when it was said."""
    said = _when(entry)[0]
    if said == date.max:
        return None
    found = times(entry.words, published=said)
    return next((each for each in found if each.type == "DATE" and each.latest and each.latest <= said), None)


def _place(entry: Entry) -> str | None:
    event = entry.statement.event
    return entry.article[event.place] if event and event.place else None


def _days(window: tuple[date | None, date | None]) -> str:
    return " – ".join(dict.fromkeys(str(day) for day in window if day)) or "no day"


def _name(words: str) -> _Name | None:
    """The head is the first event noun ("congress of national dialogue"); what isn't empty limits it."""
    data = table("en", "lineages")
    tokens = [token.casefold() for token in _WORD.findall(words)]
    head = next((token for token in tokens if token in data["heads"]), tokens[-1] if tokens else None)
    if head is None:
        return None
    return _Name(head=head, limits=frozenset(tokens) - {head} - frozenset(data["empty"]))


@cache
def _pattern(step: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table("en", "lineages")[step])) + r")\b")


def _telling(step: str, words: str) -> str | None:
    found = _pattern(step).search(words)
    return found.group() if found else None
