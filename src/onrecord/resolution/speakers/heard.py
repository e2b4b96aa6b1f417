"""Who is heard through an outlet that stands as the source: "NPA quoted Lund as saying"."""

from __future__ import annotations

import re

from onrecord.languages import table
from onrecord.model import Span, Spans, Statement
from onrecord.resolution.lexicon import bare, lexicon, phrase
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.names import Mention
from onrecord.resolution.tokens import Token, Words

_SAYING = r"(?:as )?(?:having )?(?:saying|said|telling|told|stating|stated|adding|noting|calling|describing|warning)\b"
_QUOTED = re.compile(
    rf"(?:has |have |was |also )?(?:quot|qout|report|cit)(?:ed|es|s|ing) (?!as\b)([^\n]{{1,120}}?),? {_SAYING}"
)
_PASSIVE = re.compile(r"(?:has been |have been |was |were |is )?quoted (?:as )?\w+ing by\b")
_DESCRIBED = 8
"""Words between an office and its verb."""
_APPOSED = 16
"""Words that a description between a name and its verb may have."""
_SAYS = frozenset(table("en", "pronouns")["says"])
_HELPS = frozenset(["on", "has", "have", "had", "also", "who", "later"])


def quoted(words: Words, statement: Statement) -> Spans:
    """The words between "quoted" and "as saying"; in "Lund was quoted by NPA as saying" those before."""
    if not statement.cue:
        return ()
    start = statement.cue[0].start
    sentence = words.sentence_span(start)
    match = _QUOTED.match(words.text, start, sentence.end)
    if match is not None and not match[1].startswith("by "):
        return (Span(*match.span(1)),)
    if match is None and not _PASSIVE.match(words.text, start):
        return ()
    before = words.within(Span(sentence.start, start))
    first = next((i for i in reversed(before) if words.tokens[i].gap != " "), before.start)
    return (Span(words.tokens[first].start, words.tokens[before.stop - 1].end),) if before else ()


def inside(cast: Cast, statement: Statement) -> Spans:
    """The words for the first who is said, inside the content and outside its quotations, to have said it."""
    words = cast.words
    for span in statement.content:
        names = {cast.mentions[i].first: cast.mentions[i] for i in cast.within(span)}
        for i in words.within(span):
            mention = names.get(i)
            member = None if mention is None else cast.of(mention)
            if mention is not None and member is not None and member.sort != "place" and _is_said(words, mention, span):
                return (mention.span,)
            if mention is None and _is_office(words.tokens[i]) and (end := _verb(words, i + 1, span.end)):
                return (_with_article(words, i, end, span.start),)
    return ()


def _is_said(words: Words, mention: Mention, span: Span) -> bool:
    """Whether a verb of saying stands behind a name, or directly before it: "…, said Karl Lund"."""
    before = words.tokens[mention.first - 1] if mention.first else None
    if before is not None and (before.lower in lexicon().prepositions or before.text.isdigit()):
        return False
    inverted = before is not None and before.start > span.start and before.lower in _SAYS and before.gap[:1] not in " "
    return inverted or _says(words, mention.last, span.end)


def _is_office(token: Token) -> bool:
    told_after = token.lower in ("he", "she") and any(c in token.gap for c in '"”’')
    known = lexicon()
    return told_after or (not token.capital and ((bare(token.text),) in known.roles or token.text in known.body_nouns))


def _verb(words: Words, at: int, end: int) -> int:
    """The word with which a verb of saying follows a description without a mark between; 0 where none does."""
    for i in range(at, min(at + _DESCRIBED, len(words.tokens))):
        token = words.tokens[i]
        if token.start >= end or token.gap.strip(" ’'s"):
            return 0
        if token.lower in _SAYS or token.lower in _HELPS:
            return i
    return 0


def _with_article(words: Words, at: int, verb: int, start: int) -> Span:
    """A description up to its verb, from its article on, if that stands near before it."""
    tokens, small = words.tokens, lexicon().determiners
    first = next((i for i in range(at, max(at - 5, -1), -1) if tokens[i].lower in small), at)
    first = first if tokens[first].start >= start else at
    return Span(tokens[first].start, tokens[verb - 1].end)


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
    while at < len(tokens) and (tokens[at].lower in _HELPS or bare(tokens[at].text) in lexicon().calendar):
        at += 1
    return at < len(tokens) and tokens[at].start < end and tokens[at].lower in _SAYS
