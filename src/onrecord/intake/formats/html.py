"""HTML and XHTML, whole pages and fragments."""

from __future__ import annotations

import re

from onrecord.intake.format import Format

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(
    r"</?(?:html|head|body|meta|title|link|script|style|div|p|span|article|section|header|footer|nav|main|aside|h[1-6]"
    r"|a|ul|ol|li|table|tr|td|br|img|em|strong|b|i|time|figure|blockquote)(?=[\s/>])[^<>]{0,2000}>",
    re.I,
)
_WORD = re.compile(r"\w+")
_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_HEAD_BYTES = 8_192  # the standard says 1,024; real pages put it later


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


def _declared_encoding(start: bytes) -> str | None:
    found = _XML_ENCODING.search(start[:200]) or _META_CHARSET.search(start[:_HEAD_BYTES])
    return found[1].decode("ascii", "replace") if found else None


FORMAT = Format(name="html", what="a web page", looks_like=_looks_like, declared_encoding=_declared_encoding)
