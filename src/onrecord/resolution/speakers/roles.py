"""What a person is called besides the name: titles before it, descriptions after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span
from onrecord.resolution.lexicon import Phrase, bare, lexicon
from onrecord.resolution.speakers.names import Mention, stem
from onrecord.resolution.tokens import Token, Words

_DEMONYM = ("ian", "ean", "an", "ese", "ish", "i")
_REACH = 14
"""Words that a title or description may have."""


@dataclass(frozen=True, slots=True)
class Role:
    """A title or description: its place, its head words ("minister", "prime minister") and the countries it names."""

    span: Span
    heads: frozenset[str]
    modifiers: frozenset[str]
    countries: frozenset[str]
    names: frozenset[str]
    """Other words with a capital in it: parties, bodies, lands that aren't countries."""


def role(words: Words, span: Span) -> Role | None:
    """Reads a noun phrase as a role; None where no word in it is one."""
    tokens = [words.tokens[i] for i in words.within(span)]
    plain = [bare(t.text) for t in tokens]
    core = plain[: _first_preposition(tokens)]
    heads = _heads(core) or _heads(plain)
    if not heads:
        return None
    known = lexicon()
    small = known.prepositions | known.determiners
    inner = {w for head in heads for w in head.split()} | {w for w in plain if known.short_titles.get(w) in heads}
    modifiers = frozenset(w for w in plain if w not in inner and w not in small)
    lands = countries(tokens)
    return Role(span, heads, modifiers, lands, _names(tokens, small | inner))


def _names(tokens: list[Token], others: frozenset[str] | set[str]) -> frozenset[str]:
    first = {bare(tokens[0].text)} if tokens[0].opens else set()
    named = _with_initials([bare(t.text) for t in tokens if t.capital]) - first
    return frozenset(w for w in named if w not in others and not _is_land(w))


def _with_initials(named: list[str]) -> set[str]:
    """The words of names, those of a body that has initials replaced by them: "European Union" is "EU"."""
    initials = lexicon().initials
    found, at = set(), 0
    while at < len(named):
        length = next((n for n in (4, 3, 2) if tuple(named[at : at + n]) in initials), 1)
        found.add(initials[tuple(named[at : at + length])] if length > 1 else named[at])
        at += length
    return found


def _is_land(word: str) -> bool:
    """Whether a word names a land that `countries` finds."""
    return lexicon().country_of((word,)) is not None or bool(word.endswith(_DEMONYM) and len(word) > 5)


def countries(tokens: list[Token]) -> frozenset[str]:
    """The countries that a phrase names by name, capital or demonym; of those that no table knows, the stem."""
    known = lexicon()
    plain = [bare(t.text) for t in tokens]
    grams = [tuple(plain[i : i + n]) for n in (1, 2, 3) for i in range(len(plain) - n + 1)]
    found = {c.name for g in grams if (c := known.country_of(g)) is not None}
    strange = [t for t in tokens if t.capital and (t.possessive or t.text.endswith(_DEMONYM)) and len(t.text) > 5]
    found |= {stem(bare(t.text)) for t in strange if not _is_role(t) and (bare(t.text),) not in known.demonyms}
    return frozenset(found)


def before(words: Words, mention: Mention) -> Span | None:
    """The title that stands before a name: "the special envoy for Syria Alexander …", "the envoy, Karl …,"."""
    tokens, known = words.tokens, lexicon()
    at, best = mention.first - 1, -1
    set_off = _is_set_off(tokens, mention)
    while at >= max(0, mention.first - _REACH) and (_fits(tokens, at) or (set_off and at == mention.first - 1)):
        if _is_role(tokens[at]):
            best = at
        at -= 1
    if best < 0 or tokens[mention.first - 1].text in known.connectors | known.prepositions:
        return None
    start = at + 1
    if set_off and tokens[start].lower not in known.determiners and not any(t.possessive for t in tokens[start:best]):
        return None
    while start < best and tokens[start].lower in known.title_connectors | known.connectors:
        start += 1
    return Span(tokens[start].start, _end(tokens[mention.first - 1]))


def _is_set_off(tokens: list[Token], mention: Mention) -> bool:
    """Whether the name stands between commas after its description."""
    after = tokens[mention.last + 1].gap if mention.last + 1 < len(tokens) else ""
    comma = mention.first > 0 and tokens[mention.first].gap == ", " and after.startswith(",")
    return comma and (_is_role(tokens[mention.first - 1]) or not tokens[mention.first - 1].capital)


