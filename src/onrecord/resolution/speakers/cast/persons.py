"""Persons by their names: full ones, surnames, given names, parts and spellings of them."""

from __future__ import annotations

import re
from collections import defaultdict

from rapidfuzz import fuzz

from onrecord.model import Span
from onrecord.resolution.lexicon import Phrase, lexicon
from onrecord.resolution.speakers.cast.member import MOST, Member, shown
from onrecord.resolution.speakers.names import Mention
from onrecord.resolution.tokens import Words

_SPELLED = 6
"""Letters from which on two surnames can be spellings of one."""
_ALIKE = 80.0
"""How much of 100 two spellings of one surname have in common (normalised Indel similarity)."""
_ALIKE_GIVEN = 87.0
"""The same for given names, which many share in part."""
_PREFIXES = ("al-", "el-", "al‑", "ad-", "ar-", "as-")


class Persons:
    """The persons of an article as they are met. New ones are added to ``members``, the whole cast."""

    def __init__(self, words: Words, members: list[Member]) -> None:
        self.words, self.members = words, members
        self.by_words: dict[Phrase, Member] = {}
        self._by_last: dict[str, list[Member]] = defaultdict(list)
        self._by_first: dict[str, list[Member]] = defaultdict(list)
        self._by_part: dict[str, list[Member]] = defaultdict(list)
        self._by_letter: dict[str, dict[str, None]] = defaultdict(dict)

    def in_full(self, mention: Mention) -> Member:
        """The person whom a name of several words means."""
        words = mention.words
        for member in self._by_last.get(_last(words), ())[-MOST:]:
            if _same(member.words, words):
                self._fuller(member, mention)
                return member
        for member in self._by_first.get(words[0], ())[-MOST:]:
            if len(member.words) > 1 and set(member.words) < set(words):
                self._fuller(member, mention)
                self._index(member)
                return member
        for member in self._by_part.get(_last(words), ())[-MOST:]:
            if set(words) <= set(member.words):
                self.by_words[words] = member
                return member
        member = self.new(mention)
        self._by_first[words[0]].append(member)
        self._index(member)
        return member

    def new(self, mention: Mention) -> Member:
        """Somebody not met so far."""
        member = Member("person", mention.words, shown(self.words.text[slice(*mention.span)], person=True))
        self.members.append(member)
        if len(mention.words) == 1:
            self._by_last[_last(mention.words)].append(member)
            self.by_words[mention.words] = member
        return member

    def by_surname(self, word: str) -> list[Member]:
        """The persons of a surname."""
        return self._by_last.get(word, [])[-MOST:]

    def called(self, mention: Mention) -> list[Member]:
        """The persons whose surname it is, or a part of it, or given name; else whose surname is spelled alike."""
        word = _last(mention.words)
        by_name = mention.sort == "person" or word in lexicon().given
        fits = self._by_last.get(word) or (self._by_first.get(word) if by_name else None) or self._by_part.get(word)
        if fits or mention.sort not in ("person", "unknown") or len(word) < _SPELLED:
            return list(fits or ())[-MOST:]
        alike = [last for last in list(self._by_letter[word[0]])[-MOST:] if fuzz.ratio(last, word) >= _ALIKE]
        found = [m for last in alike for m in self._by_last[last]]
        return found if len(found) == 1 and len(found[0].words) > 1 else []

    def fill(self, member: Member, span: Span, words: Phrase, first: int) -> None:
        """Gives a person of whom only the surname was known the name in full."""
        gender = lexicon().given.get(words[0])
        mention = Mention(span=span, words=words, first=first, last=first + 1, sort="person", gender=gender)
        member.words, member.name = words, shown(self.words.text[slice(*span)], person=True)
        member.mentions.append(mention)
        self.by_words[words] = member
        if gender:
            member.genders[gender] += 1

    def _index(self, member: Member) -> None:
        last = _last(member.words)
        self._by_last[last].append(member)
        self._by_letter[last[0]][last] = None
        for part in _parts(member.words):
            self._by_part[part].append(member)
        self.by_words[member.words] = member

    def _fuller(self, member: Member, mention: Mention) -> None:
        name = self.words.text[slice(*mention.span)]
        given = lexicon().given
        self.by_words[mention.words] = member
        if member.words[0] in given and mention.words[0] not in given and len(mention.words[0]) > 2:
            return  # "Crooked Anna Lund" is no fuller name
        spelled = member.words == mention.words and member.name.isascii() and not name.isascii()
        longer = len(name) > len(member.name) and member.words != mention.words
        if len(mention.words) > len(member.words) or longer or spelled:
            member.words, member.name = mention.words, shown(name, person=True)


def _parts(words: Phrase) -> set[str]:
    """By which a person may be called besides the surname: the middle of a long name, or half of a double one."""
    parts = {*words[1:-1], *re.split("[-‐‑]", words[-1])} - {words[-1]}
    return {w for w in parts if len(w) > 2 and w not in lexicon().particles}


def _last(words: Phrase) -> str:
    word = words[-1]
    return next((word[len(p) :] for p in _PREFIXES if word.startswith(p)), word)


def _same(known: Phrase, other: Phrase) -> bool:
    """Whether two names of one surname are one person's: the shorter is inside the longer, or initials fit."""
    short, long = sorted((known[:-1], other[:-1]), key=len)
    if not short:
        return True
    at = 0
    for word in short:
        while at < len(long) and not (word == long[at][:1] or long[at] == word[:1] or _spells(word, long[at])):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _spells(word: str, other: str) -> bool:
    """Whether two given names are one or spellings of one; one with another ending is mostly another's: Ida, Idar."""
    if word == other:
        return True
    long = min(len(word), len(other)) >= _SPELLED and word[0] == other[0] and word[-1] == other[-1]
    return long and fuzz.ratio(word, other) >= _ALIKE_GIVEN
