"""PolNeAR's articles as the model sees them: words, and for each what it is part of."""

from __future__ import annotations

import gzip
import json
import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.acts import ACTS, act_of
from benchmarks.attribution import Pieces, articles

from onrecord.models.reader.windows import Window, Words, windows_of, words_with_looks

NOTHING, SOURCE, CUE, CONTENT = range(4)
ROLES = {"source": SOURCE, "cue": CUE, "content": CONTENT}
ENTITIES = ("O", "B-PERSON", "I-PERSON", "B-ORGANIZATION", "I-ORGANIZATION", "B-LOCATION", "I-LOCATION")
UNKNOWN = -100
"""No label: left out of the loss."""
WIDTHS = (48, 96, 112, 128, 144, 160)

_LIGHT_WORDS = """
is are was were be been being am has have had having do does did will would shall should may might can
could must not never n't ' ’ t s to also then later further often previously once just got get gets
getting
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
"""Words that begin a cue without standing for it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution by word numbers: its anchor, and the role of each of its words."""

    anchor: int
    roles: dict[int, int]
    act: int


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement by word numbers, with the probability of every kind, stance and strength (``LABELS`` numbers).

    ``weights``: how much it counts in each of the three.
    """

    content: tuple[int, ...]
    cue: tuple[int, ...]
    source: tuple[int, ...]
    truth: tuple[float, ...]
    weights: tuple[float, ...]

    def within(self, first: int, last: int) -> Judged:
        """What of it stands in a window, counted from the window's first word."""
        content, cue, source = (
            tuple(number - first for number in part if first <= number < last)
            for part in (self.content, self.cue, self.source)
        )
        return Judged(content, cue, source, self.truth, self.weights)


@dataclass(frozen=True, slots=True)
class Example:
    """One article. ``is_read``: whether ``told`` is all that it tells; else it is there for ``judged`` alone."""

    name: str
    words: Words
    told: tuple[Told, ...]
    entities: tuple[int, ...] = ()
    judged: tuple[Judged, ...] = ()
    is_read: bool = True


@dataclass(slots=True)
class Piece:
    """A window of an article with its labels, word numbers counted from the window's first."""

    window: Window
    told: list[Told] = field(default_factory=list)
    entities: tuple[int, ...] = ()
    judged: list[Judged] = field(default_factory=list)
    is_read: bool = True


def examples(data: Path, part: str) -> list[Example]:
    """The articles of a part of PolNeAR, with the silver entities that come with it."""
    silver = dict(_silver(data / "polnear" / f"corenlp_{part}.jsonl.gz"))
    found = []
    for file, text, gold in articles(data, part):
        words = words_with_looks(text)
        told = tuple(told_of(text, words, one) for one in gold if one["cue"])
        found.append(Example(file, words, told, tuple(_entities(words, silver.get(file, [])))))
    return found


def told_of(text: str, words: Words, one: dict[str, Pieces]) -> Told:
    """An attribution by word numbers."""
    roles = {number: ROLES[role] for role in ROLES for number in numbers_in(words, one[role])}
    cue = sorted(number for number, role in roles.items() if role == CUE)
    act = act_of(text, one)
    return Told(anchor_of(text, words, cue), roles, ACTS.index(act) if act else UNKNOWN)


def anchor_of(text: str, words: Words, cue: list[int]) -> int:
    """The word that stands for a cue: its first that isn't an auxiliary, a negation, an adverb or a sign."""
    for number in cue:
        word = text[slice(*words.spans[number])].lower()
        if word not in _LIGHT and not word.endswith("ly") and any(sign.isalnum() for sign in word):
            return number
    return cue[0]


def numbers_in(words: Words, pieces: Pieces) -> Iterator[int]:
    """The numbers of the words that overlap any of the pieces."""
    for start, end in pieces:
        number = max(0, bisect_right(words.spans, (start, start)) - 1)
        while number < len(words.spans) and words.spans[number][0] < end:
            if words.spans[number][1] > start:
                yield number
            number += 1


def _silver(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            tags = [
                (token[0], token[1], token[3]) for sentence in row["sentences"] for token in [*sentence, (0, 0, 0, "O")]
            ]
            yield row["file"], tags


def _entities(words: Words, tags: list[tuple[int, int, str]]) -> list[int]:
    """BIO over the silver tags; equal neighbours make one entity."""
    found = [0] * len(words.spans)
    before = "O"
    for start, end, tag in tags:
        known = f"B-{tag}" in ENTITIES
        if known:
            for nth, number in enumerate(numbers_in(words, [[start, end]])):
                found[number] = ENTITIES.index(f"B-{tag}" if nth == 0 and before != tag else f"I-{tag}")
        before = tag if known else "O"
    return found


def windows(example: Example, width: int) -> list[Piece]:
    """Windows of one width with their labels; what of an attribution stands outside its anchor's window is cut."""
    found = [Piece(window, is_read=example.is_read) for window in windows_of(example.words, width)]
    firsts = [piece.window.first for piece in found]
    for piece in found:
        piece.entities = example.entities[piece.window.first : piece.window.last]
    for told in example.told:
        piece = found[bisect_right(firsts, told.anchor) - 1]
        first, last = piece.window.first, piece.window.last
        roles = {number - first: role for number, role in told.roles.items() if first <= number < last}
        piece.told.append(Told(told.anchor - first, roles, told.act))
    for judged in example.judged:
        ((number, _),) = Counter(bisect_right(firsts, word) - 1 for word in judged.content).most_common(1)
        window = found[number].window
        found[number].judged.append(judged.within(window.first, window.last))
    return [piece for piece in found if piece.is_read or piece.judged]


def epoch(all_examples: Iterable[Example], seed: int) -> list[Piece]:
    """The windows of one epoch: each article in a width of its own, drawn anew."""
    chance = random.Random(seed)
    return [piece for example in all_examples for piece in windows(example, chance.choice(WIDTHS))]
