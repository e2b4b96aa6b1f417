"""Mails that somebody passed on: where the mail that was meant begins, and what stands above it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache

from onrecord.languages import table

_TAG = re.compile(r"<[^<>]{0,5000}>")
_BREAK = re.compile(r"(?=<(?:br|p|div|tr|li|h\d|blockquote)\b)", re.I)
_LOOKED_AT = 100_000  # characters
_MOST_LINES = 12
_FIELD = re.compile(r"[\s*>|]{0,9}([^\W\d_][\w -]{0,20}?)\s?[*]{0,2}\s?:[\s*]{0,9}(.{0,2000})")


@dataclass(frozen=True, slots=True)
class Passed:
    """The mail that was passed on: its text, and the fields that stand above it."""

    text: str
    fields: dict[str, str]


def subject_of(written: str) -> str | None:
    """A subject without what mail programs put before it."""
    return _prefix("prefixes").sub("", written, count=1).strip() or None


def is_passed_on(subject: str, text: str) -> bool:
    """Whether a mail was passed on, by its subject or by a line near its beginning."""
    return bool(_prefix("forwarding").match(subject) or _above().search(text[:2_000]))


def passed_in(text: str, *, marked_up: bool) -> Passed | None:
    """The mail that was passed on; None where no fields stand above one, so that nothing is known of it."""
    start = 0
    for piece in _pieces(text[:_LOOKED_AT], marked_up):
        start += len(piece)
        if _above().search(_plain(piece, marked_up)):
            return _under(text, start, marked_up)
    return None


def _under(text: str, start: int, marked_up: bool) -> Passed | None:
    fields: dict[str, str] = {}
    end = start
    for number, piece in enumerate(_pieces(text[start : start + _LOOKED_AT], marked_up)):
        words = _plain(piece, marked_up).strip()
        found = _FIELD.fullmatch(words)
        name = _names().get(found[1].casefold()) if found else None
        if (words and name is None) or number > _MOST_LINES or (not words and len(fields) > 1):
            break
        if found and name:
            fields.setdefault(name, found[2].strip(" *"))
        end += len(piece)
    return Passed(text[end:], fields) if "from" in fields else None


def _pieces(text: str, marked_up: bool) -> list[str]:
    return _BREAK.split(text) if marked_up else text.splitlines(keepends=True)


def _plain(piece: str, marked_up: bool) -> str:
    return " ".join(html.unescape(_TAG.sub("", piece)).split()) if marked_up else piece.strip()


@cache
def _prefix(topic: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(table("any", "mails")[topic], key=len, reverse=True)))
    return re.compile(rf"^\s{{0,9}}(?:(?:{words})(?:\[\d{{1,3}}\])?\s?:\s{{0,9}}){{1,5}}", re.I)


@cache
def _above() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("any", "mails")["forwarded"]))
    return re.compile(rf"^[\s>*-]{{0,99}}(?:{words})\s?:?[\s*-]{{0,99}}(?:$|(?=\n))", re.I | re.M)


@cache
def _names() -> dict[str, str]:
    return {word: name for name, words in table("any", "mails")["fields"].items() for word in words}
