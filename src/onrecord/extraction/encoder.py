"""The trained reader: what the model tells, as attributions that don't overlap."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Attribution, ReaderInfo, Span
from onrecord.models.reader.scan import Told, scan

SURE = 0.0
"""Log-odds of an anchor from which on it is believed; chosen on PolNeAR's dev part."""


class EncoderReader:
    """A small encoder trained on PolNeAR; time is linear in the text."""

    info = ReaderInfo(name="encoder", version="1")

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Every outermost attribution, in text order."""
        believed = [one for one in scan(text).told if one.content and one.cue and one.anchor_odds >= SURE]
        return tuple(sorted(map(_attribution, _apart(believed)), key=_place))


def _attribution(told: Told) -> Attribution:
    return Attribution(content=told.content, cue=told.cue, source=told.source, confidence=told.confidence)


def _place(one: Attribution) -> int:
    return min(spans[0].start for spans in (one.content, one.cue, one.source) if spans)


def _apart(believed: Iterable[Told]) -> list[Told]:
    """Each word belongs to one attribution at most (PolNeAR's rule): where two claim it, the likelier one stays."""
    kept: list[Told] = []
    for told in sorted(believed, key=lambda one: -one.confidence):
        if not any(_overlap(told, other) for other in kept):
            kept.append(told)
    return kept


def _overlap(a: Told, b: Told) -> bool:
    return any(x.start < y.end and y.start < x.end for x in _claimed(a) for y in _claimed(b))


def _claimed(told: Told) -> tuple[Span, ...]:
    return told.cue + told.content
