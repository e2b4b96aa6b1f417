"""Mails and what is written like them: header fields, and the parts of a body, whatever is wrong with them.

The standard library's older policy is used: the newer one's header parser fails on headers as they come.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import parsedate_to_datetime

from onrecord.errors import PageDamaged
from onrecord.intake.encoding import encoding_of

_MOST_BOUNDARIES = 200
_MOST_PARTS = 5_000
_HEAD = 65_536  # bytes that a head's fields are looked for in
_LONGEST = 5_000  # characters of a field: decoding takes longer than its length
_FIELD = re.compile(rb"([!-9;-~]{1,76}):[ \t]*(.*)", re.S)
_BEGINS = re.compile(rb"[!-9;-~]{1,76}:|>?From |[ \t]")
_CHARSET = re.compile(rb"charset[ \t]{0,9}=[ \t]{0,9}\"?([\w.:-]{2,40})", re.I)
_BOUNDARY = re.compile(rb"boundary[ \t]{0,9}=", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a body that holds no others. ``location``: the address that it is named with.

    ``is_cut``: it is the last one, and nothing says that it ends where it does.
    """

    type: str
    data: bytes
    charset: str | None
    is_attached: bool
    location: str | None
    is_cut: bool = False


def fields_of(head: bytes) -> dict[str, str]:
    """The header fields that bytes begin with, by lower-case names, the first of each; empty where they don't."""
    if not _BEGINS.match(head):
        return {}
    fields: dict[str, bytes] = {}
    name = ""
    for line in head[:_HEAD].splitlines(keepends=False):
        if not line.strip():
            break
        if line[:1] in b" \t":
            fields[name] = fields.get(name, b"")[:_LONGEST] + b" " + line.strip()
        elif found := _FIELD.fullmatch(line):
            name = found[1].decode("ascii").lower()
            fields.setdefault(name, found[2])
        elif not line.startswith((b"From ", b">From ")):
            return {}
    charset = _CHARSET.search(fields.get("content-type", b"")[:_LONGEST])
    declared = _eight_bit(charset[1].decode() if charset else "")
    return {name: _decoded(value[:_LONGEST], declared) for name, value in fields.items() if name}


def _eight_bit(charset: str) -> str:
    """The codec for bytes in a head that are no UTF-8: the body's if it has one of eight bits."""
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return "cp1252"
    return "cp1252" if name.startswith("utf") else name


def _decoded(raw: bytes, declared: str) -> str:
    """A field's words: encoded words, or bytes as they stand: too few of them to tell their encoding by."""
    text = raw.decode(encoding_of(raw, declared), errors="replace")
    if "=?" not in text:
        return " ".join(text.split())
    try:
        pieces = decode_header(text)
    except HeaderParseError:
        return " ".join(text.split())
    words = (p if isinstance(p, str) else p.decode(encoding_of(p, c), errors="replace") for p, c in pieces)
    return " ".join("".join(words).split())


def date_of(written: str | None) -> datetime | None:
    """The moment that a ``Date`` field tells; None where it tells none, or one to come."""
    try:
        found = parsedate_to_datetime(written or "")
        moment = found if found.tzinfo else found.replace(tzinfo=UTC)
        return moment if moment <= datetime.now(UTC) else None
    except (ValueError, OverflowError):
        return None


def parts_of(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a body in order, those of the mails attached to it among them.

    Raises:
        PageDamaged: it has more parts than any mail that a person has written.
    """
    if len(_BOUNDARY.findall(data)) > _MOST_BOUNDARIES or data.count(b"\n--") > _MOST_PARTS * 2:
        raise PageDamaged(name, "it has more parts than any mail or saved page does")
    parts = list(message_from_bytes(data, policy=compat32).walk())
    is_open = any(isinstance(defect, CloseBoundaryNotFoundDefect) for part in parts for defect in part.defects)
    leaves = [part for part in parts if not part.is_multipart()]
    for number, part in enumerate(leaves, 1):
        yield _part(part, is_cut=is_open and number == len(leaves))


def _part(part: Message, *, is_cut: bool) -> Part:
    payload = part.get_payload(decode=True)
    disposition = part.get("Content-Disposition", "")
    return Part(
        type=part.get_content_type(),
        data=payload if isinstance(payload, bytes) else b"",
        charset=part.get_content_charset(),
        is_attached=str(disposition).strip().lower().startswith("attachment"),
        location=str(part.get("Content-Location", "")).strip() or None,
        is_cut=is_cut,
    )
