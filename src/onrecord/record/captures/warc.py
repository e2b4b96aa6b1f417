"""A capture as one member of a WARC.gz file, and back.

The whole ``Capture`` stands in a header of its own, so that a record's database can be made anew from its archive.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from datetime import UTC
from io import BytesIO
from urllib.parse import quote, unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.warcwriter import WARCWriter

from onrecord.errors import RecordDamaged
from onrecord.model import Capture
from onrecord.record import codec

_CAPTURE = "Onrecord-Capture"
_REVISIT_PROFILE = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
# every printable ASCII character but the space: a WARC header is one line
_SAFE = "".join(map(chr, range(33, 127)))


def digest_of(data: bytes) -> str:
    """The address of bytes: SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def member(capture: Capture, data: bytes | None) -> bytes:
    """One gzip member with one WARC record. ``data`` None: the bytes stand in an earlier one already."""
    headers = {
        "WARC-Date": capture.captured_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "WARC-Payload-Digest": f"sha256:{capture.digest}",
        _CAPTURE: quote(codec.encode(capture), safe=_SAFE.replace("%", "")),
    }
    if data is None:
        headers["WARC-Profile"] = _REVISIT_PROFILE
    uri = quote(capture.url or f"urn:sha256:{capture.digest}", safe=_SAFE, errors="replace")
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    record = writer.create_warc_record(
        uri,
        "resource" if data is not None else "revisit",
        payload=BytesIO(data or b""),
        length=len(data or b""),
        warc_content_type="application/octet-stream",
        warc_headers_dict=headers,
    )
    writer.write_record(record)
    return out.getvalue()


def parse(stored: bytes) -> tuple[Capture, bytes | None]:
    """The capture in one member, and its bytes (None: they stand in an earlier one).

    Raises:
        RecordDamaged: not a member that ``member`` made.
    """
    try:
        for record in ArchiveIterator(BytesIO(stored)):
            capture = codec.capture(unquote(record.rec_headers.get_header(_CAPTURE) or ""))
            data: bytes = record.content_stream().read()
            return capture, data if record.rec_type == "resource" else None
    except (ArchiveLoadFailed, zlib.error, EOFError) as error:
        raise RecordDamaged(f"not a whole WARC record ({error})") from error
    raise RecordDamaged("no WARC record")


def split(tail: bytes) -> Iterator[bytes]:
    """The whole gzip members at the start of some bytes; what follows the last whole one is torn."""
    while tail:
        inflate = zlib.decompressobj(zlib.MAX_WBITS + 16)
        try:
            inflate.decompress(tail)
        except zlib.error:
            return
        if not inflate.eof:
            return
        rest = inflate.unused_data
        yield tail[: len(tail) - len(rest)]
        tail = rest
