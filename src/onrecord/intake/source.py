"""Bytes under a name, of any length: their beginning at hand, the rest read as it is needed."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import BinaryIO, Protocol

from onrecord.errors import PageEmpty, PageTooLarge
from onrecord.intake.encoding import encoding_of
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


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file, a stream or a part of a container. ``head`` is its beginning, ``stream`` stands behind it."""

    name: str
    head: bytes
    stream: Readable
    settings: Settings
    known: Known = field(default_factory=Known)

    @classmethod
    def of(cls, stream: Readable, name: str, *, settings: Settings, known: Known | None = None) -> Source:
        """A source over a stream that stands at its beginning."""
        head = read_up_to(stream, HEAD_BYTES)
        return cls(name=name, head=head, stream=stream, settings=settings, known=known or Known())

    @classmethod
    def of_bytes(cls, data: bytes, name: str, *, settings: Settings, known: Known | None = None) -> Source:
        """A source over bytes at hand."""
        return cls.of(io.BytesIO(data), name, settings=settings, known=known)

    @cached_property
    def opening(self) -> bytes:
        """The beginning, unpacked where it is gzip."""
        return first_inflated(self.head, HEAD_BYTES) if is_gzip(self.head) else self.head

    @cached_property
    def text(self) -> str:
        """The beginning, decoded."""
        encoding = encoding_of(_whole_characters(self.opening), self.known.charset)
        return self.opening.decode(encoding, errors="replace").removeprefix("\ufeff")[:HEAD_CHARACTERS]

    def open(self) -> BinaryIO:
        """All its bytes, from the beginning. A source is opened once."""
        return io.BufferedReader(_Rejoined(self.head, self.stream), HEAD_BYTES)

    def whole(self) -> bytes:
        """All its bytes, at once.

        Raises:
            PageEmpty, PageTooLarge: nothing, or more than the settings allow.
        """
        most = self.settings.page_bytes
        data = self.head + read_up_to(self.stream, max(0, most + 1 - len(self.head)))
        if len(data) > most:
            raise too_large(self.name, self.settings)
        if not data:
            raise PageEmpty(self.name, "nothing in it")
        return data

    def inside(self, data: bytes, name: str, known: Known | None = None) -> Source:
        """A part of this source, a source itself. What a person said of the whole holds for it."""
        return self.inside_stream(io.BytesIO(data), name, known)

    def inside_stream(self, stream: Readable, name: str, known: Known | None = None) -> Source:
        """As ``inside``, for a part that is read as it is needed."""
        given = self.known
        own = replace(known or Known(captured_at=given.captured_at), published=given.published, outlet=given.outlet)
        return Source.of(stream, name, settings=self.settings, known=own)


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


def _whole_characters(data: bytes) -> bytes:
    """Without the piece of a UTF-8 character that a cut left at the end."""
    end = len(data)
    while end > max(0, len(data) - 4) and data[end - 1] >= 0x80:
        end -= 1
    return data[:end] if len(data) >= HEAD_BYTES else data
