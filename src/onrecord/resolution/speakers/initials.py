"""Initials in brackets and what they stand for: the Norvan Press Agency (NPA)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.resolution.lexicon import lexicon
from onrecord.resolution.tokens import Token

_SHORT = re.compile(r"[^\W\d_][^\W_]*(?:&[^\W_]+)?\Z")
_LONGEST = 10
"""Letters of the longest initials."""


def spelled_out(tokens: Sequence[Token]) -> dict[int, tuple[int, int]]:
    """By the index of initials in brackets: first and last word of the name that they stand for.

    The letters are found from the last one backwards, the first one at the beginning of a word (Schwartz and
    Hearst 2003).
    """
    found = {}
    for at in range(1, len(tokens)):
        short = tokens[at].text
        if tokens[at].gap != " (" or not 2 <= len(short) <= _LONGEST or not _is_short(short):
            continue
        first = _first(tokens, at, [c for c in short.lower() if c.isalnum()])
        if first is not None:
            found[at] = (first, at - 1)
    return found


def _is_short(word: str) -> bool:
    return sum(c.isupper() for c in word) >= 2 and _SHORT.match(word) is not None


def _first(tokens: Sequence[Token], at: int, letters: list[str]) -> int | None:
    """The word with which the name begins."""
    word, sentence, reach = at - 1, tokens[at].sentence, min(len(letters) + 5, 2 * len(letters))
    while word >= max(0, at - reach) and tokens[word].sentence == sentence:
        text = tokens[word].lower
        if not tokens[word].capital and text not in lexicon().connectors:
            return None
        place = len(text)
        while letters and (place := text.rfind(letters[-1], 0, place)) >= 0:
            if len(letters) > 1:
                letters.pop()
            elif place == 0:
                return word if word < at - 1 and _begins(tokens[word]) else None
        word -= 1
    return None


def _begins(token: Token) -> bool:
    """Whether a body's name can begin so: "Member of Parliament (MP)" is none."""
    return token.capital and (token.lower,) not in lexicon().roles


def initials_of(words: Sequence[str]) -> str:
    """The initials of a name, small words left out."""
    return "".join(w[0] for w in words if w not in lexicon().connectors)
