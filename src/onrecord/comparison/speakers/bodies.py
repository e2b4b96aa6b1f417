"""Two names of one body: initials and the long form, a name with and without its country, spellings."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.comparison.speakers.lexicon import (
    body_words,
    capitals,
    common,
    content,
    initials,
    lands_in,
    letters,
    spare_words,
    words_of,
)
from onrecord.comparison.speakers.spelling import SHORTEST, Likeness, skeleton
from onrecord.identities import name_in
from onrecord.model import Identity

BEGINNING = 7
"""Letters with which two spellings of a body's name begin alike."""


def body_shares(identity: Identity) -> Iterator[str]:
    """What two names of one body have in common at least one of."""
    for name in {each.name for each in identity.appearances}:
        words = words_of(name)
        yield f"short {letters(words)}"
        if known := initials().get(letters(content(words))):
            yield f"short {known.casefold()}"
        plain = _plain(words)
        yield f"plain {letters(sorted(_unlanded(plain)))}"
        if len(letters(plain)) >= SHORTEST:
            yield f"sound {skeleton(letters(plain))}"
            yield f"begins {letters(plain)[:BEGINNING]}"
        for word in plain:
            if land := _land(words):
                yield f"of {land} {word}"
        if land := capitals().get(words):
            yield f"short {letters(words_of(land))}"
    for each in identity.appearances:
        if each.short:
            yield f"short {each.short.casefold()}"


def _land(words: tuple[str, ...]) -> str | None:
    return next((land for _, _, land in lands_in(words)), None)


def _unlanded(words: tuple[str, ...]) -> set[str]:
    lands = {word for first, last, _ in lands_in(words) for word in words[first:last]}
    return set(words) - lands


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    telling = tuple(word for word in content(words) if word not in spare_words())
    generic = all(word in common() or word in body_words() for word in telling)
    return () if generic and _land(words) is None else telling


def body_likeness(one: Identity, other: Identity) -> Likeness | None:
    """How two names can be one body's; None: they can't."""
    for mine, theirs in ((one, other), (other, one)):
        short = letters(words_of(mine.name))
        if any((each.short or "").casefold() == short for each in theirs.appearances):
            return Likeness((f"an article gives “{mine.name}” as the initials of {theirs.name}",), weak=False)
        if initials().get(letters(content(words_of(theirs.name))), "").casefold() == short:
            return Likeness((f"“{mine.name}” is what {theirs.name} is called",), weak=False)
        if capitals().get(words_of(mine.name)) in {
            each.country for each in theirs.appearances if name_in(each.key) == _letters(each.country)
        }:
            return Likeness((f"{mine.name} is the capital of {theirs.name}, and can stand for it",), weak=False)
    return _spelled(one, other)


def _letters(land: str | None) -> str:
    return letters(words_of(land or ""))


def _spelled(one: Identity, other: Identity) -> Likeness | None:
    mine, theirs = _plain(words_of(one.name)), _plain(words_of(other.name))
    if not mine or not theirs:
        return None
    lands = _land(words_of(one.name)), _land(words_of(other.name))
    if _unlanded(mine) == _unlanded(theirs) and None in lands and lands[0] != lands[1] and _unlanded(mine):
        return Likeness((f"the same name with and without {lands[0] or lands[1]}",), weak=False)
    if sorted(mine) == sorted(theirs):
        odd = " ".join(sorted(set(content(words_of(one.name))) ^ set(content(words_of(other.name)))))
        return Likeness((f"“{odd}” is left out in one" if odd else "the same words",), weak=False)
    away = DamerauLevenshtein.distance(letters(mine), letters(theirs), score_cutoff=2)
    if away < 2 and min(len(letters(mine)), len(letters(theirs))) >= BEGINNING:
        return Likeness((f"spelling differs by {'one letter' if away else 'a space'}",), weak=False)
    less, more = sorted((_unlanded(mine), _unlanded(theirs)), key=len)
    if lands[0] and lands[0] == lands[1] and less and less < more:
        return Likeness((f"“{' '.join(sorted(more - less))}” is left out in one", f"both of {lands[0]}"), weak=False)
    return None
