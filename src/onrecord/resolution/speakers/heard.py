"""Who is heard through an outlet that stands as the source: "NPA quoted Lund as saying"."""

from __future__ import annotations

import re

from onrecord.languages import table
from onrecord.model import Span, Spans, Statement
from onrecord.resolution.lexicon import bare, lexicon, phrase
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.tokens import Token, Words

_QUOTED = re.compile(
    r"(?:has |have |was |also )?(?:quot|cit)(?:ed|es|ing) ([^\n]{1,120}?),? as (?:having )?\w+(?:ing|ed|d)\b"
)
_PASSIVE = re.compile(r"(?:has been |have been |was |were |is )?quoted as \w+ing by\b")
_APPOSED = 16
"""Words that a description between a name and its verb may have."""
_SAYS = frozenset(table("en", "pronouns")["says"])
_HELPS = frozenset(["has", "have", "had", "also", "who", "later"])


def quoted(words: Words, cast: Cast, statement: Statement) -> Spans:
    """The words between "quoted" and "as saying"; in "Lund was quoted by NPA as saying" those before."""
    if not statement.cue:
        return ()
    start = statement.cue[0].start
    match = _QUOTED.match(words.text, start, words.sentence_span(start).end)
    if match is None and not _PASSIVE.match(words.text, start):
        return ()
    if match is not None and not match[1].startswith("by "):
        return (Span(*match.span(1)),)
    before = [cast.mentions[i] for i in cast.within(Span(words.sentence_span(start).start, start))]
    return (before[-1].span,) if before and words.at(start) == before[-1].last + 1 else ()


def inside(cast: Cast, statement: Statement) -> Spans:
    """The words for the first who is said, inside the content and outside its quotations, to have said it."""
    words = cast.words
    for span in statement.content:
        names = {cast.mentions[i].first: cast.mentions[i] for i in cast.within(span)}
        for i in words.within(span):
            mention = names.get(i)
            if mention is not None and _says(words, mention.last, span.end):
                return (mention.span,)
            if mention is None and _is_office(words.tokens[i]) and _says(words, i, span.end):
                return (_with_article(words, i, span.start),)
    return ()


def _is_office(token: Token) -> bool:
    told_after = token.lower in ("he", "she") and any(c in token.gap for c in '"”’')
    return told_after or (not token.capital and (bare(token.text),) in lexicon().roles)


def _with_article(words: Words, at: int, start: int) -> Span:
    """A description from its article on, if that stands near before it."""
    first = next(
        (i for i in range(at, max(at - 5, -1), -1) if words.tokens[i].lower in ("the", "its", "his", "her")), at
    )
    first = first if words.tokens[first].start >= start else at
    return Span(words.tokens[first].start, words.tokens[at].end)


def is_outlet(words: Words, span: Span) -> bool:
    """Whether a source is an outlet by name."""
    name = phrase(" ".join(words.text[slice(*span)].split()))
    known = lexicon().outlets
    return any(part in known for part in (name, name[1:], name[:-1], name[:-2], name[1:-2]) if part)


def _says(words: Words, last: int, end: int) -> bool:
    """Whether a verb of saying follows a name, or the bracket or description behind it."""
    tokens, at = words.tokens, last + 1
    if at < len(tokens) and tokens[at].gap == " (":
        at += 1
    if at < len(tokens) and tokens[at].gap == ", ":
        at = next((i for i in range(at + 1, min(at + _APPOSED, len(tokens))) if tokens[i].gap.startswith(",")), at)
    while at < len(tokens) and tokens[at].lower in _HELPS:
        at += 1
    return at < len(tokens) and tokens[at].start < end and tokens[at].lower in _SAYS
