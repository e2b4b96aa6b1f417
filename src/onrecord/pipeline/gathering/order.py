"""What is to be gathered, and what is said of what isn't."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)
_WEB = re.compile(r"https?://", re.I)


def is_address(source: str) -> bool:
    """Whether a source is an address of any kind, and no path: what can't be fetched is refused with the reason."""
    return _ADDRESS.match(source.strip()) is not None


def is_web_address(source: str) -> bool:
    """Whether a source can be fetched, as far as its beginning tells."""
    return _WEB.match(source.strip()) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A source as a person names it: an address, a path or ``-``; ``published`` and ``outlet`` are their word.

    ``since``: what a container lists with an older day is left.
    """

    name: str
    published: date | None = None
    outlet: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be gathered.

    ``follow``: fetch what containers link to; None: those that were fetched themselves, not local files.
    ``limit``: at most so many pages out of containers. ``patient``: ask less often for what doesn't change.
    """

    sources: tuple[Named, ...] = ()
    follow: bool | None = None
    limit: int | None = None
    patient: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What was no new page, and no failure either: ``count`` of them in ``name``, and ``why`` in a few words."""

    name: str
    why: str
    count: int = 1
