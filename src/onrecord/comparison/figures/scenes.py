"""The events of an article that killed or wounded: of what kind, where and when, from all its sentences on each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import NamedTuple

from onrecord.comparison.figures.lexicon import (
    ANSWERING,
    ANY_EVENT,
    APART,
    COMPOUNDS,
    FATES,
    KINDS,
    LENGTHS,
    OF_EVENTS,
    OTHERS,
    SINCE_THEN,
    TELLING,
    TOLLS,
    WAR,
    Token,
    begins,
    tokens_of,
)
from onrecord.comparison.figures.places import Place, apart, is_broad, places_in
from onrecord.model import Article, Span, TimeExpression
from onrecord.moments import times

LONGEST_DAYS = 366
"""A stretch of more days than this tells nothing of when an event was."""
OLD = 60
"""Days before a story from which on an event is not its news."""
LEDE = 3
"""How many of an article's first mentions are of its one event where nothing speaks against it."""
TO = frozenset({"to", "for"})
"""Between an answer and what it answers."""
DATELINE = 80
"""Characters at a text's beginning in which the story's own day is its dateline."""

Days = tuple[date, date]

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?![\s\"”’')\]])[^.!?\n]+)*[.!?]*")
_WEEKDAYS = re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One clause on an event."""

    span: Span
    kinds: frozenset[str]
    places: tuple[Place, ...]
    days: tuple[Days, ...]
    definite: bool
    """Told of before: "the blast"."""
    apart: bool
    """Another event than the one before: "hours after", "in response to"."""


@dataclass(slots=True, eq=False, kw_only=True)
class Scene:
    """One event as one article tells it."""

    article: str
    number: int
    kinds: set[str] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)
    told: Counter[Days] = field(default_factory=Counter)

    @property
    def days(self) -> list[Days]:
        """The days that are told most often: a clause can tell another event's, too."""
        most = max(self.told.values(), default=0)
        return [days for days, count in self.told.items() if count == most]

    def take(self, mention: Mention) -> None:
        """Learn what a mention adds."""
        self.kinds |= mention.kinds
        self.told.update(mention.days)
        for place in mention.places:
            known = self.places.get(place.key)
            if known is None or (place.small and not known.small):
                self.places[place.key] = place


class Scenes:
    """The scenes of one article, and which of them a place in its text belongs to."""

    def __init__(self, article: Article) -> None:
        self.all: list[Scene] = []
        self._starts: list[int] = []
        self._of: list[Scene] = []
        self._named: list[bool] = []
        self._id, self._told = article.id, article.date.latest
        around: list[Place] = []
        for mention, places in _told_apart(_clauses(article)):
            if mention is None or not _is_old(mention, self._told):
                around += places
            if mention is None:
                continue
            scene = self._known(mention) or self._begun()
            scene.take(mention)
            self._starts.append(mention.span.start)
            self._of.append(scene)
            self._named.append(bool(mention.kinds))
        if self.all and not self.all[0].places:
            of_others = self._elsewhere(self.all[0])
            self.all[0].places = {place.key: place for place in around if place.key not in of_others}

    def _elsewhere(self, scene: Scene) -> set[str]:
        """The places where only events of other kinds were: a gas attack elsewhere puts no shelling there."""
        known: dict[bool, set[str]] = {True: set(), False: set()}
        for other in self.all:
            known[can_be_one(scene.kinds, other.kinds)] |= other.places.keys()
        return known[False] - known[True]

    def at(self, place: int) -> Scene | None:
        """The scene of the last mention that begins at or before a place; the article's first where none does."""
        found = bisect_right(self._starts, place) - 1
        return self._of[max(found, 0)] if self._of else None

    def names(self, place: int) -> bool:
        """Whether the last clause on an event that begins at or before a place says of what kind it was."""
        found = bisect_right(self._starts, place) - 1
        return found >= 0 and self._named[found]

    def _begun(self) -> Scene:
        self.all.append(Scene(article=self._id, number=len(self.all)))
        return self.all[-1]

    def _known(self, mention: Mention) -> Scene | None:
        alike = [scene for scene in self._lately() if can_be_one(scene.kinds, mention.kinds)]
        fitting = [scene for scene in alike if _in_time(scene, mention, self._told)]
        keys = {place.key for place in mention.places}
        sharing = [scene for scene in fitting if keys & scene.places.keys()]
        if sharing or mention.definite:
            return next(iter(sharing), None) or self._meant(fitting, mention)
        fitting = [scene for scene in fitting if not are_apart(scene.places.values(), mention.places)]
        if mention.apart or not fitting:
            return None
        unplaced = not (fitting[0].places or fitting[0].told)
        told = len(self._of) < LEDE or not mention.kinds or not (mention.places or mention.days) or unplaced
        return fitting[0] if told or (mention.days and fitting[0].days) else None

    def _meant(self, lately: Sequence[Scene], mention: Mention) -> Scene | None:
        """The last one told by "the blast"; by a bare "the attack" what the article is most about, of two the later."""
        if not lately:
            return None
        bare = not (mention.kinds or mention.places or mention.days)
        return max(lately, key=self._of.count) if bare else lately[0]

    def _lately(self) -> list[Scene]:
        """The scenes, the one that was told of last before the others."""
        return list(dict.fromkeys(reversed(self._of)))


