"""Names of places in a sentence, folded so that their spellings meet: Sheikhun, Sheikhoun and Shaykhoun are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from onrecord.comparison.figures.lexicon import (
    ANY_EVENT,
    BEFORE_PLACES,
    CALENDAR,
    FATES,
    KINDS,
    LARGE,
    PEOPLES,
    RULERS,
    SMALL,
    SMALL_OF_ONE,
    TITLES,
    Token,
    nations,
)
from onrecord.languages import table

FAR = 6
"""Words between a place and what tells that it is one: "in the rebel-held northern town of"."""
LONGEST = 4
"""Words of one name."""

_PARTICLES = frozenset({"al", "el", "ar", "as", "ash"})
_PREFIX = re.compile(r"^(?:al|el)-")
_ALIKE = tuple(
    (old, new) for old, new in (("kh", "k"), ("sh", "s"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"))
)
_VOWELS = re.compile(r"[aeiouwy]+")
_DOUBLE = re.compile(r"(.)\1+")


class Place(NamedTuple):
    """A place as it is written, its folded name, and whether it is small (a town, a market) or large (a province)."""

    written: str
    key: str
    small: bool
    large: bool


def places_in(tokens: Sequence[Token]) -> Iterator[Place]:
    """The places that a clause names, countries left out: they tell nothing apart."""
    at, joined = 0, False
    while at < len(tokens):
        end = _name_ends(tokens, at)
        if end == at:
            joined = joined and tokens[at].low in {"and", ","}
            at += 1
            continue
        before, after = _told_before(tokens, at), _told_after(tokens, end)
        if after not in RULERS and (joined or before is not None or after in SMALL_OF_ONE or after in LARGE):
            joined = True
            yield from _place(tokens[at:end], before or "", after)
        at = end


def _name_ends(tokens: Sequence[Token], at: int) -> int:
    """Where a run of capitalised words that begins here ends; ``at`` itself where none does."""
    end = at
    while end < len(tokens) and end < at + LONGEST and _names(tokens, end):
        end += 1
    return end


def _names(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in KINDS or token.low in FATES or token.low in ANY_EVENT:
        return False
    bare = _PREFIX.sub("", token.text)
    if bare[:1].isupper() and token.text not in CALENDAR and token.text.removesuffix("s") not in CALENDAR:
        return not (token.text.isupper() and len(token.text) < 5)
    return token.low in _PARTICLES and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()


def _told_before(tokens: Sequence[Token], at: int) -> str | None:
    """The word that tells that a place follows; "" counts as told without saying its size."""
    told: str | None = None
    for back in range(at - 1, max(-1, at - 1 - FAR), -1):
        word = tokens[back]
        if word.low in SMALL or word.low in LARGE:
            return word.low
        if word.low in BEFORE_PLACES:
            return told or ""
        if not word.low[:1].isalpha() or (word.text[:1].isupper() and word.low not in nations()):
            return None
        if word.low == "of":
            told = ""
    return None


def _told_after(tokens: Sequence[Token], end: int) -> str:
    """The noun after a name, but where it has a name of its own: "the Pellish town of Brovna"."""
    after = tokens[end].low if end < len(tokens) else ""
    return "" if end + 1 < len(tokens) and tokens[end + 1].low == "of" and after not in RULERS else after


def _place(name: Sequence[Token], before: str, after: str) -> Iterator[Place]:
    kept = [token for token in name if not _is_everywhere(token.low)]
    if not kept or any(token.text in _bodies() or token.low in TITLES for token in kept):
        return
    if len(kept) > 1 and folded(kept[0].text) in _cities():  # "Aleppo's Salaheddin": two places
        yield Place(kept[0].text, folded(kept[0].text), small=False, large=False)
        kept = kept[1:]
    key = " ".join(folded(token.text) for token in kept)
    if len(key) > 1:
        sizes = {before, after}
        written = " ".join(token.text for token in kept).removesuffix("'s").removesuffix("’s")
        yield Place(written, key, bool(sizes & SMALL), bool(sizes & LARGE))


def apart(places: Sequence[Place], alone: frozenset[str]) -> Iterator[Place]:
    """The places, those of two names taken apart where the first stands alone elsewhere: "Brovna Pellin province"."""
    for place in places:
        first, _, rest = place.key.partition(" ")
        written = place.written.split(" ", 1)
        if rest and first in alone and len(written) > 1:
            yield place._replace(written=written[0], key=first)
            yield place._replace(written=written[1], key=rest)
        else:
            yield place


def is_broad(place: Place) -> bool:
    """Whether much can happen in it on one day: a province, a country's large city."""
    return place.large or place.key in _cities()


def _is_everywhere(word: str) -> bool:
    """Whether a word names a nation, a people or a faith, or is one of a compound with it: "Kurdish-majority"."""
    parts = word.split("-")
    return word in _PARTICLES or any(part in nations() or part in PEOPLES for part in parts)


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A name in plain letters, without its article, its vowels all alike and its doubled letters single."""
    plain = _PREFIX.sub("", anyascii(name).casefold().replace("'", ""))
    for old, new in _ALIKE:
        plain = plain.replace(old, new)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("a", plain.replace("-", " ").removesuffix("s")))


@cache
def _bodies() -> frozenset[str]:
    """Words of bodies' names, and names of bodies: no places."""
    known = table("en", "organisations")
    names = {word for name in known["known"] for word in name.split()}
    return frozenset(known["heads"]) | frozenset(known["acronyms"]) | names


@cache
def _cities() -> frozenset[str]:
    places = table("en", "places")
    names = [*places["cities"], *(row["capital"] for row in places["country"] if "capital" in row)]
    return frozenset(folded(name) for name in names if " " not in name)
