"""What a question is called, and why its figures stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from onrecord.comparison.figures.asked import Asked
from onrecord.comparison.figures.places import Place, is_broad
from onrecord.comparison.figures.scenes import Scene
from onrecord.languages import table

T = TypeVar("T", str, tuple[date, date])

_SHOWN = 3
"""How many places, days and words a reason names."""


def named_by_event(group: Sequence[Asked]) -> tuple[str, str]:
    """The question that an event's figures answer, and why they do."""
    said = table("en", "questions")["wording"]
    who, fate = _who(group), _fate(group)
    kinds, places, days = _told_kinds(group), _told_places(group), _told_days(group)
    parts = [
        f"{who} {fate}",
        said["in_event"].format(event=kinds[0] if kinds else said["event"]),
        said["at_place"].format(place=places[0]) if places else "",
    ]
    called = " ".join(filter(None, parts)) + (f", {days[0]}" if days else "")
    told = {"place": places, "day": days, "kind of event": kinds}
    shared = [f"{what} ({', '.join(words[:_SHOWN])})" for what, words in told.items() if words]
    return called, f"all count {who} {fate}, and tell of one {_and(shared)}"


def named_by_words(group: Sequence[Asked]) -> tuple[str, str]:
    """The question by the fullest population, and the words that all of them share."""
    asked = max(group, key=lambda each: (len(each.cited.population), each.cited.id))
    counted = asked.cited.figure.noun or asked.cited.figure.unit or ""
    shared = frozenset.intersection(*(each.limits for each in group))
    words = ", ".join(f"“{word}”" for root, word in sorted(asked.words.items()) if root in shared)
    why = f"all count {asked.cited.figure.unit or asked.cited.figure.noun or 'the same'}, and share the words {words}"
    return f"{counted} {asked.cited.population}".strip(), why


def _and(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _who(group: Sequence[Asked]) -> str:
    return group[0].noun or str(table("en", "questions")["wording"]["people"])


def _fate(group: Sequence[Asked]) -> str:
    fates = table("en", "questions")["fates"]
    return str(fates[group[0].fate][0]) if group[0].fate is not None else ""


def _told_kinds(group: Sequence[Asked]) -> list[str]:
    called = table("en", "questions")["wording"]["events"]
    return [called[kind] for kind in _most(kind for scene in _scenes(group) for kind in sorted(scene.kinds))]


def _told_places(group: Sequence[Asked]) -> list[str]:
    """The place that is told most often first, but for broad ones: a village that heard the blast is not its place."""
    places: list[Place] = [place for scene in _scenes(group) for place in scene.places.values()]
    written: dict[str, Counter[str]] = {}
    for place in places:
        written.setdefault(place.key, Counter())[place.written] += 1
    small, broad = ({place.key for place in places if which(place)} for which in (lambda each: each.small, is_broad))
    often = _most(place.key for place in places)
    first = next((key for key in often if key not in broad), None)
    keys = sorted(often, key=lambda key: (key != first, key not in small))
    return [_most(written[key].elements())[0] for key in keys]


def _told_days(group: Sequence[Asked]) -> list[str]:
    days = _most((last, first) for scene in _scenes(group) for first, last in scene.days)
    return [_days(first, last) for last, first in sorted(days, key=lambda each: each[0] - each[1])]


def _days(first: date, last: date) -> str:
    return f"{first:%-d %b %Y}" if first == last else f"{first:%-d %b} – {last:%-d %b %Y}"


def _scenes(group: Sequence[Asked]) -> list[Scene]:
    return [each.scene for each in group if each.scene is not None]


def _most(things: Iterable[T]) -> list[T]:
    """Each thing once, the most frequent first; of equal ones, in their own order."""
    counts = Counter(sorted(things))
    return [thing for thing, _ in counts.most_common()]
