"""Names in a text: capitalised runs, cut into titles, places, bodies and persons by tables and by the reader."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.resolution.lexicon import Lexicon, bare, lexicon
from onrecord.resolution.speakers.cutting import Mention, Run, Sort
from onrecord.resolution.speakers.initials import spelled_out
from onrecord.resolution.speakers.runs import runs
from onrecord.resolution.speakers.tags import Tags
from onrecord.resolution.tokens import Token, Words

__all__ = ["Mention", "Sort", "follows_the", "mentions", "stem"]

_ADJECTIVE = re.compile(r"(?:ian|ean|an|ese|ish|i)$")
_ENDING = re.compile(r"(?:ian|ean|an|ese|ish|ia|i|a|n)$")
_LONGEST = 4
"""Words of one item of a list in a name."""
_SORTS: dict[str, Sort] = {"person": "person", "organisation": "body", "place": "place"}


def mentions(words: Words, tags: Tags | None = None, language: str = "en") -> tuple[Mention, ...]:
    """Every name in a text, in order; places and bodies that belong to a title are given too.

    ``tags``: what the reader model takes the words for; without it the tables and the capitals have to do.
    """
    known, tags = lexicon(language), tags or Tags(words)
    found: list[Mention] = []
    lower = {t.text for t in words.tokens if t.text.islower()}
    inner = {t.lower for t in words.tokens if t.capital and not t.opens}
    for first, last in runs(words, tags, lower, inner):
        found.extend(Run(words, known, tags, first, last).mentions())
    surnames = {w for m in found if len(m.words) > 1 and m.sort in ("person", "unknown") for w in m.words[1:]}
    used = _by_use(words, tags, [m if {m.words[-1]} & surnames else _by_tag(tags, m) for m in found])
    return tuple(_in_full(words, _with_places(words, _with_lists(words, used))))


def _with_lists(words: Words, found: Iterable[Mention]) -> Iterator[Mention]:
    """Names without those that are items of a list in the name before."""
    until = -1
    for mention in found:
        if mention.first > until:
            whole = _listed(words, mention)
            until = whole.last
            yield whole


def _listed(words: Words, mention: Mention) -> Mention:
    """A body's name with what it is of told in a list: the Ministry of Roads, Rail and Ports."""
    tokens, at = words.tokens, mention.last + 1
    heads = {bare(t.text) for t in tokens[mention.first : mention.last]}
    if mention.sort != "body" or heads.isdisjoint(lexicon().listing) or at >= len(tokens) or mention.possessive:
        return mention
    while at < len(tokens) and tokens[at].gap == ", " and tokens[at].capital:
        at = _past_capitals(tokens, at)
    if at == mention.last + 1 or at + 1 >= len(tokens) or tokens[at].lower != "and" or not tokens[at + 1].capital:
        return mention
    last = _past_capitals(tokens, at + 1) - 1
    return (
        _cut(words, mention, mention.first, last, "body")
        if tokens[last].sentence == tokens[mention.first].sentence
        else mention
    )


