"""Names in a text without any model: capitalised runs, cut into titles, places, bodies and persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from onrecord.model import Span
from onrecord.resolution.lexicon import Gender, Lexicon, Phrase, bare, lexicon
from onrecord.resolution.speakers.runs import runs
from onrecord.resolution.tokens import Words

Sort: TypeAlias = Literal["person", "body", "place", "unknown"]
_ADJECTIVE = re.compile(r"(?:ian|ean|an|ese|ish|i)$")
_ENDING = re.compile(r"(?:ian|ean|an|ese|ish|ia|i|a|n)$")
_LONGEST = 6
"""Words in the longest title, place or known body that is looked up."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, without honorific and title. ``first`` and ``last`` are its word indices, inclusive."""

    span: Span
    words: Phrase
    first: int
    last: int
    sort: Sort
    title: Span | None = None
    """The title or description that stands before it in the same run or noun phrase."""
    gender: Gender | None = None
    possessive: bool = False


def mentions(words: Words, language: str = "en") -> tuple[Mention, ...]:
    """Every name in a text, in order; places and bodies that belong to a title are given too."""
    known = lexicon(language)
    found: list[Mention] = []
    lower = {t.text for t in words.tokens if t.text.islower()}
    inner = {t.lower for t in words.tokens if t.capital and not t.opens}
    for first, last in runs(words, known, lower, inner):
        found.extend(_Run(words, known, first, last).mentions())
    return tuple(_by_use(words, known, found))


def _by_use(words: Words, known: Lexicon, found: list[Mention]) -> Iterator[Mention]:
    """Places that no table knows: they stand after "in", or an adjective is made from them (Norvania, Norvanian)."""
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
        if mention.sort != "unknown" and not (mention.sort == "person" and mention.title is None):
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


def _cut(words: Words, mention: Mention, first: int, last: int, sort: Sort) -> Mention:
    tokens = words.tokens[first : last + 1]
    plain = tuple(bare(t.text) for t in tokens)
    span = Span(tokens[0].start, tokens[-1].end)
    gender = lexicon().given.get(plain[0]) if sort == "person" else None
    return replace(mention, span=span, words=plain, first=first, last=last, sort=sort, gender=gender)


def stem(word: str) -> str:
    """What a land and the adjective made from it share: Norvania, Norvanian."""
    return _ENDING.sub("", word) if len(word) > 4 else word


