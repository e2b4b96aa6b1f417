"""One answer of a server: what its status means, how much of its body is read, and where it points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from onrecord.errors import FetchBroken, FetchDenied, FetchError, FetchGone, FetchLater, FetchMoved
from onrecord.intake.fetching.connecting import too_large
from onrecord.intake.fetching.decoding import Unpacking
from onrecord.intake.fetching.targets import Target

WHOLE = frozenset({200, 203})
_MOVED = frozenset({301, 302, 303, 307, 308})
_DENIED = frozenset({401, 402, 403, 407, 451})
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_LENGTH = re.compile(r"[0-9]{1,20}")
_SECONDS = re.compile(r"[0-9]{1,9}")
_BAD = "see whether a browser gets it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``data`` is empty unless the status says that the page is there. ``is_inner``: it came from an intranet."""

    target: Target
    status: int
    headers: Mapping[str, str]
    data: bytes = b""
    is_inner: bool = False

    @property
    def is_moved(self) -> bool:
        """It points elsewhere."""
        return self.status in _MOVED

    @property
    def charset(self) -> str | None:
        """As the Content-Type has it."""
        found = _CHARSET.search(self.headers.get("content-type", "")[:1_000])
        return found[1].lower() if found else None


def read(response: httpx.Response, target: Target, *, limit: int, is_cut: bool = False) -> Answer:
    """The answer with its body unpacked, and closed. ``is_cut``: of a longer one the beginning is enough.

    Raises:
        FetchError: too large, or broken.
    """
    with closing(response):
        headers = {key: value for key, value in response.headers.items() if len(value) <= 8_192}
        data = _body(response, target, limit, is_cut=is_cut) if response.status_code in WHOLE else b""
    is_inner = bool(response.extensions.get("is_inner"))
    return Answer(target=target, status=response.status_code, headers=headers, data=data, is_inner=is_inner)


def _body(response: httpx.Response, target: Target, limit: int, *, is_cut: bool) -> bytes:
    length = response.headers.get("content-length", "")
    if not is_cut and _LENGTH.fullmatch(length) and int(length) > limit:
        raise too_large(target.url, limit)
    packed = Unpacking(response.headers.get("content-encoding", ""), limit=limit + _SLACK * is_cut, url=target.url)
    parts: list[bytes] = []
    size = 0
    for chunk in response.iter_raw():
        for piece in packed.feed(chunk):
            parts.append(piece)
            size += len(piece)
            if is_cut and size >= limit:
                return b"".join(parts)[:limit]
    packed.end()
    return b"".join(parts)


_SLACK = 1_048_576  # bytes: the piece that passes the limit is cut, not refused


def problem(answer: Answer) -> FetchError | None:
    """What the status says is wrong; None for a page, an unchanged one, or a redirect."""
    status, url = answer.status, answer.target.url
    if status in WHOLE or status == 304 or answer.is_moved:
        return None
    if status in {404, 410}:
        return FetchGone(url, f"the site has no such page ({status}); look at the address, or in a public archive")
    if status == 451:
        return FetchDenied(url, "the site may not show it where you are (451); look in a public archive")
    if 400 <= status < 500:
        return FetchDenied(
            url, f"the site refuses ({status}); if a browser may see it, save it there and read the file"
        )
    return FetchBroken(url, f"the site answers with status {status}, which gives no page; {_BAD}")


def later(answer: Answer) -> FetchLater | None:
    """For a host that is busy or out of order."""
    if answer.status != 429 and answer.status < 500:
        return None
    what = "asks for fewer requests" if answer.status == 429 else "is out of order"
    return FetchLater(answer.target.url, f"{answer.target.host} {what} ({answer.status}); try again later")


def patience(answer: Answer) -> float | None:
    """The seconds that Retry-After asks for, of a number or a date; None if it asks for none."""
    said = answer.headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(said):
        return float(said)
    try:
        until = parsedate_to_datetime(said)
        return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def next_address(answer: Answer) -> str:
    """Where a redirect leads.

    Raises:
        FetchMoved: nowhere, or from https to http.
    """
    url = answer.target.url
    said = answer.headers.get("location", "").strip()
    if not said:
        raise FetchMoved(url, f"it says that it has moved ({answer.status}), but not where; {_BAD}")
    try:
        there = str(httpx.URL(url).join(said))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchMoved(url, f"it has moved to {said[:80]!r}, which is no address ({error}); {_BAD}") from error
    if answer.target.scheme == "https" and there.startswith("http:"):
        raise FetchMoved(
            url, f"it leads from https to {there[:200]}, where anybody on the way can change what is read; "
            "if you take that in account, ask for that address yourself",
        )  # fmt: skip
    return there
