"""Tags behind what was said ("…, he went on."), where the model has the words and not who said them."""

from __future__ import annotations

import re

from onrecord.model import Attribution, Span

_TAG = re.compile(r",? (?P<who>[^\W\d_][\w.'’\-]*(?: [^\W\d_][\w.'’\-]*){0,4}?) (?P<how>\w+(?: on)?)(?=[.,;\n]|\Z)")


def with_tag(text: str, one: Attribution, anchor: Span) -> Attribution | None:
    """What is said before a tag whose verb is the anchor, as the tag's; None where there is none."""
    match = _TAG.match(text, one.content[-1].end)
    if match is None or not match.start("how") <= anchor.start < match.end("how"):
        return None
    who, how = Span(*match.span("who")), Span(*match.span("how"))
    return Attribution(content=one.content, cue=(how,), source=(who,), confidence=one.confidence)