@dataclass(slots=True)
class _Run:
    """One capitalised run, cut from left to right."""

    all: Words
    known: Lexicon
    first: int
    last: int

    def mentions(self) -> Iterator[Mention]:
        at, title = self.first, -1
        while at <= self.last:
            length = self._longest(at, self.known.places)
            if (body := self._body_end(at)) >= at + length:
                yield self._mention(at, body, "body", -1)
                at = body + 1
            elif length and not self._names_person(at, length):
                yield self._mention(at, at + length - 1, "place", -1)
                at += length
            elif self.all.tokens[at].text in self.known.connectors:
                at += 1
            elif length := self._title(at):
                title = title if title >= 0 else at
                at += length
            elif title >= 0 and (after := self._past_complement(at)) > at:
                at = after
            else:
                end = self._name_end(at)
                if not self._is_office(at, end):
                    yield self._named(at, end, title)
                at, title = end + 1, -1

    def _past_complement(self, at: int) -> int:
        """Past what an office is of or for: "Deputy Minister for Legal Affairs", "Leader of the Islamic Revolution"."""
        tokens, known = self.all.tokens, self.known
        before = at - 1
        while before > 0 and (bare(tokens[before].text),) in known.demonyms:
            before -= 1
        if tokens[before].text not in known.connectors:
            return at
        whole = self._name_end(at) == at and bare(tokens[at].text) not in known.given
        alone = whole and before > 0 and [t.text for t in tokens[before - 1 : before + 1]] == ["of", "the"]
        return next((i + 1 for i in range(at, self.last) if bare(tokens[i].text) in known.portfolios), at + alone)

    def _names_person(self, at: int, length: int) -> bool:
        """Whether a place's name is a given name here: Chad Lund, Jordan Holt."""
        if length > 1 or at == self.last or bare(self.all.tokens[at].text) not in self.known.given:
            return False
        after = bare(self.all.tokens[at + 1].text)
        other = (after,) in self.known.places or after in self.known.body_heads or self._title(at + 1) > 0
        return not other

    def _longest(self, at: int, phrases: set[Phrase]) -> int:
        top = min(self.last - at + 1, _LONGEST)
        words = tuple(bare(t.text) for t in self.all.tokens[at : at + top])
        return next((n for n in range(top, 0, -1) if words[:n] in phrases), 0)

    def _title(self, at: int) -> int:
        """How many words of title, honorific, demonym or title modifier begin here."""
        known = self.known
        length = max(self._longest(at, known.honorifics), self._longest(at, known.roles))
        if length:
            return length if at + length - 1 < self.last or (bare(self.all.tokens[at].text),) in known.roles else 0
        if length := self._longest_demonym(at):
            return length
        return int(bare(self.all.tokens[at].text) in known.role_modifiers and self._role_follows(at + 1))

    def _longest_demonym(self, at: int) -> int:
        top = min(self.last - at + 1, 3)
        words = tuple(bare(t.text) for t in self.all.tokens[at : at + top])
        return next((n for n in range(top, 0, -1) if words[:n] in self.known.demonyms), 0)

    def _role_follows(self, at: int) -> bool:
        tokens = self.all.tokens
        while at < len(tokens) and bare(tokens[at].text) in self.known.role_modifiers:
            at += 1
        word = (bare(tokens[at].text),) if at < len(tokens) else ()
        return word in self.known.roles or word in self.known.honorifics

    def _body_end(self, at: int) -> int:
        """The last word of a body's name that begins here, or -1."""
        known, tokens = self.known, self.all.tokens
        length = self._longest(at, known.known_bodies)
        word = bare(tokens[at].text)
        if length and not (length == 1 and word in known.role_modifiers and self._role_follows(at + 1)):
            return self._body_tail(at + length - 1)
        if tokens[at].text in known.acronyms:
            return at
        for i in range(at, self.last + 1):
            word = bare(tokens[i].text)
            if word in known.body_heads and self._is_head(at, i):
                return -1 if word in known.role_modifiers and self._role_follows(i + 1) else self._body_tail(i)
            if tokens[i].text == "for" and i - at >= 2:
                return self.last
            if tokens[i].text in known.connectors or self._titles_alone(word):
                return -1
        return -1

    def _is_head(self, at: int, i: int) -> bool:
        """One head word alone is a body only where that is its name, or where "of …" follows."""
        tokens = self.all.tokens
        followed = i < self.last and tokens[i + 1].text in ("of", "for", "on")
        return i > at or followed or bare(tokens[i].text) in self.known.single_bodies

    def _titles_alone(self, word: str) -> bool:
        titled = (word,) in self.known.honorifics or (word,) in self.known.roles
        return titled and word not in self.known.role_modifiers

    def _body_tail(self, end: int) -> int:
        """Takes in "of …" and further head words, up to a title or a given name."""
        tokens = self.all.tokens
        at = end + 1
        if at <= self.last and tokens[at].text in ("of", "for", "on"):
            at += 1
            while at <= self.last and not self._titles_alone(bare(tokens[at].text)) and not self._person_begins(at):
                at += 1
            while not tokens[at - 1].capital:
                at -= 1
            return at - 1
        while at <= self.last and bare(tokens[at].text) in self.known.body_heads:
            at += 1
        return at - 1

    def _is_office(self, at: int, end: int) -> bool:
        """Whether the words are an office after all: "Senior Research Scholar"."""
        tokens = self.all.tokens
        given = bare(tokens[at].text) in self.known.given
        return end > at and not given and (bare(tokens[end].text),) in self.known.roles

    def _person_begins(self, at: int) -> bool:
        return bare(self.all.tokens[at].text) in self.known.given and at < self.last

    def _name_end(self, at: int) -> int:
        """The last word of a person's or unknown name that begins here."""
        end = at
        while end < self.last and not self._stops(end + 1):
            end += 1
        return end

    def _stops(self, at: int) -> bool:
        """Whether a title begins inside the run: "Total Chief Executive Officer Anna Lund"."""
        token, tokens = self.all.tokens[at], self.all.tokens
        if token.text in self.known.connectors:
            return True
        word = bare(token.text)
        suffixed = at < self.last and bare(tokens[at + 1].text) in self.known.suffixes
        titled = (word,) in self.known.honorifics or (word,) in self.known.roles
        if at == self.last or suffixed or word in self.known.given:
            return False
        return titled or (word in self.known.role_modifiers and self._role_follows(at + 1))

    def _named(self, first: int, last: int, title: int) -> Mention:
        tokens = self.all.tokens
        while last > first and bare(tokens[last].text) in self.known.suffixes:
            last -= 1
        word = bare(tokens[first].text)
        is_person = self._titled(title, first) or (word in self.known.given and last > first)
        if first == last and tokens[first].text.isupper() and 2 <= len(tokens[first].text) <= 6 and title < 0:
            return self._mention(first, last, "body", -1)
        return self._mention(first, last, "person" if is_person else "unknown", title)

    def _titled(self, title: int, first: int) -> bool:
        words = [(bare(t.text),) for t in self.all.tokens[title:first]] if title >= 0 else []
        return any(w in self.known.honorifics or w in self.known.roles for w in words)

    def _mention(self, first: int, last: int, sort: Sort, title: int) -> Mention:
        tokens = self.all.tokens
        words = tuple(bare(t.text) for t in tokens[first : last + 1])
        before = Span(tokens[title].start, tokens[first - 1].end) if 0 <= title < first else None
        shown = tuple(bare(t.text) for t in tokens[title:first]) if before else ()
        hint = self.known.given.get(words[0]) if sort in ("person", "unknown") else None
        gender = self.known.gender_of(reversed(shown)) or hint
        return Mention(
            span=Span(tokens[first].start, tokens[last].end),
            words=words,
            first=first,
            last=last,
            sort=sort,
            title=before,
            gender=gender,
            possessive=tokens[last].possessive,
        )
