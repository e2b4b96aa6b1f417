"""One mail (.eml): the mail is the page. What it links to is not followed: its links are made to track."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.errors import PageDamaged, PageEmpty
from onrecord.intake.encoding import declared_encoding, encoding_of
from onrecord.intake.format import Format
from onrecord.intake.formats.mail.forwarded import Passed, is_passed_on, passed_in, subject_of
from onrecord.intake.formats.mail.frame import without_frame
from onrecord.intake.formats.mail.senders import sender_of
from onrecord.intake.reading.mime import Part, fields_of, parts_of
from onrecord.model import Page, Stated

_TELLING = frozenset(
    {"from", "subject", "date", "to", "received", "message-id", "mime-version", "return-path", "list-id"}
)
_FEWEST = 2
_ATTACHED = re.compile(rb"^Content-Disposition:\s{0,9}attachment", re.I | re.M)
_END = re.compile(rb"</(?:html|body)\s{0,99}>", re.I)
_LONGEST_TITLE = 1_000


def _begins(opening: bytes) -> float:
    """By its head: at least two of the fields that every mail has, the sender among them."""
    if b":" not in opening[:2_000]:
        return 0.0
    fields = fields_of(opening)
    return 0.9 if "from" in fields and len(fields.keys() & _TELLING) >= _FEWEST else 0.0


def _beside(data: bytes) -> dict[str, int]:
    attached = sum(1 for _ in _ATTACHED.finditer(data))
    return {"attachment": attached} if attached else {}


def _opened(page: Page) -> Page:
    """The HTML of a mail, else its text, with what its head states; where it was passed on, what stands above it."""
    parts = [part for part in parts_of(page.data, page.name) if not part.is_attached and part.data.strip()]
    told = next((part for part in parts if part.type == "text/html"), None)
    text = _text_of(told) if told else "\n\n".join(_text_of(part) for part in parts if part.type == "text/plain")
    if not text.strip():
        kinds = ", ".join(sorted({part.type for part in parts})) or "nothing"
        raise PageEmpty(page.name, f"a mail without a text (it holds {kinds}); save what it brings and read that")
    if told and told.is_cut and not _END.search(told.data):
        raise PageDamaged(page.name, "a mail that is cut short; save it again")
    fields = fields_of(page.data)
    passed = passed_in(text, marked_up=told is not None) if is_passed_on(fields.get("subject", ""), text) else None
    text = without_frame(passed.text if passed else text, marked_up=told is not None)
    stated = _stated(fields, passed)
    made = "html" if told else "text"
    return replace(page, data=text.encode(errors="replace"), encoding="utf-8", format=made, stated=stated)


def _text_of(part: Part) -> str:
    encoding = encoding_of(part.data, part.charset or declared_encoding(part.data))
    return part.data.decode(encoding, errors="replace").replace("\0", "")


def _stated(fields: dict[str, str], passed: Passed | None) -> Stated:
    """Of a mail that was passed on, its own sender and day are told, not those of who passed it on, or none."""
    subject = fields.get("subject", "")
    own = fields if passed is None else passed.fields
    if passed is None and is_passed_on(subject, ""):
        own = {}
    outlet, author = sender_of(own)
    return Stated(
        title=(subject_of(own.get("subject") or subject) or "")[:_LONGEST_TITLE] or None,
        byline=(author,) if author else (),
        outlet=outlet,
        published=own.get("date"),
        language=own.get("content-language"),
    )


FORMAT = Format(name="mail", what="a mail", begins=_begins, beside=_beside, opened=_opened)