def is_followed_by_who(words: Words, mention: Mention) -> bool:
    """Whether ", who" follows a name: a person's, then."""
    at = mention.last + 1
    return at < len(words.tokens) and words.tokens[at].lower == "who" and words.tokens[at].gap in (", ", " ")


def after(words: Words, mention: Mention) -> Span | None:
    """The description that follows a name between commas: ", the special envoy for Syria,"."""
    tokens = words.tokens
    at = mention.last + 1
    if mention.possessive or at >= len(tokens) or tokens[at].gap != ", ":
        return None
    end = _stretch_end(tokens, at)
    core = tokens[at : at + _first_preposition(tokens[at : end + 1])]
    if not core or core[0].lower in ("and", "or", "but", "who", "which"):
        return None
    heads = [i for i, t in enumerate(core) if _is_role(t)]
    opened = core[0].lower in lexicon().determiners
    if heads and (heads[-1] == len(core) - 1 or opened) and end - at < _REACH:
        return Span(tokens[at].start, _end(tokens[end] if heads[-1] == len(core) - 1 else core[heads[-1]]))
    return _listed(tokens, at) if bare(core[0].text) in lexicon().role_modifiers else None


def _stretch_end(tokens: list[Token], at: int) -> int:
    """The last word before the next mark."""
    end = at
    while end + 1 < len(tokens) and end - at < _REACH and not tokens[end + 1].gap.strip(" '’sS"):
        end += 1
    return end


def _listed(tokens: list[Token], at: int) -> Span | None:
    """An office with a list in it: ", deputy roads, rail and ports minister"."""
    for i in range(at + 1, min(at + _REACH, len(tokens))):
        token = tokens[i]
        if token.gap not in (" ", ", ") or token.sentence != tokens[at].sentence or token.capital:
            return None
        if _is_role(token) and token.gap == " ":
            return Span(tokens[at].start, _end(token))
    return None


def land_after(words: Words, mention: Mention) -> frozenset[str]:
    """The country in "President Karl Lund of Norvania"; none where no title stands before the name."""
    at = mention.last + 1
    stretch = words.tokens[at : at + 4]
    if mention.title is None or mention.possessive or not stretch or stretch[0].lower != "of":
        return frozenset()
    end = next((i for i, t in enumerate(stretch) if i and (not t.gap.isspace() or not t.capital)), len(stretch))
    return countries(stretch[1:end])


def _end(token: Token) -> int:
    return token.end + (2 if token.possessive else 0)


def _fits(tokens: list[Token], at: int) -> bool:
    token, following, known = tokens[at], tokens[at + 1], lexicon()
    if following.gap.strip(" '’s") or token.sentence != following.sentence:
        return False
    word = bare(token.text)
    if word == "and":
        return at > 0 and _is_role(tokens[at - 1])
    if word in known.calendar or (word in known.starters and token.opens and word not in known.determiners):
        return False
    small = word in known.role_modifiers or word in known.title_connectors or word in known.body_nouns
    return token.capital or small or _is_role(token)


def _is_role(token: Token) -> bool:
    known = lexicon()
    word = bare(token.text)
    titled = (word,) in known.honorifics and token.capital
    return titled or (word,) in known.roles or word.rpartition("-")[2] in known.groups


def _first_preposition(tokens: list[Token]) -> int:
    return next((i for i, t in enumerate(tokens) if t.lower in lexicon().prepositions and i > 0), len(tokens))


def _heads(plain: list[str]) -> frozenset[str]:
    known = lexicon()
    found: set[str] = set()
    for i, word in enumerate(plain):
        for n in (3, 2):
            gram: Phrase = tuple(plain[i : i + n])
            if len(gram) == n and gram in known.roles:
                found.add(" ".join(gram))
        ending = word.rpartition("-")[2]
        if (word,) in known.roles or (word,) in known.honorifics:
            found.add(known.short_titles.get(word, word))
        elif (ending,) in known.roles:
            found.add(ending)
    return frozenset(found)


@lru_cache(maxsize=512)
def stem_countries(text: str) -> frozenset[str]:
    """The countries that a name or role names, for comparing speakers."""
    return countries(Words(text).tokens)
