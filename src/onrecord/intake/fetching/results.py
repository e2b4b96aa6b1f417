"""What is asked for, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onrecord.errors import FetchError


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A page to be fetched. ``about`` is the caller's own: it comes back untouched with the outcome.

    ``etag`` and ``modified`` are those of the last ``Fetched``, so that a page which has not changed is not sent again.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    about: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it arrived, unpacked.

    ``asked`` is the address that was given, ``url`` the one that answered after the ``redirects`` (each address on the
    way, the first one too), ``canonical`` the one that the article goes by: the page's own word for it where that can
    be trusted, else ``url`` without what only tracks its readers. ``etag`` and ``modified`` are the headers as they
    came. ``archived`` links to the page in a public archive, if the settings want such links.
    """

    asked: str
    url: str
    canonical: str
    redirects: tuple[str, ...] = ()
    status: int = 200
    data: bytes
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    fetched_at: datetime
    archived: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The page is as it was when it was fetched last (304): nothing was sent."""

    asked: str
    url: str
    etag: str | None = None
    modified: str | None = None
    fetched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """The same address, in its one spelling ``url``, was asked for before in the same round."""

    asked: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one ``Ask``."""

    ask: Ask
    result: Fetched | Unchanged | Repeated | FetchError
