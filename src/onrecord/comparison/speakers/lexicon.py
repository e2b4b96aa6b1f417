"""The language tables that tell names apart, as sets that can be asked fast."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii

from onrecord.languages import table

_WORD = re.compile(r"[a-z0-9]+")
_GENITIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_INSIDE = str.maketrans("", "", "'`.\u2019\u2018\u02bc\u02b9\u02bb")
MOST_LAND_WORDS = 5
"""Words of the longest name of a country."""


@lru_cache(maxsize=50_000)
def words_of(name: str) -> tuple[str, ...]:
    """A name's words in plain small letters, genitives and marks left out: ``Gholam-Hossein``, ``gholam hossein``."""
    plain = anyascii(_GENITIVE.sub("", name).translate(_INSIDE)).translate(_INSIDE)
    return tuple(_WORD.findall(plain.casefold()))


def letters(words: Iterable[str]) -> str:
    """A name's letters alone."""
    return "".join(words)


@cache
def identities() -> Any:
    """What the language says of names of one person or body."""
    return table("en", "identities")


@cache
def particles() -> frozenset[str]:
    """Small words inside names that some spell and some don't."""
    return frozenset(identities()["particles"])


@cache
def kin() -> frozenset[str]:
    """Words that make a name of somebody's child's: Abu Omar."""
    return frozenset(identities()["kin"])


@cache
def titles() -> frozenset[tuple[str, ...]]:
    """What stands before a name and is no part of it."""
    known = table("en", "honorifics")
    listed = [*known["male"], *known["female"], *known["either"], *identities()["honorifics"]]
    return frozenset(words_of(title) for title in listed)


@cache
def regal() -> frozenset[tuple[str, ...]]:
    """Titles with which a given name alone is a name."""
    return frozenset(words_of(title) for title in table("en", "honorifics")["regal"])


@cache
def suffixes() -> frozenset[str]:
    """What tells a son from his father."""
    return frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})


@cache
def nicknames() -> dict[str, str]:
    """Full forms of given names by their short forms and themselves."""
    return {each: group[0] for group in identities()["nicknames"] for each in group}


@cache
def _lands() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in table("en", "places")["country"]:
        for name in (row["name"], *row.get("aliases", ()), *row.get("demonyms", ())):
            found.setdefault(words_of(name), row["name"])
    return found | {words_of(name): land for name, land in identities()["lands"].items()}


@cache
def capitals() -> dict[tuple[str, ...], str]:
    """Countries by the names of their capitals, which speak for them."""
    return {words_of(row["capital"]): row["name"] for row in table("en", "places")["country"]}


@cache
def _proper_lands() -> frozenset[tuple[str, ...]]:
    rows = table("en", "places")["country"]
    return frozenset(words_of(name) for row in rows for name in (row["name"], *row.get("aliases", ())))


def lands_in(words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The countries that words name, or make an adjective of: first word, one behind the last, and its name."""
    at = 0
    while at < len(words):
        for length in range(min(MOST_LAND_WORDS, len(words) - at), 0, -1):
            name = land_of(words[at : at + length])
            if name is not None and words[at + length : at + length + 1] != ("based",):
                yield at, at + length, name
                at += length - 1
                break
        at += 1


def is_land(words: tuple[str, ...]) -> bool:
    """Whether words are a country's name or its capital's, and no adjective made of it."""
    return words in _proper_lands() or words in capitals()


def land_of(words: tuple[str, ...]) -> str | None:
    """The country that words name, an apostrophe lost in them or not: Russia, Russian, Russias."""
    found = _lands().get(words)
    return found if found or not words or not words[-1].endswith("s") else _lands().get((*words[:-1], words[-1][:-1]))


@cache
def given_names() -> frozenset[str]:
    """Names that are given to persons."""
    known = table("en", "given_names")
    return frozenset(letters(words_of(name)) for sort in ("male", "female", "either") for name in known[sort])


@cache
def body_words() -> frozenset[str]:
    """Words that make a name a body's."""
    known = table("en", "organisations")
    heads = frozenset(word for name in known["heads"] for word in words_of(name)) | frozenset(known["nouns"])
    return heads | {f"{head}s" for head in heads}


@cache
def bodies() -> frozenset[tuple[str, ...]]:
    """Names of bodies that no word in them shows."""
    known, outlets = table("en", "organisations"), table("en", "outlets")
    named = [*known["known"], *known["acronyms"], *known["initials"], *known["initials"].values()]
    named += [name for sort in ("outlets", "agencies") for name in outlets[sort]]
    named += [office for row in table("en", "places")["country"] for office in row.get("offices", ())]
    return frozenset(words_of(name) for name in named)


@cache
def initials() -> dict[str, str]:
    """Well-known initials, by the letters of the name that they stand for, without its small words."""
    return {letters(content(words_of(name))): short for short, name in table("en", "organisations")["initials"].items()}


@cache
def common() -> frozenset[str]:
    """Words of bodies' names that tell no country's from another's."""
    return frozenset(_alike().get(word, word) for word in identities()["common"])


def content(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a body's name that count, each in one spelling; bodies inside it by their initials."""
    told = " ".join(word for word in words if word not in _unneeded())
    for short, name in identities()["short"].items():
        told = f" {told} ".replace(f" {name} ", f" {short} ").strip()
    return tuple(_alike().get(word, word) for word in told.split())


@cache
def _alike() -> dict[str, str]:
    found: dict[str, str] = identities()["alike"]
    return found


@cache
def _unneeded() -> frozenset[str]:
    return frozenset(identities()["unneeded"])


@cache
def fields() -> dict[str, str]:
    """The field of a role, by its word."""
    return {word: field for field, listed in identities()["fields"].items() for word in listed}


@cache
def spare_words() -> frozenset[str]:
    """Words that a body's name can go without."""
    return frozenset(identities()["spare"])
