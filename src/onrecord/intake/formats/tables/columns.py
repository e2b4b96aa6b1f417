"""Which column of a table holds what: by its name, or by a person's word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from onrecord.errors import UsageError
from onrecord.languages import table

_BETWEEN = re.compile(r"[\W_]+")
_ROLES_FOR_PEOPLE = ("url", "title", "text", "html", "published", "changed", "outlet", "byline", "language", "credits")
_LONGEST_SHOWN, _MOST_SHOWN = 40, 30  # characters of a column's name, columns, in a message


def columns_of(words: str) -> tuple[str, ...]:
    """What a person says of a table's columns (``text=story,date=day``), for ``Settings.columns``.

    Raises:
        UsageError: it can't be understood; says how it is written.
    """
    given = tuple(filter(None, (pair.strip() for pair in words.split(","))))
    mapping(given)
    return given


@cache
def mapping(given: tuple[str, ...]) -> Mapping[str, str]:
    """The normal names of columns by the role that a person gives them.

    Raises:
        UsageError: a pair that is none, or a role that there isn't.
    """
    told = {}
    for pair in given:
        role, sign, column = pair.partition("=")
        if not sign or not normal(column):
            raise UsageError(f"columns: {pair!r} is no pair; write what=COLUMN, such as text=story,date=day")
        told[_role(role)] = normal(column)
    return told


def _role(word: str) -> str:
    name = normal(word)
    role = next((role for role, names in known().items() if name == role or name in names), None)
    if role is None:
        raise UsageError(f"columns: {word.strip()!r} is nothing that a page has; known: {', '.join(_ROLES_FOR_PEOPLE)}")
    return role


def normal(name: str) -> str:
    """A column's name, letter case, blanks and signs aside: ``Published At`` is ``publishedat``."""
    return _BETWEEN.sub("", name[:200]).casefold()


@cache
def known() -> Mapping[str, tuple[str, ...]]:
    """The normal names of each role's columns, the best first."""
    return {role: tuple(map(normal, names)) for role, names in table("any", "columns")["names"].items()}


@cache
def names_for(topic: str) -> tuple[str, ...]:
    """The normal names of ``wrappers``, ``values`` or ``lists``, the best first."""
    return tuple(map(normal, table("any", "columns")[topic]["names"]))


def roles_of(names: Iterable[str]) -> frozenset[str]:
    """The roles that columns of these names have."""
    normals = frozenset(map(normal, names))
    return frozenset(role for role, called in known().items() if not normals.isdisjoint(called))


def is_enough(names: Iterable[str], given: tuple[str, ...] = ()) -> bool:
    """Whether columns of these names can hold a page, or tell where it is."""
    listed = tuple(names)
    told = mapping(given)
    said = {role for role, column in told.items() if column in map(normal, listed)}
    return bool((roles_of(listed) | said) & {"url", "text", "html", "summary"})


def no_fit(names: Iterable[str], given: tuple[str, ...]) -> str:
    """What to tell the person about columns that hold no page by their names, or by the person's."""
    listed = [name.strip()[:_LONGEST_SHOWN] or "(no name)" for name in names]
    shown = ", ".join(listed[:_MOST_SHOWN]) + (f" and {len(listed) - _MOST_SHOWN} more" * (len(listed) > _MOST_SHOWN))
    said = f" (nor do {', '.join(given)} fit)" if given else ""
    example = next(iter(listed), "story")
    return (
        f"none of its columns is known to hold a page's text or address{said}. It has: {shown}. "
        f"Say which is which: --columns 'text={example}' (what=COLUMN, between commas; also url, title, date, outlet)"
    )
