"""Under which names a speaker is to be looked for: those of every spelling that was joined."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Identity
from onrecord.record.names import folded, wanted

MOST = 200
"""Spellings that are looked for."""


def spellings(identities: Iterable[Identity], asked: str) -> tuple[str, ...]:
    """The folded names of the identities that are asked for by id or by words of one of their names.

    Only what the words alone would not find.

    Raises:
        QueryError: there is no word in what is asked for.
    """
    words, id = wanted(asked), asked.strip().lower()
    found: set[str] = set()
    for identity in identities:
        names = {folded(each.written) for each in identity.appearances}
        missed = {name for name in names if not all(_holds(name, word) for word in words)}
        if missed and (identity.id == id or len(missed) < len(names)):
            found |= missed
    return tuple(sorted(found)[:MOST])


def _holds(name: str, word: str) -> bool:
    return f" {word[:-1]}" in name if word.endswith("*") else f" {word} " in name
