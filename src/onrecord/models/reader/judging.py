"""Kind, stance and strength of statements, from what the model tells of each of their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from onrecord.model import Kind, Span, Spans, Stance, Strength
from onrecord.models.reader.chain import Floats

KINDS: tuple[Kind, ...] = get_args(Kind)
STANCES: tuple[Stance, ...] = get_args(Stance)
STRENGTHS: tuple[Strength, ...] = get_args(Strength)
SIZES = (len(KINDS), len(STANCES), len(STRENGTHS))
FIELDS, LABELS = len(SIZES), sum(SIZES)
TOLD = FIELDS + 3 * LABELS
"""What is told of a word: its weights in a content, one for each field, and its scores as content, cue and source."""
_FIELD_OF = np.repeat(np.arange(FIELDS), SIZES)
_PARTS = np.cumsum((FIELDS, LABELS, LABELS))
_ENDS = np.cumsum(SIZES)[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Probabilities, in the order of ``KINDS``, ``STANCES`` and ``STRENGTHS``."""

    kinds: tuple[float, ...]
    stances: tuple[float, ...]
    strengths: tuple[float, ...]

    @property
    def kind(self) -> Kind:
        """The likeliest."""
        return KINDS[_likeliest(self.kinds)]

    @property
    def stance(self) -> Stance:
        """The likeliest."""
        return STANCES[_likeliest(self.stances)]

    @property
    def strength(self) -> Strength:
        """The likeliest."""
        return STRENGTHS[_likeliest(self.strengths)]


def _likeliest(shares: Sequence[float]) -> int:
    return max(range(len(shares)), key=shares.__getitem__)


def judgement(scores: Floats, offsets: Floats) -> Judgement:
    """The probabilities of scores [``LABELS``]; ``offsets`` [2, ``LABELS``]: what multiplies them, what is added."""
    kinds, stances, strengths = (_shares(part) for part in np.split(scores * offsets[0] + offsets[1], _ENDS))
    return Judgement(kinds=kinds, stances=stances, strengths=strengths)


def _shares(scores: Floats) -> tuple[float, ...]:
    raised = np.exp(scores - scores.max())
    return tuple((raised / raised.sum()).tolist())


def scores_of(told: Floats, content: Sequence[int], cue: Sequence[int], source: Sequence[int]) -> Floats:
    """The scores of a statement, kinds, stances and strengths behind one another: [``LABELS``].

    Args:
        told: [words, ``TOLD``], what the model tells of each word of the text.
        content: the numbers of its content's words, at least one.
        cue: of its cue's.
        source: of its source's.
    """
    weights, scores, _, _ = np.split(told[content], _PARTS, axis=1)
    raised = np.exp(weights - weights.max(axis=0))
    shares = raised / raised.sum(axis=0)
    found: Floats = (shares[:, _FIELD_OF] * scores).sum(axis=0)
    for part, words in ((1, cue), (2, source)):
        if words:
            found = found + told[words, _PARTS[part] : _PARTS[part] + LABELS].mean(axis=0)
    return found


def words_in(spans: Sequence[tuple[int, int]], pieces: Spans) -> list[int]:
    """The numbers of the words that overlap any of the pieces.

    Args:
        spans: of the words, in text order.
        pieces: in text order.
    """
    return sorted({number for piece in pieces for number in _overlapping(spans, piece)})


def _overlapping(spans: Sequence[tuple[int, int]], piece: Span) -> Iterator[int]:
    first = bisect_right(spans, piece.start, key=lambda span: span[1])
    yield from range(first, bisect_left(spans, piece.end, key=lambda span: span[0]))
