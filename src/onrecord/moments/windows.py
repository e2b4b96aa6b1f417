"""``windows``: the due windows of a text, by the table in TERMS, kept as symbolic values.

**Which words.** Only expressions that lie ahead: by their own words ("tomorrow", "next week", "in the coming weeks") or
by the tense, modals, infinitives and cue words of their clause (`expressions.direction`). Where nothing tells past
from future, only a bound ("by Friday", "within a month") counts as a window. Past times, lengths ("for two years"),
sets ("every Monday") and dates inside names ("the 2016 election") give none. The span takes in the preposition.

**The value notation.** A value is one side, or two sides joined by ``/``. D is the day of speaking.

===================  ==================================================================================================
one side alone       its first to its last day
``A/B``              from the first day of ``A`` to the last day of ``B``
``../B``             from D to the last day of ``B``
``A/..``             from the first day of ``A``, open
===================  ==================================================================================================

A side is one of:

- an *offset* from D: ``P1M``, ``P2W``, ``P1Y6M``, ``PT48H`` (units E decade, Y, Q, M, W, D; after ``T``: H, M, S). So
  ``P1M/P2M`` is [D + 1 month, D + 2 months], ``P0D/P30D`` within 30 days, ``P2M`` the one day two months on. Months are
  clamped (31 January + ``P1M`` is the last of February); part-days end with the day that they reach into.
- an *atom*: a head, perhaps what follows in it, perhaps a part.
  Heads: a year ``2018``, decade ``201``, century ``20``; ``XXXX`` for a year not named; ``D+1`` tomorrow, ``W+0`` this
  week, ``W+1`` next week, ``M+1``, ``Q+0``, ``Y-1``, ``E+0``: the calendar unit so many after the one that D lies in;
  ``J1396`` and ``J+0``: years of the Iranian calendar, which begin at the spring equinox.
  Following in years (``2018-…``, ``XXXX-…``, ``Y+1-…``): ``-11`` month, ``-11-18`` day, ``-W44`` ISO week, ``-Q1``
  quarter, ``-H2`` half, ``-SP -SU -FA -WI`` season; after ``XXXX`` also ``-WXX-2`` (Tuesday), ``-WXX-WE`` (the
  weekend), ``-XX-15`` (the 15th); holidays by rule are ``-EASTER``, ``-EASTER-2`` (days from it), ``-11-4TH`` (the
  fourth Thursday), ``-05-LMO`` (the last Monday). In weeks: ``W+1-2`` Tuesday of next week, ``W+0-WE``.
  In months: ``M+0-15``.
  Parts: ``-EARLY -MID -LATE`` and ``-BEGIN -END`` (the first and last month of a year, quarter or half; days 1-10 and
  21-end of a month). A time of day after ``T`` does not change the days.
- an atom and how much later, ``XXXX-WXX-2+P2W``: two weeks from Tuesday.
- ``<A``, after ``../``: the day before ``A`` begins. ``>A``, before ``/..``: the day after ``A`` ends.
- ``EVENT``: an event whose day is not known. ``FUTURE_REF``: vague words. Neither has days.

Seen from D, an atom without its year is the next one: the first that is not over on D; a weekday is always after D
(with ``-LATE``, "later on Friday", on or after D); with ``<``, the first that begins after D. As a second side it is
sought from the first side on. An atom headed ``+0`` begins on D at the earliest ("this month" is what is left of it).
What would end before it begins or before D, or needs a D that is unknown, has no days. So
`onrecord.moments.resolve_due` works the days out from the value and D alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import Due
from onrecord.moments.events import event_windows
from onrecord.moments.expressions.context import Sentences, is_lookalike
from onrecord.moments.expressions.grammar import find
from onrecord.moments.expressions.iran import in_iran
from onrecord.moments.expressions.joining import joined
from onrecord.moments.expressions.placing import place
from onrecord.moments.resolving import Said, resolve_due


def windows(text: str, *, said_on: Said = None) -> tuple[Due, ...]:
    """The due windows of a text, in order; ``said_on`` gives them their days (None: only absolute ones have any)."""
    sentences = Sentences(text)
    found = joined(text, in_iran(text, [f for f in find(text) if not is_lookalike(text, f)]))
    placed = [due for f in found if (due := place(text, f, sentences))]
    ordered = sorted([*placed, *event_windows(text, sentences)], key=lambda d: d.span)
    return tuple(resolve_due(due, said_on) for due in _apart(ordered))


def _apart(ordered: list[Due]) -> Iterator[Due]:
    """Overlapping windows name the same time: the one with days wins, then the first."""
    kept: list[Due] = []
    for due in ordered:
        if kept and due.span.start < kept[-1].span.end:
            if kept[-1].vague and not due.vague:
                kept[-1] = replace(due)
            continue
        kept.append(due)
    yield from kept
