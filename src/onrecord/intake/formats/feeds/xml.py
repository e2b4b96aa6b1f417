"""RSS, RDF and Atom, read as they come: memory holds one entry, whatever the feed's length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.errors import PageDamaged
from onrecord.intake.format import Format, Part
from onrecord.intake.formats.feeds.entry import Entry, part_of
from onrecord.intake.formats.feeds.loose import loose_entries
from onrecord.intake.formats.feeds.xml_entries import BESIDE, Channel, entry_of
from onrecord.intake.reading.xml import entries, local_name, root_of
from onrecord.intake.source import Source

_ROOTS = frozenset({"rss", "feed", "channel"})
_RSS_IN_RDF = ("purl.org/rss/1.0", "my.netscape.com/rdf", "channel.netscape.com/rdf")


_START = re.compile(r"<\?xml\s|<(?:rss|rdf:RDF|feed)\s[^<>]{0,5000}(?:version|xmlns)\s?=", re.I)
_JUNK = 4_000  # characters: what a server printed before the feed began


def _looks_like(head: str) -> float:
    root, attributes = root_of(head) or ("", "")
    if root == "RDF":
        return float(any(name in attributes for name in _RSS_IN_RDF))
    if root.lower() in _ROOTS:
        return 1.0
    start = _START.search(head[:_JUNK])
    behind = root_of(head[start.start() :]) if start and root.lower() != "html" else None
    return 0.95 if behind and behind[0].lower() in _ROOTS else 0.0


def _parts(source: Source) -> Iterator[Part]:
    number = 0
    try:
        for number, entry in enumerate(_entries(source), 1):
            yield part_of(entry, source, number)
    except PageDamaged:
        if number:
            raise
    if not number:
        for number, entry in enumerate(loose_entries(source), 1):
            yield part_of(entry, source, number)


def _entries(source: Source) -> Iterator[Entry]:
    channel = Channel()
    for element in entries(source, "item", "entry", beside=BESIDE, start=_START):
        if local_name(element) in ("item", "entry"):
            yield entry_of(element, channel, source.known.url)
        else:
            channel.take(element)


FORMAT = Format(
    name="feed",
    what="a feed (RSS or Atom)",
    looks_like=_looks_like,
    parts=_parts,
)
