"""A list of web addresses, one on a line (a text sitemap, or what somebody collected); ``#`` opens a remark."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import PageEmpty
from onrecord.intake.addresses import LONGEST, web_address
from onrecord.intake.format import Format, Part
from onrecord.intake.links import Link
from onrecord.intake.source import Source


def _looks_like(head: str) -> float:
    if not head.lstrip("\ufeff \t\r\n").startswith(("http", "#")):
        return 0.0
    lines = [line.strip() for line in head.splitlines() if _is_entry(line)]
    whole = lines[:-1] or lines  # the last one may be cut off
    return float(bool(whole) and all(line.startswith(("http://", "https://")) and " " not in line for line in whole))


def _is_entry(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip("\ufeff \t").startswith("#")


def _parts(source: Source) -> Iterator[Part]:
    """Line by line: memory holds one, of bounded length."""
    encoding, stream, number = source.encoding, source.open(), 0
    while raw := stream.readline(4 * LONGEST):
        number += 1
        line = raw.decode(encoding, errors="replace").strip("\ufeff \t\r\n")
        if address := web_address(line):
            yield Link(url=address, source=source.name)
        elif _is_entry(line):
            yield PageEmpty(f"{source.name}, line {number}", "no web address")


FORMAT = Format(name="addresses", what="a list of web addresses", looks_like=_looks_like, parts=_parts)
