"""The trained reader: what the model tells, none overlapping another; turns of interviews are read by rule."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.extraction.borders import completed, tidied
from onrecord.extraction.quotations import quotations
from onrecord.extraction.turns import turns
from onrecord.model import Attribution, ReaderInfo
from onrecord.models.reader.scan import Told, scan

SURE = 0.43
"""The confidence from which on an attribution is believed; chosen on PolNeAR's dev part."""


class EncoderReader:
    """A small encoder trained on PolNeAR and labels of our own; time is linear in the text."""

    info = ReaderInfo(name="encoder", version="1")

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Every outermost attribution, in text order."""
        spoken = turns(text)
        quoted = quotations(text)
        believed = [one for one in scan(text).told if one.content and one.cue and one.confidence >= SURE]
        told = (tidied(text, _attribution(one), quoted) for one in _apart(believed))
        found = [*spoken, *_outside(spoken, (one for one in told if one is not None))]
        return tuple(completed(sorted(found, key=_place), quoted))


def _attribution(told: Told) -> Attribution:
    return Attribution(content=told.content, cue=told.cue, source=told.source, confidence=told.confidence)


def _place(one: Attribution) -> int:
    return min(spans[0].start for spans in (one.content, one.cue, one.source) if spans)


def _apart(believed: Iterable[Told]) -> Iterator[Told]:
    """Each word belongs to one attribution at most (PolNeAR's rule): where two claim it, the likelier one stays."""
    claimed: set[int] = set()
    for told in sorted(believed, key=lambda one: (-one.confidence, one.anchor)):
        own = {place for span in (*told.cue, *told.content) for place in range(*span)}
        if claimed.isdisjoint(own):
            claimed |= own
            yield told


def _outside(spoken: Sequence[Attribution], told: Iterable[Attribution]) -> Iterator[Attribution]:
    """What is told outside of the turns; inside of them somebody speaks already."""
    starts = [_place(one) for one in spoken]
    for one in told:
        turn = bisect_right(starts, _end(one)) - 1
        if turn < 0 or _end(spoken[turn]) <= _place(one):
            yield one


def _end(one: Attribution) -> int:
    return max(spans[-1].end for spans in (one.content, one.cue, one.source) if spans)
