"""A content of several sentences: which of them carry its kind.

A quotation of several sentences is one statement with its dominant kind. An expectation dominates from a quarter of
the words on, as it is what can fall due; below that it is said in passing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from onrecord.model import EXPECTATION_KINDS, Kind

_END = re.compile(r"[.!?…]+[\"”’»')\]]*\s+(?=[\"“‘«'(\[]?[A-Z0-9])")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|No|[A-Z])\.\s+\Z")
_SHARE = 0.25
_LEAST = 3
"""Of two sentences neither is said in passing."""


def split(words: str) -> tuple[str, ...]:
    """The sentences of a quoted content."""
    found: list[str] = []
    at = 0
    for match in _END.finditer(words):
        if not _TITLE.search(words, max(at, match.start() - 6), match.end()):
            found.append(words[at : match.end()])
            at = match.end()
    return (*found, words[at:]) if words[at:].strip() else tuple(found)


def dominant(words: str, judge: Callable[[str], Kind]) -> tuple[Kind, str]:
    """The kind of the whole, and the sentences that carry it (all, where that can't be told)."""
    whole = judge(words)
    sentences = split(words)
    if len(sentences) < _LEAST:
        return whole, words
    kinds = [judge(sentence) for sentence in sentences]
    shares = Counter[Kind]()
    for kind, sentence in zip(kinds, sentences, strict=True):
        shares[kind] += len(sentence.split())
    chosen = _weighed(whole, shares)
    return chosen, "".join(s for k, s in zip(kinds, sentences, strict=True) if k == chosen) or words


def _weighed(whole: Kind, shares: Counter[Kind]) -> Kind:
    """What the words as a whole say, unless it is an expectation in passing; then the kind with most words."""
    total = shares.total()
    if whole not in EXPECTATION_KINDS or not 0 < shares[whole] < _SHARE * total:
        return whole
    others = [(words, kind) for kind, words in shares.items() if kind not in EXPECTATION_KINDS]
    return max(others, key=lambda each: each[0])[1] if others else whole