def _past_capitals(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    given = lexicon().given
    while end < len(tokens) and tokens[end].capital and tokens[end].gap == " " and end - at < _LONGEST:
        if bare(tokens[end].text).partition("-")[0] in given:
            break
        end += 1
    return end


def _with_places(words: Words, found: Iterable[Mention]) -> Iterator[Mention]:
    """A land directly before a body's name belongs to it: the Norvania Highway Patrol."""
    held: Mention | None = None
    for mention in found:
        if held is not None and _belongs(words, held, mention):
            yield _cut(words, mention, held.first, mention.last, "body")
            held = None
            continue
        if held is not None:
            yield held
        held = mention if mention.sort == "place" else None
        if held is None:
            yield mention
    if held is not None:
        yield held


def _belongs(words: Words, land: Mention, body: Mention) -> bool:
    plain = words.tokens[body.first].gap == " " and not land.possessive
    whose = land.possessive and not lexicon().national.isdisjoint(body.words)
    adjoins = body.first == land.last + 1 and (plain or whose)
    return adjoins and body.sort == "body" and len(body.words) > 1


def _in_full(words: Words, found: Iterable[Mention]) -> Iterator[Mention]:
    """Names whose initials follow in brackets are whole: the Lund Chamber of Trade, Crafts and Mines (LCTCM)."""
    whole = sorted(spelled_out(words.tokens).values())
    starts = [first for first, _ in whole]
    given = -1
    for mention in found:
        number = bisect_right(starts, mention.last) - 1
        if number < 0 or mention.first > whole[number][1]:
            yield mention
        elif number != given:
            given = number
            yield _cut(words, mention, *whole[number], "body")


def _by_tag(tags: Tags, mention: Mention) -> Mention:
    """A name that no table knows is what the model takes it for."""
    if mention.sort != "unknown":
        return mention
    sort = _SORTS.get(tags.vote(mention.words) or "", "unknown")
    return replace(mention, sort=sort)


def _by_use(words: Words, tags: Tags, found: list[Mention]) -> Iterator[Mention]:
    """Places that no table knows: they stand after "in", or an adjective is made from them (Norvania, Norvanian)."""
    known = lexicon()
    alone = {m.words[0] for m in found if len(m.words) == 1}
    taken = {m.words[-1] for m in found if len(m.words) > 1 and m.sort in ("person", "unknown")} | set(known.given)
    tokens = words.tokens
    visited = {
        m.words[0]
        for m in found
        if len(m.words) == 1 and m.first and tokens[m.first - 1].text == "in" and not m.possessive
    }
    stems = {stem(bare(t.text)) for t in tokens if t.capital and _ADJECTIVE.search(t.text)}
    lands = {stem(bare(t.text)) for t in tokens if t.capital and not _ADJECTIVE.search(t.text)}
    persons = {m.words for m in found if not follows_the(words, m)}
    for mention in found:
        word = mention.words[0]
        made_from = not _ADJECTIVE.search(word) and stem(word) in stems
        untitled = mention.sort == "person" and mention.title is None and not tags.is_person(mention.words)
        if len(mention.words) > 2 and word in alone and word not in taken and _sent_to(words, known, mention):
            yield _cut(words, mention, mention.first, mention.first, "place")
            yield _cut(words, mention, mention.first + 1, mention.last, "person")
        elif mention.sort != "unknown" and not untitled:
            yield mention
        elif _describes(words, known, mention) or (_ADJECTIVE.search(word) and len(word) > 5 and stem(word) in lands):
            continue
        elif len(mention.words) == 1 and word not in taken and (word in visited or made_from):
            yield replace(mention, sort="place")
        elif len(mention.words) > 2 and word in alone and word not in known.given and _object(words, known, mention):
            yield _cut(words, mention, mention.first, mention.first, "place")
            yield _cut(words, mention, mention.first + 1, mention.last, "person")
        elif mention.sort == "unknown" and len(mention.words) > 1 and mention.words not in persons:
            yield replace(mention, sort="body")
        else:
            yield mention


def follows_the(words: Words, mention: Mention) -> bool:
    """Whether "the" stands directly before a name, as before no person's: "the Lund Civil Register"."""
    tokens, at = words.tokens, mention.first
    return at > 0 and mention.title is None and tokens[at].gap.isspace() and tokens[at - 1].lower == "the"


def _describes(words: Words, known: Lexicon, mention: Mention) -> bool:
    """Whether it is an adjective before a common noun: the Norvanian negotiator."""
    at = mention.last + 1
    if len(mention.words) > 1 or not _ADJECTIVE.search(mention.words[0]) or at >= len(words.tokens):
        return False
    after = words.tokens[at]
    noun = (after.text,) in known.roles or after.text in known.role_modifiers | known.body_nouns | known.plural_roles
    return noun and after.gap.isspace() and not mention.possessive


def _object(words: Words, known: Lexicon, mention: Mention) -> bool:
    return mention.first > 0 and words.tokens[mention.first - 1].lower in known.prepositions


def _sent_to(words: Words, known: Lexicon, mention: Mention) -> bool:
    """Whether what an office is to or for stands before a name: "envoy to Norvania Karl Lund"."""
    before = words.tokens[max(0, mention.first - 2) : mention.first]
    return len(before) == 2 and before[1].lower in ("to", "for") and (bare(before[0].text),) in known.roles


def _cut(words: Words, mention: Mention, first: int, last: int, sort: Sort) -> Mention:
    tokens = words.tokens[first : last + 1]
    plain = tuple(bare(t.text) for t in tokens)
    span = Span(tokens[0].start, tokens[-1].end)
    gender = lexicon().given.get(plain[0]) if sort == "person" else None
    possessive = tokens[-1].possessive
    cut = replace(mention, span=span, words=plain, first=first, last=last, sort=sort, gender=gender)
    return replace(cut, possessive=possessive, title=None) if sort == "body" else cut


def stem(word: str) -> str:
    """What a land and the adjective made from it share: Norvania, Norvanian."""
    return _ENDING.sub("", word) if len(word) > 4 else word
