"""Scenes of different articles that tell one event: the same kind, a place in common, days that meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.comparison.figures.places import Place
from onrecord.comparison.figures.scenes import Days, Scene, are_apart, can_be_one, meet

REMEMBERED = timedelta(days=14)
"""A story that names no day tells of something that is not older than this."""
SHARP = 3
"""Days in a stretch that can tell two events of one place apart; a longer one can only rule out."""
FEW = 0.25
"""The share of its tellers that make a place a small one."""
MOST = 64
"""A place where more events than this are known tells none of them apart."""


@dataclass(slots=True, eq=False, kw_only=True)
class Occurrence:
    """One event, as all articles tell it."""

    number: int
    kinds: set[str] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)
    days: list[Days] = field(default_factory=list)
    told: Counter[date] = field(default_factory=Counter)
    """The days of the stories that tell it, and how many do."""

    def take(self, other: Scene | Occurrence) -> None:
        """Learn what a scene, or what was thought another event, adds."""
        self.kinds |= other.kinds
        self.places = {**other.places, **self.places}
        self.days += [days for days in other.days if days not in self.days]


class Occurrences:
    """The events of a record, found by their places and days: each scene is compared with few others."""

    def __init__(self) -> None:
        self._all: dict[int, Occurrence] = {}
        self._same: dict[int, int] = {}
        self._at: dict[str, dict[int, None]] = defaultdict(dict)
        self._on: dict[tuple[str, date], dict[int, None]] = defaultdict(dict)
        """By place and day, and by kind and day."""

    def learn(self, scene: Scene, told: date | None) -> int | None:
        """The number of a scene's event, known or new; None where it names no place and no event alone fits."""
        if not scene.places:
            return self._only_one(scene)
        fitting = [each for each in self._near(scene) if _is_one(each, scene, told)]
        if fitting:
            found = max(fitting, key=lambda each: (_latest(each, told), each.told.total(), -each.number))
            self._join(found, (each for each in fitting if each is not found and _on_one_day(each, scene)))
        else:
            found = self._all[len(self._same)] = Occurrence(number=len(self._same))
            self._same[found.number] = found.number
        found.take(scene)
        found.told.update([told] if told else [])
        self._index(found, scene)
        return found.number

    def now(self, number: int) -> int:
        """The number that an event has after all that turned out to be one were joined."""
        while self._same[number] != number:
            number = self._same[number]
        return number

    def _join(self, found: Occurrence, others: Iterable[Occurrence]) -> None:
        """Events that one scene tells as one."""
        for other in others:
            if can_be_one(found.kinds, other.kinds) and not are_apart(found.places.values(), other.places.values()):
                found.take(other)
                found.told.update(other.told)
                self._same[other.number] = found.number
                self._index(found, other)
                del self._all[other.number]

    def _only_one(self, scene: Scene) -> int | None:
        """The one event of such a kind that is known of a day; None where there are several, or none."""
        days = {first for first, last in scene.days if first == last}
        known = {self.now(number) for kind in scene.kinds for day in days for number in self._on.get((kind, day), ())}
        return known.pop() if len(known) == 1 else None

    def _near(self, scene: Scene) -> list[Occurrence]:
        numbers: dict[int, None] = {}
        for key in scene.places:
            for day in _each(scene.days):
                numbers |= self._on.get((key, day), {})
        for key in scene.places:
            if len(self._at.get(key, ())) <= MOST:
                numbers |= self._at.get(key, {})
        return [self._all[number] for number in dict.fromkeys(map(self.now, numbers))]

    def _index(self, occurrence: Occurrence, added: Scene | Occurrence) -> None:
        """Find an event by what was added: its places, and each day with the places and kinds that are told of it."""
        for key in added.places:
            self._at[key][occurrence.number] = None
        for day in _each(added.days):
            for word in (*added.places, *sorted(added.kinds)):
                self._on[word, day][occurrence.number] = None


def agree_on_sizes(scenes: Sequence[Scene]) -> None:
    """A place that a good part of its tellers call a town or a market is a small one for all."""
    told = [place for scene in scenes for place in scene.places.values()]
    every, small, large = (
        Counter(place.key for place in told if which(place))
        for which in (lambda _: True, lambda place: place.small, lambda place: place.large)
    )
    for scene in scenes:
        for key, place in scene.places.items():
            is_small = small[key] > large[key] and small[key] >= FEW * every[key]
            scene.places[key] = place._replace(small=is_small)


def _is_one(known: Occurrence, scene: Scene, told: date | None) -> bool:
    if not can_be_one(known.kinds, scene.kinds) or are_apart(known.places.values(), scene.places.values()):
        return False
    shared = known.places.keys() & scene.places.keys()
    if not shared or (known.days and scene.days and not meet(known.days, scene.days)):
        return False
    if _on_one_day(known, scene):
        return True
    in_reach = bool(known.days and scene.days) or _in_reach(known, told)
    return in_reach and 2 * len(shared) >= min(len(known.places), len(scene.places))


def _on_one_day(known: Occurrence, scene: Scene) -> bool:
    return meet(_sharp(known.days), _sharp(scene.days))


def _latest(known: Occurrence, told: date | None) -> date:
    """The event's last day that is not after the story's."""
    return max((last for _, last in _sharp(known.days) if told is None or last <= told), default=date.min)


def _in_reach(known: Occurrence, told: date | None) -> bool:
    """Whether an undated event can be the other: told of not long after it."""
    if told is None:
        return False
    span = (told - REMEMBERED, told)
    return meet([span], known.days) if known.days else any(abs(told - other) <= REMEMBERED for other in known.told)


def _sharp(days: Iterable[Days]) -> list[Days]:
    return [(first, last) for first, last in days if (last - first).days <= SHARP]


def _each(days: Iterable[Days]) -> Iterator[date]:
    for first, last in _sharp(days):
        for step in range((last - first).days + 1):
            yield first + timedelta(days=step)
