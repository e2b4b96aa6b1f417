"""HTML and XHTML, whole pages and fragments."""

from __future__ import annotations

import re

from onrecord.intake.format import Format

_DOCUMENT = r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b"
_OPENING = re.compile(_DOCUMENT, re.I | re.S)
_OPENING_BYTES = re.compile(_DOCUMENT.encode(), re.I | re.S)
_TAG = re.compile(
    r"</?(?:html|head|body|meta|title|link|script|style|div|p|span|article|section|header|footer|nav|main|aside|h[1-6]"
    r"|a|ul|ol|li|table|tr|td|br|img|em|strong|b|i|time|figure|blockquote)(?=[\s/>])[^<>]{0,2000}>",
    re.I,
)
_WORD = re.compile(r"\w+")


def _begins(opening: bytes) -> float:
    """A document, whatever it is written in, needs no decoding; one that says where it was saved from is told first."""
    return 0.95 if _OPENING_BYTES.match(opening) else 0.0


def _looks_like(head: str) -> float:
    """Certain of a document; a fragment counts by its tags, so that prose that mentions one stays prose."""
    if _OPENING.match(head):
        return 1.0
    tags = _TAG.findall(head)
    words = len(_WORD.findall(head)) or 1
    is_marked_up = len(tags) >= 4 and len(tags) / words > 0.01
    # old pages never close a tag; then it has to begin with one
    is_closed_or_begun = any(tag.startswith("</") for tag in tags) or head.lstrip().startswith("<")
    return 0.9 if is_marked_up and is_closed_or_begun else 0.0


FORMAT = Format(name="html", what="a web page", begins=_begins, looks_like=_looks_like)
