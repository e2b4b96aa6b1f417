"""MHTML: a page and its pictures as one mail, as Chrome, Edge and old browsers save it."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.errors import PageDamaged, PageEmpty
from onrecord.intake.addresses import web_address
from onrecord.intake.encoding import declared_encoding, encoding_of
from onrecord.intake.format import Format
from onrecord.intake.known import Known
from onrecord.intake.reading.mime import Part, date_of, fields_of, parts_of
from onrecord.model import Page

_SNAPSHOT = "snapshot-content-location"
_OF_MAIL = frozenset({"to", "received", "message-id", "delivered-to", "reply-to", "list-id"})
_FIRST_PART = 20_000  # bytes behind the head that the first part's own head stands in
_END = re.compile(rb"</html\s{0,99}>", re.I)
_MARKUP = ("text/html", "application/xhtml+xml")


def _begins(opening: bytes) -> float:
    """By what only saved pages have; a mail of HTML with pictures is built the same way."""
    if b":" not in opening[:80]:
        return 0.0
    fields = fields_of(opening)
    is_related = fields.get("content-type", "").lower().startswith("multipart/related")
    is_saved = "saved by" in fields.get("from", "").lower() or not fields.keys() & _OF_MAIL
    return float(_SNAPSHOT in fields or ("mime-version" in fields and is_related and is_saved))


def _origin(data: bytes) -> Known:
    """Chrome names the address in the head of all, others in that of the first part."""
    fields = fields_of(data)
    address = web_address(fields.get(_SNAPSHOT)) or web_address(_first_location(data))
    return Known(url=address, captured_at=date_of(fields.get("date")))


def _first_location(data: bytes) -> str | None:
    for piece in data[:_FIRST_PART].replace(b"\r\n", b"\n").split(b"\n--")[1:3]:
        fields = fields_of(piece.partition(b"\n")[2])
        if fields.get("content-type", "").lower().startswith(_MARKUP):
            return fields.get("content-location")
    return None


def _opened(page: Page) -> Page:
    part = _root(page)
    if part is None:
        raise PageEmpty(page.name, "a saved page (MHTML) without any HTML in it; save it from the browser again")
    if part.is_cut and not _END.search(part.data):
        raise PageDamaged(page.name, "a saved page (MHTML) that is cut short; save it from the browser again")
    encoding = encoding_of(part.data, part.charset or declared_encoding(part.data))
    return replace(page, data=part.data, encoding=encoding, format="html")


def _root(page: Page) -> Part | None:
    """The page itself: the part of its own address, else the first; the others are its frames."""
    parts = [part for part in parts_of(page.data, page.name) if part.type in _MARKUP and part.data.strip()]
    own = (part for part in parts if page.url and web_address(part.location) == page.url)
    return next(own, None) or next(iter(parts), None)


FORMAT = Format(name="mhtml", what="a saved web page (MHTML)", begins=_begins, origin=_origin, opened=_opened)
