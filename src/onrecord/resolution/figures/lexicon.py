"""The words of figures, from the language's data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from onrecord.languages import table
from onrecord.resolution.figures.tokens import Token, low, tokens_of

WORDS: Final = table("en", "figures")
NUMBERS: Final = table("en", "numbers")


class Phrases:
    """Phrases of one to four words with what each stands for, found forward from a token or backward up to it."""

    def __init__(self, phrases: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> None:
        pairs = phrases.items() if isinstance(phrases, Mapping) else phrases
        split = sorted(((_split(words), value) for words, value in pairs), key=lambda p: -len(p[0]))
        self._first: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        for words, value in split:
            self._first.setdefault(words[0], []).append((words, value))
            self._last.setdefault(words[-1], []).append((words, value))

    def at(self, tokens: list[Token], at: int) -> tuple[Any, int] | None:
        """The longest phrase that begins at ``at``: what it stands for, and the place after it."""
        for words, value in self._first.get(low(tokens, at), ()):
            if all(low(tokens, at + n) == word for n, word in enumerate(words)):
                return value, at + len(words)
        return None

    def before(self, tokens: list[Token], at: int) -> tuple[Any, int] | None:
        """The longest phrase that ends right before ``at``: what it stands for, and where it begins."""
        for words, value in self._last.get(low(tokens, at - 1), ()):
            start = at - len(words)
            if start >= 0 and all(tokens[start + n].low == word for n, word in enumerate(words)):
                return value, start
        return None


def _split(words: str) -> tuple[str, ...]:
    return tuple(token.low for token in tokens_of(words, 0, len(words)))


def words(*path: str) -> frozenset[str]:
    """A list of words of the data as a set."""
    found: Any = WORDS
    for key in path:
        found = found[key]
    return frozenset(found)
