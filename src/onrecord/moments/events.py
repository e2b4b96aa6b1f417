"""Windows that hang on an event whose day is not known: "after the elections", "as soon as the talks end"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from onrecord.model import Due, Span
from onrecord.moments.expressions.context import Sentences, word_before
from onrecord.moments.expressions.direction import FUTURE, direction
from onrecord.moments.expressions.lexicon import TIMES, UNITS, words

_ITS: Final = r"(?:the|this|these|its|their|a|an|our|all|any|it|we|they|he|she)\s"
_FEAST: Final = words(TIMES["events"]["feasts"])
"""Days by the moon: known to fall every year, and when only to an almanac."""
_EVENT: Final = rf"(?:{_ITS})?(?:[\w'’-]{{1,20}}\s){{0,3}}?(?:{_FEAST}|{words(TIMES['events']['words'])})\b"
_PRESENT: Final = r"(?:is|are|has|have|[a-z]{3,16}s(?=\s(?:the|its|his|her|their|an?|that|whether)\b))"
_WHO: Final = r"(?:(?:it|they|he|she|we)\s|(?:the|its|his|her|their|our|an?|all)\s(?:[\w'’-]{1,20}\s){1,4}?)"
_BARE: Final = (
    rf"[a-z]{{4,16}}\s(?:[a-z]{{4,16}}\s)?(?:is|are|has\sbeen|have\sbeen|{words(TIMES['events']['happens'])}"
    r"(?=\s(?:in|to|for|on|from|at|and)\b|[.,;\"”’]))"
)
"""Until peace returns to, until sanctions are lifted: subjects without an article."""
_CLAUSE: Final = rf"(?:{_WHO}{_PRESENT}|{_BARE})\b(?!\stoo\slate)"
"""A clause in the present form, said of what is to come: until the court rules on the case."""
_TOLD: Final = re.compile(r"\b(?:had|was|were|did|\w+ed)\b")
_TOLD_AFTER: Final = re.compile(r"\s(?:[a-z]{1,16}\s){0,2}(?:was|were|had|last\s(?:week|month|year)|yesterday)\b")
_AGENTS: Final = re.compile(rf"by\s.*?{words(TIMES['events']['bodies'])}$", re.IGNORECASE)
"""Abide by the agreement, called by the inquiry."""
_GERUND: Final = re.compile(
    r"(?:after|before|once|following|by)\s(?!(?:up|on|in)?coming|ongoing|pending|more)\w{2,16}ing\s"
)
"""After hearing her speech, before concluding a deal: deeds, no events."""
_COUNTED: Final = ("by more ", "by less ", "by fewer ", "by most ")
_OPENING: Final = frozenset({"from", "after", "until after", "following", "once", "as soon as", "not until"})
_PATTERN: Final = re.compile(
    rf"\b(?:(?P<bound>once|(?:until\safter|not\suntil|after)|following|before|until|till|by|ahead\sof|prior\sto)\s{_EVENT}"
    rf"|(?P<clause>until|till|before|after|once(?!\s(?:great|proud|mighty|so)\b))\s{_CLAUSE}"
    rf"|(?P<opening>as\ssoon\sas)\s(?!possible\b){_ITS}[\w'’-]{{1,20}}(?:\s[\w'’-]{{1,20}}){{0,3}}"
    rf"|(?P<feast>in|on|during|at|over|from|since|around)\s(?:(?:the\s)?(?:[\w'’-]{{1,12}}\s){{1,2}}of\s)?(?:the\s)?{_FEAST}\b(?!\s(?:issue|prayer|ritual|greeting|message)))",
    re.IGNORECASE,
)


def event_windows(text: str, sentences: Sentences) -> Iterator[Due]:
    """Vague windows, anchored on an event, in clauses that look ahead."""
    for match in _PATTERN.finditer(text):
        span = Span(match.start(), match.end())
        word = " ".join((match["bound"] or match["clause"] or match["opening"] or match["feast"]).lower().split())
        value = "EVENT/.." if word in _OPENING else "EVENT" if match["feast"] else "../EVENT"
        if not _is_told(text, match) and direction(text, _clause(text, span), sentences.around(span)) == FUTURE:
            yield Due(
                span=span,
                value=value,
                anchor="event",
                earliest=None,
                latest=None,
                precision="day",
                vague=True,
            )


def _is_told(text: str, match: re.Match[str]) -> bool:
    """It is over, or a length counts from it, or it is no event at all ("by more convention delegates")."""
    counted = match[0].lower().startswith(_COUNTED)
    after = _TOLD_AFTER.match(text, match.end()) or _GERUND.match(text[match.start() : match.end() + 1].lower())
    agent = _AGENTS.fullmatch(match[0])
    return bool(
        _TOLD.search(match[0]) or after or counted or agent or word_before(text, match.start()).lower() in UNITS
    )


def _clause(text: str, span: Span) -> Span:
    """The event with the rest of its own clause: "once the talks are over," says nothing of the main one."""
    comma = text.find(",", span.end, span.end + 40)
    return Span(span.start, comma + 1) if comma >= 0 else span
