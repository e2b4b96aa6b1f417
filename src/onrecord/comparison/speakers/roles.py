"""What roles say: whose office-holder somebody is, in which field, and whether two roles are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from onrecord.comparison.speakers.lexicon import fields, lands_in, words_of

_TOWARDS = frozenset({"for", "to", "with", "in", "on", "at", "from", "against", "about", "and"})
_EMPTY = frozenset(
    {"the", "of", "a", "an", "for", "to", "in", "on", "and", "his", "her", "its", "former", "ex", "top", "mr"}
)
_APART = frozenset({frozenset({"state", "sport"}), frozenset({"state", "young"}), frozenset({"arts", "young"})})
LONGEST = 300
"""Characters of a role that are looked at."""


@lru_cache(maxsize=20_000)
def home_of(role: str) -> str | None:
    """The country whose office-holder a role makes somebody: that of "Iran's ambassador to Iraq" is Iran."""
    words = words_of(role[:LONGEST])
    end = next((at for at, word in enumerate(words) if word in _TOWARDS), len(words))
    return next((land for at, _, land in lands_in(words) if at < end), None)


@lru_cache(maxsize=20_000)
def office(role: str) -> frozenset[str]:
    """The words of a role that tell it from others, countries left out."""
    words = words_of(role[:LONGEST])
    lands = {at for first, last, _ in lands_in(words) for at in range(first, last)}
    return frozenset(word for at, word in enumerate(words) if at not in lands and word not in _EMPTY)


def field_of(roles: Iterable[str]) -> str | None:
    """The field of somebody's roles, where they are of one."""
    found = {fields()[word] for role in roles for word in office(role) if word in fields()}
    return found.pop() if len(found) == 1 else None


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether nobody is in both fields at one time."""
    return frozenset({one, other}) in _APART


def shared(mine: Iterable[str], theirs: Iterable[str]) -> str | None:
    """A role that two sets of roles share; one word is none that tells anything, unless it is all of both."""
    others = [office(role) for role in theirs]
    for role in mine:
        words = office(role)
        for other in others:
            both = words & other
            if both and (words == other or (len(both) > 1 and 2 * len(both) >= len(words | other))):
                return role
    return None
