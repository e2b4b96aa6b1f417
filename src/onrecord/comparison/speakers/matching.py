"""The identities of a record, and which of them may be one.

Names are looked up by what spellings share, never all with all: the work grows with the number of names, and what too
many share is looked at only beside its neighbours in the alphabet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from onrecord.comparison.speakers.appearing import appearances
from onrecord.comparison.speakers.bodies import body_likeness, body_shares
from onrecord.comparison.speakers.lexicon import letters, nicknames, words_of
from onrecord.comparison.speakers.namesakes import Side, contradict, identities_of, side_of
from onrecord.comparison.speakers.naming import name_words
from onrecord.comparison.speakers.roles import shared
from onrecord.comparison.speakers.spelling import Likeness, core, likeness, skeleton
from onrecord.identities import span_of
from onrecord.model import Entry, Identity, SpeakerMatch

CROWD = 40
"""So many names that share something are compared with one another; of more, each with its neighbours."""
NEAR = 6
"""How many neighbours that are."""
MOST_OWNERS = 3
"""Full names that a surname alone is matched with; where there are more, it could be anybody."""


def identify(entries: Iterable[Entry]) -> tuple[tuple[Identity, ...], tuple[SpeakerMatch, ...]]:
    """Who speaks in a record, and who may be who. The same for any order of what arrived."""
    found = sorted(identities_of(appearances(entries)), key=lambda each: (each.name, each.id))
    return tuple(found), tuple(sorted(matches_of(found), key=lambda each: (each.one, each.other)))


@dataclass(frozen=True)
class Known:
    """An identity with what it is compared by."""

    identity: Identity

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its name in words, titles left out."""
        return name_words(self.identity.name)

    @cached_property
    def side(self) -> Side:
        """What is told of it."""
        return side_of(self.identity)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Its roles, each once."""
        return tuple(dict.fromkeys(role for each in self.identity.appearances for role in each.roles))

    @property
    def is_partial(self) -> bool:
        """Whether no article gives a full name."""
        return all(each.partial for each in self.identity.appearances)


def matches_of(identities: Iterable[Identity]) -> Iterator[SpeakerMatch]:
    """The pairs that may be one, each with its reasons."""
    known = [Known(each) for each in identities]
    persons = [each for each in known if each.identity.sort == "person"]
    whole = [each for each in persons if not each.is_partial and len(each.words) > 1]
    yield from _persons(whole)
    yield from _surnames([each for each in persons if each.is_partial], whole)
    yield from _bodies([each for each in known if each.identity.sort == "body"])
    yield from _unplaced(known)


def _persons(whole: Sequence[Known]) -> Iterator[SpeakerMatch]:
    shares: dict[str, list[Known]] = defaultdict(list)
    for each in whole:
        for share in _person_shares(each.words):
            shares[share].append(each)
    for one, other in _pairs(shares):
        same = letters(one.words) == letters(other.words)
        like = _same(one, other) if same else likeness(one.words, other.words)
        if like is not None and (found := _judged(one, other, like, same_name=same)):
            yield found


def _same(one: Known, other: Known) -> Likeness | None:
    """What is to be said of one name that two bear: a father and his son can."""
    suffixes = one.side.suffix, other.side.suffix
    if all(suffixes) and suffixes[0] != suffixes[1]:
        return None
    if any(suffixes):
        return Likeness((f"“{suffixes[0] or suffixes[1]}” is left out in one",), weak=True)
    return Likeness(("the same name",), weak=False)


def _person_shares(words: tuple[str, ...]) -> Iterator[str]:
    """What two spellings of one person's name have in common at least one of."""
    words = core(words)
    sounds = [skeleton(word) or word[0] for word in words]
    yield f"called {nicknames().get(words[0], words[0])} {sounds[-1]}"
    yield f"ends {sounds[0][:1]} {sounds[-1]}"
    yield f"letters {''.join(sorted(letters(words)))}"
    yield f"sound {skeleton(letters(words))}"
    yield f"words {' '.join(sorted(sounds))}"
    for sound in sounds[1:]:
        yield f"part {sounds[0]} {sound}"
    for sound in sounds[:-1]:
        yield f"part {sound} {sounds[-1]}"
    yield f"given {words[0]} {words[-1][:3]}"
    yield f"last {words[-1]} {words[0][:2]}"


