"""Tags behind what was said ("…, he went on."), where the model has the words and not who said them."""

from __future__ import annotations

import re

from onrecord.extraction.lexicon import verb_forms
from onrecord.model import Attribution, Span, quote

_TAG = re.compile(r",? (?P<who>[^\W\d_][\w.'’\-]*(?: [^\W\d_][\w.'’\-]*){0,4}?) (?P<how>\w+(?: on)?)(?=[.,;\n]|\Z)")


_GOING_ON = frozenset({"go", "continue", "add"})
_LONGEST = 400
"""Characters of a sentence and its tag."""
_PRONOUNS = (["he"], ["she"], ["they"])
_MARKS = re.compile(r"[\"“”«»„]")


def before_tag(text: str, anchor: Span, confidence: float) -> Attribution | None:
    """The sentence before a tag that says that somebody goes on, where the model has no words for it."""
    form = verb_forms().get(text[slice(*anchor)])
    if form is None or form.verb.lemma not in _GOING_ON:
        return None
    near = max(0, anchor.start - _LONGEST)
    start = max(near, text.rfind("\n", near, anchor.start) + 1, text.rfind(". ", near, anchor.start) + 2)
    end = text.rfind(", ", start, anchor.start)
    if end <= start or _MARKS.search(text, start, end):
        return None
    tagged = with_tag(text, Attribution(content=(Span(start, end),), confidence=confidence), anchor)
    who = quote(text, tagged.source).split() if tagged else []
    return tagged if who in _PRONOUNS or all(word[0].isupper() for word in who) else None


def with_tag(text: str, one: Attribution, anchor: Span) -> Attribution | None:
    """What is said before a tag whose verb is the anchor, as the tag's; None where there is none."""
    match = _TAG.match(text, one.content[-1].end)
    if match is None or not match.start("how") <= anchor.start < match.end("how"):
        return None
    who, how = Span(*match.span("who")), Span(*match.span("how"))
    return Attribution(content=one.content, cue=(how,), source=(who,), confidence=one.confidence)
