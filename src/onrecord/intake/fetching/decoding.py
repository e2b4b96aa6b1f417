"""Unpacking what a server packed, never further than the limits: gzip, deflate and brotli."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

import brotli

from onrecord.errors import FetchBroken, FetchTooLarge
from onrecord.intake.fetching.connecting import too_large

ACCEPTED = "gzip, deflate, br"
_PIECE = 65_536  # bytes that are unpacked at once
_RATIO = 200  # pages shrink to a tenth, repetitive ones to a fiftieth
_FREE = 1_048_576  # bytes for which the ratio doesn't matter
_GZIP = zlib.MAX_WBITS | 16
_BAD = "see whether a browser gets it"

Feed = Callable[[bytes], Iterator[bytes]]


class Unpacking:
    """The bytes of one body, unpacked as they come. ``coding`` is what its Content-Encoding says."""

    def __init__(self, coding: str, *, limit: int, url: str) -> None:
        self._url = url
        self._limit = limit
        self._came = 0
        self._gave = 0
        self._packed = _packing(coding, url)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What the bytes hold.

        Raises:
            FetchTooLarge: more than the limit, or far more than any page shrinks by.
            FetchBroken: they aren't packed as was said.
        """
        self._came += len(data)
        try:
            for piece in self._packed.feed(data):
                self._count(len(piece))
                yield piece
        except (zlib.error, brotli.error) as error:
            raise FetchBroken(self._url, f"what it sends can't be unpacked ({error}); {_BAD}") from error

    def end(self) -> None:
        """All has come.

        Raises:
            FetchBroken: something is missing.
        """
        if self._came and not self._packed.is_whole():
            raise FetchBroken(self._url, f"it breaks off in the middle of what was packed; {_BAD}")

    def _count(self, count: int) -> None:
        self._gave += count
        if self._gave > self._limit:
            raise too_large(self._url, self._limit)
        if self._gave > max(_FREE, _RATIO * self._came):
            raise FetchTooLarge(
                self._url, f"it unpacks to more than {_RATIO} times its size, as no page does; it may be an attack"
            )


class _Plain:
    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def is_whole(self) -> bool:
        return True


class _Inflated:
    """gzip (one member after another) and deflate (with its header, or raw as some servers send it)."""

    def __init__(self, *, is_gzip: bool) -> None:
        self._is_gzip = is_gzip
        self._begun = b""
        self._inflater: zlib._Decompress | None = None  # its type has no public name

    def feed(self, data: bytes) -> Iterator[bytes]:
        data = self._begun + data
        if self._inflater is None:
            if len(data) < 2:
                self._begun = data
                return
            self._begun = b""
            self._inflater = zlib.decompressobj(self._window(data))
        yield from self._all(self._inflater, data)

    def _window(self, data: bytes) -> int:
        has_header = data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0
        return _GZIP if self._is_gzip else zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS

    def _all(self, inflater: zlib._Decompress, data: bytes) -> Iterator[bytes]:
        while True:
            if inflater.eof:
                if not self._is_gzip or not data.startswith(b"\x1f"):
                    return  # whatever follows is no part of it
                inflater = self._inflater = zlib.decompressobj(_GZIP)
            piece = inflater.decompress(data, _PIECE)
            if piece:
                yield piece
            data = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
            if not data and len(piece) < _PIECE:
                return

    def is_whole(self) -> bool:
        return self._inflater is not None and self._inflater.eof


class _Brotli:
    def __init__(self) -> None:
        self._unpacker = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        while not self._unpacker.is_finished():
            piece = self._unpacker.process(data, output_buffer_limit=_PIECE)
            if not piece and self._unpacker.can_accept_more_data():
                return
            yield piece
            data = b""

    def is_whole(self) -> bool:
        return bool(self._unpacker.is_finished())


def _packing(coding: str, url: str) -> _Plain | _Inflated | _Brotli:
    codings = [word for each in coding.lower().split(",") if (word := each.strip()) not in {"", "identity"}]
    if len(codings) > 1:
        raise FetchBroken(url, f"it is packed several times over ({coding[:80]}), as no page is; {_BAD}")
    match codings:
        case []:
            return _Plain()
        case ["gzip" | "x-gzip"]:
            return _Inflated(is_gzip=True)
        case ["deflate"]:
            return _Inflated(is_gzip=False)
        case ["br"]:
            return _Brotli()
        case _:
            raise FetchBroken(url, f"it is packed in a way that was not asked for ({codings[0][:40]}); {_BAD}")