def _surnames(partial: Sequence[Known], whole: Sequence[Known]) -> Iterator[SpeakerMatch]:
    """A surname alone with the full names that end in it."""
    owners: dict[str, list[Known]] = defaultdict(list)
    for each in whole:
        owners[each.words[-1]].append(each)
    for each in partial:
        ending = owners.get(each.words[-1], ()) if each.words else ()
        fitting = [one for one in ending if _begins(each, one)] if len(ending) <= CROWD else []
        found = [one for one in fitting if not contradict(each.side, one.side)]
        reason = "a surname that one full name here ends in" if len(fitting) == 1 else "the same surname as others here"
        like = Likeness((reason,), weak=len(fitting) > 1)
        judged = [match for one in found if (match := _judged(one, each, like, same_name=False))]
        if len(judged) <= MOST_OWNERS:
            yield from judged


def _begins(partial: Known, whole: Known) -> bool:
    """Whether nothing stands before a surname but initials of the full name. A king's name is no surname."""
    before = core(words_of(partial.identity.name))[:-1]
    return all(len(word) == 1 for word in before) and all(a == b[0] for a, b in zip(before, whole.words, strict=False))


def _bodies(bodies: Sequence[Known]) -> Iterator[SpeakerMatch]:
    shares: dict[str, list[Known]] = defaultdict(list)
    for each in bodies:
        for share in body_shares(each.identity):
            shares[share].append(each)
    for one, other in _pairs(shares):
        like = body_likeness(one.identity, other.identity)
        if like is not None and not contradict(one.side, other.side):
            yield _match(one.identity, other.identity, like.reasons)


def _unplaced(known: Sequence[Known]) -> Iterator[SpeakerMatch]:
    """A body of any country ("the foreign ministry") with that of the one country of which its article has others."""
    homes: dict[str, set[str]] = defaultdict(set)
    placed: dict[str, list[Known]] = defaultdict(list)
    for each in known:
        for appearance in each.identity.appearances:
            if appearance.country:
                homes[appearance.article].add(appearance.country)
            key, _, land = appearance.key.partition(" of ")
            if land and each not in placed[key]:
                placed[key].append(each)
    for each in known:
        first = each.identity.appearances[0]
        if first.sort == "body" and each.is_partial:
            lands = homes[first.article]
            fitting = [one for one in placed.get(first.key, ()) if one.side.country in lands]
            if len(fitting) == 1:
                why = f"the same name with its country; others in that article are of {fitting[0].side.country}"
                yield _match(fitting[0].identity, each.identity, (why,))


def _pairs(shares: dict[str, list[Known]]) -> Iterator[tuple[Known, Known]]:
    """The pairs that share something, each once; in a crowd the neighbours alone."""
    seen: set[tuple[str, str]] = set()
    for crowd in shares.values():
        near = combinations(crowd, 2) if len(crowd) <= CROWD else _neighbours(crowd)
        for one, other in near:
            pair = (one.identity.id, other.identity.id)
            if pair[0] != pair[1] and pair not in seen:
                seen.update((pair, pair[::-1]))
                yield one, other


def _neighbours(crowd: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    ordered = sorted(crowd, key=lambda each: (each.words, each.identity.id))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEAR]:
            yield one, other


def _judged(one: Known, other: Known, like: Likeness, *, same_name: bool) -> SpeakerMatch | None:
    """A match, where nothing speaks against it, or the name is the very same."""
    support = _support(one, other)
    against = contradict(one.side, other.side)
    if (against and not same_name) or (like.weak and not support):
        return None
    doubts = (_told_apart(one, other),) if against else ()
    return _match(one.identity, other.identity, (*like.reasons, *support, *doubts))


def _support(one: Known, other: Known) -> tuple[str, ...]:
    """What roles and countries say for it."""
    role = shared(one.roles, other.roles)
    land = one.side.country if one.side.country == other.side.country else None
    found = [f"both “{role}”"] if role else []
    found += [f"both of {land}"] if land else []
    if found and (years := _years(one, other)):
        found.append(years)
    return tuple(found)


def _years(one: Known, other: Known) -> str:
    first, last = span_of((*one.identity.appearances, *other.identity.appearances))
    if first is None or last is None:
        return ""
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"


def _told_apart(one: Known, other: Known) -> str:
    sides = (one.side.country or one.side.field or "", other.side.country or other.side.field or "")
    return f"against it: told of {sides[0] or 'nobody’s'} and of {sides[1] or 'nobody’s'} at one time"


def _match(one: Identity, other: Identity, reasons: tuple[str, ...]) -> SpeakerMatch:
    first, second = sorted((one.id, other.id))
    return SpeakerMatch(one=first, other=second, reasons=reasons)
