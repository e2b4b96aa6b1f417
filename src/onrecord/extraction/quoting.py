"""Words passed on: "ABC quoted Roe as saying it broke" holds the words of Roe, and ABC is their relay."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Attribution, Span, quote

_QUOTES = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)\b", re.IGNORECASE)
_AS_SAYING = re.compile(
    r"(?P<who>\S[^\"“”\n]{0,160}?),? (?P<how>as (?:saying|telling|adding|noting|stating|confirming|having said)|"
    r"(?:saying|telling|as)(?= [\"“‘]))(?:\s+(?P<what>\S.*))?\Z",
    re.DOTALL,
)


def unwrapped(text: str, one: Attribution) -> Attribution:
    """With the one quoted as its source, where somebody quotes them "as saying"; else as it is."""
    if not _QUOTES.search(quote(text, one.cue)):
        return one
    for number, piece in enumerate(one.content):
        match = _AS_SAYING.match(text[piece.start : piece.end])
        if match is None:
            continue
        rest = () if match["what"] is None else (_span(piece, match, "what"),)
        content = tuple(sorted((*one.content[:number], *rest, *one.content[number + 1 :])))
        if content:
            who, how = _span(piece, match, "who"), _span(piece, match, "how")
            return replace(one, source=(who,), cue=(*one.cue, how), content=content)
    return one


def _span(piece: Span, match: re.Match[str], group: str) -> Span:
    return Span(piece.start + match.start(group), piece.start + match.end(group))
