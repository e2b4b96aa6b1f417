"""HTML that says where it was saved from: SingleFile, Save Page WE, and browsers' own "web page, complete"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from onrecord.intake.addresses import web_address
from onrecord.intake.format import Format
from onrecord.intake.known import Known
from onrecord.model import Page

_HEAD = 20_000  # bytes
_SINGLE_FILE = re.compile(
    rb"<!--\s{0,20}Page saved with SingleFile\s{1,20}url:[ \t]{0,9}([^\s<>]{1,8000})"
    rb"(?:\s{1,20}saved date:[ \t]{0,9}([^\r\n<>]{1,100}))?"
)
_SAVED_FROM = re.compile(rb"<!--\s{0,20}saved from url=\((\d{4})\)([^\s<>]{1,8000})\s{0,20}-->")
_SAVE_PAGE = re.compile(rb"<meta name=\"?savepage-(url|date)\"? content=\"([^\"<>]{1,8000})\"")
_DATE = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")


def _begins(opening: bytes) -> float:
    head = opening[:_HEAD]
    if head.rfind(b"save") < 0 or b"<" not in head[:200]:  # rfind takes a quarter of what find takes, on every page
        return 0.0
    return float(any(each.search(head) for each in (_SINGLE_FILE, _SAVED_FROM, _SAVE_PAGE)))


def _origin(data: bytes) -> Known:
    """Where it was saved from, and when: what the browser wrote into it."""
    head = data[:_HEAD]
    if found := _SINGLE_FILE.search(head):
        return _known(found[1], found[2])
    if found := _SAVED_FROM.search(head):
        return _known(found[2][: int(found[1])], None)
    told = {name.lower(): value for name, value in _SAVE_PAGE.findall(head)}
    return _known(told.get(b"url"), told.get(b"date"))


def _known(url: bytes | None, at: bytes | None) -> Known:
    return Known(
        url=web_address((url or b"").decode(errors="replace")), captured_at=_moment((at or b"").decode("latin-1"))
    )


def _moment(written: str) -> datetime | None:
    """A moment as JavaScript writes it (``Tue Oct 31 2017 10:12:00 GMT+0300 (…)``); None for one to come."""
    found = _DATE.match(written)
    try:
        moment = datetime.strptime(f"{found[1]} {found[2]}", "%b %d %Y %H:%M:%S %z") if found else None
    except ValueError:
        return None
    return moment if moment and moment <= datetime.now(UTC) else None


def _opened(page: Page) -> Page:
    return replace(page, format="html")


FORMAT = Format(name="saved html", what="a saved web page", begins=_begins, origin=_origin, opened=_opened)
