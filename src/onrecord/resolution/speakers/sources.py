"""What a source's words are: a pronoun, names, a body, a role, or somebody unnamed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

from onrecord.languages import table
from onrecord.model import Span, Spans
from onrecord.resolution.lexicon import bare, lexicon
from onrecord.resolution.speakers import documents, roles
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.names import Mention
from onrecord.resolution.tokens import Token, Words

Sort: TypeAlias = Literal["empty", "pronoun", "relative", "names", "body", "role", "document", "unnamed"]


@dataclass(frozen=True, slots=True)
class Source:
    """A source's words, read. ``heads`` are the names that they are about; ``role``: where a role word heads them."""

    sort: Sort
    span: Span
    plain: tuple[str, ...] = ()
    heads: tuple[Mention, ...] = ()
    role: roles.Role | None = None
    head: str = ""
    definite: bool = False
    writer: Source | None = None
    """Of a document: who wrote it."""


_ALONG = (["along", "with"], ["together", "with"], ["as", "well"])
_PERSONAL = ("he", "she")
_HOLDERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


@cache
def pronouns() -> dict[str, frozenset[str]]:
    """The pronouns of the language, by sort."""
    return {sort: frozenset(words) for sort, words in table("en", "pronouns").items()}


def read(words: Words, cast: Cast, where: Spans) -> Source:
    """Reads the words of a source."""
    if not where:
        return Source("empty", Span(0, 0))
    span = Span(where[0].start, where[-1].end)
    tokens = [words.tokens[i] for s in where for i in words.within(s)]
    if not tokens:
        return Source("empty", span)
    if len(core := _without_adverbs(tokens)) < len(tokens):
        tokens, span = core, Span(span.start, core[-1].end)
    plain = tuple(bare(t.text) for t in tokens)
    shouted = tokens[0].text.isupper() and len(tokens[0].text) > 1 and words.line_at(span.start) not in words.shouted
    if (sort := _pronoun(plain)) and not shouted:
        return Source(sort, span, plain)
    if plain[0] in _PERSONAL and len(plain) > 2 and plain[1] == "and":
        return Source("pronoun", Span(span.start, tokens[0].end), plain[:1])  # "he and his aides"
    inside = [cast.mentions[i] for i in cast.within(span)]
    parts = _parts(tokens, inside)
    if heads := _names(cast, parts, inside):
        return Source("names", span, plain, heads, roles.role(words, span))
    return _noun(cast, parts, span, inside)


