"""Figures that answer one question, found through an index: no figure is compared with all others."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice

from onrecord.comparison.figures.asked import Asked, asked_of
from onrecord.comparison.figures.cited import Told, cited_by
from onrecord.comparison.figures.naming import named_by_event, named_by_words
from onrecord.comparison.figures.occurrences import Occurrences, agree_on_sizes
from onrecord.comparison.figures.scenes import Scene
from onrecord.counting import compared
from onrecord.model import Copy, Entry, FigureQuestion, Origin

ALIKE = 0.6
"""Populations are the same from this share of the shorter one's words on."""
FEWEST_LIMITS = 2
"""Words that have to limit a population before it is compared: "killed" alone could be anywhere."""
MOST = 200
"""A word that limits the populations of more questions than this tells none of them apart."""


def group_figures(
    entries: Iterable[Entry],
    copies: tuple[Copy, ...] = (),
    *,
    origins: Iterable[Origin] = (),
    own: Iterable[Told] = (),
) -> tuple[FigureQuestion, ...]:
    """The questions that the figures of a record answer; what a copy repeats is marked, and no answer of its own.

    Args:
        entries: statements; what one of them restates is left out.
        copies: the copies among their articles.
        origins: what the articles can be traced back to.
        own: the figures that articles tell in their own words.
    """
    asked = [each for article, cited in cited_by(entries, own, copies, origins) for each in asked_of(article, cited)]
    asked.sort(key=lambda each: (each.cited.said is None, each.cited.said, each.cited.article, each.cited.figure.span))
    events = _by_event([each for each in asked if each.of_event])
    told = {each.cited.id for group in events for each in group}
    worded = _by_words(each for each in asked if each.cited.id not in told)
    questions = [_question(group, *named_by_event(group)) for group in events]
    questions += [_question(group, *named_by_words(group)) for group in worded]
    return tuple(sorted(questions, key=lambda question: (question.question, question.id)))


def _by_event(asked: Sequence[Asked]) -> list[list[Asked]]:
    """Whom one event killed, or wounded: grouped by who was counted and by the event."""
    events = _events(asked)
    groups: dict[tuple[str, int | None, int], list[Asked]] = defaultdict(list)
    for each in asked:
        event = events.get(id(each.scene))
        if event is not None:
            groups[each.noun, each.fate, event].append(each)
    return list(groups.values())


def _events(asked: Iterable[Asked]) -> dict[int, int]:
    """The event of each scene. Those told most fully come first, so that the others find them."""
    scenes = {id(each.scene): (each.scene, each.told) for each in asked if each.scene is not None}
    agree_on_sizes([scene for scene, _ in scenes.values()])
    known = Occurrences()
    found = {id(scene): known.learn(scene, told) for scene, told in sorted(scenes.values(), key=_fullest)}
    return {scene: known.now(number) for scene, number in found.items() if number is not None}


def _fullest(told: tuple[Scene, date | None]) -> tuple[bool, bool, int, str, int]:
    scene = told[0]
    return not scene.places, not scene.days, -len(scene.places), scene.article, scene.number


def _by_words(asked: Iterable[Asked]) -> list[list[Asked]]:
    """The other figures, grouped by the words of their populations."""
    groups: list[list[Asked]] = []
    worded: list[set[frozenset[str]]] = []
    index: dict[tuple[object, ...], dict[int, None]] = defaultdict(dict)
    for each in asked:
        if len(each.limits) < FEWEST_LIMITS:
            continue  # too little tells what was counted: it can be compared with nothing
        kind = (each.cited.figure.unit, _stem(each.noun), each.fates)
        near = _candidates(index, kind, each)
        found = next((n for n in near if all(_alike(each.limits, limits) for limits in worded[n])), len(groups))
        if found == len(groups):
            groups.append([])
            worded.append(set())
        groups[found].append(each)
        worded[found].add(each.limits)
        for word in each.limits:
            index[*kind, word][found] = None
    return groups


def _candidates(
    index: Mapping[tuple[object, ...], dict[int, None]], kind: tuple[object, ...], each: Asked
) -> list[int]:
    """The groups that share a telling word of the population, in the order in which they began."""
    near = {n for word in each.limits for n in islice(index.get((*kind, word), ()), MOST)}
    return sorted(near)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * min(len(one), len(other))


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _question(group: Sequence[Asked], question: str, why: str) -> FigureQuestion:
    cited = tuple(each.cited for each in group)
    first = min(each.id for each in cited)
    id = "q" + hashlib.sha256(first.encode()).hexdigest()[:8]
    return compared(FigureQuestion(id=id, question=question, figures=cited, conflicts=(), why=why))
