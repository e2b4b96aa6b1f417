"""What one cited figure answers: who was counted, what befell them, and in which scene of its article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from onrecord.comparison.figures.fates import fate_of, is_overtaken, is_part
from onrecord.comparison.figures.lexicon import (
    AGES,
    ANYBODY,
    CIVIL,
    FATE_OF_TOLLS,
    FATES,
    FIGHTING,
    LENGTHS,
    MORE,
    OF_EVENTS,
    OVER,
    SINCE,
    SUPERLATIVES,
    UNLIMITING,
    VICTIMS,
    WAR,
    Token,
    nations,
    tokens_of,
)
from onrecord.comparison.figures.places import folded, is_broad
from onrecord.comparison.figures.scenes import SENTENCE, Scene, Scenes
from onrecord.counting import meet, number_of
from onrecord.languages import table
from onrecord.model import Article, CitedFigure, Figure, Span

NEAR = 6
"""Words after a figure among which an age makes it a count of an age."""
WEEK = timedelta(days=7)
SHORTEST_ROOT = 4
"""Letters that a word keeps when its ending is cut off."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A cited figure with what tells which question it answers. ``told``: the day of its story."""

    cited: CitedFigure
    noun: str
    fate: int | None
    scene: Scene | None
    told: date | None
    sentence: int
    more: bool
    """It comes on top of another: "five more"."""
    part: bool = False
    """It counts a part of another: "[14] of the dead"."""

    @property
    def of_event(self) -> bool:
        """Whether it counts whom an event killed or wounded."""
        return self.fate in OF_EVENTS and self.cited.figure.unit is None

    @cached_property
    def words(self) -> dict[str, str]:
        """The words of the population that limit it, by their roots."""
        said = _WORD.findall(self.cited.population.casefold())
        return {root(word): word for word in said if word not in UNLIMITING and not word.isdigit()}

    @cached_property
    def limits(self) -> frozenset[str]:
        """The roots of the words that limit the population."""
        return frozenset(self.words)

    @cached_property
    def fates(self) -> frozenset[int]:
        """Everything that befell those counted, as places in the language's list."""
        said = {FATES[word] for word in (*self.words.values(), self.noun) if word in FATES}
        return frozenset(said if self.fate is None else said | {self.fate})


def root(word: str) -> str:
    """A word without its inflection, so that "the shelling of" and "as shells hit" meet."""
    endings: list[str] = table("en", "names")["endings"]
    cut = next((word[: -len(e)] for e in endings if word.endswith(e) and len(word) - len(e) >= SHORTEST_ROOT), word)
    return cut.rstrip("e")


def asked_of(article: Article, cited: Iterable[CitedFigure]) -> tuple[Asked, ...]:
    """What the figures of one article answer, in text order; what the words leave open is left out."""
    reader = _Reader(article)
    made: list[Asked] = []
    for each in cited:
        made.append(reader.asked(each, made[-1] if made else None))
    return tuple(_told_once(_unmixed(_sorted_out(made))))


