"""ARC 1 and 2, plain or packed: what the Internet Archive wrote before 2009. Memory holds one record.

Read here and not by warcio, which gives up at the first wrong length and prints its warnings to the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from onrecord.errors import PageDamaged
from onrecord.intake.format import Format, Part
from onrecord.intake.formats.archives.http import parsed
from onrecord.intake.formats.archives.record import Record, address_of, no_page, part_of
from onrecord.intake.links import LeftOut
from onrecord.intake.reading.inflating import Inflating, is_gzip
from onrecord.intake.source import Source, as_file, read_up_to

_LOST = "a record with a wrong length, or junk between records; what follows up to the next one was not read"
_LONGEST_LINE = 16_384
_TIME = re.compile(rb"\d{14}")
_FIELDS = {b"1": 4, b"2": 9}
"""How many fields stand behind the address, which may hold blanks itself, in each version."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The line that a record begins with."""

    uri: str
    time: str
    type: str
    length: str


def _begins(opening: bytes) -> float:
    return float(opening.startswith(b"filedesc://"))


def _parts(source: Source) -> Iterator[Part]:
    stream, version, is_lost = _unpacked(source), b"1", False
    while line := stream.readline(_LONGEST_LINE):
        head = _head(line, version)
        if head is None:
            if line.strip() and not is_lost:
                is_lost = True
                yield PageDamaged(source.name, _LOST)
            continue
        is_lost = False
        if head.uri.startswith("filedesc:"):
            version = _version(stream, head)
            yield LeftOut(source=source.name, counts={"archive's notes": 1})
        else:
            yield _part(head, stream, source)


def _unpacked(source: Source) -> BinaryIO:
    stream = source.open()
    return as_file(Inflating(stream, source.name)) if is_gzip(source.head) else stream


def _head(line: bytes, version: bytes) -> _Head | None:
    uri, *fields = line.strip().rsplit(b" ", _FIELDS[version])
    if len(fields) != _FIELDS[version] or not _TIME.match(fields[1]) or b":" not in uri:
        return None
    time, kind, length = (field.decode("latin-1") for field in (fields[1], fields[2], fields[-1]))
    return _Head(address_of(uri.decode("utf-8", "replace")), time, kind, length)


def _version(stream: BinaryIO, head: _Head) -> bytes:
    """What the archive's own notes say, which are read past."""
    if head.length.isdecimal():
        notes = read_up_to(stream, min(int(head.length), _LONGEST_LINE))
    else:
        notes = b"".join(iter(lambda: stream.readline(_LONGEST_LINE).strip(), b""))
    return notes[:1] if notes[:1] in _FIELDS else b"1"


def _part(head: _Head, stream: BinaryIO, source: Source) -> Part:
    most = source.settings.page_bytes
    if not head.length.isdecimal() or len(head.length) > 18:
        return PageDamaged(f"{head.uri} in {source.name}", f"the archive gives no length of it ({head.length[:20]!r})")
    length = int(head.length)
    block = read_up_to(stream, min(length, most))
    _pass_over(stream, length - len(block))
    response, sent = parsed(block)
    content_type = (response.field("Content-Type") if response else head.type) or ""
    if counted := no_page(head.uri, content_type, response):
        return LeftOut(source=source.name, counts={counted: 1})
    return part_of(
        Record(
            uri=head.uri,
            at=_time(head.time),
            type=content_type,
            response=response,
            sent=lambda: sent,
            cut=length > most,
            truncated="the end of the file" if len(block) < min(length, most) else None,
        ),
        source,
    )


def _pass_over(stream: BinaryIO, size: int) -> None:
    while size > 0 and (piece := stream.read(min(size, 1_048_576))):
        size -= len(piece)


def _time(written: str) -> datetime | None:
    try:
        return datetime.strptime(written[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


FORMAT = Format(name="arc", what="a web archive (ARC)", begins=_begins, parts=_parts)
