"""Figures that answer one question, and which of them conflict. Nothing is compared across populations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from onrecord.comparison.copied import is_copied
from onrecord.languages import table
from onrecord.model import CitedFigure, Copy, Entry, Figure, FigureQuestion

ALIKE = 0.6
"""Populations are the same from this share of the shorter one's words on."""
FEWEST_LIMITS = 2
"""Words that have to limit a population before it is compared: "killed" alone could be anywhere."""
ANYBODY = "people"
"""What nouns for nobody in particular count as."""
SHORTEST_ROOT = 4
"""Letters that a word keeps when its ending is cut off."""
SAME_TIME_DAYS = 1
"""A figure given later than this is an update of the earlier one, not in conflict with it."""

_WORD = re.compile(r"\w+")


def group_figures(entries: Iterable[Entry], copies: tuple[Copy, ...]) -> tuple[FigureQuestion, ...]:
    """The questions that two figures or more answer, from statements that are no copies or restatements."""
    groups: list[list[_Counted]] = []
    for entry in sorted(entries, key=lambda e: (_said(e) or date.max, e.article.id, e.statement.content)):
        if entry.statement.restates is None and not is_copied(entry, copies):
            for figure in entry.statement.figures:
                _join(groups, _counted(entry, figure))
    return tuple(_question(group) for group in groups if len(group) > 1)


@dataclass(frozen=True, kw_only=True)
class _Counted:
    """A cited figure with the words that limit what was counted."""

    cited: CitedFigure
    population: str

    @cached_property
    def limits(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def words(self) -> dict[str, str]:
        """The words of the population that limit it, by their roots."""
        empty = frozenset(table("en", "lineages")["unlimiting"])
        return {_root(word): word for word in _WORD.findall(self.population.casefold()) if word not in empty}

    @cached_property
    def fates(self) -> frozenset[int]:
        """What befell those counted, as places in the language's list."""
        said = {(self.cited.figure.noun or "").casefold(), *self.words.values()}
        return frozenset(at for at, fate in enumerate(table("en", "lineages")["fates"]) if said.intersection(fate))

    @property
    def noun(self) -> str:
        noun = _stem((self.cited.figure.noun or "").casefold())
        return ANYBODY if noun in table("en", "lineages")["anybody"] else noun


def _join(groups: list[list[_Counted]], counted: _Counted) -> None:
    if len(counted.limits) < FEWEST_LIMITS:
        return  # too little tells what was counted: it can be compared with nothing
    for group in groups:
        if all(_comparable(counted, other) for other in group):
            if not any(_repeats(counted, other) for other in group):
                group.append(counted)
            return
    groups.append([counted])


def _repeats(one: _Counted, other: _Counted) -> bool:
    """The same number for the same words by the same speaker: recycled background says nothing new."""
    mine, theirs = one.cited, other.cited
    same_bounds = (mine.figure.low, mine.figure.high) == (theirs.figure.low, theirs.figure.high)
    return same_bounds and mine.speaker == theirs.speaker and one.population == other.population


def _comparable(one: _Counted, other: _Counted) -> bool:
    if one.cited.figure.unit != other.cited.figure.unit or one.noun != other.noun or one.fates != other.fates:
        return False
    smaller = min(len(one.limits), len(other.limits))
    return len(one.limits & other.limits) / smaller >= ALIKE


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _root(word: str) -> str:
    """A word without its inflection, so that "the shelling of" and "as shells hit" meet."""
    endings: list[str] = table("en", "names")["endings"]
    cut = next((word[: -len(e)] for e in endings if word.endswith(e) and len(word) - len(e) >= SHORTEST_ROOT), word)
    return cut.rstrip("e")


def _counted(entry: Entry, figure: Figure) -> _Counted:
    population = entry.article[figure.population] if figure.population else ""
    return _Counted(cited=_cited(entry, figure), population=population)


def _cited(entry: Entry, figure: Figure) -> CitedFigure:
    return CitedFigure(
        article=entry.article.id,
        statement=entry.statement.id,
        figure=figure,
        speaker=entry.statement.speaker.name or entry.statement.speaker.description,
        stance=entry.statement.stance,
        said=_said(entry),
    )


def _said(entry: Entry) -> date | None:
    said = entry.statement.said_on
    return (said.latest if said else None) or entry.article.date.latest


def _question(group: Sequence[_Counted]) -> FigureQuestion:
    figures = tuple(counted.cited for counted in group)
    asked = max(group, key=lambda counted: len(counted.population))
    shared = frozenset.intersection(*(counted.limits for counted in group))
    pairs = combinations(range(len(figures)), 2)
    return FigureQuestion(
        question=f"{asked.cited.figure.noun or asked.cited.figure.unit or ''} {asked.population}".strip(),
        figures=figures,
        conflicts=tuple((a, b) for a, b in pairs if _conflict(figures[a], figures[b])),
        why=f"all count {asked.cited.figure.unit or asked.cited.figure.noun or 'the same'}, and share the words "
        + ", ".join(f"“{word}”" for root, word in sorted(asked.words.items()) if root in shared),
    )


def _conflict(one: CitedFigure, other: CitedFigure) -> bool:
    """Ranges that do not meet, given at one time. An unknown day is never taken for the same one.

    A number that is cited to be doubted is nobody's claim: it conflicts with none.
    """
    if "disputes" in (one.stance, other.stance):
        return False
    if one.said is None or other.said is None or abs((one.said - other.said).days) > SAME_TIME_DAYS:
        return False
    return _apart(one.figure, other.figure) or _apart(other.figure, one.figure)


def _apart(lower: Figure, higher: Figure) -> bool:
    return lower.high is not None and higher.low is not None and lower.high < higher.low
