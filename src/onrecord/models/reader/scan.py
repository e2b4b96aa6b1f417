"""The reader model asked about a text: attributions with their anchors, and named entities, from one pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import exp
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from onrecord.model import Span, Spans
from onrecord.models.reader.chain import Chain, Floats, Ints, best_tags
from onrecord.models.reader.judging import LABELS, TOLD, Judgement, judgement, scores_of, words_in
from onrecord.models.reader.windows import Window, Words, windows_of, words_with_looks
from onrecord.models.session import Session, open_session

Act: TypeAlias = Literal["speech", "attitude", "other"]
EntityKind: TypeAlias = Literal["person", "organisation", "place"]

ACTS: tuple[Act, ...] = ("speech", "attitude", "other")
KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place")
SOURCE, CUE, CONTENT = 1, 2, 3
FLOOR = -2.5
"""Log-odds of an anchor from which on the words around it are asked."""
_FLAT = 700.0
"""Log-odds from which on their exponential would overflow."""
_TOGETHER = 256
"""Answers read at once: enough for the sums to be quick, few enough for a text of any length."""
OUTPUTS = ("anchors", "acts", "entities", "asked", "answers", "judging")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One attribution as the model has it. ``anchor``: the word that stands for the cue."""

    anchor: Span
    source: Spans
    cue: Spans
    content: Spans
    anchor_odds: float
    """Log-odds that the anchor is one."""
    share: float
    """Log-share of this answer among all that the words could give, at most 0."""
    act: Act

    @property
    def confidence(self) -> float:
        """How often such an attribution is right (content and source at least half, as scored), 0 to 1."""
        by_anchor, by_share, by_source, always = _calibration()
        odds = by_anchor * self.anchor_odds + by_share * self.share + by_source * bool(self.source) + always
        return 1 / (1 + exp(min(-odds, _FLAT)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name, and what it names."""

    span: Span
    kind: EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """All that one pass over a text gives, in text order."""

    told: tuple[Told, ...]
    entities: tuple[Entity, ...]
    words: tuple[tuple[int, int], ...]
    """Where each word stands, for whom ``judging`` [words, numbers] has what the model tells."""
    judging: Floats = field(repr=False, compare=False)

    def judged(self, content: Spans, cue: Spans = (), source: Spans = ()) -> Judgement:
        """Kind, stance and strength of a statement, whoever found its words; without any, as likely as they come."""
        inside = [words_in(self.words, pieces) for pieces in (content, cue, source)]
        scores = scores_of(self.judging, *inside) if inside[0] else np.zeros(LABELS, dtype=np.float32)
        return judgement(scores, _offsets())


@dataclass(frozen=True, slots=True)
class _Asked:
    """The answers of one window for its anchors above the floor: [anchors, words, tags]."""

    window: Window
    anchors: Ints
    odds: Floats
    acts: Ints
    answers: Floats


@lru_cache(maxsize=64)
def scan(text: str) -> Scan:
    """Every attribution and every name in ``text``; kept for who asks about the same text again."""
    words = words_with_looks(text)
    told: list[Told] = []
    tags: list[int] = []
    judging: list[Floats] = [np.zeros((0, TOLD), dtype=np.float32)]
    waiting: list[_Asked] = []
    rows = 0
    for window in windows_of(words):
        asked, entities, each = _ask(window)
        tags.extend(entities)
        judging.append(each)
        if len(asked.anchors):
            waiting.append(asked)
            rows += len(asked.anchors)
        if rows >= _TOGETHER:
            told.extend(_told(words, waiting))
            waiting, rows = [], 0
    told.extend(_told(words, waiting))
    return Scan(
        told=tuple(told),
        entities=tuple(_entities(words, tags)),
        words=words.spans,
        judging=np.concatenate(judging),
    )


def feed_of(window: Window) -> dict[str, npt.NDArray[np.generic]]:
    """What the model is asked about a window."""
    return {
        "ids": np.array(window.ids, dtype=np.int64),
        "looks": np.array(window.looks, dtype=np.int64),
        "starts": np.array(window.starts, dtype=np.int64),
        "floor": np.array([FLOOR], dtype=np.float32),
    }


def _ask(window: Window) -> tuple[_Asked, list[int], Floats]:
    anchors, acts, entities, places, answers, judging = open_reader().run(OUTPUTS, feed_of(window))
    odds = anchors[places]
    if odds[0] < FLOOR:  # no word was above it: the best one was asked, as something has to be
        places, odds, answers = places[:0], odds[:0], answers[:0]
    asked = _Asked(window, places, odds, acts[places].argmax(axis=1), answers)
    return asked, entities.argmax(axis=1).tolist(), judging


def _told(words: Words, asked: list[_Asked]) -> Iterator[Told]:
    """The best reading of every anchor's answers, those of several windows at once."""
    rows = [(one, number) for one in asked for number in range(len(one.anchors))]
    if not rows:
        return
    lengths = np.array([len(one.window.starts) for one, _ in rows], dtype=np.int64)
    scores = np.zeros((len(rows), int(lengths.max()), 4), dtype=np.float32)
    row = 0
    for one in asked:
        scores[row : row + len(one.anchors), : len(one.window.starts)] = one.answers
        row += len(one.anchors)
    tags, shares = best_tags(_chain(), scores, lengths)
    for (one, number), spans, share in zip(rows, _roles(words, rows, tags), shares.tolist(), strict=True):
        yield Told(
            anchor=Span(*words.spans[one.window.first + int(one.anchors[number])]),
            source=tuple(spans[SOURCE]),
            cue=tuple(spans[CUE]),
            content=tuple(spans[CONTENT]),
            anchor_odds=float(one.odds[number]),
            share=share,
            act=ACTS[int(one.acts[number])],
        )


def _roles(words: Words, rows: list[tuple[_Asked, int]], tags: Ints) -> list[tuple[list[Span], ...]]:
    """Runs of words with the same tag, for each row and tag."""
    found: list[tuple[list[Span], ...]] = [([], [], [], []) for _ in rows]
    edges = np.zeros((len(rows), tags.shape[1] + 2), dtype=np.int64)
    edges[:, 1:-1] = tags
    at, places = np.nonzero(edges[:, 1:] != edges[:, :-1])
    roles = edges[at, places + 1]
    starts = np.flatnonzero(roles)  # every run ends where the next change is
    for row, role, start, end in zip(
        at[starts].tolist(), roles[starts].tolist(), places[starts].tolist(), places[starts + 1].tolist(), strict=True
    ):
        first = rows[row][0].window.first
        found[row][role].append(Span(words.spans[first + start][0], words.spans[first + end - 1][1]))
    return found


def _entities(words: Words, tags: list[int]) -> list[Entity]:
    """Names from begin and inside tags (1, 3, 5 begin; 2, 4, 6 go on); a name that goes on from nothing begins."""
    found: list[Entity] = []
    before = 0
    for number, tag in enumerate(tags):
        if tag:
            start, end = words.spans[number]
            kind = KINDS[(tag - 1) // 2]
            goes_on = tag % 2 == 0 and before in (tag, tag - 1)
            first = found.pop().span.start if goes_on else start
            found.append(Entity(span=Span(first, end), kind=kind))
        before = tag
    return found


@cache
def open_reader() -> Session:
    """The shipped model, opened once."""
    return open_session("reader.onnx")


@cache
def _chain() -> Chain:
    return Chain(*_constants("steps", "first", "last"))


@cache
def _calibration() -> tuple[float, ...]:
    """Weights of the anchor's log-odds, the answer's log-share, having a source, and 1 (Platt 1999)."""
    (weights,) = _constants("calibration")
    return tuple(weights.tolist())


@cache
def _offsets() -> Floats:
    """What a statement's scores are multiplied by, and what is added to them: [2, ``LABELS``]."""
    (offsets,) = _constants("offsets")
    return offsets


def _constants(*names: str) -> list[Floats]:
    """What the model file holds besides the network, whatever it is asked."""
    zero = np.array([0], dtype=np.int64)
    feed = {"ids": zero, "looks": zero, "starts": zero, "floor": np.zeros(1, dtype=np.float32)}
    found: list[Floats] = open_reader().run(names, feed)
    return found
