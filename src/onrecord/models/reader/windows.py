"""A text as windows: whole lines packed until a window is full, each word with its pieces and its look.

A look is one of 24: how the word is written, whether it stands between quotation marks, whether it begins a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain

from onrecord.models.reader.wordpiece import END, START, pieces_of, words_of

WIDTH = 128
"""Pieces of a window at run time, its two ends included."""
LOOKS = 24
_OPENS = frozenset("“«„")
_CLOSES = frozenset("”»")
_EITHER = frozenset('"')
_SINGLE = frozenset("‘`")
_MARKS = _OPENS | _CLOSES | _EITHER | _SINGLE
_SENTENCE_ENDS = frozenset(".?!…")
_CLOSING = frozenset("”»\"'’)]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where they stand, what they look like, and where lines and sentences end."""

    spans: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    looks: tuple[int, ...]
    lines: tuple[tuple[int, int], ...]
    """First word and the one behind the last, of each line that has words."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``last`` (exclusive) of a text, as numbers for the model."""

    first: int
    last: int
    ids: tuple[int, ...]
    looks: tuple[int, ...]
    starts: tuple[int, ...]
    """The place of each word's first piece among ``ids``."""


def words_with_looks(text: str) -> Words:
    """All words of ``text``; looks see one line at a time."""
    spans = words_of(text)
    words = [text[start:end] for start, end in spans]
    lines = tuple(_lines(text, spans))
    looks: list[int] = []
    for first, last in lines:
        looks.extend(_looks(words[first:last]))
    return Words(tuple(spans), tuple(map(pieces_of, words)), tuple(looks), lines)


def _lines(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    first = 0
    for number in range(1, len(spans) + 1):
        if number == len(spans) or "\n" in text[spans[number - 1][1] : spans[number][0]]:
            yield first, number
            first = number


def _looks(words: list[str]) -> Iterator[int]:
    inside = False
    for number, word in enumerate(words):
        mark = word in _MARKS
        if mark:
            inside = word in _OPENS or (word in _EITHER and not inside)
        yield _case(word) + 4 * (2 if mark else int(inside)) + 12 * (number == 0)


def _case(word: str) -> int:
    """0 small letters or signs, 1 Capital, 2 CAPITALS, 3 anything with a digit or mixed."""
    if word.islower() or not word[0].isalnum():
        return 0
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3


def windows_of(words: Words, width: int = WIDTH) -> Iterator[Window]:
    """Whole lines packed up to ``width`` pieces; a line that is longer is cut behind a sentence, else anywhere."""
    counts = [0, *accumulate(map(len, words.pieces))]
    ids = list(chain.from_iterable(words.pieces))
    looks = list(chain.from_iterable(map(_repeated, words.looks, words.pieces)))
    for first, last in _packed(words, counts, width - 2):
        start, end = counts[first], counts[last]
        yield Window(
            first,
            last,
            (START, *ids[start:end], END),
            (0, *looks[start:end], 0),
            tuple(count - start + 1 for count in counts[first:last]),
        )


def _repeated(look: int, pieces: tuple[int, ...]) -> tuple[int, ...]:
    return (look,) * len(pieces)


def _packed(words: Words, counts: list[int], room: int) -> Iterator[tuple[int, int]]:
    """First word and the one behind the last of each window."""
    first = 0
    for start, end in _chunks(words, counts, room):
        if counts[end] - counts[first] > room and start > first:
            yield first, start
            first = start
    if first < len(words.spans):
        yield first, len(words.spans)


def _chunks(words: Words, counts: list[int], room: int) -> Iterator[tuple[int, int]]:
    """Lines, and parts of lines that are too long, each at most ``room`` pieces."""
    for first, last in words.lines:
        if counts[last] - counts[first] > room:
            yield from _parts(words, counts, room, (first, last))
        else:
            yield first, last


def _parts(words: Words, counts: list[int], room: int, line: tuple[int, int]) -> Iterator[tuple[int, int]]:
    first, last = line
    start, sentence = first, first
    for number in range(first, last):
        if counts[number + 1] - counts[start] > room:
            cut = sentence if sentence > start else max(number, start + 1)
            yield start, cut
            start = cut
        if _ends_sentence(words, number, last):
            sentence = number + 1
    if start < last:
        yield start, last


_DOTS = tuple(pieces_of(sign)[0] for sign in sorted(_SENTENCE_ENDS))
_CLOSERS = tuple(pieces_of(sign)[0] for sign in sorted(_CLOSING))


def _ends_sentence(words: Words, number: int, last: int) -> bool:
    """A full stop, or a closing mark behind one, unless another closing mark follows."""
    piece = words.pieces[number][0]
    follows = words.pieces[number + 1][0] if number + 1 < last else None
    if follows in _CLOSERS or (number + 1 < last and words.spans[number + 1][0] == words.spans[number][1]):
        return False
    return piece in _DOTS or (piece in _CLOSERS and number > 0 and words.pieces[number - 1][0] in _DOTS)
