"""Names as they are compared: words without case, diacritics and script."""

from __future__ import annotations

import re

from anyascii import anyascii

from onrecord.errors import QueryError

_WORD = re.compile(r"[a-z0-9]+")
_WORD_OR_BEGINNING = re.compile(r"[a-z0-9]+\*?")
# what transliteration writes for soft signs, and what stands inside names like O'Brien
_INSIDE = str.maketrans("", "", "'`\u2019\u02bc\u02b9\u02bb")


def _plain(name: str) -> str:
    return anyascii(name.translate(_INSIDE)).translate(_INSIDE).casefold()


def folded(name: str | None) -> str:
    """The words of a name, folded, each with a space before and after it (so that whole words can be found)."""
    words = _WORD.findall(_plain(name or ""))
    return f" {' '.join(words)} " if words else ""


def wanted(asked: str) -> tuple[str, ...]:
    """The folded words that a name has to hold; one that ends in ``*`` is a word's beginning.

    Raises:
        QueryError: there is no word in it.
    """
    words = _WORD_OR_BEGINNING.findall(_plain(asked))
    if not words:
        raise QueryError(f"{asked!r} has no letter or number to look for")
    return tuple(words)
