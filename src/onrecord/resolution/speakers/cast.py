"""Who is who in an article: the mentions of one person or body gathered under the fullest name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.model import Span
from onrecord.resolution.lexicon import Gender, Phrase, bare, lexicon
from onrecord.resolution.speakers import roles
from onrecord.resolution.speakers.names import Mention, Sort, follows_the, mentions
from onrecord.resolution.speakers.roles import Role
from onrecord.resolution.tokens import Words

_MET = 100
_PREFIXES = ("al-", "el-", "al‑", "ad-", "ar-", "as-")


@dataclass(slots=True, eq=False)
class Member:
    """One person, body or place of the article. Compared by identity."""

    sort: Sort
    words: Phrase
    name: str
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    genders: Counter[Gender] = field(default_factory=Counter)
    evidence: bool = False
    """Whether anything but capitals says that this is a person."""

    lands: frozenset[str] = frozenset()
    """The countries of "President Karl Lund of Norvania"."""
    full: Span = field(default_factory=lambda: Span(0, 0))
    """The first mention by the fullest name."""
    human: bool = False
    """Whether ", who" follows the name somewhere."""

    @property
    def gender(self) -> Gender | None:
        """The gender that most of what is said of the person shows."""
        male, female = self.genders["male"], self.genders["female"]
        return None if male == female else ("male" if male > female else "female")

    @property
    def strong(self) -> bool:
        """Whether a given name, a title or a description shows that this is a person."""
        named = len(self.words) > 1 and self.words[0] in lexicon().given
        titled = bool(self.roles) or any(m.title for m in self.mentions[:5])
        return self.sort == "person" and (named or titled or self.human)

    @property
    def titles(self) -> tuple[Role, ...]:
        """The roles that say what the person is, not how he or she stands to another."""
        return tuple(r for r in self.roles if not r.heads <= lexicon().weak_roles)

    @property
    def countries(self) -> frozenset[str]:
        """The countries named in the person's roles, or after the name."""
        return self.lands | frozenset(c for r in self.roles for c in r.countries)


