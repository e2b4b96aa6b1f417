"""An HTTP response as archives hold it: its status, its kind, and its body without the wrapping of its way."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(r"HTTP/\d(?:\.\d)?\s{1,9}(\d{3})\b")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.I)
_CHUNK = re.compile(rb"[ \t]{0,9}([0-9a-fA-F]{1,8})[ \t]{0,9}(?:;[^\r\n]{0,300})?\r?\n")
_HEAD_BYTES = 65_536
_LONGEST_NUMBER = 19


@dataclass(slots=True, eq=False)
class Response:
    """A head: its status, and what gives the value of a field. Fields are looked up as they are needed."""

    status: int
    field: Callable[[str], str | None]

    def is_whole(self, sent: bytes) -> bool:
        """Whether all of its body is there, by its own word."""
        length = (self.field("Content-Length") or "").strip()
        return length.isdecimal() and len(length) < _LONGEST_NUMBER and len(sent) >= int(length)

    def joined(self, sent: bytes) -> bytes:
        """The body without chunks."""
        return unchunked(sent) if "chunked" in (self.field("Transfer-Encoding") or "").lower() else sent

    def body(self, sent: bytes, most: int) -> bytes:
        """The body as it was meant: at most ``most`` bytes and one more; as it was sent where it can't be unpacked."""
        coding = (self.field("Content-Encoding") or "").strip().lower()
        joined = self.joined(sent)
        return _unpacked(joined, coding, most + 1) if coding not in ("", "identity") else joined


def parsed(block: bytes) -> tuple[Response | None, bytes]:
    """The response in a block, and its body as it was sent; the whole block where there is none."""
    if not block.startswith(b"HTTP/"):
        return None, block
    end = _HEAD_END.search(block, 0, _HEAD_BYTES)
    head = block[: end.start()] if end else block[:_HEAD_BYTES]
    first, *lines = head.decode("latin-1").splitlines()
    status = _STATUS.match(first)
    if status is None:
        return None, block
    parts = (line.partition(":") for line in reversed(lines))
    fields = {name.strip().lower(): value.strip() for name, _, value in parts}
    return Response(int(status[1]), lambda name: fields.get(name.lower())), block[end.end() :] if end else b""


def kind_of(content_type: str) -> tuple[str, str | None]:
    """The kind and the charset that a ``Content-Type`` names."""
    charset = _CHARSET.search(content_type)
    return content_type.partition(";")[0].strip().lower()[:100], charset[1] if charset else None


def unchunked(sent: bytes) -> bytes:
    """The chunks joined. What says that it is in chunks and isn't, or no longer is, is taken as it stands."""
    pieces: list[bytes] = []
    at = 0
    while chunk := _CHUNK.match(sent, at):
        size = int(chunk[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(sent[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
        at += 2 if sent[at : at + 2] == b"\r\n" else sent[at : at + 1] == b"\n"
    return b"".join([*pieces, sent[at:]]) if at else sent


def _unpacked(body: bytes, coding: str, most: int) -> bytes:
    """Unpacked once, and cut at ``most`` bytes; what is cut short gives what came before."""
    for window in {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}.get(coding, ()):
        try:
            return zlib.decompressobj(window).decompress(body, most) or body
        except zlib.error:
            continue
    return _unbrotlied(body, most) if coding == "br" else body


def _unbrotlied(body: bytes, most: int) -> bytes:
    brotlied = brotli.Decompressor()
    try:
        return bytes(brotlied.process(body, output_buffer_limit=most)) or body
    except brotli.error:
        return body
