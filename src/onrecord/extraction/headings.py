"""Who speaks in a headline: before a colon, behind a dash or a quotation, or in a tag at its end."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from onrecord.extraction.lexicon import is_finite, verb_forms
from onrecord.extraction.lexicon import words as word_class
from onrecord.model import Attribution, Span, quote

_WORD = re.compile(r"[\w'’\-]+")
_NAME = r"[^\W\d_][\w.'’\-]*(?: [^\W\d_][\w.'’\-]*){0,5}"
_TAG = re.compile(rf"(?P<what>.{{8,}}),[”’\"]? (?P<who>{_NAME}) (?P<how>[a-z]+)\Z")
_BEFORE = re.compile(rf"(?P<who>{_NAME})(?P<how>:) (?P<what>\S.{{7,}})\Z")
_BEHIND = re.compile(r"(?P<what>[“\"‘].{6,}?[”\"’])(?P<how>:| [–—-]) (?P<who>[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,3})")
_OPENS = frozenset('“"‘«„')
SURE = 0.7
"""The confidence of a headline's speaker that only its form gives."""


def with_heading(text: str, title: Span, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those of the headline put right by its form."""
    story = [one for one in found if _place(one) >= title.end]
    own = [one for one in found if _place(one) < title.end]
    speakers = {quote(text, one.source).rpartition(" ")[2] for one in story if one.source}
    words = text[title.start : title.end]
    tagged = _of(title, _TAG.match(words))
    if tagged is not None and _is_verb(quote(text, tagged.cue)):
        return [tagged, *story]
    own = [one for one in own if _is_cue(text, one) or _may_speak(text, one, speakers)]
    if not own:
        formed = (_of(title, pattern.match(words)) for pattern in (_BEFORE, _BEHIND))
        own = [one for one in formed if one is not None and _may_speak(text, one, speakers)]
    return [*own, *story]


def _place(one: Attribution) -> int:
    return min(spans[0].start for spans in (one.content, one.cue, one.source) if spans)


def _of(title: Span, match: re.Match[str] | None) -> Attribution | None:
    if match is None:
        return None
    what, how, who = (Span(title.start + match.start(g), title.start + match.end(g)) for g in ("what", "how", "who"))
    return Attribution(content=(what,), cue=(how,), source=(who,), confidence=SURE)


def _is_verb(word: str) -> bool:
    form = verb_forms().get(word)
    return form is not None and form.shape in ("present", "past", "base")


def _is_cue(text: str, one: Attribution) -> bool:
    """Whether more than a sign or nothing says that somebody speaks."""
    return any(map(str.isalnum, quote(text, one.cue)))


def _may_speak(text: str, one: Attribution, speakers: Container[str]) -> bool:
    """Whether the name speaks; else what stands before the colon is a topic or a place ("Ulm: 31 boats lost").

    A common noun that speaks does ("Minister: talks off"), or a name that speaks in the story (``speakers``: last
    words of its sources), or one whose words are quoted or sound like speech ("Ulm: We will not pay").
    """
    name = _WORD.findall(quote(text, one.source))
    if not name or any(word.islower() and is_finite(word) for word in name):
        return not name
    if name[-1] in speakers or name[-1].lower() in word_class("speakers"):
        return True
    opening = {word.lower() for word in _WORD.findall(quote(text, one.content))[:5]}
    return text[one.content[0].start] in _OPENS or bool(word_class("speechlike") & opening)
