"""gzip, unpacked piece by piece: memory is bounded however far it swells, and a torn end is said."""

from __future__ import annotations

import io
import zlib
from typing import Protocol

from onrecord.errors import PageDamaged

_MAGIC = b"\x1f\x8b\x08"
_GZIP = zlib.MAX_WBITS + 16
_PIECE = 65_536


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


def is_gzip(head: bytes) -> bool:
    """Whether bytes begin as gzip does."""
    return head.startswith(_MAGIC)


def first_inflated(head: bytes, most: int) -> bytes:
    """What the beginning of a gzip file unpacks to, at most so many bytes; what it holds before it breaks."""
    try:
        return zlib.decompressobj(_GZIP).decompress(head, most)
    except zlib.error:
        return b""


class Inflating:
    """The unpacked bytes of a gzip stream of one or more members.

    Memory holds one piece in and what was asked for out. How much is read in all is for its reader to bound.
    """

    def __init__(self, stream: _Readable, name: str) -> None:
        self._stream = stream
        self._name = name
        self._inflate = zlib.decompressobj(_GZIP)
        self._packed = b""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end.

        Raises:
            PageDamaged: the stream is cut short, or no gzip.
        """
        wanted = size if size > 0 else io.DEFAULT_BUFFER_SIZE
        while True:
            self._packed = self._packed or self._stream.read(_PIECE)
            if self._inflate.eof and not self._next_member():
                return b""
            ended = not self._packed
            if piece := self._piece(wanted):
                return piece
            if ended and not self._inflate.eof:
                raise PageDamaged(self._name, "its gzip packing is cut short: what came before the cut was read")

    def _piece(self, wanted: int) -> bytes:
        try:
            piece = self._inflate.decompress(self._packed, wanted)
        except zlib.error as error:
            raise PageDamaged(self._name, f"its gzip packing is broken ({error}); what came before was read") from error
        self._packed = self._inflate.unconsumed_tail or self._inflate.unused_data
        return piece

    def _next_member(self) -> bool:
        """Whether another member follows; zeros after the last one are padding, and anything else is left alone."""
        if not self._packed.startswith(_MAGIC[: len(self._packed)]) or not self._packed:
            return False
        self._inflate = zlib.decompressobj(_GZIP)
        return True
