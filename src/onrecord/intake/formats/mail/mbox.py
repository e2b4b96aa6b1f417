"""A box of mails (mbox), as mail programs and exports write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.intake.format import Format, Part
from onrecord.intake.reading.inflating import Inflating, is_gzip
from onrecord.intake.reading.mime import fields_of
from onrecord.intake.source import Source, as_file, too_large

_FROM = re.compile(rb"From [^\r\n]{0,400}\d{4}(?:[ \t][+-]\d{4})?[ \t]*\r?\n")
_QUOTED = re.compile(rb"^>(>{0,20}From )", re.M)
_LONGEST_LINE = 1_000_000


def _begins(opening: bytes) -> float:
    first = _FROM.match(opening)
    return float(first is not None and "from" in fields_of(opening[first.end() :]))


def _parts(source: Source) -> Iterator[Part]:
    """Mail by mail: memory holds one, up to the limit for a page."""
    most = source.settings.page_bytes
    for number, data in enumerate(_mails(source, most), 1):
        name = f"{source.name}, mail {number:,}"
        yield too_large(name, source.settings) if len(data) > most else source.inside(data, name)


def _mails(source: Source, most: int) -> Iterator[bytes]:
    """Their bytes, as they were before the box; of one over the limit no more than shows that it is."""
    stream = as_file(Inflating(source.open(), source.name)) if is_gzip(source.head) else source.open()
    lines: list[bytes] = []
    size, after_empty = 0, True
    while line := stream.readline(_LONGEST_LINE):
        if after_empty and _FROM.fullmatch(line):
            if lines:
                yield _unquoted(lines)
            lines, size = [], 0
        elif size <= most:
            lines.append(line)
            size += len(line)
        after_empty = not line.strip()
    if lines:
        yield _unquoted(lines)


def _unquoted(lines: list[bytes]) -> bytes:
    return _QUOTED.sub(rb"\1", b"".join(lines))


FORMAT = Format(name="mbox", what="a box of mails (mbox)", begins=_begins, parts=_parts)
