"""What a page that isn't text seems to be, and what to do about it."""

from __future__ import annotations

import re

_UNPACK = "unpack it and read what is inside"
_PICTURE = "only text can be read: save the page itself as HTML"
_NO_STORY = "no story can be told in it: save the article's own page and read that"

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x1f\x8b", "gzip-compressed", _UNPACK),
    (b"PK\x03\x04", "a ZIP file (or an office document)", _UNPACK),
    (b"PK\x05\x06", "an empty ZIP file", _UNPACK),
    (b"BZh", "bzip2-compressed", _UNPACK),
    (b"\xfd7zXZ\x00", "xz-compressed", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x89PNG\r\n", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF87a", "a GIF picture", _PICTURE),
    (b"GIF89a", "a GIF picture", _PICTURE),
    (b"RIFF", "a picture, sound or film", _PICTURE),
    (b"OggS", "a sound or film", _PICTURE),
    (b"ID3", "a sound", _PICTURE),
    (b"\x7fELF", "a program", _PICTURE),
    (b"SQLite format 3\x00", "an SQLite database", "to read a record, name it with --record"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text or HTML"),
    (b"{\\rtf", "rich text (RTF)", "save it as text or HTML"),
)
_MAGICS = tuple(magic for magic, _, _ in _MAGIC)
_ODD = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1b")
_SAVED_MAIL = re.compile(rb"MIME-Version:\s*1", re.I)
_OTHER_XML = re.compile(r"\s*<\?xml\b", re.I)
_JSON = re.compile(r"\s*[\[{]\s*(?:[\[{]\s*)?(?:\"[^\"\n]{0,200}\"\s*[:,\]]|[\]}])")


def binary_problem(data: bytes) -> str | None:
    """What to tell the person about bytes that aren't text; None if they may be."""
    start = data[:1_000]
    if start.startswith(_MAGICS):
        return next(f"this is {what}; {advice}" for magic, what, advice in _MAGIC if start.startswith(magic))
    if start[4:8] == b"ftyp":
        return f"this is a film or sound; {_PICTURE}"
    if b"mime-version:" in start.lower() and _SAVED_MAIL.search(start):
        return "this is a mail or a web archive (MHTML) without its head; save the page as HTML instead"
    return None


def nul_problem(head: str) -> str | None:
    """The same for decoded text: what has NULs or many control characters in it is no text."""
    written = head.encode(errors="replace")
    odd = len(written) - len(written.translate(None, _ODD))
    if odd > max(3, 0.01 * len(head)):
        return f"this is not text, but some binary file; {_PICTURE}"
    return None


def unread_format_problem(head: str) -> str | None:
    """Data of a kind that no format reads."""
    return f"this is JSON of an unknown kind; {_NO_STORY}" if _JSON.match(head) else None


def is_bare_xml(head: str) -> bool:
    """An XML document (its format may still be XHTML)."""
    return _OTHER_XML.match(head) is not None
