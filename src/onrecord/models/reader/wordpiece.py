"""Words of a text, and the pieces of BERT's uncased vocabulary that a word is made of.

Devlin et al. 2019, after Wu et al. 2016 (greedy longest match first). A word here is a run of letters and digits, or
one other sign; where BERT keeps a sign such as "€" glued to its number, it stands alone here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+|[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_LONGEST = 100
"""Letters of a word above which it is unknown, as BERT has it."""

PAD, UNKNOWN, START, END = 0, 100, 101, 102
"""Numbers of [PAD], [UNK], [CLS] and [SEP]."""


def words_of(text: str) -> list[tuple[int, int]]:
    """Start and end of each word, in order."""
    return [match.span() for match in _WORD.finditer(text)]


@cache
def vocabulary() -> dict[str, int]:
    """Piece → number, as shipped: the line's number in the file."""
    lines = (resources.files("onrecord.models") / "data" / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


def pieces_of(word: str) -> tuple[int, ...]:
    """The numbers of a word's pieces; at least one."""
    return _kept(word) if len(word) <= _LONGEST else _pieces(word)


def _pieces(word: str) -> tuple[int, ...]:
    plain = _plain(word)
    if not plain or len(plain) > _LONGEST:
        return (UNKNOWN,)
    known = vocabulary()
    found: list[int] = []
    start = 0
    while start < len(plain):
        end = next((e for e in range(len(plain), start, -1) if _piece(plain, start, e) in known), None)
        if end is None:
            return (UNKNOWN,)
        found.append(known[_piece(plain, start, end)])
        start = end
    return tuple(found)


_kept = lru_cache(maxsize=1 << 15)(_pieces)
"""Most words come again."""


def _piece(word: str, start: int, end: int) -> str:
    return f"##{word[start:end]}" if start else word[:end]


def _plain(word: str) -> str:
    """In lower case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(sign) != "Mn")
