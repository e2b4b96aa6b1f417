"""What a speaker's name says: one person's or body's, or several; titles aside; whose; and whether it is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.comparison.speakers.lexicon import (
    bodies,
    body_words,
    capitals,
    common,
    content,
    given_names,
    is_land,
    kin,
    land_of,
    lands_in,
    particles,
    regal,
    suffixes,
    titles,
    words_of,
)

LONGEST = 200
"""Characters of a name; what is longer is none."""
MOST_WORDS = 16
"""Words of a name."""
MOST_NAMED = 12
"""Names in one that joins several."""
PERSON_WORDS = 5
"""Words of the longest name that is taken for a person's with nothing to show it."""

_AND = re.compile(r"\s*,\s+and\s+|\s+and\s+|\s+&\s+|\s*,\s+")
_ARTICLE = re.compile(r"^(?:the|The|a|an)\s+")
_BASED = re.compile(r"\b[^\W\d_]+[ -]based\s+", re.IGNORECASE)


class Name(NamedTuple):
    """A name as it is compared. ``partial``: many can be called so."""

    name: str
    key: str
    sort: Literal["person", "body"]
    partial: bool
    country: str | None


def names_in(written: str, *, titled: bool, with_the: bool = False) -> Iterator[Name]:
    """The names that a speaker's name joins, or the one. ``titled``: a role is told of them.

    ``with_the``: "the" stands before it in the text, as before no person's name.

    Nothing where it is no name: too long, or without letters.
    """
    if len(written) > LONGEST:
        return
    parts = _AND.split(written, maxsplit=MOST_NAMED)
    joined = len(parts) > 1 and len(parts) <= MOST_NAMED and all(_stands_alone(part) for part in parts)
    for part in parts if joined else (written,):
        words = words_of(part)
        if words and len(words) <= MOST_WORDS:
            thing = with_the and not titled and len(words) > 1 and words[0] not in given_names()
            body = thing or _is_body(part, words, titled=titled)
            yield _body(part, words) if body else _person(part, words)


def _stands_alone(part: str) -> bool:
    """Whether one of several joined names is whole: a person's full name, or a country."""
    words = words_of(part)
    body = _is_body(part, words, titled=False)
    return is_land(words) or words in bodies() or (not body and len(_untitled(words)[1]) > 1)


def _is_body(written: str, words: tuple[str, ...], *, titled: bool) -> bool:
    bare = words[1:] if words[:1] == ("the",) else words
    if bare in bodies() or land_of(bare) is not None or bare in capitals():
        return True
    title, rest = _untitled(bare)
    if title and rest and len(rest) <= PERSON_WORDS and not any(word in body_words() for word in rest):
        return False
    if any(word in body_words() for word in bare) or len(bare) > PERSON_WORDS or " of " in written:
        return not (bare[0] in given_names() and len(bare) <= 3)
    named = written.removeprefix("The ").removeprefix("the ")
    small = any(
        word[:1].islower() and words_of(word)[:1] and words_of(word)[0] not in particles() for word in named.split()
    )
    shouted = len(bare) == 1 and named.isupper() and len(named) > 1
    whose = next(lands_in(bare), None) is not None and bare[0] not in given_names()
    return (small or shouted or whose or named != written) and not titled


def _untitled(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles before a name, and the name."""
    at = 0
    while at < len(words) - 1:
        length = next((n for n in (3, 2, 1) if at + n < len(words) and words[at : at + n] in titles()), 0)
        if not length:
            break
        at += length
    return words[:at], words[at:]


def name_words(name: str) -> tuple[str, ...]:
    """A person's name in words, without titles and suffixes."""
    return tuple(word for word in _untitled(words_of(name))[1] if word not in suffixes())


def suffix_of(name: str) -> str | None:
    """What tells a son from his father, or a king from his forefathers."""
    found = [word for word in words_of(name)[1:] if word in suffixes()]
    return {"junior": "jr", "senior": "sr"}.get(found[0], found[0]) if found else None


def _person(written: str, words: tuple[str, ...]) -> Name:
    title, rest = _untitled(words)
    telling = [word for word in rest if word not in suffixes() | particles() | kin() and len(word) > 1]
    crowned = any(title[at:] in regal() for at in range(len(title)))
    alone = len(telling) < 2
    if alone and crowned:
        return Name(written, " ".join((*title, *rest)), "person", title[-1] != "pope", None)
    return Name(_without(written, len(title)), " ".join(rest), "person", alone, None)


def _without(written: str, titles_before: int) -> str:
    """A name as it is written without so many words of titles before it."""
    parts = written.split()
    while titles_before > 0 and len(parts) > 1:
        titles_before -= len(words_of(parts.pop(0)))
    return " ".join(parts)


def _body(written: str, words: tuple[str, ...]) -> Name:
    name = _ARTICLE.sub("", _BASED.sub("", written)) or written
    words = words_of(name) or words
    if (land := land_of(words)) is not None and is_land(words):
        return Name(name, " ".join(words_of(land)), "body", partial=False, country=land)
    if words in bodies() or words in capitals():
        return Name(name, " ".join(content(words)), "body", partial=False, country=capitals().get(words))
    found = list(lands_in(words))
    if not found:
        telling = content(words)
        generic = all(word in common() or word in body_words() for word in telling)
        small = name[:1].islower()
        key = sorted(telling) if generic else telling
        return Name(name, " ".join(key or words), "body", generic or small, None)
    first, last, land = found[0]
    rest = content((*words[:first], *words[last:]))
    return Name(name, f"{' '.join(sorted(rest)) or 'people'} of {' '.join(words_of(land))}", "body", not rest, land)
