"""Lines of a text of any length, as bytes: memory holds a piece of it, and of a line that is too long a part."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from onrecord.intake.encoding import encoding_of
from onrecord.intake.source import Source

_PIECE = 262_144
_WIDE = ("utf-16", "utf-32")  # a line end is more than one byte there


class Lines:
    """The lines of a source, each with its end. A longer one comes in parts of ``longest`` bytes and somewhat more.

    Text of two or four bytes a character comes as UTF-8; line ends of carriage returns alone as line feeds.
    """

    def __init__(self, source: Source, *, longest: int = 1_000_000) -> None:
        opening, told = source.opening, source.encoding
        self._wide = told if told.startswith(_WIDE) else None
        # where the beginning is ASCII, what stands behind it may be anything
        self._encoding = None if opening.isascii() else told
        self._returns = b"\r" in opening and b"\n" not in opening
        self._stream = source.open()
        self._longest = longest

    def __iter__(self) -> Iterator[bytes]:
        """The lines, from the first; once."""
        rest = b""
        for piece in self._pieces():
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                yield line + b"\n"
            if len(rest) > self._longest:
                yield rest
                rest = b""
        if rest:
            yield rest

    def _pieces(self) -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(self._wide)(errors="replace") if self._wide else None
        while data := self._stream.read(_PIECE):
            piece = decoder.decode(data).encode(errors="replace") if decoder else data
            yield piece.replace(b"\r", b"\n") if self._returns else piece

    def encoding_for(self, data: bytes) -> str:
        """The codec that decodes some of the lines; they are asked themselves where that of the others does not fit."""
        if self._wide or data.isascii():
            return "utf-8"
        return encoding_of(data, self._encoding)
