"""Which codec decodes a page: byte order mark, what the page declares, strict UTF-8, then an educated guess."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)
_HEAD_BYTES = 8_192  # the standard says 1,024; real pages put it later
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALL_MARKS = tuple(mark for mark, _ in _MARKS)
_SAMPLE = 65_536  # bytes that a guess looks at: enough for its statistics, and bounded on a 20 MB page
_PIECE = 16_384
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_STRAY_SHARE = 0.2  # UTF-8 with fewer broken characters than this (of those not ASCII) is UTF-8, damaged
_AS_ORDERLY = 0.02  # charset_normalizer's chaos, 0 to 1
_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøœùúûüß")
_USUAL = 0.85  # of the letters that are not ASCII
_SIGN_IN_WORD = re.compile(r"[^\W\d_][¡-©«-¶¸¹»-¿×÷][^\W\d_]")
_BY_ESCAPES = frozenset({"iso2022_jp", "iso2022_kr", "hz", "utf-7"})  # all ASCII bytes, but not ASCII text
_NOT_FOR_PAGES = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
# As browsers do: pages that say Latin-1 or ASCII mean the Windows page with the curly quotation marks.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def encoding_of(data: bytes, declared: str | None = None) -> str:
    """The codec for a page's bytes; ``declared`` is what the page itself names. Undecodable bytes may be left."""
    return (
        settled_encoding(data, declared)
        or ("utf-8" if _decodes(data) else None)
        or _by_declaration(data, _codec(declared))
        or ("utf-8" if _mostly_utf8(data) else None)
        or _by_statistics(data)
        or "cp1252"
    )


def settled_encoding(data: bytes, declared: str | None) -> str | None:
    """The codec, where the first 64 KB are enough to tell it by, whatever follows; None: all has to be looked at."""
    named = _codec(declared)
    return (
        _by_mark(data)
        or _by_nuls(data)
        or (named if named in _BY_ESCAPES else None)
        or ("utf-8" if named == "utf-8" and _begins_in_utf8(data) else None)
    )


def declared_encoding(start: bytes) -> str | None:
    """The encoding that an XML declaration or a page's head names."""
    found = _XML_ENCODING.search(start[:200]) or _META_CHARSET.search(start[:_HEAD_BYTES])
    return found[1].decode("ascii", "replace") if found else None


@lru_cache(maxsize=64)
def _codec(name: str | None) -> str | None:
    """Python's name for a text codec, or None if it has none."""
    if name is None:
        return None
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    is_text = getattr(info, "_is_text_encoding", True)  # base64, zlib and the like are codecs too
    return _MEANT.get(info.name, info.name) if is_text and info.name not in _NOT_FOR_PAGES else None


def _by_mark(data: bytes) -> str | None:
    if not data.startswith(_ALL_MARKS):
        return None
    return next(codec for mark, codec in _MARKS if data.startswith(mark))


def _by_nuls(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of western text is NUL."""
    sample = data[:1_000]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _begins_in_utf8(data: bytes) -> bool:
    """Enough where it is declared: what is odd farther down is damage, not another encoding."""
    return _decodes(data, _SAMPLE)


def whole_characters(data: bytes) -> bytes:
    """Without the piece of a UTF-8 character that a cut may have left at the end."""
    end = len(data)
    while end > max(0, len(data) - 4) and data[end - 1] >= 0x80:
        end -= 1
    return data[:end] or data


def _decodes(data: bytes, most: int | None = None) -> bool:
    """Whether its first ``most`` bytes are UTF-8. In pieces: copies of them would cost more than the looking."""
    view, at, used = memoryview(data)[:most], 0, 1
    try:
        while used:
            is_last = at + _PIECE >= len(data) == len(view)  # a cut may fall within a character
            _, used = codecs.utf_8_decode(view[at : at + _PIECE], "strict", is_last)
            at += used
    except UnicodeError:
        return False
    return True


def _by_declaration(data: bytes, named: str | None) -> str | None:
    """The declared codec unless the bytes belie it; UTF-8 has been tried strictly before."""
    if named is None or named in ("utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be"):
        return None
    broken = data.decode(named, errors="replace").count("\ufffd")
    return named if broken <= _STRAY_SHARE * len(_NON_ASCII.findall(data)) else None


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with stray bytes of another encoding: three bytes in a row rarely are UTF-8 by chance."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(not char.isascii() for char in text) - broken
    return broken <= _STRAY_SHARE * (whole + broken)


def _by_statistics(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    sample = _around_non_ascii(data)
    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return None
    orderly = [best.encoding, *(match.encoding for match in matches if match.chaos <= best.chaos + _AS_ORDERLY)]
    if "cp1252" in orderly:
        western = _is_western(sample.decode("cp1252", errors="replace"))
        orderly = ["cp1252"] if western else [name for name in orderly if name != "cp1252"]
    named = _codec(next(iter(orderly), "cp1252"))
    return named if named and not named.startswith(("utf-16", "utf-32")) else None


def _is_western(text: str) -> bool:
    """Whether its letters are those of western Europe, and no sign stands inside a word (as in Polish, misread).

    A few accents and a pound sign fit several neighbours of Windows-1252 as well: it is by far the commonest.
    """
    letters = [char for char in text if not char.isascii() and char.isalpha()]
    usual = sum(char.lower() in _WESTERN for char in letters)
    return usual >= _USUAL * len(letters) and not _SIGN_IN_WORD.search(text)


def _around_non_ascii(data: bytes) -> bytes:
    """A sample that holds what has to be told apart."""
    first = _NON_ASCII.search(data)
    start = max(0, first.start() - 1_000) if first else 0
    return data[start : start + _SAMPLE]
