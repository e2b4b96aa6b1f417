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
    counted = rf"\s+(?:{either['determiners']})\s+(?:[\w’'-]+\s+){{0,4}}?"
    occasion = (
        rf"\b(?:(?:{either['prepositions']}){counted}(?:{either['nouns']})|on{counted}(?:{either['shown_on']}))\b"
        r"(?:\s+(?:in|at|with|on|to|for|of)\s+(?:the\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,4})?"
    )
    whose = "his|her|their|its|the|state|national|local"
    medium = rf"\b(?:on|via|through)\s+(?:(?:{whose})\s+){{0,2}}(?:{either['media']})\b"
    told = (
        rf"\b(?:told|tells)(?:\s+(?:the\s+)?(?:{either['listeners']})(?:\s+in\s+[A-Z][\w-]+)?"
        rf"|{counted}(?:{either['nouns']})\b)"
    )
    return re.compile(f"{occasion}|{medium}"), re.compile(told)


def venue(frame: Frame | None, cast: Cast) -> Spans:
    """The venue in a statement's attributing words, the first after its cue or else the first before it."""
    if frame is None:
        return ()
    occasion, told = _patterns()
    found = [Span(*m.span()) for m in occasion.finditer(frame.text)]
    after = [s for s in found if s.start >= frame.cue]
    if chosen := (after or found)[:1]:
        return (_trimmed(frame, chosen[0]),)
    if match := told.search(frame.text):
        return (_trimmed(frame, Span(*match.span())),)
    return _told_body(frame, cast)


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
    """The venue without the day that may follow it: "in a speech on Friday"."""
    words = frame.text[slice(*span)]
    head, joint, last = words.rpartition(" on ")
    if joint and bare(last.split()[0]) in lexicon().calendar:
        words = head
    return frame.shifted(Span(span.start, span.start + len(words.rstrip(" .,’'"))))