class Cast:
    """Every member of an article, and which mention is whose.

    ``sources``: where the article attributes words; a capitalised run there is a person or body.
    """

    def __init__(self, words: Words, sources: Iterable[Span] = ()) -> None:
        self.words = words
        self.mentions = mentions(words)
        self._starts = [m.span.start for m in self.mentions]
        self.members: list[Member] = []
        self._of: dict[Span, Member] = {}
        self._doubts: dict[Span, tuple[Member, ...]] = {}
        self._by_last: dict[str, list[Member]] = defaultdict(list)
        self._by_first: dict[str, list[Member]] = defaultdict(list)
        self._by_words: dict[Phrase, Member] = {}
        self._full_names: dict[tuple[int, int], int] = {}
        self._by_head: dict[str, list[Member]] = defaultdict(list)
        self._spoken = {edge for s in sources for edge in s}
        for mention in self.mentions:
            self._gather(mention)
        for mention in self.mentions:
            self._attach(mention)
        self._read_headlines()
        for member in self.members:
            member.mentions.sort(key=lambda m: m.span)
            member.full = next((m for m in member.mentions if m.words == member.words), member.mentions[0]).span
        self.persons = sorted((m for m in self.members if m.sort == "person"), key=lambda m: m.mentions[0].span)
        self._person_starts = [m.mentions[0].span.start for m in self.persons]

    def of(self, mention: Mention) -> Member | None:
        """Whose mention this is; None where it can't be said."""
        return self._of.get(mention.span)

    def doubts(self, mention: Mention) -> tuple[Member, ...]:
        """Whose it could be, where it can't be said."""
        return self._doubts.get(mention.span, ())

    def within(self, span: Span) -> range:
        """Indices of the mentions that begin inside a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def in_words(self, text: str) -> list[Member]:
        """The persons whose full names stand in a text, whatever its capitals."""
        plain = f" {' '.join(bare(w) for w in text.replace(',', ' ').replace(':', ' ').split())} "
        return [m for m in self.persons[:_MET] if f" {' '.join(m.words)} " in plain]

    def met(self, at: int) -> list[Member]:
        """The persons named before a place: the latest hundred, so that a list of names costs no more than a text."""
        return self.persons[: bisect_left(self._person_starts, at)][-_MET:]

    def ending(self, word: str) -> tuple[Member, ...]:
        """The bodies whose names begin or end with a word, or are headed by it."""
        return tuple(self._by_head.get(word, ()))

    def speaks(self, mention: Mention) -> bool:
        """Whether a mention begins or ends the words of a source."""
        return mention.span.start in self._spoken or mention.span.end in self._spoken

    def speaks_alone(self, mention: Mention) -> bool:
        """Whether a source is this name and nothing else."""
        return mention.span.start in self._spoken and mention.span.end in self._spoken

    def named(self, words: Phrase) -> tuple[Member, ...]:
        """The members that a name could mean, whatever its capitals: for headlines."""
        if words in self._by_words:
            return (self._by_words[words],)
        return tuple(self._by_last.get(words[-1], ())) if words else ()

    # ── names of several words, bodies and places first ──

    def _gather(self, mention: Mention) -> None:
        if mention.sort == "place" or (mention.sort == "body" and not self._shouted(mention)):
            self._keep(self._body(mention), mention)
        elif len(mention.words) > 1:
            self._keep(self._person(mention), mention)

    def _shouted(self, mention: Mention) -> bool:
        """Whether it may be a surname in capitals ("LUND: Good evening") rather than initials."""
        word = self.words.tokens[mention.first].text
        return (
            mention.first == mention.last
            and word.isupper()
            and word.isalpha()
            and word not in lexicon().acronyms
            and len(word) > 3
        )

    def _keep(self, member: Member, mention: Mention) -> None:
        self._of[mention.span] = member
        member.mentions.append(mention)
        if member.sort == "person":
            self._learn(member, mention)
        if len(mention.words) > 1:
            line = self.words.line_at(mention.span.start)
            self._full_names.setdefault((id(member), line), mention.span.start)

    def _learn(self, member: Member, mention: Mention) -> None:
        spans = (roles.before(self.words, mention), roles.after(self.words, mention))
        found = [r for s in spans if s and (r := roles.role(self.words, s))]
        member.roles.extend(found[: max(0, 8 - len(member.roles))])
        if mention.gender:
            member.genders[mention.gender] += 1
        for role in found:
            if gender := lexicon().gender_of(role.heads):
                member.genders[gender] += 1
        member.lands |= roles.land_after(self.words, mention)
        member.human = member.human or roles.is_followed_by_who(self.words, mention)
        member.evidence = member.evidence or mention.sort == "person" or bool(found) or self.speaks(mention)

    def _body(self, mention: Mention) -> Member:
        if alias := self._spelled_out(mention):
            self._by_words[mention.words] = alias
            return alias
        if mention.words not in self._by_words:
            member = self._by_words[mention.words] = self._new(mention.sort, mention)
            for word in {mention.words[0], mention.words[-1], _head(mention.words)}:
                self._by_head[word].append(member)
        return self._by_words[mention.words]

    def _spelled_out(self, mention: Mention) -> Member | None:
        """The body whose name stands before these initials in brackets: the Norvan Press Agency (NPA)."""
        if not mention.first or self.words.tokens[mention.first].gap != " (" or len(mention.words) > 1:
            return None
        end = self.words.tokens[mention.first - 1].end
        earlier = next((m for m in reversed(self.members[-3:]) if m.mentions and m.mentions[-1].span.end == end), None)
        initials = "".join(w[0] for w in earlier.words) if earlier else ""
        letters = mention.words[0]
        return earlier if earlier and letters[0] in initials and len(letters) > 1 and earlier.sort != "person" else None

    def _person(self, mention: Mention) -> Member:
        for member in self._by_last.get(_last(mention.words), ()):
            if _same(member.words, mention.words):
                self._fuller(member, mention)
                return member
        member = self._new("person", mention)
        self._by_last[_last(mention.words)].append(member)
        self._by_first[mention.words[0]].append(member)
        self._by_words[mention.words] = member
        return member

    def _fuller(self, member: Member, mention: Mention) -> None:
        shown = self.words.text[slice(*mention.span)]
        if member.words[0] in lexicon().given and mention.words[0] not in lexicon().given and len(mention.words[0]) > 2:
            self._by_words[mention.words] = member  # "Crooked Anna Lund" is no fuller name
            return
        if len(mention.words) > len(member.words) or (len(shown) > len(member.name) and member.words != mention.words):
            member.words, member.name = mention.words, _shown(shown)
        self._by_words[mention.words] = member

    def _new(self, sort: Sort, mention: Mention) -> Member:
        member = Member(sort, mention.words, _shown(self.words.text[slice(*mention.span)]))
        self.members.append(member)
        return member

    # ── then single words: surnames, given names ──

    def _attach(self, mention: Mention) -> None:
        if mention.span in self._of:
            return
        word = mention.words[0]
        fits = (
            self._by_last.get(_last(mention.words))
            or (self._by_first.get(word) if word in lexicon().given else None)
            or []
        )
        chosen = self._choose(mention, fits)
        if chosen is not None:
            self._keep(chosen, mention)
        elif fits:
            self._doubts[mention.span] = tuple(fits)
        elif mention.sort == "body":
            self._keep(self._body(mention), mention)
        elif (body := self._shortened(mention)) is not None:
            self._keep(body, mention)
        else:
            member = self._new("person", mention)
            self._by_last[_last(mention.words)].append(member)
            self._by_words[mention.words] = member
            self._keep(member, mention)

    def _shortened(self, mention: Mention) -> Member | None:
        """The one body met so far whose name ends so: "the Register" for the Lund Civil Register."""
        if not follows_the(self.words, mention):
            return None
        met = [m for m in self._by_head.get(mention.words[0], ()) if m.mentions[0].span.start < mention.span.start]
        fits = [m for m in met if m.sort == "body" and m.words[-1] == mention.words[0] and len(m.words) > 1]
        return fits[0] if len(fits) == 1 else None

    def _read_headlines(self) -> None:
        """Where every word has a capital, a given name before a known surname is still a full name."""
        tokens, known = self.words.tokens, lexicon()
        for i in range(len(tokens) - 1):
            given, surname = tokens[i], tokens[i + 1]
            pair = (bare(given.text), bare(surname.text))
            if pair[0] not in known.given or self.words.line_at(given.start) not in self.words.shouted:
                continue
            alone = [m for m in self._by_last.get(pair[1], ()) if len(m.words) == 1]
            if len(alone) == 1 and surname.gap == " " and surname.sentence == given.sentence:
                self._fill(alone[0], Span(given.start, surname.end), pair, i)

    def _fill(self, member: Member, span: Span, words: Phrase, first: int) -> None:
        gender = lexicon().given.get(words[0])
        mention = Mention(span=span, words=words, first=first, last=first + 1, sort="person", gender=gender)
        member.words, member.name = words, _shown(self.words.text[slice(*span)])
        member.mentions.append(mention)
        self._by_words[words] = member
        if gender:
            member.genders[gender] += 1

    def _choose(self, mention: Mention, fits: list[Member]) -> Member | None:
        """The one that a bare surname means: the only one, the only one met so far, or the one of this paragraph."""
        if mention.title and mention.gender:
            fits = [m for m in fits if m.gender in (None, mention.gender)]
        if len(fits) <= 1:
            return fits[0] if fits else None
        met = [m for m in fits if m.mentions[0].span.start < mention.span.start]
        if len(met) == 1:
            return met[0]
        line = self.words.line_at(mention.span.start)
        near = [m for m in met if self._in_full(m, line, mention)]
        if len(near) == 1 and self._main(near[0], met):
            return near[0]
        return None if near else self._leading(met)

    def _in_full(self, member: Member, line: int, before: Mention) -> bool:
        """Whether a paragraph gives a person's name in full before a mention."""
        return self._full_names.get((id(member), line), before.span.end) < before.span.start

    def _main(self, member: Member, others: list[Member]) -> bool:
        return all(len(member.mentions) >= len(o.mentions) for o in others)

    def _leading(self, met: list[Member]) -> Member | None:
        ranked = sorted(met, key=lambda m: -len(m.mentions))
        if len(ranked) < 2 or len(ranked[0].mentions) < 2 * len(ranked[1].mentions) + 1:
            return None
        return ranked[0]


def _head(words: Phrase) -> str:
    """The word that says what a body is: "observatory" of the Norvan Observatory for Rights."""
    joint = next((i for i, w in enumerate(words) if w in ("of", "for", "on") and i), len(words))
    return words[joint - 1]


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
        while at < len(long) and not (long[at] == word or word == long[at][:1] or long[at] == word[:1]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _shown(name: str) -> str:
    """A name as it is shown: one line, and not in capitals throughout where it has several words."""
    plain = " ".join(name.split())
    return plain.title() if " " in plain and plain.isupper() and "." not in plain and len(plain) > 8 else plain


def key(name: str) -> Phrase:
    """The words by which a name is looked up."""
    return tuple(bare(w) for w in name.split())
