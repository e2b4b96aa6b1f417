"""What the reader model takes each word for: part of a person's name, of a body's or of a place's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.models.reader.scan import Entity, EntityKind
from onrecord.resolution.lexicon import Phrase, bare, lexicon
from onrecord.resolution.tokens import Token, Words


class Tagged(NamedTuple):
    """A name by its first and last word."""

    first: int
    last: int
    kind: EntityKind


class Tags:
    """Kinds of words by their index. A name that the model tears apart is whole where a word holds it together."""

    def __init__(self, words: Words, entities: Sequence[Entity] = ()) -> None:
        self._tokens = words.tokens
        self._names: list[Tagged] = []
        self._number: dict[int, int] = {}
        for entity in entities:
            self._take(words, entity)
        self._bodies = {body.first: body for name in self._names if (body := self._body(name))}
        self.surnames = {
            bare(self._tokens[n.last].text) for n in self._names if n.kind == "person" and n.last > n.first
        }
        self._votes: dict[Phrase, Counter[EntityKind]] = defaultdict(Counter)
        for name in self._names:
            self._votes[self._plain(name)][name.kind] += 1

    def _take(self, words: Words, entity: Entity) -> None:
        """Notes the words that an entity covers, even in part ("-Hossein Lund" of "Ali-Hossein Lund")."""
        inside = words.touching(entity.span)
        if not inside:
            return
        first, last, kind = inside[0], inside[-1], entity.kind
        while kind == "person" and last - first > 1 and self._is_before(first):
            first += 1  # "the envoy for Norvania Karl Lund"
        last = next((i - 1 for i in range(first + 1, last + 1) if self._tokens[i].gap == "  "), last)
        number = self._number.get(first)
        if number is None:
            number = len(self._names)
            self._names.append(Tagged(first, last, kind))
        else:
            before = self._names[number]
            self._names[number] = Tagged(before.first, last, kind if before.first == first else before.kind)
        self._number.update(dict.fromkeys(range(first, last + 1), number))

    def _is_before(self, at: int) -> bool:
        """Whether a word belongs to what stands before a person: a land, or what an office is of."""
        known, word = lexicon(), bare(self._tokens[at].text)
        land = (word,) in known.places or (word,) in known.demonyms
        office = word in known.topics or word in known.portfolios or word in known.role_modifiers
        return word not in known.given and (land or office)

    def _body(self, name: Tagged) -> Tagged | None:
        """A body's name that can be believed: it has a body's word in it, or small words between its capitals."""
        tokens, known, (first, last, kind) = self._tokens, lexicon(), name
        while first < last and (not tokens[first].capital or tokens[first].lower in known.determiners):
            first += 1
        while last > first and not tokens[last].capital:
            last -= 1
        if kind != "organisation" or first == last or self._holds_person(tokens[first : last + 1]):
            return None
        inside = [bare(t.text) for t in tokens[first : last + 1]]
        small = any(t.text in known.connectors for t in tokens[first:last])
        return Tagged(first, last, kind) if small or not known.body_heads.isdisjoint(inside) else None

    def _holds_person(self, tokens: Sequence[Token]) -> bool:
        known, plain = lexicon(), [bare(t.text) for t in tokens]
        titled = any((word,) in known.honorifics or (word,) in known.roles for word in plain)
        return titled or not known.given.keys().isdisjoint(plain[1:])

    def _plain(self, name: Tagged) -> Phrase:
        return tuple(bare(t.text) for t in self._tokens[name.first : name.last + 1])

    def name_at(self, at: int) -> Tagged | None:
        """The name that a word belongs to."""
        number = self._number.get(at)
        return None if number is None else self._names[number]

    def begins_person(self, at: int) -> bool:
        """Whether a person's name of several words begins with a word."""
        name = self.name_at(at)
        return name is not None and name.kind == "person" and name.first == at < name.last

    def body_end(self, at: int) -> int:
        """The last word of a body's name of several words that begins with a word, or -1."""
        return self._bodies[at].last if at in self._bodies else -1

    def joins(self, one: int, other: int) -> bool:
        """Whether two words belong to one body's name that can be believed."""
        name = self.name_at(one)
        body = self._body(name) if name else None
        return body is not None and body.first <= one <= body.last and body.first <= other <= body.last

    def is_person(self, words: Phrase) -> bool:
        """Whether the model mostly takes a name for a person's."""
        return self.vote(words) == "person"

    def vote(self, words: Phrase) -> EntityKind | None:
        """What the model mostly takes a name for, over the whole article; None where it is split."""
        counted = self._votes.get(words)
        if not counted:
            return None
        (kind, most), *others = counted.most_common(2)
        return kind if not others or most > others[0][1] else None
