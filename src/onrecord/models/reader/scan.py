"""The reader model asked about a text: attributions with their anchors, and named entities, from one pass."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from onrecord.model import Span, Spans
from onrecord.models.reader.chain import Chain, Floats, Ints, best_tags
from onrecord.models.reader.windows import Window, Words, windows_of, words_with_looks
from onrecord.models.session import Session, open_session

Act: TypeAlias = Literal["speech", "attitude", "other"]
EntityKind: TypeAlias = Literal["person", "organisation", "place"]

ACTS: tuple[Act, ...] = ("speech", "attitude", "other")
KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place")
SOURCE, CUE, CONTENT = 1, 2, 3
FLOOR = -2.5
"""Log-odds of an anchor from which on the words around it are asked."""
_OUTPUTS = ("anchors", "acts", "entities", "asked", "answers")


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
        odds = _calibration() @ np.array([self.anchor_odds, self.share, bool(self.source), 1.0], dtype=np.float32)
        return float(1 / (1 + np.exp(-odds)))


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


@dataclass(frozen=True, slots=True)
class _Asked:
    """The answers of one window: anchors, and [anchors, words, tags]."""

    window: Window
    anchors: Ints
    odds: Floats
    acts: Ints
    answers: Floats


@lru_cache(maxsize=2)
def scan(text: str) -> Scan:
    """Every attribution and every name in ``text``; kept for the rooms that ask about the same text again."""
    words = words_with_looks(text)
    asked: list[_Asked] = []
    tags: list[Ints] = []
    for window in windows_of(words):
        answer, entities = _ask(window)
        asked.append(answer)
        tags.append(entities)
    return Scan(
        told=tuple(_told(words, asked)),
        entities=tuple(_entities(words, np.concatenate(tags))) if tags else (),
    )


def _ask(window: Window) -> tuple[_Asked, Ints]:
    feed = {
        "ids": np.array(window.ids, dtype=np.int64),
        "looks": np.array(window.looks, dtype=np.int64),
        "starts": np.array(window.starts, dtype=np.int64),
        "floor": np.array([FLOOR], dtype=np.float32),
    }
    anchors, acts, entities, places, answers = _session().run(_OUTPUTS, feed)
    return _Asked(window, places, anchors[places], acts[places].argmax(axis=1), answers), entities.argmax(axis=1)


def _told(words: Words, asked: list[_Asked]) -> list[Told]:
    """The best reading of every anchor's answers, all windows of a text at once."""
    rows = [(one, number) for one in asked for number in range(len(one.anchors)) if one.odds[number] >= FLOOR]
    if not rows:
        return []
    lengths = np.array([len(one.window.starts) for one, _ in rows], dtype=np.int64)
    scores = np.zeros((len(rows), int(lengths.max()), 4), dtype=np.float32)
    for row, (one, number) in enumerate(rows):
        scores[row, : lengths[row]] = one.answers[number]
    tags, shares = best_tags(_chain(), scores, lengths)
    return [_one(words, rows[row], tags[row], float(shares[row])) for row in range(len(rows))]


def _one(words: Words, row: tuple[_Asked, int], tags: Ints, share: float) -> Told:
    asked, number = row
    first = asked.window.first
    source, cue, content = (_spans(words, first + np.flatnonzero(tags == role)) for role in (SOURCE, CUE, CONTENT))
    return Told(
        anchor=Span(*words.spans[first + int(asked.anchors[number])]),
        source=source,
        cue=cue,
        content=content,
        anchor_odds=float(asked.odds[number]),
        share=share,
        act=ACTS[int(asked.acts[number])],
    )


def _spans(words: Words, numbers: npt.NDArray[np.intp]) -> Spans:
    """Runs of neighbouring words."""
    if not len(numbers):
        return ()
    cuts = np.flatnonzero(np.diff(numbers) > 1) + 1
    return tuple(Span(words.spans[int(run[0])][0], words.spans[int(run[-1])][1]) for run in np.split(numbers, cuts))


def _entities(words: Words, tags: Ints) -> list[Entity]:
    """Names from begin and inside tags (1, 3, 5 begin; 2, 4, 6 go on); a name that goes on from nothing begins."""
    found: list[Entity] = []
    before = 0
    for number, tag in enumerate(tags.tolist()):
        kind = KINDS[(tag - 1) // 2] if tag else None
        span = Span(*words.spans[number])
        if kind and found and tag % 2 == 0 and before in (tag, tag - 1):
            found[-1] = Entity(span=Span(found[-1].span.start, span.end), kind=kind)
        elif kind:
            found.append(Entity(span=span, kind=kind))
        before = tag
    return found


@cache
def _session() -> Session:
    return open_session("reader.onnx")


@cache
def _chain() -> Chain:
    return Chain(*_constants("steps", "first", "last"))


@cache
def _calibration() -> Floats:
    """Weights of the anchor's log-odds, the answer's log-share, having a source, and 1 (Platt 1999)."""
    (weights,) = _constants("calibration")
    return weights


def _constants(*names: str) -> list[Floats]:
    """What the model file holds besides the network, whatever it is asked."""
    zero = np.array([0], dtype=np.int64)
    feed = {"ids": zero, "looks": zero, "starts": zero, "floor": np.zeros(1, dtype=np.float32)}
    found: list[Floats] = _session().run(names, feed)
    return found
