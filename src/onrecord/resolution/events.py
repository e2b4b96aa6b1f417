"""The event that an expectation is about, and its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.languages import table
from onrecord.model import EXPECTATION_KINDS, Event, Span, Statement
from onrecord.resolution.lexicon import lexicon
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.tokens import Token, Words

_LEFT = 7
_RIGHT = 8


@cache
def _data() -> dict[str, frozenset[str]]:
    return {key: frozenset(w.lower() for w in words) for key, words in table("en", "events").items()}


def _nouns() -> frozenset[str]:
    return _data()["nouns"]


def event(statement: Statement, words: Words, cast: Cast) -> Event | None:
    """The naming words of the event of an expectation, and where it is to be held."""
    if statement.kind not in EXPECTATION_KINDS:
        return None
    for at in _order(statement, words):
        token = words.tokens[at]
        if token.lower in _nouns() and not _is_verb(words.tokens, at):
            span = Span(words.tokens[_left(words.tokens, at)].start, _right(words.tokens, at))
            return Event(span=span, place=_place(statement, words, cast, span.end))
    return _taken_up(statement, words, cast)


def shared(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Gives a statement that names no event the one of a wording that restates it: they tell one claim."""
    told = {s.restates: s.event for s in statements if s.restates and s.event and s.due}
    return tuple(
        replace(s, event=told[s.id]) if s.id in told and s.event is None and s.due is not None else s
        for s in statements
    )


def _taken_up(statement: Statement, words: Words, cast: Cast) -> Event | None:
    """The event of the sentence before, where a schedule begins with "it": "It will open in Lund on 3 May"."""
    first = words.at(statement.content[0].start)
    sentence = words.sentence_at(statement.content[0].start)
    if statement.kind != "schedule" or not sentence or words.tokens[first].lower != "it":
        return None
    before = words.sentences[sentence - 1]
    if words.line_at(before.start) != words.line_at(words.tokens[first].start):
        return None
    tokens = words.tokens
    at = next((i for i in words.within(before) if tokens[i].lower in _nouns() and not _is_verb(tokens, i)), None)
    if at is None:
        return None
    span = Span(tokens[_left(tokens, at)].start, _right(tokens, at))
    return Event(span=span, place=_place(statement, words, cast, statement.content[0].start))


def _order(statement: Statement, words: Words) -> list[int]:
    """The words of the content, those of the sentence with the due window first."""
    inside = [i for s in statement.content for i in words.within(s)]
    if statement.due is None:
        return inside
    sentence = words.sentence_at(statement.due.span.start)
    return sorted(inside, key=lambda i: words.sentence_at(words.tokens[i].start) != sentence)


def _is_verb(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1].lower if at else ""
    if tokens[at].lower.endswith("ing") and before in ("on", "keep", "kept", "start", "started", "stop", "stopped"):
        return True  # "go on sitting at home"
    if _goes_on(tokens, at):
        return True
    return before in ("to", "will", "would", "not", "they", "we", "i", "you", "can", "could", "must", "should")


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether an object follows, or the noun that it only describes: "release his papers", "poll numbers"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not after.gap.isspace() or "\n" in after.gap:
        return False
    opened = after.lower in _data()["object_openers"] and not (at and tokens[at - 1].lower in lexicon().determiners)
    return opened or after.lower in _data()["kinds_of"]


def _left(tokens: list[Token], at: int) -> int:
    """The first word of the noun phrase: its determiner, or the first of the words before the noun."""
    known = lexicon()
    start = at
    while start > 0 and at - start < _LEFT and tokens[start].gap in (" ", "\u00a0") and not tokens[start].opens:
        before = tokens[start - 1]
        if before.lower in known.determiners or before.lower in ("these", "those", "such"):
            return start - 1 if before.lower not in ("one",) else start
        if before.lower in known.object_markers or not _modifies(before):
            break
        start -= 1
    return start


def _modifies(token: Token) -> bool:
    """Whether a word goes on with the noun phrase: a name, an adjective by its ending, another event noun."""
    word = token.lower
    shaped = token.capital or token.possessive or word.endswith(tuple(_data()["adjective_endings"]))
    return shaped or word in lexicon().role_modifiers or word in _data()["adjectives"] or word in _nouns()


def _right(tokens: list[Token], at: int) -> int:
    """Where the name ends: it takes in "of …" and "between …", as far as names, adjectives and one noun go."""
    end, i, noun = at, at + 2, False
    if i >= len(tokens) or tokens[at + 1].lower not in ("of", "between") or not tokens[at + 1].gap.isspace():
        return tokens[at].end
    while i < len(tokens) and i - at <= _RIGHT and not tokens[i].gap.strip() and not noun:
        word = tokens[i].lower
        if word in _data()["stops"]:
            break
        small = word in ("the", "and", "a", "an")
        noun = not small and not _modifies(tokens[i])
        end = end if small else i
        i += 1
    return tokens[end].end


def _place(statement: Statement, words: Words, cast: Cast, at: int) -> Span | None:
    """The first place in the same sentence of the content after "in" or "at", or "from" right behind the event."""
    end = words.sentence_span(at).end
    for i in cast.within(Span(at, end)):
        mention = cast.mentions[i]
        preposition = words.tokens[mention.first - 1] if mention.first else None
        leads = preposition is not None and (
            preposition.lower in ("in", "at") or (preposition.lower in _data()["ways"] and preposition.start == at + 1)
        )
        inside = any(c.start <= mention.span.start < c.end for c in statement.content)
        member = cast.of(mention)
        if inside and leads and member is not None and member.sort == "place":
            return mention.span
    return None
