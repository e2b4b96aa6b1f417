"""The outlet of a page that has no metadata to name it: from its notice of rights, or from the top of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.credit.agencies import canonical
from onrecord.articles.naming.outlets import SEPARATOR, squashed

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*(?:[-–]\s*\d{4}\s*)?)?(?:by\s+)?(?P<name>[^\W\d_][^.,;|©•\d]{1,60})", re.I
)
_ALL_RIGHTS = re.compile(r"\s*(?:all rights|alle rechte|tous droits|when using|\bcompany|\bllc|\binc|\bltd)\b.*$", re.I)
_MOST_WORDS = 6
_TOP = 3  # lines of chrome at the top of the page that may hold the name
_PARTS = re.compile(r"\s+[-–—|:]\s+|\s{2,}")


def outlet_named_in(chrome: Sequence[str], *, stated_titles: Sequence[str] = (), headline: str = "") -> str | None:
    """The outlet's name as chrome lines write it; None unless two places agree, or a notice of rights says it."""
    return next((name for name in _names(chrome, stated_titles, headline) if _is_name(name)), None)


def _names(chrome: Sequence[str], stated_titles: Sequence[str], headline: str) -> Iterator[str]:
    for title in stated_titles:
        if headline and headline in title:
            yield from (name for part in SEPARATOR.split(title.replace(headline, "")) if (name := _again(part, chrome)))
    for line in chrome:
        if match := _RIGHTS.search(line):
            yield _ALL_RIGHTS.sub("", match["name"]).strip(" -–|")
    for line in chrome[:_TOP]:
        others = [other for other in chrome if other != line]
        yield from (name for part in _PARTS.split(line) if (name := canonical(part) or _again(part, others)))


def _is_name(name: str) -> bool:
    return 0 < len(name.split()) <= _MOST_WORDS and not any(char.isdigit() for char in name)


def _again(part: str, lines: Sequence[str]) -> str | None:
    """A name as another line writes it in running text, capitals and all."""
    part = part.strip()
    if not squashed(part) or not _is_name(part):
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)", re.I)
    found = (match.group() for line in lines if (match := pattern.search(line)))
    return next((name for name in found if name != name.lower()), None)
