"""When the words were said, and when what they promise or foretell falls due."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from onrecord.model import EXPECTATION_KINDS, Due, SaidOn, Span, Spans, Statement, TimeExpression
from onrecord.moments import find_said, windows
from onrecord.resolution.frames import Frame, Frames
from onrecord.resolution.tokens import Words

_VERB = "It will be held "
"""Put before a date without a verb, so that it is read as lying ahead."""
_PREPOSITION = re.compile(r"\b(?:by|before|in|on|within|until|after|from)\b")
_REACH = 90
"""How far from the cue, in code points, time words may stand."""
_NEXT = 4
"""Words that may stand between the cue, the source or the venue and the time words after them."""
_EARLIER = re.compile(r"\b(?:had|previously|earlier|once|repeatedly|often)\b")
"""A cue with one of these tells of another occasion than the one before it."""
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX-\d|D[+-]\d|W[+-]\d-\d")
_CLAUSE = 80
_SINCE = re.compile(
    r"(?:\b(?P<time>[\w-]+ (?:days?|weeks?|months?|years?))\s)?\b(?:[Aa]fter|[Ss]ince)\s(?:the\s|The\s)?$"
)
"""What stands before a source whose words are told as past: "five weeks after Y said", "since Y promised"."""
_PLANNED = re.compile(
    r"\b(?:was|were|had been)\s+(?:\w+ly\s+)?"
    r"(?:to|due|scheduled|supposed|meant|planned|set|expected|slated)\b[^,;.\n]*$"
)
"""Words of a plan that is over, with no end of clause after them."""
_IRANIAN = re.compile(
    r"\bIranian (?:calendar )?(?:year|month)\b|"
    r"\((?:which )?(?:start|began|begin|beginn|end|to end|to start)(?:s|ed|ing)? [^()\n]{0,20}March (?:19|20|21)\b"
)
"""By this an article counts its years from one March to the next."""
_FINITE = re.compile(
    r"\b(?:will|would|shall|can|could|may|might|must|should|is|are|was|were|has|have|had|do|does|did|am|be|been|to)\b|"
    r"[’'](?:ll|re|ve|m|d)\b|\b\w{3,}ed\b"
)
_ASIDE = re.compile(r"(?<=\s)[–—]\s[^–—\n]{1,120}\s[–—](?=\s)")
_YEAR = re.compile(r"^(\.\./)?Y(?=[+-]\d)")
_NEXT_TO = 5
"""Code points that may stand between two time words of one time: "next month, on August 2"."""
_PUT_OFF = re.compile(
    r"\b(?:put off|put back|postponed|delayed|deferred|rescheduled|adjourned|pushed back)\s(?:again\s)?$"
)


def said_in(frame: Frame | None) -> SaidOn | None:
    """The day that the attributing words name; of several the nearest to the cue."""
    if frame is None:
        return None
    times = [t for t in find_said(frame.text) if _is_of_speaking(frame, t) and _belongs(frame, t.span)]
    found = [(abs(t.span.start - frame.cue), t) for t in times]
    near = [(far, t) for far, t in found if far <= _REACH and t.precision not in ("century", "decade")]
    if not near:
        return None
    nearest = min(near, key=lambda pair: pair[0])[1]
    return SaidOn(value=nearest.value, earliest=None, latest=None, span=frame.shifted(nearest.span))


def _is_of_speaking(frame: Frame, moment: TimeExpression) -> bool:
    """Whether a time is no part of a speaker's description; a day in a writing's is the day when it came out."""
    return not frame.names(moment.span) or (frame.written and moment.precision == "day")


def _belongs(frame: Frame, span: Span) -> bool:
    """Whether time words head the sentence, or stand next to the cue, the source or the venue."""
    before = frame.text[: span.start]
    if len(before.split()) <= _NEXT or span.start <= frame.cue:
        return True
    ends = [e for e in frame.anchors if e <= span.start]
    return bool(ends) and len(before[max(ends) :].split()) <= _NEXT


def said(statements: Sequence[Statement], frames: Frames, words: Words) -> dict[str, SaidOn | None]:
    """said_on for each statement, without days: its own words, or its speaker's of this occasion, else the story's.

    None for what the article tells as said at some earlier time that it doesn't name.
    """
    found: dict[str, SaidOn | None] = {}
    occasions: dict[str, tuple[SaidOn, str]] = {}
    for statement in statements:
        if (past := _told_as_past(words.text, statement)) is not None:
            found[statement.id] = _that_long_ago(past)
            continue
        own = said_in(frames.of(statement))
        speaker = statement.speaker.name or statement.speaker.description or ""
        venue = " ".join(words.text[slice(*s)] for s in statement.venue)
        if own is not None and speaker:
            occasions[speaker] = (own, venue)
        elif speaker in occasions and not _EARLIER.search(words.text, *_reach(statement.cue)):
            own = occasions[speaker][0] if _same_occasion(occasions[speaker], venue) else None
        found[statement.id] = own or SaidOn(value=None, earliest=None, latest=None, span=None)
    return found | {s.id: found[s.restates] for s in statements if s.restates in found and not _told(found[s.id])}


def _told(said_on: SaidOn | None) -> bool:
    return said_on is not None and said_on.span is not None


def _told_as_past(text: str, statement: Statement) -> re.Match[str] | None:
    """The conjunction before a source whose words are told as past ("five weeks after Y said"), with its time."""
    first = min((s.start for s in (*statement.source, *statement.cue)), default=0)
    return _SINCE.search(text, max(0, first - _CLAUSE), first)


def _that_long_ago(past: re.Match[str]) -> SaidOn | None:
    """The day that "five weeks after" counts back to; None where nothing is counted."""
    counted = find_said(f"{past['time']} ago") if past["time"] else ()
    if not counted:
        return None
    return SaidOn(value=counted[0].value, earliest=None, latest=None, span=Span(*past.span("time")))


def _same_occasion(occasion: tuple[SaidOn, str], venue: str) -> bool:
    said_on, at = occasion
    return (not venue or not at or venue == at) and bool(_DAY.match(said_on.value or ""))


def _reach(spans: Spans) -> Span:
    return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)


def due_finder(words: Words) -> Callable[[Statement], Due | None]:
    """Reads the windows of each sentence that holds an expectation once, and gives those of the content."""
    iranian = _IRANIAN.search(words.text) is not None

    @cache
    def ahead(sentence: Span) -> tuple[Due, ...]:
        found = _shifted(windows(words.text[slice(*sentence)]), sentence.start)
        asides = [m.span() for m in _ASIDE.finditer(words.text, *sentence)]
        main = (d for d in found if not any(start < d.span.start < end for start, end in asides))
        return tuple(_on_new_day(words.text, d) for d in main)

    def due(statement: Statement) -> Due | None:
        if statement.kind not in EXPECTATION_KINDS:
            return None
        whole = [d for s in _sentences(words, statement) for d in ahead(s) if _inside(d.span, statement)]
        inside = whole + list(_in_brackets(words.text, statement)) or list(_alone(words.text, statement))
        if not inside and statement.in_headline:
            inside = list(_ahead(words.text, statement))
        if not inside:
            inside = list(_without_verb(words.text, statement))
        found = min(inside, key=lambda d: _rank(words.text, d), default=None)
        narrow = _narrower(inside, found) if found is not None else None
        return _in_own_years(narrow) if narrow is not None and iranian else narrow

    return due


def _narrower(found: Sequence[Due], due: Due) -> Due:
    """The day that stands directly behind a wider time: "next month, on August 2"."""
    if due.precision == "day" or due.vague:
        return due
    behind = (d for d in found if 0 <= d.span.start - due.span.end <= _NEXT_TO and d.precision == "day" and not d.vague)
    return next(behind, due)


def _in_own_years(due: Due) -> Due:
    """With "this year" as the Iranian one, in an article that counts so."""
    return replace(due, value=_YEAR.sub(r"\1J", due.value)) if _YEAR.match(due.value) else due


def _without_verb(text: str, statement: Statement) -> Iterator[Due]:
    """The windows of content that has no verb to tell its tense: "a landfall on Saturday", "an imminent strike"."""
    for span in statement.content:
        if not _FINITE.search(text, *span):
            yield from _shifted(windows(_VERB + text[slice(*span)]), span.start - len(_VERB))


def _sentences(words: Words, statement: Statement) -> list[Span]:
    first, last = statement.content[0].start, statement.content[-1].end - 1
    return words.sentences[words.sentence_at(first) : words.sentence_at(last) + 1]


def _shifted(found: Iterable[Due], by: int) -> Iterator[Due]:
    return (replace(due, span=Span(due.span.start + by, due.span.end + by)) for due in found)


def _on_new_day(text: str, due: Due) -> Due:
    """What is "put off until Friday" is on Friday, not any day up to it."""
    moved = due.value.startswith("../") and _PUT_OFF.search(text, max(0, due.span.start - _CLAUSE), due.span.start)
    return replace(due, value=due.value.removeprefix("../")) if moved else due


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
        yield from _shifted(windows(_VERB + text[slice(*span)].strip("()[]")), span.start + 1 - len(_VERB))


def _ahead(text: str, statement: Statement) -> Iterator[Due]:
    """The windows of a headline that has no verb to tell its tense: "Ash Column finished by Christmas"."""
    for span in statement.content:
        for match in _PREPOSITION.finditer(text, *span):
            yield from _shifted(windows(_VERB + text[match.start() : span.end]), match.start() - len(_VERB))


def _alone(text: str, statement: Statement) -> Iterator[Due]:
    """The windows of the content read by itself, without its insertions: what stands around it can hide its tense."""
    first, last = statement.content[0].start, statement.content[-1].end
    letters = list(text[first:last])
    gaps = [Span(a.end, b.start) for a, b in pairwise(statement.content)]
    asides = [Span(*m.span()) for m in _ASIDE.finditer(text, first, last)]
    for span in (*statement.insertions, *gaps, *asides):
        letters[span.start - first : span.end - first] = " " * (span.end - span.start)
    yield from _shifted(windows("".join(letters)), first)


def _inside(span: Span, statement: Statement) -> bool:
    return any(c.start <= span.start and span.end <= c.end + 1 for c in statement.content)
