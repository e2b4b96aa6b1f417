"""Bytes under a name, of any length: their beginning at hand, the rest read as it is needed."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import BinaryIO, Protocol, cast
from zipfile import ZipExtFile

from onrecord.errors import PageEmpty, PageTooLarge
from onrecord.intake.encoding import declared_encoding, encoding_of, settled_encoding, whole_characters
from onrecord.intake.known import Known
from onrecord.intake.reading.inflating import first_inflated, is_gzip
from onrecord.settings import Settings

HEAD_BYTES = 262_144
HEAD_CHARACTERS = 65_536
"""Characters that a format is told by."""


class Readable(Protocol):
    """What bytes are read from; it need not be able to seek."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


@dataclass(kw_only=True, eq=False)
class Source:
    """A file, a stream or a part of a container. ``head`` is its beginning, ``stream`` stands behind it.

    Without a stream, ``head`` is all of it: bytes at hand are never copied.
    ``kind`` is what it is counted as if it turns out to be nothing that can be read; None: that is an error.
    """

    name: str
    head: bytes
    stream: Readable | None
    settings: Settings
    known: Known = field(default_factory=Known)
    kind: str | None = None

    @classmethod
    def of(cls, stream: Readable, name: str, *, settings: Settings, known: Known | None = None) -> Source:
        """A source over a stream that stands at its beginning."""
        head = read_up_to(stream, HEAD_BYTES)
        return cls(name=name, head=head, stream=stream, settings=settings, known=known or Known())

    @classmethod
    def of_bytes(
        cls, data: bytes, name: str, *, settings: Settings, known: Known | None = None, kind: str | None = None
    ) -> Source:
        """A source over bytes at hand, which are not copied."""
        return cls(name=name, head=data, stream=None, settings=settings, known=known or Known(), kind=kind)

    @property
    def opening(self) -> bytes:
        """The beginning, unpacked where it is gzip."""
        return self._unpacked[:HEAD_BYTES]

    @property
    def encoding(self) -> str:
        """What its beginning is written in."""
        return self._settled or self._guessed

    def encoding_of_all(self, data: bytes) -> str:
        """What it is written in, all of it seen; ``data`` is as ``whole`` gives it."""
        return self.encoding if self._settled or len(data) < HEAD_BYTES else encoding_of(data, self._declared)

    @property
    def _unpacked(self) -> bytes:
        return self._inflated if is_gzip(self.head) else self.head

    @cached_property
    def _inflated(self) -> bytes:
        return first_inflated(self.head, HEAD_BYTES)

    @property
    def _declared(self) -> str | None:
        return self.known.charset or declared_encoding(self._unpacked)

    @cached_property
    def _settled(self) -> str | None:
        return settled_encoding(self._unpacked, self._declared)

    @cached_property
    def _guessed(self) -> str:
        start = self.opening if len(self.opening) < HEAD_BYTES else whole_characters(self.opening)
        return encoding_of(start, self._declared)

    def start(self, size: int) -> bytes:
        """So many bytes of the opening."""
        return self._unpacked[: min(size, HEAD_BYTES)]

    def text(self, characters: int = HEAD_CHARACTERS) -> str:
        """The beginning, decoded."""
        start = self.start(4 * characters)
        return start.decode(self.encoding, errors="replace").removeprefix("\ufeff")[:characters]

    def open(self) -> BinaryIO:
        """All its bytes, from the beginning; it can seek where it is a file. A source is opened once."""
        if self.stream is None:
            return io.BytesIO(self.head)
        if isinstance(self.stream, io.BufferedReader | io.BytesIO | ZipExtFile) and self.stream.seekable():
            self.stream.seek(0)
            return cast("BinaryIO", self.stream)
        return as_file(self.stream, self.head)

    def whole(self) -> bytes:
        """All its bytes, at once.

        Raises:
            PageEmpty, PageTooLarge: nothing, or more than the settings allow.
        """
        most = self.settings.page_bytes
        rest = read_up_to(self.stream, max(0, most + 1 - len(self.head))) if self.stream is not None else b""
        data = self.head + rest if rest else self.head
        if len(data) > most:
            raise too_large(self.name, self.settings)
        if not data:
            raise PageEmpty(self.name, "nothing in it")
        return data

    def inside(self, data: bytes, name: str, known: Known | None = None, *, kind: str | None = None) -> Source:
        """A part of this source, a source itself. What a person said of the whole holds for it."""
        return Source.of_bytes(data, name, settings=self.settings, known=self._own(known), kind=kind)

    def inside_stream(self, stream: Readable, name: str, known: Known | None = None) -> Source:
        """As ``inside``, for a part that is read as it is needed."""
        return Source.of(stream, name, settings=self.settings, known=self._own(known))

    def _own(self, known: Known | None) -> Known:
        given = self.known
        made = known or Known(captured_at=given.captured_at)
        is_plain = given.published is None and given.outlet is None
        return made if is_plain else replace(made, published=given.published, outlet=given.outlet)


class _Rejoined(io.RawIOBase):
    """A stream with its beginning put back."""

    def __init__(self, head: bytes, stream: Readable) -> None:
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # all that BufferedReader gives
        chunk = bytes(self._head[: len(buffer)]) or self._stream.read(len(buffer))
        self._head = self._head[len(chunk) :] if self._head else self._head
        buffer[: len(chunk)] = chunk
        return len(chunk)


def as_file(stream: Readable, head: bytes = b"") -> BinaryIO:
    """A stream with its beginning put back, as a file that can be read by the line."""
    return io.BufferedReader(_Rejoined(head, stream), HEAD_BYTES)


def read_up_to(stream: Readable, size: int) -> bytes:
    """``size`` bytes, or all that there are: a pipe gives them piece by piece."""
    pieces, wanted = [], size
    while wanted > 0 and (piece := stream.read(wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces)


def too_large(name: str, settings: Settings) -> PageTooLarge:
    """The error for a page over the limit."""
    limit = settings.page_bytes / 1_000_000
    return PageTooLarge(name, f"larger than {limit:g} MB; if it is a page, raise page_bytes in onrecord.toml")
