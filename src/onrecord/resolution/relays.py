"""Through whom words came to this page: relay chains, nearest first."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.languages import table
from onrecord.model import Statement
from onrecord.resolution.frames import Frame
from onrecord.resolution.lexicon import Phrase, lexicon, phrase
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.names import Mention

_AGENCY = re.compile(r"\s+(?:official\s+|state\s+)?(?:[Nn]ews\s+[Aa]gency|[Nn]ews\s+[Ss]ervice|agency)$")
_QUOTING = re.compile(r"\b(?:reports|reported)\s+(?:quoting|citing)\s+(?:the\s+)?$")
_SLOT_END = re.compile(r"\s*(?:$|[.\n]|quoting\b|citing\b)")
_SORTS = "news agency|agency|newspaper|daily|broadcaster|channel|website|network|magazine"
_BEFORE = re.compile(rf"\b(?:{_SORTS})\s+$")
_AFTER = re.compile(rf"^\s+(?:{_SORTS}|news website)\b")
_TAIL = re.compile(r"^\s*(?:\([A-Z]{2,8}\)|’s|'s)?\s*")


_TOLD = 2
"""The order of an outlet to which the words were told: the last, next to the speaker."""


class Link(NamedTuple):
    """An outlet of a chain, where it stands and whether the words were told to it directly."""

    order: int
    place: int
    name: str


@cache
def _verbs() -> dict[str, re.Pattern[str]]:
    data = table("en", "relays")
    either = {k: "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) for k, words in data.items()}
    return {
        "reports": re.compile(rf"^\s*(?:on\s+\w+\s+)?(?:{either['reports']})\b"),
        "said": re.compile(r"^\s*(?:has\s+)?(?:said|says)\b[^,;]{0,40}$"),
        "citing": re.compile(rf"\b(?:{either['citing']})\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){{0,3}}$"),
        "told": re.compile(rf"\b(?:{either['told']})\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){{0,3}}$"),
        "quotes": re.compile(rf"^\s*(?:has\s+)?(?:{either['quotes']})\b"),
    }


def outlet_name(words: Phrase, shown: str) -> str | None:
    """The name of an outlet or agency as a chain gives it; None for a name that isn't one."""
    known = lexicon().outlets
    for candidate in (words, words[1:] if words[:1] == ("the",) else words):
        if candidate in known:
            return known[candidate]
    short = _AGENCY.sub("", shown)
    if short != shown:
        return known.get(phrase(short), short)
    agency = words[-2:] in (("press", "agency"), ("news", "wire")) or words[-1:] == ("newswire",)
    medium = words[0] == "radio" or words[-1] in lexicon().media_heads
    return shown if agency or medium else None


def relay(statement: Statement, frame: Frame | None, cast: Cast, own: str | None) -> tuple[str, ...]:
    """The chain of one statement. ``own``: the page's own outlet, to which words are told without a link."""
    if frame is None:
        return ()
    links: list[Link] = []
    for i in cast.within(frame.span):
        link = _link(statement, frame, cast.mentions[i], own)
        if link is not None and link.name not in [x.name for x in links]:
            links.append(link)
    speaker = statement.speaker.name
    return tuple(x.name for x in sorted(links) if x.name != speaker)


def _link(statement: Statement, frame: Frame, mention: Mention, own: str | None) -> Link | None:
    start, end = mention.span.start - frame.span.start, mention.span.end - frame.span.start
    shown = frame.text[start:end]
    if not shown.strip() or any(s.start <= mention.span.start < s.end for s in statement.source):
        return None
    before, after = frame.text[max(0, start - 60) : start], frame.text[end : end + 60]
    described = bool(_BEFORE.search(before) or _AFTER.match(after))
    name = outlet_name(mention.words, shown)
    order = _order(before, _AFTER.sub("", _TAIL.sub("", after, count=1), count=1), known=name is not None or described)
    if order is None:
        return None
    name = name or _AGENCY.sub("", shown)
    return None if order == _TOLD and _is_own(name, own) else Link(order, start, name)


def _is_slot(before: str, after: str) -> bool:
    """Whether a name that no table knows stands where only an outlet does: "…, Orbis reports"."""
    return before.rstrip().endswith(",") and bool(_SLOT_END.match(after))


def _is_own(name: str, own: str | None) -> bool:
    """Whether an outlet is the page's own: "the Courier" on a page of the Lund Courier."""
    if own is None:
        return False
    return set(phrase(name)) <= {*phrase(own), *phrase(outlet_name(phrase(own), own) or "")}


def _order(before: str, after: str, *, known: bool) -> int | None:
    """0: it reports or quotes; 1: it is quoted by another; 2: the words were told to it; None: it is no link."""
    verbs = _verbs()
    if verbs["told"].search(before):
        return _TOLD if known else None
    if verbs["citing"].search(before):
        return 1 if known or _QUOTING.search(before) else None
    if (match := verbs["reports"].match(after)) and (known or _is_slot(before, after[match.end() :])):
        return 0
    if known and (verbs["quotes"].match(after) or (before.rstrip().endswith(",") and verbs["said"].match(after))):
        return 0
    return None