class _Reader:
    """Reads what stands around the figures of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._sentences = [found.span() for found in SENTENCE.finditer(article.text)]
        self._starts = [start for start, _ in self._sentences]

    @cached_property
    def scenes(self) -> Scenes:
        return Scenes(self._article)

    def asked(self, cited: CitedFigure, before: Asked | None) -> Asked:
        """What a figure answers, given the figure before it in the text."""
        at = max(bisect_right(self._starts, cited.figure.span.start) - 1, 0)
        tokens = tokens_of(self._article.text, *self._sentences[at])
        first, last = _own_words(tokens, cited.figure.span)
        noun = cited.figure.noun or ""
        fate = fate_of(tokens, first, last, noun.casefold())
        part = is_part(tokens, first, last) or (fate is None and cited.figure.part_of is not None)
        if fate is None and part:
            fate = _of_whole(tokens[:first], before if before is not None and before.sentence == at else None)
        later = _is_over_time(tokens[last + 1 :])
        scene = self._scene(cited) if fate in OF_EVENTS and not later else None
        given = _not_before(self._heard(cited, scene), scene, self._article.date.latest)
        return Asked(
            cited=replace(given, said=None) if is_overtaken(tokens, first) else given,
            noun=_who(noun, tokens[last : last + NEAR]),
            fate=None if later else fate,
            scene=scene,
            told=self._article.date.latest,
            sentence=at,
            more=any(token.low in MORE for token in (*tokens[max(0, first - 2) : first], *tokens[last + 1 : last + 2])),
            part=part,
        )

    def _heard(self, cited: CitedFigure, scene: Scene | None) -> CitedFigure:
        """The article's own words where a town is told to speak: "Brovna: 31 dead" is the headline's."""
        place = scene.places.get(folded(cited.speaker)) if scene and cited.speaker else None
        if place is None or is_broad(place):
            return cited
        return replace(cited, statement="", speaker=self._article.outlet)

    def _scene(self, cited: CitedFigure) -> Scene | None:
        """The event that a figure is told of; a war is none. A bare "19 died" has its event where its population is."""
        at, population = cited.figure.span.start, cited.figure.population
        scene = self.scenes.at(population.start if population and not self.scenes.names(at) else at)
        return scene if scene is not None and scene.kinds != {WAR} else None


def _not_before(cited: CitedFigure, scene: Scene | None, story: date | None) -> CitedFigure:
    """Nobody counts an event's dead before it: then a weekday was the next one, or it was the story's day."""
    if scene is None or not scene.days or cited.said is None or story is None:
        return cited
    first = min(earliest for earliest, _ in scene.days)
    if not cited.said < first <= story:
        return cited
    next_one = cited.said + WEEK
    return replace(cited, said=next_one if first <= next_one < story + WEEK else story)


def _of_whole(ahead: Sequence[Token], before: Asked | None) -> int | None:
    """What befell a whole befell its parts: the figure before, or "the victims"."""
    if before is not None:
        return before.fate
    return FATE_OF_TOLLS if any(token.low in VICTIMS for token in ahead) else None


def _own_words(tokens: Sequence[Token], span: Span) -> tuple[int, int]:
    starts = [token.start for token in tokens]
    first = max(bisect_right(starts, span.start) - 1, 0)
    return first, max(bisect_right(starts, span.end - 1) - 1, first)


def _who(noun: str, after: Sequence[Token]) -> str:
    """Who was counted; empty where nobody in particular, or where what stands for the noun is a name."""
    low = noun.casefold()
    if low in (ANYBODY | MORE) - CIVIL or low in FATES or (noun[:1].isupper() and low not in nations()):
        return ""
    noun = low
    return f"{noun} of an age" if any(token.low in AGES for token in after) else noun


def _is_over_time(after: Sequence[Token]) -> bool:
    """Whether it counts over a time: "killed since the war began", "in two days of attacks"."""
    for at, token in enumerate(after):
        if token.low in SINCE:
            return not any(before.low in SUPERLATIVES for before in after[:at])
        if token.low in LENGTHS and any(before.low in OVER for before in after[max(0, at - 3) : at]):
            return True
    return False


def _sorted_out(made: Sequence[Asked]) -> Iterator[Asked]:
    """Civilians count as people where the article counts no fighters of the same event beside them.

    A part of nobody in particular is left out: "14 of the dead" are fewer than all, and the words don't tell which.
    """
    beside = {(id(each.scene), each.fate) for each in made if each.noun in FIGHTING}
    for each in made:
        if each.part and each.of_event and not each.noun:
            continue
        plain = each.noun in CIVIL and not each.part and (id(each.scene), each.fate) not in beside
        yield replace(each, noun="") if plain else each


def _unmixed(asked: Iterable[Asked]) -> Iterator[Asked]:
    """Of two numbers for one thing in one sentence, or by one voice in one article, the first.

    What the second counts, the words don't tell: a part, another place, or the same at another hour.
    """
    seen: dict[tuple[object, ...], Figure] = {}
    for each in asked:
        figure, thing = each.cited.figure, (each.noun, each.fate, each.cited.figure.unit, id(each.scene))
        voice = (*thing, each.cited.speaker or "")
        added = each.more and voice in seen
        firsts = [seen.setdefault(known, figure) for known in ((*thing, each.sentence), voice)]
        if not each.of_event or (all(meet(first, figure) for first in firsts) and not added):
            yield each


def _told_once(asked: Iterable[Asked]) -> Iterator[Asked]:
    """An article's own words give way to a source that it names for the same number of the same thing."""
    made = tuple(asked)
    sourced = {_claim(each): each.cited for each in made if each.cited.statement}
    for each in made:
        source = sourced.get(_claim(each)) if not each.cited.statement and each.of_event else None
        yield replace(each, cited=replace(each.cited, speaker=source.speaker, said=source.said)) if source else each


def _claim(each: Asked) -> tuple[object, ...]:
    return number_of(each.cited.figure), each.noun, each.fate, each.cited.figure.unit
