"""One record of a web archive, whichever kind of archive it is, and what intake makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit

from onrecord.errors import PageDamaged
from onrecord.intake.format import Part
from onrecord.intake.formats.archives.http import Response, kind_of
from onrecord.intake.known import Known
from onrecord.intake.source import Source, too_large

_NO_PAGES = ("image/", "audio/", "video/", "font/", "application/font", "application/x-font", "model/")
_SCRIPTS = frozenset(
    {
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/x-javascript",
        "application/ecmascript",
        "application/wasm",
        "application/vnd.ms-fontobject",
        "application/x-shockwave-flash",
        "application/ocsp-response",
        "application/manifest+json",
    }
)
_SCHEMES = frozenset({"http", "https", "file", "urn", "ftp", ""})
_PARTIAL = 206
_SAFE = "!#$%&'()*+,/:;=?@[]~"


@dataclass(slots=True, kw_only=True, eq=False)
class Record:
    """A record that may be a page. ``uri`` is as ``address_of`` has it; ``sent`` is the body as it was sent, unasked.

    ``type`` is its Content-Type. ``cut``: it is over the limit. ``length``
    is the least that there has to be of the body; ``changed`` tells of it whether it isn't what was archived.
    """

    uri: str
    at: datetime | None
    type: str
    response: Response | None
    sent: Callable[[], bytes]
    cut: bool = False
    truncated: str | None = None
    length: int = 0
    changed: Callable[[bytes], bool] = lambda _: False


def part_of(record: Record, source: Source) -> Part:
    """A page, what else is worth looking into, or an error."""
    uri, response = record.uri, record.response
    name = uri or f"{source.name}, a record without an address"
    if record.cut:
        return too_large(name, source.settings)
    sent = record.sent()
    if problem := _problem(record, sent):
        return PageDamaged(f"{name} in {source.name}", problem)
    most = source.settings.page_bytes
    body = response.body(sent, most) if response else sent
    if len(body) > most:
        return too_large(name, source.settings)
    url = uri if uri.startswith(("http://", "https://")) else None
    kind, charset = kind_of(record.type)
    known = Known(url=url, charset=charset, captured_at=record.at)
    return source.inside(body, name, known, kind=kind or "of no named kind")


def address_of(written: str) -> str:
    """An address without the brackets that some programs write, its blanks and other odd characters escaped."""
    bare = written.strip().removeprefix("<").removesuffix(">").strip()
    return quote(bare, safe=_SAFE) if not bare.isascii() or " " in bare or not bare.isprintable() else bare


def no_page(uri: str, content_type: str, response: Response | None) -> str:
    """What it is counted as, if it is no page by its address, status or kind; empty where it may be one."""
    kind = content_type.partition(";")[0].strip().lower()[:100]
    if response and (not 200 <= response.status < 300 or response.status == _PARTIAL):
        return f"HTTP {response.status}"
    if kind.startswith(_NO_PAGES) or kind in _SCRIPTS:
        return kind
    scheme, _, rest = uri.partition(":")
    if scheme not in _SCHEMES:
        return f"{scheme[:40]}: address"
    return "robots.txt" if rest.endswith("/robots.txt") and urlsplit(uri).path == "/robots.txt" else ""


def _problem(record: Record, sent: bytes) -> str | None:
    if record.truncated and not (record.response and record.response.is_whole(sent)):
        return f"the archive holds its beginning alone (cut for {record.truncated[:40]})"
    if len(sent) < record.length:
        return f"cut short: {len(sent):,} of {record.length:,} bytes are here"
    if record.changed(sent):
        return "its bytes don't give the digest that the archive holds of them: they were changed or damaged"
    return None
