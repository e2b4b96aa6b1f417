"""What arrives: pages, what states something of them, and their captures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the container that a story came in (feed entry, wire item, CSV row, mail …) says of it; all as written.

    ``published``, ``changed`` and ``made`` are ISO 8601 or RFC 822. ``credits`` are the agencies that it names as
    origins. ``made`` is when the file was made (PDF): weak, as a file is made anew when it is printed or mended.
    """

    title: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    changed: str | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    made: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How a page was fetched: the address that was asked for, and the one that answered after all redirects.

    ``archived`` is a link to the page in a public web archive, if one was asked for; nothing was fetched there.
    """

    asked: str
    final: str
    archived: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What arrived, before anything is read from it.

    ``name`` is what messages call it (a path, a URL, ``-``); ``format`` is a key of
    ``intake.FORMATS``; ``encoding`` a codec name that decodes ``data`` (undecodable bytes become U+FFFD).
    ``published`` and ``outlet`` are a person's word and outrank what the page says; ``stated`` is its container's.
    """

    data: bytes
    name: str
    format: str
    encoding: str = "utf-8"
    url: str | None = None
    captured_at: datetime | None = None
    published: date | None = None
    outlet: str | None = None
    stated: Stated | None = None
    route: Route | None = None

    @property
    def text(self) -> str:
        """The decoded page, line ends as LF, without a byte order mark."""
        decoded = self.data.decode(self.encoding, errors="replace").removeprefix("\ufeff")
        return decoded.replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of a page as they were archived: addressed by ``digest`` (SHA-256, hex)."""

    digest: str
    name: str
    format: str
    encoding: str
    url: str | None
    captured_at: datetime
    published: date | None = None
    outlet: str | None = None
    stated: Stated | None = None
    route: Route | None = None
