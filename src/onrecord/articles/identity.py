"""What an article and its revision are called: the same everywhere, whatever the order of arrival."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from tld import get_fld


def address_of(asked: str | None, stated: str | None) -> str | None:
    """The address that an article goes by: the one that its page states, where that can be believed.

    A page may call itself by another address of its own site (without a tracking parameter, or its twin for phones).
    It can't take that of another site's article, nor that of a front page, which tells another story tomorrow.

    Args:
        asked: where the page was had from, if that is known.
        stated: its canonical address as it says itself.
    """
    if asked is None or stated is None:
        return stated or asked
    site = _site(stated)
    return stated if site and site == _site(asked) and not _is_front_page(stated) else asked


def _site(url: str) -> str | None:
    """The registrable domain, else the whole host; None where there is no host."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host and (get_fld(url, fail_silently=True, search_private=True) or host)


def _is_front_page(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query


def article_id(url: str | None, text: str) -> str:
    """``a`` and 16 hex digits: of the canonical address where there is one, else of the text."""
    return "a" + _digits(url or text)


def revision_of(text: str) -> str:
    """16 hex digits of the text."""
    return _digits(text)


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
