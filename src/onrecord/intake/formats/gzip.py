"""Anything packed with gzip that has no format of its own for it (a sitemap, a saved page): what is inside."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.intake.format import Format, Part
from onrecord.intake.reading.inflating import Inflating
from onrecord.intake.source import Source


def _parts(source: Source) -> Iterator[Part]:
    """Bounded by what reads the inside: a page by its limit, a container by its own."""
    yield source.inside_stream(Inflating(source.open(), source.name), source.name, source.known)


FORMAT = Format(name="gzip", what="gzip-compressed", parts=_parts)
