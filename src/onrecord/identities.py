"""Persons and bodies across articles: what is told of one, and how two are put together or one is taken apart.

Pure, for every room that forms, decides on or shows a speaker.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from onrecord.model import Appearance, Identity

_ROLE_WORD = re.compile(r"\w+")
_SMALL = frozenset({"the", "a", "of", "s"})


class Held(NamedTuple):
    """A role, the first and last day on which it was told, and in how many articles."""

    role: str
    first: date | None
    last: date | None
    articles: int


def id_of(*parts: str) -> str:
    """The id of an identity by what tells it from others."""
    return "p" + hashlib.sha256("|".join(parts).encode()).hexdigest()[:8]


def anchor_of(appearance: Appearance) -> str:
    """What an appearance is called in decisions: it outlives everything that its article's text outlives."""
    return f"{appearance.key}@{appearance.article}"


def name_in(anchor: str) -> str:
    """The letters of the name in an anchor: those of one name, however its words are parted."""
    return anchor.partition("@")[0].replace(" ", "")


def made(id: str, appearances: Iterable[Appearance], why: str = "", decided: tuple[str, ...] = ()) -> Identity:
    """An identity, called by the fullest of the names that most articles use."""
    all_of_them = tuple(sorted(appearances, key=_order))
    return Identity(
        id=id, name=_called(all_of_them), sort=_sort(all_of_them), appearances=all_of_them, why=why, decided=decided
    )


def merged(one: Identity, other: Identity, why: str, told: str) -> Identity:
    """Two identities as one, under the name of the one that is told more fully; the ids of both lead to it."""
    both = (*one.appearances, *other.appearances)
    kept = min(
        (one, other), key=lambda each: (all(a.partial for a in each.appearances), -len(each.appearances), each.id)
    )
    joined = made(kept.id, both, why, tuple(dict.fromkeys((*one.decided, *other.decided, told))))
    return replace(joined, name=kept.name if all(a.partial for a in both) else _called(joined.appearances))


def names_of(identity: Identity) -> tuple[str, ...]:
    """The spellings of an identity, the one that most articles use first."""
    count = Counter(each.name for each in identity.appearances)
    return tuple(sorted(count, key=lambda name: (-count[name], name)))


def roles_of(identity: Identity) -> tuple[Held, ...]:
    """The roles with the days between which they were told, the first one first."""
    told: dict[str, list[Appearance]] = {}
    spelled: dict[str, str] = {}
    for each in identity.appearances:
        for role in each.roles:
            key = _plain(role)
            spelled.setdefault(key, role)
            told.setdefault(key, []).append(each)
    held = [Held(spelled[key], *span_of(those), len({each.article for each in those})) for key, those in told.items()]
    return tuple(sorted(held, key=lambda each: (each.first or date.max, -each.articles, each.role)))


def _plain(role: str) -> str:
    """A role by its words: "Norway’s foreign minister" is "the foreign minister of Norway"."""
    words = _ROLE_WORD.findall(role.casefold())
    return " ".join(sorted({word for word in words if word not in _SMALL}))


def span_of(appearances: Iterable[Appearance]) -> tuple[date | None, date | None]:
    """The first and last day of appearances, as far as they are known."""
    days = [day for each in appearances for day in (each.first, each.last) if day is not None]
    return (min(days), max(days)) if days else (None, None)


def outlets_of(identity: Identity) -> tuple[str, ...]:
    """The outlets through which they were heard, in order of their names."""
    return tuple(sorted({each.outlet for each in identity.appearances if each.outlet}))


def said_in(identities: Iterable[Identity]) -> Iterator[tuple[str, str]]:
    """The articles with the speakers' names, as they are written there, that are these identities."""
    for identity in identities:
        for each in identity.appearances:
            yield each.article, each.written


def _order(appearance: Appearance) -> tuple[date, str, str]:
    return appearance.first or date.max, appearance.article, appearance.written


def _called(appearances: tuple[Appearance, ...]) -> str:
    articles = Counter(each.name for each in appearances if not each.partial)
    articles = articles or Counter(each.name for each in appearances)
    most = max(articles.values(), default=0)
    often = [name for name, count in articles.items() if 2 * count > most]
    return min(often, key=lambda name: (-len(name.split()), -articles[name], len(name), name), default="")


def _sort(appearances: tuple[Appearance, ...]) -> Literal["person", "body"]:
    persons = sum(each.sort == "person" for each in appearances)
    return "person" if 2 * persons >= len(appearances) else "body"
