"""Where an archive can be read again behind a place that is broken, and whether its end is there."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

_PIECE = 1_048_576
_PLAIN = re.compile(rb"\r\n(?=WARC/[01]\.\d+\r?\n)")
_PACKED = re.compile(rb"(?=\x1f\x8b\x08[\x00-\x1f])")
_OVERLAP = 64


def next_record(stream: BinaryIO, start: int) -> int | None:
    """The place of the next record from ``start`` on, where the stream then stands; None where there is none.

    A stream that can't seek is given up.
    """
    if not stream.seekable():
        return None
    stream.seek(0)
    is_packed = stream.read(3) == b"\x1f\x8b\x08"
    pattern, at = (_PACKED if is_packed else _PLAIN), start
    stream.seek(start)
    while piece := stream.read(_PIECE):
        for match in pattern.finditer(piece):
            place = at + match.end()
            if not is_packed or _unpacks_to_a_record(piece[match.end() :]):
                stream.seek(place)
                return place
        if len(piece) < _PIECE:
            return None
        at += len(piece) - _OVERLAP
        stream.seek(at)
    return None


def is_torn(stream: BinaryIO, last: int) -> bool:
    """Whether a packed archive ends within the member at ``last`` or one behind it; fastwarc passes that over."""
    if not stream.seekable():
        return False
    stream.seek(last)
    inflate = zlib.decompressobj(31)
    is_first = True
    while (piece := stream.read(_PIECE)) and not inflate.eof:
        if is_first and not piece.startswith(b"\x1f\x8b\x08"):
            return False
        is_first = False
        try:
            while piece and not inflate.eof:
                inflate.decompress(piece, _PIECE)
                piece = inflate.unconsumed_tail
        except zlib.error:
            return True
    return not is_first and not (inflate.eof and not inflate.unused_data.strip(b"\0"))


def _unpacks_to_a_record(packed: bytes) -> bool:
    """Three bytes begin a packed member by chance now and then; ``WARC/`` inside it is no chance."""
    try:
        return zlib.decompressobj(31).decompress(packed[:4_096], 16).startswith(b"WARC/")
    except zlib.error:
        return False
