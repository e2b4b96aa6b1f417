"""When the words were said, and when what they promise or foretell falls due."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.model import EXPECTATION_KINDS, Article, Due, SaidOn, Span, Statement
from onrecord.moments import find_said, resolve_due, resolve_said, windows
from onrecord.resolution.frames import Frame, Frames
from onrecord.resolution.tokens import Words

_VERB = "It will be held "
"""Put before a date without a verb, so that it is read as lying ahead."""
_REACH = 90
"""How far from the cue, in code points, time words may stand."""
_CLAUSE = 80
_PLANNED = re.compile(
    r"\b(?:was|were|had been)\s+(?:\w+ly\s+)?"
    r"(?:to|due|scheduled|supposed|meant|planned|set|expected|slated)\b[^,;.\n]*$"
)
"""Words of a plan that is over, with no end of clause after them."""
_DAY_WORDS = ("XXXX-WXX-", "D+", "D-", "20", "19", "XXXX-")


def said_in(frame: Frame | None) -> SaidOn | None:
    """The day that the attributing words name; of several the nearest to the cue."""
    if frame is None:
        return None
    found = [(abs(t.span.start - frame.cue), t) for t in find_said(frame.text) if not frame.names(t.span)]
    near = [(far, t) for far, t in found if far <= _REACH and t.precision not in ("century", "decade")]
    if not near:
        return None
    nearest = min(near, key=lambda pair: pair[0])[1]
    return SaidOn(value=nearest.value, earliest=None, latest=None, span=frame.shifted(nearest.span))


def said(statements: Sequence[Statement], frames: Frames, words: Words) -> dict[str, SaidOn]:
    """said_on for each statement, without days: its own words, or its speaker's of this occasion, else the story's."""
    found: dict[str, SaidOn] = {}
    occasions: dict[str, tuple[SaidOn, str]] = {}
    for statement in statements:
        own = said_in(frames.of(statement))
        speaker = statement.speaker.name or statement.speaker.description or ""
        venue = " ".join(words.text[slice(*s)] for s in statement.venue)
        if own is not None:
            occasions[speaker] = (own, venue)
        elif speaker and speaker in occasions and _same_occasion(occasions[speaker], venue):
            own = occasions[speaker][0]
        found[statement.id] = own or SaidOn(value=None, earliest=None, latest=None, span=None)
    return found | {s.id: found[s.restates] for s in statements if s.restates in found and not found[s.id].span}


def _same_occasion(occasion: tuple[SaidOn, str], venue: str) -> bool:
    said_on, at = occasion
    return (not venue or not at or venue == at) and bool(said_on.value) and str(said_on.value).startswith(_DAY_WORDS)


def due_finder(words: Words) -> Callable[[Statement], Due | None]:
    """Reads the windows of a text once, and gives those of a statement's own content."""
    ahead = windows(words.text)

    def due(statement: Statement) -> Due | None:
        if statement.kind not in EXPECTATION_KINDS:
            return None
        whole = [d for d in ahead if _inside(d.span, statement)]
        inside = whole + list(_in_brackets(words.text, statement)) or list(_alone(words.text, statement))
        return min(inside, key=lambda d: _rank(words.text, d), default=None)

    return due


def _rank(text: str, due: Due) -> tuple[bool, bool, bool, bool]:
    """Of several windows the first counts; a vague one, "today" and what something is moved from come last."""
    left = text.startswith(("from ", "From "), due.span.start)
    return due.vague, _was_planned(text, due.span.start), due.value.startswith("D+0"), left


def _was_planned(text: str, at: int) -> bool:
    """Whether the clause tells what was to be: "which was to open on Friday, has been put off until …"."""
    return bool(_PLANNED.search(text[max(0, at - _CLAUSE) : at]))


def _in_brackets(text: str, statement: Statement) -> Iterator[Due]:
    """The windows of insertions, where an editor gives the date without a verb: "(on November 18)"."""
    for span in statement.insertions:
        for due in windows(_VERB + text[slice(*span)].strip("()[]")):
            start = due.span.start - len(_VERB) + span.start + 1
            yield replace(due, span=Span(start, start + due.span.end - due.span.start))


def _alone(text: str, statement: Statement) -> Iterator[Due]:
    """The windows of the content read by itself, without its insertions: what stands around it can hide its tense."""
    first, last = statement.content[0].start, statement.content[-1].end
    letters = list(text[first:last])
    gaps = [Span(a.end, b.start) for a, b in pairwise(statement.content)]
    for span in (*statement.insertions, *gaps):
        letters[span.start - first : span.end - first] = " " * (span.end - span.start)
    for due in windows("".join(letters)):
        yield replace(due, span=Span(due.span.start + first, due.span.end + first))


def _inside(span: Span, statement: Statement) -> bool:
    return any(c.start <= span.start and span.end <= c.end + 1 for c in statement.content)


def dated(article: Article, statement: Statement) -> Statement:
    """The days of said_on and due worked out anew from their values."""
    if statement.said_on is None:
        return statement
    said_on = resolve_said(statement.said_on, article.date)
    due = resolve_due(statement.due, said_on) if statement.due else None
    return replace(statement, said_on=said_on, due=due)
