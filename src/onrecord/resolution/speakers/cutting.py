"""Runs of capitalised words cut into titles, places, bodies and persons, from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.model import Span
from onrecord.resolution.lexicon import Gender, Lexicon, Phrase, bare
from onrecord.resolution.speakers.tags import Tags
from onrecord.resolution.tokens import Words

Sort: TypeAlias = Literal["person", "body", "place", "unknown"]
HELD = ("-led", "-backed", "-based", "-owned", "-run", "-controlled", "-affiliated", "-funded", "-linked", "-born")
"""What stands before a name and says whose it is: "the Norvan-led Lund Forces"."""
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


@dataclass(slots=True)
class Run:
    """One capitalised run, cut from left to right."""

    all: Words
    known: Lexicon
    tags: Tags
    first: int
    last: int

    def mentions(self) -> Iterator[Mention]:
        """The names of the run, in order."""
        at, title = self.first, -1
        while at <= self.last:
            mention, after = self._known(at, title)
            if mention is not None:
                yield mention
                title = -1 if mention.sort == "person" else title
                at = after
            elif self._word(at) in self.known.connectors or self._word(at).endswith(HELD):
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

    def _word(self, at: int) -> str:
        return self.all.tokens[at].text

    def _known(self, at: int, title: int) -> tuple[Mention | None, int]:
        """A name that begins here and that the model sees or a table knows, and where it is over."""
        length = self._longest(at, self.known.places)
        if self._word(at).endswith(HELD):
            return None, at
        if (end := self._tagged_end(at)) > at and not self._titles_alone(bare(self._word(at))):
            return self._mention(at, end, "person", title), end + 1
        end = max(min(self.tags.body_end(at), self.last), self._body_end(at))
        if end >= at + max(length, 1) or (end == at and not length):
            return self._mention(at, end, "body", -1), end + 1
        if length and not self._names_person(at, length):
            return self._mention(at, at + length - 1, "place", -1), at + length
        return None, at

    def _tagged_end(self, at: int) -> int:
        """The last word of a person's name of several words that the model sees here, or -1."""
        name = self.tags.name_at(at)
        if name is None or name[2] != "person" or name[1] <= at:
            return -1
        end = min(name[1], self.last)
        while end < self.last and (other := self.tags.name_at(end + 1)) and other.kind == "person":
            end = min(other.last, self.last)
        tokens = self.all.tokens[end : min(end + 2, self.last + 1)]
        return self._name_end(end) if any(t.text in self.known.particles for t in tokens) else end

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
            return self._body_tail(at)
        for i in range(at, self.last + 1):
            word = bare(tokens[i].text)
            if (word in known.body_heads or word.removesuffix("s") in known.body_heads) and self._is_head(at, i):
                return -1 if word in known.role_modifiers and self._role_follows(i + 1) else self._body_tail(i)
            if tokens[i].text == "for" and i - at >= 2:
                return self.last
            titled = self._titles_alone(word) and not tokens[i].possessive
            if tokens[i].text in known.connectors or titled or (i > at and self.tags.begins_person(i)):
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
        outlet = (bare(tokens[end].text),) in self.known.outlets
        while at <= self.last and (bare(tokens[at].text) in self.known.body_heads or (outlet and self._is_land(at))):
            at += 1
        return at - 1

    def _is_land(self, at: int) -> bool:
        """Whether a word tells an outlet's edition: NPA Norvania, NPA Norvan."""
        word = (bare(self.all.tokens[at].text),)
        return word in self.known.places or word in self.known.demonyms

    def _is_office(self, at: int, end: int) -> bool:
        """Whether the words are an office after all: "Senior Research Scholar"."""
        tokens = self.all.tokens
        given = bare(tokens[at].text) in self.known.given
        seen = self.tags.name_at(at) is not None
        return (
            end > at
            and not given
            and not seen
            and tokens[end].gap != "/"
            and (bare(tokens[end].text),) in self.known.roles
        )

    def _person_begins(self, at: int) -> bool:
        return at < self.last and (bare(self.all.tokens[at].text) in self.known.given or self.tags.begins_person(at))

    def _name_end(self, at: int) -> int:
        """The last word of a person's or unknown name that begins here."""
        end = at
        while end < self.last and not self._stops(end + 1):
            end += 1
        return end

    def _stops(self, at: int) -> bool:
        """Whether a title begins inside the run: "Total Chief Executive Officer Anna Lund"."""
        token, tokens = self.all.tokens[at], self.all.tokens
        word = bare(token.text)
        if token.text in self.known.connectors:
            return True
        before = bare(tokens[at - 1].text)
        if self.tags.begins_person(at) and token.capital and before not in self.known.given:
            return True
        topic = before in self.known.topics or before in self.known.portfolios
        seen = self.tags.name_at(at)
        person = seen is not None and seen.first == at and seen.kind == "person"
        if topic and (person or word.partition("-")[0] in self.known.given or self._follows_office(at - 1)):
            return True  # "Minister of Trade Anna Lund"
        suffixed = at < self.last and bare(tokens[at + 1].text) in self.known.suffixes
        titled = (word,) in self.known.honorifics or (word,) in self.known.roles
        if at == self.last or suffixed or word in self.known.given:
            return False
        return titled or (word in self.known.role_modifiers and self._role_follows(at + 1))

    def _follows_office(self, at: int) -> bool:
        """Whether a word is what an office of the same run is of: "Minister of Land and Trade"."""
        before = self.all.tokens[max(self.first, at - 4) : at]
        return (
            any(t.text in ("of", "for") for t in before)
            and (bare(self.all.tokens[self.first].text),) in self.known.roles
        )

    def _named(self, first: int, last: int, title: int) -> Mention:
        tokens = self.all.tokens
        while last > first and bare(tokens[last].text) in self.known.suffixes:
            last -= 1
        word = bare(tokens[first].text)
        is_person = self._titled(title, first) or (word in self.known.given and last > first)
        if first == last and "." in tokens[first].text[1:-1] and len(word) > 3:
            return self._mention(first, last, "body", -1)  # an address of the web
        if first == last and tokens[first].text.isupper() and 2 <= len(tokens[first].text) <= 6 and title < 0:
            return self._mention(first, last, "body", -1)
        return self._mention(first, last, "person" if is_person else "unknown", title)

    def _is_regal(self, at: int) -> bool:
        """Whether a title makes a name of the given name behind it: Pope Karl, Queen Ida."""
        return at >= self.first and bare(self.all.tokens[at].text) in self.known.regal

    def _titled(self, title: int, first: int) -> bool:
        words = [(bare(t.text),) for t in self.all.tokens[title:first]] if title >= 0 else []
        return any(w in self.known.honorifics or w in self.known.roles for w in words)

    def _mention(self, first: int, last: int, sort: Sort, title: int) -> Mention:
        tokens = self.all.tokens
        named = last - first > 1 or not self._word(last).isupper() or bare(self._word(first)) not in self.known.given
        while sort == "person" and named and last > first and bare(tokens[last].text) in self.known.suffixes:
            last -= 1
        while sort == "body" and first < last and tokens[first].text.endswith(HELD):
            first += 1
        if sort == "person" and first == last and title < first and self._is_regal(first - 1):
            first -= 1
        words = tuple(bare(t.text) for t in tokens[first : last + 1])
        before = Span(tokens[title].start, tokens[first - 1].end) if 0 <= title < first else None
        shown = tuple(bare(t.text) for t in tokens[title:first]) if before else ()
        hint = (
            self.known.given.get(words[-1] if words[0] in self.known.regal else words[0])
            if sort in ("person", "unknown")
            else None
        )
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