def _without_adverbs(tokens: list[Token]) -> list[Token]:
    """A source without the adverbs after its noun: "envoy Karl Lund however (says)"."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].text in pronouns()["after"]:
        end -= 1
    return tokens[:end]


def is_one_person(description: str) -> bool:
    """Whether a description is of one person, not of several and not of a body: "a spokesman for the army"."""
    words = [bare(w) for w in description.split()]
    core = words[: next((i for i, w in enumerate(words) if w in lexicon().prepositions), len(words))]
    return bool(core) and (core[-1],) in lexicon().roles


def _pronoun(plain: tuple[str, ...]) -> Literal["pronoun", "relative"] | None:
    known = pronouns()
    core = [w for w in plain if w not in ("himself", "herself", "themselves", "also", "all", "each")]
    if len(core) != 1:
        return None
    if core[0] in known["relative"]:
        return "relative"
    return "pronoun" if any(core[0] in known[s] for s in ("male", "female", "plural", "first", "neuter")) else None


def _parts(tokens: list[Token], inside: list[Mention]) -> list[list[Token]]:
    """The stretches of a noun phrase between commas and dashes, without what stands in brackets."""
    parts: list[list[Token]] = [[]]
    bracketed = False
    within = {i for m in inside for i in range(m.span.start + 1, m.span.end)}
    for token in tokens:
        year = token.text.isdigit() and len(token.text) == 4
        if parts[-1] and any(c in ",;:–—-" for c in token.gap) and token.start not in within and not year:
            parts.append([])
        bracketed = "(" in token.gap or (bracketed and ")" not in token.gap)
        if not bracketed:
            parts[-1].append(token)
    return [p for p in parts if p] or [tokens]


def _names(cast: Cast, parts: list[list[Token]], inside: list[Mention]) -> tuple[Mention, ...]:
    """The persons that the phrase is about: those of its first stretch, else of the next one that is title and name."""
    persons = [m for m in inside if (member := cast.of(m)) is None or member.sort == "person"]
    if not persons:
        return ()
    alone = [m for part in parts for m in persons if (m.first, m.last) == _ends(cast, part)]
    if len(parts) > 1 and len(alone) == len(parts):
        return tuple(alone)
    for n, part in enumerate(parts[:3]):
        heads = _heads(cast, part, persons, apposed=n > 0)
        if heads:
            others = [m for m in persons if len(m.words) > 1 and (member := cast.of(m)) is not None and member.strong]
            more = (
                [h for p in parts[n + 1 :] for h in _heads(cast, p, others)]
                if _listed(cast, parts[n + 1 :], persons)
                else []
            )
            return tuple(heads + more)
        if n == 0 and not _is_role(part) and not _names_an_office(parts[1:]):
            break
    return _apposed(parts, alone)


def _ends(cast: Cast, part: list[Token]) -> tuple[int, int]:
    return (cast.words.at(part[0].start), cast.words.at(part[-1].start)) if part else (-1, -1)


def _apposed(parts: list[list[Token]], alone: list[Mention]) -> tuple[Mention, ...]:
    """The one name that is all of a later stretch: "the judge presiding over the case, Karl Lund"."""
    if len(alone) != 1 or len(alone[0].words) < 2 or len(parts) < 2 or _is_list(parts):
        return ()
    first = alone[0].span.start
    described = not parts[0][0].capital or parts[0][0].opens or parts[0][-1].lower == parts[0][-1].text
    return (alone[0],) if described and parts[0][0].start < first else ()


def _is_list(parts: list[list[Token]]) -> bool:
    return any(p[0].lower in ("and", "including", "like", "such") for p in parts[1:]) or any(
        t.lower in ("including", "like") for t in parts[0]
    )


def _names_an_office(parts: list[list[Token]]) -> bool:
    """Whether an office goes on after a comma in its body's name: "Lund University, Oslo's dean, Karl Holt"."""
    return len(parts) > 1 and _is_role(parts[0]) and _possessed(parts[0])


def _listed(cast: Cast, parts: list[list[Token]], persons: list[Mention]) -> bool:
    """Whether more speakers follow: after "and", or stretches that are names and nothing else."""
    whole = {(m.first, m.last) for m in persons}
    return bool(parts) and (
        parts[-1][0].lower == "and" or all(_ends(cast, piece) in whole for part in parts for piece in _conjuncts(part))
    )


def _is_role(part: list[Token]) -> bool:
    end = _first_preposition(part)
    of_several = len(part) > 2 and [t.lower for t in part[:2]] == ["one", "of"]
    head = bare(part[-1].text).removesuffix("s") if of_several else bare(part[end - 1].text)
    return end > 0 and ((head,) in lexicon().roles or (head.rpartition("-")[2],) in lexicon().roles)


def _first_preposition(part: list[Token]) -> int:
    """Where the noun phrase ends and what is said of it begins: at a preposition, or a participle behind the noun."""
    return next((i for i in range(len(part)) if _ends_phrase(part, i)), len(part))


def _ends_phrase(part: list[Token], i: int) -> bool:
    token, known = part[i], lexicon()
    if token.lower in known.prepositions:
        return True
    participle = token.text.endswith(("ing", "ed")) or token.text in known.participles
    return i > 0 and participle and token.text == token.lower and _is_noun(part[i - 1])


def _is_noun(token: Token) -> bool:
    known, word = lexicon(), bare(token.text)
    return (word,) in known.roles or word in known.body_nouns or word in known.documents or word in known.plural_roles


def _heads(cast: Cast, part: list[Token], persons: list[Mention], *, apposed: bool = False) -> list[Mention]:
    heads: list[Mention] = []
    for piece in _conjuncts(part):
        span = Span(piece[0].start, piece[-1].end)
        here = [m for m in persons if span.start <= m.span.start and m.span.end <= span.end]
        here = [m for m in here if len(m.words) > 1 or not apposed]
        head = _head(cast, piece, here)
        if head is None and apposed and not here:
            continue
        if head is None and heads and not apposed and any(t.possessive for t in piece[:-1]):
            return []  # "A and B's mother" is one, neither A nor B
        if head is None:
            return heads  # after "a lawyer for A" the "and B" is an object too
        heads.append(head)
    if len(heads) > 1 and not _stand_alone(cast, heads):
        return heads[-1:]  # "Ports and Maritime Organization head Karl Lund" is one man
    return heads


