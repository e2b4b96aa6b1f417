"""Where or through what words were said: "at a news conference in Bergen", "on Twitter", "told CNN"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages import table
from onrecord.model import Span, Spans
from onrecord.resolution.frames import Frame
from onrecord.resolution.lexicon import bare, lexicon
from onrecord.resolution.speakers.cast import Cast, Member
from onrecord.resolution.speakers.names import Mention, follows_the


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table("en", "venues")
    either = {key: "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) for key, words in data.items()}
    counted = rf"\s+(?:{either['determiners']})\s+(?:(?!to\s)[\w’'-]+\s+){{0,4}}?"
    prepositions = rf"(?:{either['prepositions']}|{'|'.join(w.capitalize() for w in data['prepositions'])})"
    name = rf"(?:the\s+)?[A-Z][\w’'.-]*(?:\s+(?:(?:{either['outlets']})\s+)?[A-Z][\w’'.-]*){{0,4}}"
    where = rf"(?:\s+(?:in|at|with|on|to|for|of|(?:{either['published']})\s+(?:by|in|on))\s+{name})?"
    occasion = rf"\b(?:{prepositions}{counted}(?:{either['nouns']})|on{counted}(?:{either['shown_on']}))\b{where}"
    whose = "his|her|their|its|the|state|national|local"
    medium = rf"\b(?:on|via|through)\s+(?:(?:{whose})\s+){{0,2}}(?:{either['media']})\b"
    told = (
        rf"\b(?:told|tells)(?:\s+(?:(?:the|state|local|[A-Z][\w-]*)\s+){{0,2}}(?:{either['listeners']})\b"
        rf"(?:\s+in\s+[A-Z][\w-]+)?|{counted}(?:{either['nouns']})\b(?:\s+in\s+[A-Z][\w-]+)?)"
    )
    return re.compile(f"{occasion}|{medium}"), re.compile(told)


@cache
def _written() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A source that is a piece of writing ("a report by …"), and words that somebody put one out."""
    data = table("en", "venues")
    pieces = "|".join(map(re.escape, sorted(data["written"], key=len, reverse=True)))
    between = "|".join(data["no_piece_behind"])
    piece = rf"(?:(?:{'|'.join(data['determiners'])})\s+)?(?:(?!(?:{between})\s)[\w’',-]+\s+){{0,5}}?(?:{pieces})"
    ends = rf"(?=$|,|\s+(?:{'|'.join(data['written_by'])})\b)"
    put_out = rf"\b(?:{'|'.join(data['puts_out'])})\s+(?P<piece>(?:[\w-]+\s+){{0,3}}?(?:{pieces})s?)\b"
    return re.compile(piece + ends, re.IGNORECASE), re.compile(put_out)


_PUT_OUT = re.compile(rf" (?:{'|'.join(table('en', 'venues')['published'])})$")
_MOST_TOLD = 60
"""Code points from "told" to the interview."""
_TOLD_ONE = re.compile(r"\b(?:told|tells)\s+(?:[\w’'.-]+\s+){1,5}$")


def venue(frame: Frame | None, cast: Cast) -> Spans:
    """The venue in a statement's attributing words, the first after its cue or else the first before it."""
    if frame is None:
        return ()
    if (piece := _source_in_writing(frame)) is not None:
        return (piece,)
    occasion, told = _patterns()
    found = [Span(*m.span()) for m in occasion.finditer(frame.text)]
    found = [s for s in found if not any(s.start < told.start - frame.span.start < s.end for told in frame.source)]
    after = [s for s in found if s.start >= frame.cue]
    if chosen := (after or found)[:1]:
        return (_trimmed(frame, _with_told(frame, chosen[0])),)
    if match := told.search(frame.text):
        return (_trimmed(frame, Span(*match.span())),)
    if match := _written()[1].search(frame.text):
        return (frame.shifted(Span(*match.span("piece"))),)
    return _told_body(frame, cast)


def _source_in_writing(frame: Frame) -> Span | None:
    """The source, where it is what was written and no writer: "the statement", "a report by the Dam Board"."""
    for span in frame.source[:1]:
        words = frame.text[span.start - frame.span.start : span.end - frame.span.start]
        if (match := _written()[0].match(words)) is not None:
            return Span(span.start, span.start + match.end()) if words[match.end() :][:1] == "," else span
    return None


def _with_told(frame: Frame, span: Span) -> Span:
    """With whom the interview was given to: "told the Argus in an interview"."""
    if "interview" not in frame.text[slice(*span)]:
        return span
    first = max(0, span.start - _MOST_TOLD)
    match = _TOLD_ONE.search(frame.text, first, span.start)
    return Span(match.start(), span.end) if match else span


def _told_body(frame: Frame, cast: Cast) -> Spans:
    match = re.search(r"\b(?:told|tells)\s+(?:the\s+)?(?=[A-Z])", frame.text)
    if match is None:
        return ()
    at = frame.span.start + match.end()
    mention = next((cast.mentions[i] for i in cast.within(Span(at, at + 1))), None)
    member = cast.of(mention) if mention else None
    if mention is None or member is None or not _listens(cast, mention, member):
        return ()
    return (Span(frame.span.start + match.start(), mention.span.end),)


def _listens(cast: Cast, mention: Mention, member: Member) -> bool:
    """Whether a body was told, or what "the" makes one: "told the Argus"; not "told the UN envoy"."""
    tokens, known = cast.words.tokens, lexicon()
    after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    told_on = after is not None and after.gap.isspace() and after.lower in known.role_modifiers | set(known.groups)
    if told_on or (after is not None and after.gap.isspace() and (after.lower,) in known.roles):
        return False
    return member.sort == "body" or (not member.strong and follows_the(cast.words, mention))


def _trimmed(frame: Frame, span: Span) -> Span:
    """The venue without the day that may follow it: "in a speech on Friday", "in a letter published on Friday"."""
    words = frame.text[slice(*span)]
    head, joint, last = words.rpartition(" on ")
    if joint and bare(last.split()[0]) in lexicon().calendar:
        words = _PUT_OUT.sub("", head)
    return frame.shifted(Span(span.start, span.start + len(words.rstrip(" .,’'"))))
