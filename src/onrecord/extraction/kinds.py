"""What the speaker does with a statement: one of the eight kinds, by TERMS' table and its rules for ties."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extraction.rules.lexicon import Verb
from onrecord.extraction.scope import head_of
from onrecord.languages import table
from onrecord.model import Attribution, Kind, quote

_BY_CUE: dict[str, Kind] = {
    "promise": "commitment",
    "appeal": "appeal",
    "denial": "denial",
    "accusation": "accusation",
    "judgement": "assessment",
}

_MARKS = "\"“”„«»‘’'` "


def kind_of(text: str, attribution: Attribution) -> Kind:
    """``schedule`` and ``commitment`` first, where they fit; then the higher row of the table."""
    words = quote(text, attribution.content).lstrip(_MARKS)
    source = quote(text, attribution.source)
    head = head_of(text, attribution)
    by_cue = _by_cue(quote(text, attribution.cue), head.verb) if head else None
    if _is_schedule(words) and by_cue in (None, "commitment"):
        return "schedule"
    if by_cue == "commitment" or _is_commitment(words, source, head.verb.lemma if head else ""):
        return "commitment"
    if by_cue is not None:
        return by_cue
    return _by_words(words, head.verb.lemma if head else "")


def _by_cue(cue: str, verb: Verb) -> Kind | None:
    """To call for something appeals, and so does to ask somebody; to call something so judges it."""
    if verb.lemma == "call":
        appeals = cue.endswith((" for", " on", " upon")) or " to " in cue
        return "appeal" if appeals else "assessment"
    return "appeal" if verb.kind == "question" else _BY_CUE.get(verb.kind)


def _by_words(words: str, lemma: str) -> Kind:
    if lemma in _words("forecast_cues") or _found("forecast", words):
        return "forecast"
    for kind in ("appeal", "denial", "accusation", "assessment"):
        if _found(kind, words) or lemma in _words(f"{kind}_cues"):
            return kind
    return "report"


def _is_schedule(words: str) -> bool:
    """An event's name with its holding, moving or cancelling; holding needs a time or the future."""
    if _found("past", words) and not _found("moved", words):
        return False
    if _found("opens", words):
        return True
    if not _found("event", words):
        return False
    return _found("moved", words) or (_found("held", words) and _found("dated", words))


def _is_commitment(words: str, source: str, lemma: str) -> bool:
    """The speaker's own body acts: "we will", "he would", or the source's own name before "will"."""
    if lemma in _words("commitment_cues"):
        return True
    if _found("own", words):
        return True
    name = source.rsplit(None, 1)[-1] if source.strip() else ""
    return len(name) > 2 and re.search(rf"\b{re.escape(name)}(?:['’]s)? (?:\w+ )?will\b", words) is not None


def _found(topic: str, words: str) -> bool:
    return _pattern(topic).search(words) is not None


def _words(topic: str) -> frozenset[str]:
    return frozenset(table("en", "kinds")["cues"].get(topic, ()))


@cache
def _pattern(topic: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("en", "kinds")["words"][topic]) + r")\b", re.IGNORECASE)
