"""What an article and its revision are called: the same everywhere, whatever the order of arrival."""

from __future__ import annotations

import hashlib


def article_id(url: str | None, text: str) -> str:
    """``a`` and 16 hex digits: of the canonical address where there is one, else of the text."""
    return "a" + _digits(url or text)


def revision_of(text: str) -> str:
    """16 hex digits of the text."""
    return _digits(text)


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
