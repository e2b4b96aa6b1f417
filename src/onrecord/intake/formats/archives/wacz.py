"""WACZ: a ZIP file with WARC files in it. Nothing is unpacked to the disk, so that no path in it leads anywhere."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator

from onrecord.errors import PageDamaged, PageEmpty, PageNotText
from onrecord.intake.format import Format, Part
from onrecord.intake.links import LeftOut
from onrecord.intake.source import Source

MOST_MEMBERS = 10_000
MOST_SWELLING = 1_100
"""Bytes out for a byte in: deflate can't do more than 1,032, so that what claims more lies."""
_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")
_INSIDE = (b"datapackage.json", b"archive/", b"indexes/", b"pages/")


def _begins(opening: bytes) -> float:
    """A ZIP file whose first members are those of a WACZ."""
    return float(opening.startswith(_BEGINS[0]) and any(name in opening[:4_096] for name in _INSIDE))


def _parts(source: Source) -> Iterator[Part]:
    stream = source.open()
    if not stream.seekable():
        raise PageNotText(source.name, "a WACZ can't be read from a pipe; save it as a file")
    try:
        with zipfile.ZipFile(stream) as packed:
            yield from _members(packed, source)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise PageDamaged(source.name, f"its ZIP file is broken ({error}); what came before was read") from error


def _members(packed: zipfile.ZipFile, source: Source) -> Iterator[Part]:
    members = packed.infolist()
    if len(members) > MOST_MEMBERS:
        raise PageNotText(source.name, f"a ZIP file of {len(members):,} members, more than {MOST_MEMBERS:,}; refused")
    archives = [member for member in members if member.filename.startswith("archive/") and not member.is_dir()]
    if not archives:
        raise PageEmpty(source.name, "a WACZ without an archive in it")
    yield LeftOut(source=source.name, counts={"files beside the archive": len(members) - len(archives)})
    for member in archives:
        name = f"{source.name}, {member.filename[:200]}"
        if problem := _problem(member):
            yield PageNotText(name, problem)
            continue
        with packed.open(member) as inside:
            yield source.inside_stream(inside, name)


def _problem(member: zipfile.ZipInfo) -> str | None:
    if member.flag_bits & 1:
        return "locked with a password"
    if member.file_size > MOST_SWELLING * max(1, member.compress_size):
        return "it claims to swell beyond what is possible; refused"
    return None


FORMAT = Format(name="wacz", what="a web archive (WACZ)", begins=_begins, parts=_parts)
