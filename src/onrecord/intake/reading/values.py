"""The objects in a JSON text of any length, as they are written: those of its list, or one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SIGN = re.compile(r"\\.|[\"{}\[\]]", re.S)
_BETWEEN = " \t\r\n,"
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Value:
    """An object, its text, and the number of the line that it begins on. ``problem``: why there is no text."""

    text: str
    line: int
    problem: str = ""
    too_large: bool = False


class Values:
    """Splits a text that comes in pieces, by its brackets: a broken object doesn't cost the others.

    Memory holds one object, of at most ``most`` characters.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._parts: list[str] = []
        self._size = 0
        self._depth = 0
        self._base: int | None = None  # how many brackets stand around the objects: a list's or none
        self._in_string = False
        self._half = ""  # a backslash, torn from what it escapes
        self._line = self._first = 1

    def over(self, piece: str) -> Iterator[Value]:
        """The objects that end in the next piece."""
        text = self._half + piece
        is_torn = (len(text) - len(text.rstrip("\\"))) % 2 == 1
        self._half, text = ("\\", text[:-1]) if is_torn else ("", text)
        start = 0
        for found in _SIGN.finditer(text):
            sign = found[0]
            if sign == '"':
                self._in_string = not self._in_string
            elif not self._in_string and len(sign) == 1:
                opens = sign in "{["
                if opens and self._depth == (self._base or 0):
                    self._keep(text[start : found.start()])
                    start = found.start()
                    yield from self._between()
                self._depth += 1 if opens else -1
                start = self._entered(sign, found.end(), start)
                if not opens and self._depth <= (self._base or 0):
                    self._keep(text[start : found.end()])
                    start = found.end()
                    yield from self._ended()
        self._keep(text[start:])

    def end(self) -> Iterator[Value]:
        """What is left when there is no more to come."""
        if self._depth > 0 or self._in_string:
            yield Value("", self._first, "it is cut short: what came before the cut was read")
        else:
            yield from self._between()

    def _entered(self, sign: str, end: int, start: int) -> int:
        """Where the text of objects goes on: behind the bracket that opens a list of all."""
        if self._base is not None:
            return start
        self._base = int(sign == "[")
        return end if self._base else start

    def _keep(self, text: str) -> None:
        self._line += text.count("\n")
        self._size += len(text)
        if self._size <= self._most:
            self._parts.append(text)
        else:
            self._parts.clear()

    def _between(self) -> Iterator[Value]:
        """What stands between two objects, where it is more than a comma."""
        words = self._taken().strip(_BETWEEN)
        self._first = self._line
        if words:
            yield Value("", self._first, f"no JSON object: {words[:_LONGEST_SHOWN]!r}")

    def _ended(self) -> Iterator[Value]:
        """The object that ends here, or the end of the list of all."""
        size = self._size
        text = self._taken()
        if self._depth < (self._base or 0) or self._depth < 0:
            self._base, self._depth = None, 0
            if words := text.strip(_BETWEEN + "]}"):
                yield Value("", self._line, f"no JSON object: {words[:_LONGEST_SHOWN]!r}")
        elif size > self._most:
            told = f"an object of {size / 1e6:.0f} MB; if it is a story, raise page_bytes in onrecord.toml"
            yield Value("", self._first, told, too_large=True)
        else:
            yield Value(text, self._first)

    def _taken(self) -> str:
        text = "".join(self._parts)
        self._parts, self._size = [], 0
        return text
