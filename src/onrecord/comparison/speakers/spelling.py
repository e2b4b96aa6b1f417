"""Two spellings of one name: transliterations, slips of the pen, initials, short forms, the order of its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.comparison.speakers.lexicon import given_names, letters, nicknames, particles

_SOUNDS = (
    *(("tch", "5"), ("ch", "5"), ("sch", "6"), ("sh", "6"), ("ph", "f"), ("kh", "k"), ("gh", "k"), ("ck", "k")),
    *(("dh", "d"), ("th", "t"), ("zh", "z"), ("dzh", "j"), ("dj", "j"), ("x", "ks"), ("q", "k"), ("g", "k")),
    *(("c", "k"), ("w", "v")),
)
_SERVANT = re.compile(r"abd[aeou][lr]")  # Abdel Rahman, Abdulrahman, Abdurrahman
_SILENT = re.compile(r"[aeiouyh]")
_DOUBLE = re.compile(r"(.)\1+")
SHORTEST = 5
"""Letters of the shortest word in which a slip of the pen is told from another name."""
SURE = 2
"""Consonants that a transliteration has to share; with no more, few letters may differ: Hassan is not Hussein."""
MOST_APART = 4
"""Letters in which two spellings of a word can differ."""
MOST_GIVEN = 2
"""Letters in which two given names that are both known can differ: Greg is not George."""


class Likeness(NamedTuple):
    """How two names are alike. ``weak``: a role or country in common has to go with it."""

    reasons: tuple[str, ...]
    weak: bool


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The consonants of a word, those alike that alphabets mix up: Qaddafi, Gaddafi, Kadhafi."""
    sounds = _SERVANT.sub("bd", word)
    for written, sound in _SOUNDS:
        sounds = sounds.replace(written, sound)
    return _DOUBLE.sub(r"\1", _SILENT.sub("", sounds))


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    """How two full names of persons, in words, can be one's; None: they can't."""
    mine, theirs = core(one), core(other)
    if mine == theirs:
        return Likeness(("with and without a small word such as “al”",), weak=False)
    if sorted(mine) == sorted(theirs):
        return Likeness(("the same names in another order",), weak=False)
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    if len(mine) < 2:
        return None
    whole = _aligned(mine, theirs)
    if whole is None and len(mine) == len(theirs):
        turned = _aligned((*mine[1:], mine[0]), theirs)
        whole = turned and Likeness(("the same names in another order", *turned.reasons), weak=True)
    return whole or _glued(mine, theirs)


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without its small words, if anything more than one word is left."""
    core = tuple(word for word in words if word not in particles())
    return core if len(core) > 1 else words


def _glued(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness | None:
    """Words written as one, and differently spelled besides: Gholamreza, Gholam Reza."""
    together, apart = letters(mine), letters(theirs)
    whole = all(len(word) > 1 for word in (*mine, *theirs))
    if whole and skeleton(together) == skeleton(apart) and word_likeness(mine[0], theirs[0]):
        return Likeness((f"spelled {' '.join(mine)} and {' '.join(theirs)}",), weak=False)
    return None


def _aligned(shorter: tuple[str, ...], longer: tuple[str, ...]) -> Likeness | None:
    """Each word of the shorter name as one of the longer, in order."""
    found: list[Likeness] = []
    left: list[str] = []
    at = 0
    for word in longer:
        like = word_likeness(shorter[at], word) if at < len(shorter) else None
        if like is None:
            left.append(word)
        else:
            found.append(like)
            at += 1
    if at < len(shorter):
        return None
    if any(len(word) == 1 for word in left) and any(len(word) == 1 for word in shorter):
        return None  # George W., George H. W.
    if left:
        kept = (longer[-len(shorter) :], longer[: len(shorter)])
        ends = shorter in kept or (word_likeness(shorter[0], longer[0]) and word_likeness(shorter[-1], longer[-1]))
        found.append(Likeness((f"“{' '.join(left)}” is left out in one",), weak=not ends))
    odd = [each for each in found if each.reasons]
    weak = any(each.weak for each in odd) or sum(bool(each.reasons) for each in found[: len(shorter)]) > 2
    return Likeness(tuple(reason for each in odd for reason in each.reasons), weak)


@lru_cache(maxsize=50_000)
def word_likeness(one: str, other: str) -> Likeness | None:
    """How two words of names are alike; without reasons where they are equal."""
    if one == other:
        return Likeness((), weak=False)
    if len(one) == 1 or len(other) == 1:
        return Likeness((f"an initial for “{max(one, other, key=len)}”",), weak=True) if one[0] == other[0] else None
    if nicknames().get(one, one) == nicknames().get(other, other):
        return Likeness((f"“{one}” and “{other}” are one name",), weak=False)
    return None if one.endswith("a") != other.endswith("a") else _spelled(one, other)  # Mario, Maria


def _spelled(one: str, other: str) -> Likeness | None:
    away = DamerauLevenshtein.distance(one, other, score_cutoff=MOST_APART)
    sound = skeleton(one)
    both_known = one in given_names() and other in given_names()
    most = MOST_GIVEN if both_known else MOST_APART if len(sound) > SURE else SURE
    if sound == skeleton(other) and len(sound) >= SURE and away <= most:
        return Likeness((_differs(one, other, away),), weak=away > 1 and len(sound) == SURE)
    if away == 1 and min(len(one), len(other)) >= SHORTEST and not both_known:
        return Likeness((_differs(one, other, 1),), weak=True)
    return None


def _differs(one: str, other: str, away: int) -> str:
    if away == 1:
        return f"spelling differs by one letter ({one}, {other})"
    return f"spelling differs by {'two' if away == 2 else 'some'} letters ({one}, {other})"