def _stand_alone(cast: Cast, heads: list[Mention]) -> bool:
    """Whether the first of several names is more than words of the last one's title."""
    first, last = (cast.of(heads[0]), cast.of(heads[-1]))
    weak = first is not None and not first.strong and first.mentions[0].sort == "unknown"
    return not (weak and last is not None and last.strong and heads[-1].title is not None)


def _conjuncts(part: list[Token]) -> list[list[Token]]:
    pieces: list[list[Token]] = [[]]
    for token in part:
        if token.lower in ("and", "&") and pieces[-1]:
            pieces.append([])
        elif token.lower not in ("and", "both"):
            pieces[-1].append(token)
    return [p for p in pieces if p] or [part]


def _head(cast: Cast, piece: list[Token], persons: list[Mention]) -> Mention | None:
    """The name that heads a noun phrase: its last word, or the last before a preposition; no possessor, no object."""
    stop = _first_preposition(piece)
    limit = piece[stop].start if stop < len(piece) else piece[-1].end
    direct = [m for m in persons if m.span.end <= limit and _ends_at(piece, stop, m)]
    if direct and (not direct[-1].possessive or direct[-1].span.end == piece[-1].end):
        return direct[-1]
    for mention in reversed(persons):
        if mention.possessive and mention.span.end != piece[-1].end:
            continue
        if _ends_words(piece, mention) and not _is_object(cast, piece, mention):
            return mention
    return None


def _ends_words(piece: list[Token], mention: Mention) -> bool:
    """Whether a name ends its words, but for what a preposition adds: "Member of Parliament Karl Lund of the Bloc"."""
    at = next((i for i, t in enumerate(piece) if t.end == mention.span.end), len(piece))
    return at < len(piece) and (at + 1 == len(piece) or piece[at + 1].lower in lexicon().prepositions)


def _is_object(cast: Cast, piece: list[Token], mention: Mention) -> bool:
    """Whether a preposition stands before the name and its title: "a spokesman for President Lund"."""
    known, words, at = lexicon(), cast.words, mention.first - 1
    first = piece[0].start
    if at >= 0 and bare(words.tokens[at].text) in known.portfolios:
        return False  # "Minister for Legal Affairs Karl Lund"
    if piece[0].lower in ("a", "an", "another") and any(t.lower == "to" for t in piece if t.start < mention.span.start):
        return True  # "an aide to the leader of the party Karl Lund"
    while at >= 0 and words.tokens[at].start >= first and _belongs_to_title(words.tokens[at]):
        at -= 1
    if at < 0 or words.tokens[at].start < first:
        return False
    before = words.tokens[at]
    between = words.tokens[at + 1 : mention.first]
    if (
        before.lower == "of"
        and between
        and _belongs_to_title(words.tokens[at - 1])
        and not any(map(_is_office, between))
    ):
        return False  # "Minister of Energy Karl Lund"
    tagged = (member := cast.of(mention)) is not None and (member.tagged or member.words[0] in known.given)
    named = before.capital or before.lower in known.body_nouns or (tagged and before.lower not in known.prepositions)
    return before.possessive or before.lower in known.determiners or not named


def _is_office(token: Token) -> bool:
    word = (bare(token.text),)
    return word in lexicon().roles or word in lexicon().honorifics


def _belongs_to_title(token: Token) -> bool:
    known, word = lexicon(), bare(token.text)
    titled = (word,) in known.roles or ((word,) in known.honorifics and token.capital)
    return not token.possessive and (titled or word in known.role_modifiers or (word,) in known.demonyms)


def _ends_at(piece: list[Token], stop: int, mention: Mention) -> bool:
    """Whether the name is the last word before the first preposition: "Lund of the ministry", not "Lund aide at …"."""
    return stop > 0 and piece[stop - 1].end == mention.span.end


