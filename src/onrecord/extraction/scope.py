"""Which attributions are statements: a telling act or a named source's attitude, said to have happened."""

from __future__ import annotations

import re

from onrecord.extraction.rules.lexicon import VerbForm, verb_forms
from onrecord.model import Attribution, quote

_OUT = frozenset({"knowledge", "evidence", "impersonal"})
_NOT_YET = frozenset(["to", "could", "would", "should", "may", "might", "must", "can", "shall", "will"])
_NEGATIONS = re.compile(r"\b(?:not|never|no|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'’\-]+")
_IF = re.compile(r"\b(?:if|whether|unless|should)\s+\Z", re.IGNORECASE)
_NO_COMMENT = frozenset({"decline", "refuse"})


def head_of(text: str, attribution: Attribution) -> VerbForm | None:
    """The reporting verb of the cue: its last known form."""
    known = [verb_forms().get(word.lower().replace("’", "'")) for word in _WORD.findall(quote(text, attribution.cue))]
    return next((form for form in reversed(known) if form is not None), None)


def counts(text: str, attribution: Attribution) -> bool:
    """Whether TERMS calls this a statement."""
    cue = quote(text, attribution.cue)
    head = head_of(text, attribution)
    if head is None:
        return True
    verb = head.verb
    if verb.kind in _OUT or _is_conditional(text, attribution) or _is_question(text, attribution):
        return False
    if verb.kind not in ("attitude", "denial") and _NEGATIONS.search(cue):
        return False
    if _NOT_YET & set(cue[: cue.rfind(head.verb.lemma[:3])].lower().split()):
        return False
    if verb.lemma in _NO_COMMENT and "comment" in quote(text, attribution.content).lower():
        return False
    return verb.kind != "question" or text[attribution.content[0].start] in "\"“‘'«„"


def _is_conditional(text: str, attribution: Attribution) -> bool:
    parts = [spans[0].start for spans in (attribution.source, attribution.cue) if spans]
    start = min(parts, default=0)
    return bool(_IF.search(text, max(0, start - 12), start))


def _is_question(text: str, attribution: Attribution) -> bool:
    """The article asks: a question mark outside quotation marks ends the sentence."""
    end = max(attribution.content[-1].end, attribution.cue[-1].end)
    return text[end - 1 : end] == "?" or text[end : end + 1] == "?"
