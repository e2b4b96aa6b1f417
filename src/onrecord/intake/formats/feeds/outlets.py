"""Whose feed it is: the part of its title that its address bears out."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_BETWEEN = re.compile(r"\s+[-–—|»›:•·>]{1,2}\s+|:\s+|\s*[|»›]\s*")
_ODD = re.compile(r"[\W_]+")
_FEWEST = 3  # letters that can prove anything


@lru_cache(maxsize=64)  # the same for each entry of a feed
def outlet_of(title: str | None, address: str | None) -> str | None:
    """``The Tolbur Post`` from ``World | The Tolbur Post`` at tolburpost.example; None where no part is borne out.

    Feeds are titled by section as often as by outlet, on either side of the sign between them.
    """
    host = _letters((urlsplit(address).hostname or "").removeprefix("www.")) if address else ""
    parts = [part.strip() for part in _BETWEEN.split(title or "")]
    borne_out = [part for part in parts if _is_of(part, host)]
    return max(borne_out, key=len)[:200] if borne_out else None


def _is_of(part: str, host: str) -> bool:
    name = _letters(part)
    bare = name.removeprefix("the")
    initials = "".join(word[0] for word in part.lower().split() if word[0].isalpha())
    if min(len(bare), len(host)) < _FEWEST:
        return False
    return host.startswith((name, bare)) or (len(initials) >= _FEWEST and host.startswith(initials))


def _letters(text: str) -> str:
    return _ODD.sub("", text).casefold()