def _noun(cast: Cast, parts: list[list[Token]], span: Span, inside: list[Mention]) -> Source:
    part = parts[0]
    core = part[: _core_end(part, inside) or len(part)]
    plain = tuple(bare(t.text) for t in part)
    last = core[-1]
    named = next((m for m in reversed(inside) if m.span.end == last.end), None)
    definite = plain[0] in pronouns()["definite"] or plain[0] in pronouns()["possessive"] or _possessed(core)
    head, known = bare(last.text), lexicon()
    if len(parts) > 1 and (listed := _listed_bodies(cast, parts, inside)):
        return Source("body", span, plain, listed, None, head, definite)
    if named is not None and (not named.possessive or core == part):
        return Source("body", span, plain, (*_joined_to(core, named, inside), named), None, head, definite)
    outlet = next((m for m in reversed(inside) if not m.possessive and m.span.end <= last.start), None)
    if outlet is not None and head in known.outlet_nouns and (outlet.words in known.outlets or outlet.sort == "body"):
        return Source("body", span, plain, (outlet,), None, head, definite)
    apposed = parts[1] if len(parts) > 1 else []
    if head in known.body_nouns and (
        body := next((m for m in inside if (m.first, m.last) == _ends(cast, apposed)), None)
    ):
        return Source("body", span, plain, (body,), None, head, definite)
    if documents.is_document(head):
        return _document(cast, part, Source("document", span, plain, (), None, head, definite), len(core), inside)
    role = roles.role(cast.words, Span(part[0].start, part[-1].end))
    sort: Sort = "unnamed"
    if (head,) in known.roles or head.rpartition("-")[2] in known.groups:
        sort = "role"
    elif head in known.body_nouns or (definite and cast.ending(head)):
        sort = "body"
    if sort == "role":
        definite = plain[0] not in pronouns()["indefinite"] | pronouns()["possessive"]
    return Source(sort, span, plain, (), role, head, definite)


def _listed_bodies(cast: Cast, parts: list[list[Token]], inside: list[Mention]) -> tuple[Mention, ...]:
    """The bodies or lands of "Norvania, Velden and Tesmar, which …" and "Norvania, along with Velden"."""
    whole = {(m.first, m.last): m for m in inside if (member := cast.of(m)) is None or member.sort != "person"}
    found: list[Mention] = []
    joined = False
    for part in parts:
        if part[0].lower in ("which", "who", "all", "both"):
            break
        joins = [t.lower for t in part[:2]] in _ALONG
        pieces = _conjuncts(part[2:] if joins else part)
        joined = joined or joins or any(t.lower == "and" for t in part)
        exact = [whole.get(_ends(cast, [t for t in piece if t.lower != "the"])) for piece in pieces]
        found.extend(m for m in exact if m is not None)
        if None in exact:
            return ()
    return tuple(found) if joined and len(found) > 1 else ()


def _document(cast: Cast, part: list[Token], bare_one: Source, core: int, inside: list[Mention]) -> Source:
    """A document with whoever it belongs to, else with whoever wrote it."""
    if (mention := documents.owner(cast, part[:core], inside)) is not None:
        person = (member := cast.of(mention)) is not None and member.sort == "person"
        held = Source("names" if person else "body", bare_one.span, bare_one.plain, (mention,), None, bare_one.head)
        return replace(bare_one, writer=held)
    if (holder := next((t for t in part[: core - 1] if t.possessive), None)) is not None:
        return replace(bare_one, writer=read(cast.words, cast, (Span(part[0].start, holder.end),)))
    if part[0].lower in _HOLDERS:
        return replace(bare_one, writer=Source("pronoun", bare_one.span, (_HOLDERS[part[0].lower],)))
    where = documents.writer(part, core)
    by = read(cast.words, cast, (where,)) if where is not None else None
    return replace(bare_one, writer=by if by is not None and by.sort != "empty" else None)


def _joined_to(core: list[Token], last: Mention, inside: list[Mention]) -> list[Mention]:
    """The bodies or lands that stand before "and": the phrase is names alone, "Oslo, Lund and Bergen"."""
    starts = {t.start for t in core}
    others = [m for m in inside if m.span.end <= last.span.start and m.span.start in starts]
    named = {i for m in (*others, last) for i in range(m.first, m.last + 1)}
    plain = [t for t in core if t.lower not in ("the", "both")]
    ands = sum(t.lower == "and" for t in plain)
    return others if len(plain) == len(named) + ands and ands == len(others) else []


def _core_end(part: list[Token], inside: list[Mention]) -> int:
    """Where the first preposition stands that is no part of a name."""
    for i, token in enumerate(part):
        named = any(m.span.start < token.start < m.span.end for m in inside)
        if not named and _ends_phrase(part, i):
            return i
    return len(part)


def _possessed(core: list[Token]) -> bool:
    return any(t.possessive for t in core)
