"""What the speaker does with a statement: one of the eight kinds, by TERMS' table and its rules for ties."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extraction.bodies import speaks_for
from onrecord.extraction.lexicon import Verb
from onrecord.extraction.scope import head_of
from onrecord.extraction.sentences import dominant
from onrecord.languages import table
from onrecord.model import Attribution, Kind, quote

_BY_CUE: dict[str, Kind] = {
    "promise": "commitment",
    "appeal": "appeal",
    "denial": "denial",
    "accusation": "accusation",
    "judgement": "assessment",
}

_OWN = re.compile(r"(?:that )?(?:it|he|she|they) (?:will|would)\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b(?! (?:like|have|be surprised)\b)")
_QUESTION = 300
"""Characters before an answer in which its question stands."""
_ASKED = re.compile(r"\b(?:ask|want|demand|expect|wish|request)\b[^?\n]*\?\s*(?:[\w ]{1,40}:\s*)?\Z")
_FIRST_VERB = re.compile(r"\b(?:had|has|have|was|were|is|are|did|could|said)\b")
_MARKS = "\"“”„«»‘’'` "


def kind_and_carriers(text: str, attribution: Attribution) -> tuple[Kind, str]:
    """The kind, and the words of the content that carry it: of a long quotation only some sentences.

    ``schedule`` and ``commitment`` first, where they fit; then the higher row of the table.
    """
    words = quote(text, attribution.content).lstrip(_MARKS)
    if _is_asked_for(text, attribution, words):
        return "appeal", words
    head = head_of(text, attribution)
    lemma = head.verb.lemma if head else ""
    by_cue = _by_cue(quote(text, attribution.cue), head.verb, words) if head else None
    if by_cue == "commitment" or (by_cue is None and speaks_for(text, attribution)):
        return ("schedule" if _is_schedule(words) else "commitment"), words
    if by_cue is not None:
        return by_cue, words
    if head is not None and head.shape == "past" and not _is_quoted(text, attribution):
        words = _shifted_back(words)
    return dominant(words, lambda sentence: _by_words(sentence.lstrip(_MARKS), lemma))


def _is_asked_for(text: str, attribution: Attribution, words: str) -> bool:
    """As in "Q: What do you ask of them? A: To leave": an answer that is what somebody asks for."""
    start = attribution.content[0].start
    return words.startswith("To ") and _ASKED.search(text, max(0, start - _QUESTION), start) is not None


def _is_quoted(text: str, attribution: Attribution) -> bool:
    """Whether it opens as a quotation: else "would" after a past cue is what was "will" when it was said."""
    return text[attribution.content[0].start] in _MARKS


def _shifted_back(words: str) -> str:
    """With "will" for a "would" that is the clause's first verb and hangs on no "if"."""
    would = _WOULD.search(words)
    if would is None or " if " in words or _FIRST_VERB.search(words, 0, would.start()):
        return words
    return words[: would.start()] + "will" + words[would.end() :]


def _by_cue(cue: str, verb: Verb, words: str) -> Kind | None:
    """To call or ask for something appeals, and so does to want something of others; to call something so judges it."""
    if verb.lemma == "call":
        appeals = cue.endswith((" for", " on", " upon", " to")) or " to " in cue or words.startswith("to ")
        return "appeal" if appeals else "assessment"
    if verb.lemma == "announce":
        return "commitment" if _announces_act(words) else None
    if verb.lemma in _words("wanting"):
        return None if words.lower().startswith("to ") else "appeal"
    if verb.kind == "question":
        return None if words.rstrip(_MARKS).endswith("?") else "appeal"
    return _BY_CUE.get(verb.kind)


def _announces_act(words: str) -> bool:
    """As in "announced a complete withdrawal": an act of the speaker's own within the first words."""
    opening = words.lower().split()[:5]
    if _OWN.match(words):
        return True
    acts = table("en", "kinds")["acts"]["announced"]
    return opening[:1] != ["that"] and any(word.strip(".,") in acts for word in opening)


def _by_words(words: str, lemma: str) -> Kind:
    if _is_schedule(words):
        return "schedule"
    if _is_commitment(words, lemma):
        return "commitment"
    if _found("told", words):
        return "report"
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


def _is_commitment(words: str, lemma: str) -> bool:
    """The speaker's own body acts: "we will", "he would"."""
    return lemma in _words("commitment_cues") or _found("own", words)


def _found(topic: str, words: str) -> bool:
    return _pattern(topic).search(words) is not None


def _words(topic: str) -> frozenset[str]:
    return frozenset(table("en", "kinds")["cues"].get(topic, ()))


@cache
def _pattern(topic: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("en", "kinds")["words"][topic]) + r")\b", re.IGNORECASE)
