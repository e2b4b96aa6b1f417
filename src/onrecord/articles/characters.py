"""Whitespace and control characters, the only ones that are ever altered."""

from __future__ import annotations

import re

# Characters that no text has: C0 and C1 controls, NUL among them, and halves of surrogate pairs.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Where a line may be broken or not: layout, and it splits words for whoever searches for them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


def possible(text: str) -> str:
    """The text with impossible characters replaced by U+FFFD, one for one, so that offsets stay."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def collapsed(text: str) -> str:
    """One line: runs of whitespace become one space, and invisible layout characters vanish."""
    return " ".join(_INVISIBLE.sub("", possible(text)).split())
