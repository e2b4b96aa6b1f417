"""The words of ``questions.toml``, and a text's words with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from onrecord.languages import table

_ASKED: Final = table("en", "questions")
_NAMING: Final = _ASKED["naming"]

ANYBODY: Final = frozenset(_ASKED["anybody"])
CIVIL: Final = frozenset(_ASKED["civil"])
FIGHTING: Final = frozenset(_ASKED["fighting"])
UNLIMITING: Final = frozenset(_ASKED["unlimiting"])
AGES: Final = frozenset(_ASKED["ages"])
BOUNDS: Final = frozenset(_ASKED["bounds"])
SINCE: Final = frozenset(_ASKED["since"])
SUPERLATIVES: Final = frozenset(_ASKED["superlatives"])
OVER: Final = frozenset(_ASKED["over"])
MORE: Final = frozenset(_ASKED["more"])
PARTS: Final = frozenset(_ASKED["parts"])
SUFFERING: Final = frozenset(_ASKED["suffering"])
BEGINNINGS: Final = frozenset(_ASKED["beginnings"])
JOINTS: Final = frozenset(_ASKED["joints"])
COUNTS: Final = frozenset(_ASKED["counts"])
VICTIMS: Final = frozenset(_ASKED["victims"])
STATES: Final = frozenset(_ASKED["states"])
EARLIER: Final = frozenset(_ASKED["earlier"])
TOLLS: Final = frozenset(_ASKED["tolls"])
FATE_OF_TOLLS: Final[int] = _ASKED["fate_of_tolls"]
OF_EVENTS: Final = frozenset(_ASKED["of_events"])
FATES: Final[dict[str, int]] = {word: at for at, fate in enumerate(_ASKED["fates"]) for word in fate}
KINDS: Final[dict[str, str]] = {word: kind for kind, words in _ASKED["events"].items() for word in words}
WAR: Final = "war"
"""The kind that is no one event."""
COMPOUNDS: Final = frozenset(_NAMING["compounds"])
ANY_EVENT: Final = frozenset(_NAMING["any_event"])
BEFORE_PLACES: Final = frozenset(_NAMING["places"])
TITLES: Final = frozenset(_NAMING["titles"])
PEOPLES: Final = frozenset(_NAMING["peoples"])
RULERS: Final = frozenset(_NAMING["rulers"])
SMALL: Final = frozenset(_NAMING["small"])
SMALL_OF_ONE: Final = frozenset(_NAMING["small_of_one"])
LARGE: Final = frozenset(_NAMING["large"])
TELLING: Final = frozenset(_NAMING["telling"])
LENGTHS: Final = frozenset(_NAMING["lengths"])
ANSWERING: Final = frozenset(_NAMING["answering"])
OTHERS: Final = frozenset(_NAMING["others"])
SINCE_THEN: Final = frozenset(_NAMING["since_then"])
APART: Final = frozenset(_NAMING["apart"])
PRONOUNS: Final = frozenset(
    word for words in table("en", "pronouns").values() if isinstance(words, list) for word in words
)
CALENDAR: Final = frozenset(word for word in table("en", "names")["calendar"])

_TOKEN: Final = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark, with its place in the text; ``low`` is without capitals and the genitive's ending."""

    start: int
    end: int
    text: str
    low: str


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words and marks between two places."""
    return [
        Token(match.start(), match.end(), match.group(), _low(match.group()))
        for match in _TOKEN.finditer(text, start, end)
    ]


def _low(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


@cache
def nations() -> frozenset[str]:
    """Countries and the names of those who live in them: too large to tell one event from another."""
    rows = table("en", "places")["country"]
    named = [row["name"] for row in rows] + [name for row in rows for name in row.get("demonyms", ())]
    words = {part.casefold() for name in named for part in name.split()}
    return frozenset(words | {word + "s" for word in words} | {word + "n" for word in words})


def begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether another sentence begins at a word, though no full stop stands before it."""
    if at < 1 or tokens[at].text not in BEGINNINGS:
        return False
    before = tokens[at - 1].text
    return before in {")", "]"} or before[0].islower() or before[0].isdigit()
