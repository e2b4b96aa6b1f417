"""A line of text as words, numbers and signs, each with its place."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r"(?P<number>(?<![\w.])\.\d+|\d+(?:[.,٫٬'’\u00a0\u2009\u202f]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|\S"
)
_SAME: Final = dict.fromkeys("-–—―‐‑−", "-") | {"⁄": "/", "“": '"', "”": '"', "µ": "μ"}
_NAMES: Final = frozenset({"IS", "IT", "WHO"})
"""Names, and no verb or pronoun, unless the whole line is in capitals."""


class Token(NamedTuple):
    """One word, number or sign: ``low`` in lower case, with dashes and apostrophes of one kind."""

    text: str
    low: str
    start: int
    end: int
    kind: str
    """``number``, ``word`` or ``sign``."""


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``, their places in the whole text."""
    found = []
    shouted = text[start:end].isupper()
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        kind = match.lastgroup or "sign"
        low = _SAME.get(word) or (word if word in _NAMES and not shouted else word.lower().replace("’", "'"))
        found.append(Token(word, low, match.start(), match.end(), kind))
    return found


def touching(tokens: list[Token], at: int) -> bool:
    """Whether the token at ``at`` follows the one before it without a space."""
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def low(tokens: list[Token], at: int) -> str:
    """The word at ``at`` in lower case; empty outside the line."""
    return tokens[at].low if 0 <= at < len(tokens) else ""
