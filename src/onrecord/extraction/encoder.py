"""The trained reader: what the model tells, none overlapping another; turns of interviews are read by rule."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.extraction.borders import completed, tidied
from onrecord.extraction.quotations import quotations
from onrecord.extraction.sharing import with_sources
from onrecord.extraction.tags import before_tag, with_tag
from onrecord.extraction.turns import turns
from onrecord.model import Attribution, ReaderInfo
from onrecord.models.reader.judging import Judgement
from onrecord.models.reader.scan import scan

SURE = 0.36
"""The confidence from which on an attribution is believed; chosen on PolNeAR's dev part."""
TAGGED = 0.2
"""The same where a tag behind the words bears it out."""

WORDLESS = 0.15
"""The same where it is a whole sentence that the model has no words for."""


class EncoderReader:
    """A small encoder trained on PolNeAR and labels of our own; time is linear in the text."""

    info = ReaderInfo(name="encoder", version="1")

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Every outermost attribution, in text order."""
        spoken, asking = turns(text)
        quoted = quotations(text)
        told = (tidied(text, one, quoted) for one in _apart(_believed(text)))
        others = (one for one in told if one is not None and not set(asking) & set(one.source))
        found = [*spoken, *_outside(spoken, others)]
        whole = list(completed(text, sorted(found, key=_place), quoted))
        return tuple(with_sources(text, whole))

    def judged(self, text: str, attribution: Attribution) -> Judgement:
        """By the same pass over the text; who reads on in the same text pays nothing for it."""
        return scan(text).judged(attribution.content, attribution.cue, attribution.source)


def _believed(text: str) -> Iterator[Attribution]:
    for told in scan(text).told:
        if not told.content:
            if told.confidence >= WORDLESS and (whole := before_tag(text, told.anchor, told.confidence)):
                yield whole
            continue
        one = Attribution(content=told.content, cue=told.cue, source=told.source, confidence=told.confidence)
        if told.cue and told.confidence >= SURE:
            yield one
        elif not told.cue and told.confidence >= TAGGED and (tagged := with_tag(text, one, told.anchor)):
            yield tagged


def _place(one: Attribution) -> int:
    return min(spans[0].start for spans in (one.content, one.cue, one.source) if spans)


def _apart(believed: Iterable[Attribution]) -> Iterator[Attribution]:
    """Each word belongs to one attribution at most (PolNeAR's rule): where two claim it, the likelier one stays."""
    claimed: set[int] = set()
    for one in sorted(believed, key=lambda one: (-one.confidence, one.cue)):
        own = {place for span in (*one.cue, *one.content) for place in range(*span)}
        if claimed.isdisjoint(own):
            claimed |= own
            yield one


def _outside(spoken: Sequence[Attribution], told: Iterable[Attribution]) -> Iterator[Attribution]:
    """What is told outside of the turns; inside of them somebody speaks already."""
    starts = [_place(one) for one in spoken]
    for one in told:
        turn = bisect_right(starts, _end(one)) - 1
        if turn < 0 or _end(spoken[turn]) <= _place(one):
            yield one


def _end(one: Attribution) -> int:
    return max(spans[-1].end for spans in (one.content, one.cue, one.source) if spans)
