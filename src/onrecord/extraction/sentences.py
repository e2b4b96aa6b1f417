"""The sentences of a content."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"”’»')\]]*\s+(?=[\"“‘«'(\[]?[A-Z0-9])")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|No|[A-Z])\.\s+\Z")


def split(words: str) -> tuple[str, ...]:
    """The sentences of a quoted content."""
    found: list[str] = []
    at = 0
    for match in _END.finditer(words):
        if not _TITLE.search(words, max(at, match.start() - 6), match.end()):
            found.append(words[at : match.end()])
            at = match.end()
    return (*found, words[at:]) if words[at:].strip() else tuple(found)
