"""Which identities a person asks for."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.comparison.speakers.lexicon import words_of
from onrecord.identities import names_of
from onrecord.model import Identity


def speakers_asked_for(identities: Iterable[Identity], query: str) -> tuple[Identity, ...]:
    """Those of an id, else those of whom a name holds every word of the query as a word's beginning; by name."""
    known = tuple(identities)
    found = [each for each in known if each.id == query.strip().lower()]
    if not found:
        wanted = words_of(query)
        found = [each for each in known if not query.strip() or (wanted and _holds(each, wanted))]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))


def _holds(identity: Identity, wanted: tuple[str, ...]) -> bool:
    for name in {*names_of(identity), *(each.written for each in identity.appearances)}:
        words = words_of(name)
        if all(any(word.startswith(each) for word in words) for each in wanted):
            return True
    return False
