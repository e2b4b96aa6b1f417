"""Bodies and lands by their names: in full, by initials, by what stands at the beginning or the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.resolution.lexicon import Phrase, bare, lexicon, phrase
from onrecord.resolution.speakers.cast.member import MOST, Member, shown
from onrecord.resolution.speakers.initials import initials_of, spelled_out
from onrecord.resolution.speakers.names import Mention, follows_the
from onrecord.resolution.tokens import Words


class Bodies:
    """The bodies and lands of an article as they are met. New ones are added to ``members``, the whole cast."""

    def __init__(self, words: Words, members: list[Member], found: Sequence[Mention]) -> None:
        self.words, self.members = words, members
        self.by_words: dict[Phrase, Member] = {}
        self._lands: dict[str, Member] = {}
        self._by_head: dict[str, list[Member]] = defaultdict(list)
        self._initials = _initials(words, found)
        self._fuller: dict[Member, Member] = {}

    def has_initials(self, word: str) -> bool:
        """Whether initials stand for a body of the article."""
        return word in self._initials

    def whole(self, member: Member) -> Member:
        """The member under whose name another one goes."""
        return self._fuller.get(member, member)

    def ending(self, word: str) -> tuple[Member, ...]:
        """The bodies whose names begin or end with a word, or are headed by it."""
        return tuple(dict.fromkeys(map(self.whole, self._by_head.get(word, ())[-MOST:])))

    def of(self, mention: Mention) -> Member:
        """The body or land that a name means."""
        words = mention.words
        long = self._initials.get(words[0]) if len(words) == 1 else None
        if long is not None:
            self.by_words[words] = self.of(long)
        elif words not in self.by_words:
            self.by_words[words] = self._land(mention) or self._new(mention)
        member, name = self.by_words[words], self.words.text[slice(*mention.span)]
        if member.words == words and name.istitle() and member.name.isupper():
            member.name = name  # "OSLO – Oslo hopes so"
        return member

    def _land(self, mention: Mention) -> Member | None:
        """A country that was met by another of its names; it is shown by the fullest."""
        country = lexicon().countries.get(mention.words)
        member = self._lands.get(country.name) if country is not None else None
        if country is not None and member is not None and mention.words == phrase(country.name):
            member.words, member.name = mention.words, self.words.text[slice(*mention.span)]
        return member

    def _new(self, mention: Mention) -> Member:
        member = Member(mention.sort, mention.words, shown(self.words.text[slice(*mention.span)]))
        self.members.append(member)
        for word in {mention.words[0], mention.words[-1], head_of(mention.words)}:
            self._by_head[word].append(member)
        country = lexicon().countries.get(mention.words)
        if country is not None:
            self._lands[country.name] = member
        return member

    def short(self, mention: Mention) -> Member | None:
        """The one body whose name ends so, if "the" stands before it, or begins so: "the Register", "Lund"."""
        word = mention.words[0]
        named = [m for m in self._by_head.get(word, ())[-MOST:] if m.sort == "body" and len(m.words) > 1]
        if follows_the(self.words, mention):
            met = [m for m in named if m.mentions[0].span.start < mention.span.start]
            ends = [m for m in met if word in (m.words[-1], head_of(m.words))]
            if len(ends) == 1:
                return ends[0]
        if mention.sort == "place" or word in lexicon().given or (word,) in lexicon().demonyms:
            return None
        begins = [m for m in named if m.words[0] == word]
        return begins[0] if len(begins) == 1 else None

    def join(self) -> None:
        """A body whose name is all in one fuller name with the same head is that body: the Lund High Court of Oslo."""
        heads: dict[str, list[Member]] = defaultdict(list)
        for member in self.members:
            if member.sort == "body" and len(member.words) > 1 and member.mentions:
                heads[head_of(member.words)].append(member)
        for of in heads.values():
            for short in of[:MOST] if len(of) > 1 else ():
                if (fuller := _fullest(short, of[:MOST])) is not None:
                    self._fuller[short] = fuller
        for short in self._fuller:
            while self._fuller[short] in self._fuller:
                self._fuller[short] = self._fuller[self._fuller[short]]
            self._fuller[short].mentions.extend(short.mentions)
        self.members[:] = [m for m in self.members if m not in self._fuller]


def head_of(words: Phrase) -> str:
    """The word that says what a body is: "observatory" of the Norvan Observatory for Rights."""
    joint = next((i for i, w in enumerate(words) if w in ("of", "for", "on") and i), len(words))
    return words[joint - 1]


def _fullest(short: Member, others: list[Member]) -> Member | None:
    """The one body whose name holds another's; of two spellings of it ("Lund Court", "Court of Lund") the longer."""
    small = lexicon().connectors
    own = set(short.words) - small
    fuller = [m for m in others if m is not short and own <= set(m.words)]
    fuller = [m for m in fuller if (len(m.words), m.name) > (len(short.words), short.name)]
    if not fuller or len({frozenset(set(m.words) - small) for m in fuller}) > 1:
        return None
    return max(fuller, key=lambda m: (len(m.words), m.name))


def _initials(words: Words, found: Sequence[Mention]) -> dict[str, Mention]:
    """Initials and the body that they stand for: told in brackets, else had by one body alone."""
    bodies = [m for m in found if m.sort == "body" and len(m.words) > 1]
    ends = {m.last: m for m in bodies}
    had: dict[str, dict[Phrase, Mention]] = defaultdict(dict)
    for mention in bodies:
        had[initials_of(mention.words)].setdefault(mention.words, mention)
    short = {letters: next(iter(of.values())) for letters, of in had.items() if len(of) == 1 and len(letters) > 1}
    loose = {bare(words.tokens[m.last + 1].text): m for m in bodies if _is_followed_by_short(words, m)}
    brackets = spelled_out(words.tokens).items()
    told = {bare(words.tokens[at].text): ends[last] for at, (_, last) in brackets if last in ends}
    return short | loose | told


def _is_followed_by_short(words: Words, mention: Mention) -> bool:
    """Whether another name of a body follows in brackets: the Federal Bureau of Norvania (NSB)."""
    after = words.tokens[mention.last + 1 : mention.last + 3]
    if not after or after[0].gap != " (" or not after[0].capital:
        return False
    closed = len(after) < 2 or after[1].gap.startswith(")")
    return closed and after[0].lower[0] == mention.words[0][0] and len(after[0].text) > 1
