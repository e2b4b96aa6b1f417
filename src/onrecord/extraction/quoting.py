"""Words passed on: "ABC quoted Roe as saying it broke" holds the words of Roe, and ABC is their relay."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extraction.lexicon import is_outlet
from onrecord.model import Attribution, Span, Spans, quote

_QUOTES = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)\b", re.IGNORECASE)
_AS_SAYING = re.compile(
    r"(?P<who>\S[^\"“”\n]{0,160}?),? (?P<how>as (?:saying|telling|adding|noting|stating|confirming|having said)|"
    r"(?:saying|telling|as)(?= [\"“‘]))(?:\s+(?P<what>\S.*))?\Z",
    re.DOTALL,
)
_QUOTED_ONE = re.compile(r"(?P<what>.*[”\"»])\s+(?P<who>[^”\"»]{2,160})\Z", re.DOTALL)
_QUOTED_BY = re.compile(r"(?:was|were|is|are|has been|have been)\s(?:\w+\s)?quoted\b")
_AS = re.compile(
    r"(?P<how>\s*as (?:saying|telling|adding|noting|stating|having said))(?:\s+(?P<what>\S.*))?\Z", re.DOTALL
)
_HE_SAID = re.compile(
    r"(?P<what>.*[”\"»])\s+(?P<who>he|she|they|it) (?P<how>said|added|told|noted|explained|stressed|stated|asked)\Z",
    re.DOTALL,
)
_CALLED_TO = re.compile(r"(?P<how>(?:to )?[a-z]+) (?=[\"“‘])")
_ANNOUNCED = re.compile(r"(?:was|is|has been|had been|were) (?:\w+ )?\w+(?:ed|wn|id|ld)\b")


def unwrapped(text: str, one: Attribution) -> Attribution:
    """With the one quoted as its source, where somebody quotes them "as saying"; else as it is.

    An "it" that stands for what was said ("it was announced that") is nobody.
    """
    if quote(text, one.source) in ("It", "it") and _ANNOUNCED.match(quote(text, one.cue)):
        return replace(one, source=())
    if quote(text, one.cue).startswith("called"):
        return _called_to(text, one)
    if is_outlet(quote(text, one.source)):
        one = _by_outlet(text, one)
    if not _QUOTES.search(quote(text, one.cue)):
        return one
    if not one.source:
        return _with_quoted(text, one)
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


def _by_outlet(text: str, one: Attribution) -> Attribution:
    """With the one whose words an outlet passes on: "Roe was quoted by ABC as saying", "“…,” he said, ABC reported"."""
    if _QUOTED_BY.match(quote(text, one.cue)) and one.source[0].start > one.cue[0].start:
        return _quoted_by(text, one)
    last = one.content[-1]
    match = _HE_SAID.match(text[last.start : last.end])
    if match is None or last.end > min(one.cue[0].start, one.source[0].start):
        return one
    content = (*one.content[:-1], _span(last, match, "what"))
    return replace(one, source=(_span(last, match, "who"),), cue=(_span(last, match, "how"),), content=content)


def _quoted_by(text: str, one: Attribution) -> Attribution:
    """As in "“It broke,” Roe was quoted by ABC as saying": who stands before the cue is the source."""
    cue = one.cue[0]
    before = [number for number, piece in enumerate(one.content) if piece.end <= cue.start]
    if not before or text[one.content[before[-1]].end : cue.start].strip(" ,"):
        return one
    piece = one.content[before[-1]]
    match = _QUOTED_ONE.match(text[piece.start : piece.end])
    who, kept = (piece, ()) if match is None else (_span(piece, match, "who"), (_span(piece, match, "what"),))
    rest, how = _after_as(text, one.content[before[-1] + 1 :])
    content = (*one.content[: before[-1]], *kept, *rest)
    return replace(one, source=(who,), cue=(*one.cue, *how), content=content) if content else one


def _after_as(text: str, pieces: Spans) -> tuple[Spans, Spans]:
    """What is said, without the "as saying" before it, and that."""
    match = _AS.match(text[pieces[0].start : pieces[0].end]) if pieces else None
    if match is None:
        return pieces, ()
    what = (_span(pieces[0], match, "what"),) if match["what"] else ()
    return (*what, *pieces[1:]), (_span(pieces[0], match, "how"),)


def _called_to(text: str, one: Attribution) -> Attribution:
    """As in "called to show “some care”", where all that the caller said is quoted."""
    first = one.content[0]
    match = _CALLED_TO.match(text, first.start, first.end)
    if (
        match is None
        or first.start != one.cue[-1].end + 1
        or not quote(text, one.cue).endswith(("called", "called to"))
    ):
        return one
    cue = (*one.cue[:-1], Span(one.cue[-1].start, match.end("how")))
    return replace(one, cue=cue, content=(Span(match.end(), first.end), *one.content[1:]))


def _with_quoted(text: str, one: Attribution) -> Attribution:
    """As in "“It broke,” the mayor was quoted as saying", where the mayor hangs on the quotation."""
    last = one.content[-1]
    match = _QUOTED_ONE.match(text[last.start : last.end])
    if match is None or last.end > one.cue[0].start:
        return one
    content = (*one.content[:-1], _span(last, match, "what"))
    return replace(one, source=(_span(last, match, "who"),), content=content)


def _span(piece: Span, match: re.Match[str], group: str) -> Span:
    return Span(piece.start + match.start(group), piece.start + match.end(group))