def can_be_one(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two kinds of events can be one: they share a kind, or one of them is of no kind."""
    mine, theirs = set(one), set(other)
    return not mine or not theirs or bool(mine & theirs)


def are_apart(one: Iterable[Place], other: Iterable[Place]) -> bool:
    """Whether both name small places, and nothing that is not broad is named by both."""
    mine, theirs = ({place.key: place for place in places} for places in (one, other))
    if any(not is_broad(place) for key, place in mine.items() if key in theirs):
        return False
    return any(place.small for place in mine.values()) and any(place.small for place in theirs.values())


def meet(one: Sequence[Days], other: Sequence[Days]) -> bool:
    """Whether two sets of days have one in common."""
    return any(a[0] <= b[1] and b[0] <= a[1] for a in one for b in other)


def _in_time(scene: Scene, mention: Mention, told: date | None) -> bool:
    """Whether their days meet. An old event is not one that has no days."""
    if scene.days and mention.days:
        return meet(scene.days, mention.days)
    return not _is_old(mention, told)


def _is_old(mention: Mention, told: date | None) -> bool:
    """Whether all its days are long before the story."""
    return told is not None and bool(mention.days) and all((told - last).days > OLD for _, last in mention.days)


# ── mentions ─────────────────────────────────────────────────────────────────


class Clause(NamedTuple):
    """A clause: what it says of an event, if it does, and the places that it names."""

    mention: Mention | None
    places: tuple[Place, ...]


def _clauses(article: Article) -> Iterator[Clause]:
    """The clauses of an article, title and all, in order. Linear in the text."""
    days = list(_days(article))
    for sentence in SENTENCE.finditer(article.text):
        for tokens in _cut(tokens_of(article.text, *sentence.span())):
            places = tuple(places_in(tokens))
            yield Clause(_mention(tokens, places, days), places)


def _told_apart(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses, two places in one run of names taken apart."""
    told = list(clauses)
    alone = frozenset(place.key for clause in told for place in clause.places if " " not in place.key)
    for mention, named in told:
        places = tuple(apart(named, alone))
        yield Clause(replace(mention, places=places) if mention else None, places)


def _cut(tokens: list[Token]) -> Iterator[list[Token]]:
    """A sentence, cut where one event is told to have come hours or days after another, or to answer it."""
    start = 0
    for at in range(1, len(tokens) - 1):
        if _is_apart(tokens, at) or begins(tokens, at):
            yield tokens[start:at]
            start = at
    if tokens:
        yield tokens[start:]


def _is_apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether what begins at a word is told as another event: "hours [after] …", "in response [to] …"."""
    later = tokens[at].low in APART and tokens[at - 1].low in LENGTHS
    return later or tokens[at].low in SINCE_THEN or (tokens[at].low in TO and tokens[at - 1].low in ANSWERING)


def _mention(clause: list[Token], places: tuple[Place, ...], days: Sequence[TimeExpression]) -> Mention | None:
    named = [at for at, token in enumerate(clause) if _names_event(clause, at)]
    fatal = [at for at, token in enumerate(clause) if FATES.get(token.low) in OF_EVENTS or token.low in TOLLS]
    if not (named or fatal):
        return None
    definite = bool(named) and _is_definite(clause, named[0])
    return Mention(
        span=Span(clause[0].start, clause[-1].end),
        kinds=_kinds(clause[at].low for at in named),
        places=places,
        days=tuple(_happened(clause, clause[min(named + fatal)].start, days, leading=not definite)),
        definite=definite,
        apart=clause[0].low in APART | SINCE_THEN | TO or any(clause[at - 1].low in OTHERS for at in named if at),
    )


def _names_event(clause: Sequence[Token], at: int) -> bool:
    """Whether a word names an event, and is not the first of a compound like "war crimes"."""
    compound = at + 1 < len(clause) and clause[at + 1].low in COMPOUNDS
    return not compound and (clause[at].low in KINDS or clause[at].low in ANY_EVENT)


def _kinds(named: Iterable[str]) -> frozenset[str]:
    """The kinds that words name; a war only where no event in it is named beside it."""
    words = set(named)
    kinds = frozenset(KINDS[word] for word in words if word in KINDS)
    return kinds - {WAR} if kinds - {WAR} or words & ANY_EVENT else kinds


def _is_definite(clause: Sequence[Token], at: int) -> bool:
    """Whether it was told of before: "the blast", "Saturday's attack"."""
    for back in range(at - 1, max(-1, at - 4), -1):
        if clause[back].low in {"a", "an"}:
            return False
        if clause[back].low in {"the", "this", "that"} or _WEEKDAYS.fullmatch(clause[back].text):
            return True
    return False


def _days(article: Article) -> Iterator[TimeExpression]:
    """The days that a text tells, but for its dateline."""
    day = article.date.latest
    # a genitive that lost its apostrophe is read as the day
    text = _WEEKDAYS.sub(lambda found: found.group(1) + " ", article.text)
    for each in times(text, published=day):
        if each.earliest is None or each.latest is None or (each.latest - each.earliest).days > LONGEST_DAYS:
            continue
        dated = any(char.isdigit() for char in article[each.span])
        if not (dated and each.span.start < DATELINE and each.earliest == each.latest == day):
            yield each


def _happened(clause: Sequence[Token], first: int, days: Sequence[TimeExpression], *, leading: bool) -> Iterator[Days]:
    """The days in a clause on which it happened: those after its event's words, and ``leading`` ones before them.

    "On Tuesday tests on victims of the attack …": a day before a known event is that of what is told about it.
    """
    low = bisect_right(days, clause[0].start - 1, key=lambda each: each.span.start)
    for each in islice(days, low, None):
        if each.span.start >= clause[-1].end:
            break
        before = [token for token in clause if token.end <= each.span.start]
        if any(token.low in TELLING for token in before[-2:]) or each.earliest is None or each.latest is None:
            continue
        between = sum(each.span.end <= token.start < first for token in clause)
        if each.span.start > first or between <= 2 or (leading and len(before) <= 2):
            yield each.earliest, each.latest
