"""Who is who in an article: the mentions of one person or body gathered under the fullest name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.model import Span
from onrecord.models.reader.scan import Entity
from onrecord.resolution.lexicon import Phrase, bare, lexicon
from onrecord.resolution.speakers import roles
from onrecord.resolution.speakers.cast.bodies import Bodies
from onrecord.resolution.speakers.cast.member import MOST, Member
from onrecord.resolution.speakers.cast.persons import Persons
from onrecord.resolution.speakers.names import Mention, mentions
from onrecord.resolution.speakers.roles import Role
from onrecord.resolution.speakers.tags import Tags
from onrecord.resolution.tokens import Words

_OFTEN = 3
"""So many full names of one person, and no short one, are no chance."""
_ROLES = 8
"""So many roles of one person are kept."""


class Cast:
    """Every member of an article, and which mention is whose.

    ``sources``: where the article attributes words; a capitalised run there is a person or body. ``entities``: the
    names that the reader model sees.
    """

    def __init__(self, words: Words, sources: Iterable[Span] = (), entities: Sequence[Entity] = ()) -> None:
        self.words = words
        self._tags = Tags(words, entities)
        self.mentions = mentions(words, self._tags)
        self._starts = [m.span.start for m in self.mentions]
        self.members: list[Member] = []
        self._of: dict[Span, Member] = {}
        self._doubts: dict[Span, tuple[Member, ...]] = {}
        self._full_names: dict[tuple[int, int], int] = {}
        self._people = Persons(words, self.members)
        self._bodies = Bodies(words, self.members, self.mentions)
        ordered = sorted(sources)
        self._spoken = {edge for s in ordered for edge in s}
        self._source_starts, self._source_ends = [s.start for s in ordered], [s.end for s in ordered]
        self._read()
        self.persons = sorted((m for m in self.members if m.sort == "person"), key=lambda m: m.mentions[0].span)
        self._person_starts = [m.mentions[0].span.start for m in self.persons]

    def _read(self) -> None:
        """Names of several words, bodies and places first; then surnames and given names."""
        for mention in self.mentions:
            self._gather(mention)
        for mention in self.mentions:
            if mention.span not in self._of:
                self._attach(mention)
        self._bodies.join()
        self._read_headlines()
        for member in self.members:
            member.mentions.sort(key=lambda m: m.span)
            member.full = next((m for m in member.mentions if m.words == member.words), member.mentions[0]).span

    def of(self, mention: Mention) -> Member | None:
        """Whose mention this is; None where it can't be said."""
        member = self._of.get(mention.span)
        return None if member is None else self._bodies.whole(member)

    def doubts(self, mention: Mention) -> tuple[Member, ...]:
        """Whose it could be, where it can't be said."""
        return self._doubts.get(mention.span, ())

    def within(self, span: Span) -> range:
        """Indices of the mentions that begin inside a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def in_words(self, text: str) -> list[Member]:
        """The persons whose full names stand in a text, whatever its capitals."""
        plain = f" {' '.join(bare(w) for w in text.replace(',', ' ').replace(':', ' ').split())} "
        return [m for m in self.persons[:MOST] if f" {' '.join(m.words)} " in plain]

    def met(self, at: int) -> list[Member]:
        """The persons named before a place: the latest, so that a list of names costs no more than a text."""
        end = bisect_left(self._person_starts, at)
        return self.persons[max(0, end - MOST) : end]

    def ending(self, word: str) -> tuple[Member, ...]:
        """The bodies whose names begin or end with a word, or are headed by it."""
        return self._bodies.ending(word)

    def in_source(self, mention: Mention) -> bool:
        """Whether a mention stands in the words of a source."""
        number = bisect_right(self._source_starts, mention.span.start) - 1
        return number >= 0 and mention.span.end <= self._source_ends[number]

    def named(self, words: Phrase) -> tuple[Member, ...]:
        """The members that a name could mean, whatever its capitals: for headlines."""
        for known in (self._people.by_words, self._bodies.by_words):
            if words in known:
                return (self._bodies.whole(known[words]),)
        return tuple(self._people.by_surname(words[-1])) if words else ()

    def _gather(self, mention: Mention) -> None:
        alone = len(mention.words) == 1 and mention.words not in lexicon().known_bodies
        acronym = self.words.tokens[mention.first].text in lexicon().acronyms
        short = alone and not acronym and not self._bodies.has_initials(mention.words[0])
        if mention.sort == "place" or (mention.sort == "body" and not short):
            self._keep(self._bodies.of(mention), mention)
        elif len(mention.words) > 1:
            self._keep(self._people.in_full(mention), mention)

    def _keep(self, member: Member, mention: Mention) -> None:
        self._of[mention.span] = member
        member.mentions.append(mention)
        if member.sort == "person":
            self._learn(member, mention)
        if len(mention.words) > 1:
            line = self.words.line_at(mention.span.start)
            self._full_names.setdefault((id(member), line), mention.span.start)

    def _learn(self, member: Member, mention: Mention) -> None:
        spans = (roles.before(self.words, mention) or mention.title, roles.after(self.words, mention))
        found = [r for s in spans if s and (r := roles.role(self.words, s))]
        if mention.words[0] in lexicon().regal and not member.roles:
            found.append(Role(mention.span, frozenset(mention.words[:1]), frozenset(), frozenset(), frozenset()))
        member.roles.extend(found[: max(0, _ROLES - len(member.roles))])
        surname = len(mention.words) == 1 < len(member.words) and not mention.title
        hint = None if surname and mention.words[0] == member.words[-1] else mention.gender  # "Ida Karl": no man
        genders = [hint, *(lexicon().gender_of(role.heads) for role in found)]
        member.genders.update(gender for gender in genders if gender is not None)
        member.lands |= roles.land_after(self.words, mention)
        member.tagged = member.tagged or (len(mention.words) > 1 and self._tags.is_person(mention.words))
        member.human = member.human or roles.is_followed_by_who(self.words, mention)
        speaks = mention.span.start in self._spoken or mention.span.end in self._spoken
        member.evidence = member.evidence or mention.sort == "person" or bool(found) or speaks

    def _attach(self, mention: Mention) -> None:
        fits = self._people.called(mention)
        chosen = self._choose(mention, fits)
        if chosen is None and fits:
            self._doubts[mention.span] = tuple(fits)
        elif chosen is not None or (chosen := self._bodies.short(mention)) is not None:
            self._keep(chosen, mention)
        elif mention.sort == "body":
            self._keep(self._bodies.of(mention), mention)
        else:
            self._keep(self._people.new(mention), mention)

    def _read_headlines(self) -> None:
        """Where every word has a capital, a given name before a known surname is still a full name."""
        tokens, known = self.words.tokens, lexicon()
        for i in range(len(tokens) - 1):
            given, surname = tokens[i], tokens[i + 1]
            pair = (bare(given.text), bare(surname.text))
            if pair[0] not in known.given or self.words.line_at(given.start) not in self.words.shouted:
                continue
            alone = [m for m in self._people.by_surname(pair[1]) if len(m.words) == 1]
            if len(alone) == 1 and surname.gap == " " and surname.sentence == given.sentence:
                self._people.fill(alone[0], Span(given.start, surname.end), pair, i)

    def _choose(self, mention: Mention, fits: list[Member]) -> Member | None:
        """The one that a bare surname means: the only one, the only one met so far, or the one of this paragraph."""
        if mention.title and mention.gender:
            fits = [m for m in fits if m.gender in (None, mention.gender)]
        if len(fits) <= 1:
            return fits[0] if fits else None
        met = [m for m in fits if m.mentions[0].span.start < mention.span.start]
        short = [m for m in met if not _is_always_full(m, mention)]
        if len(met) == 1 or len(short) == 1:
            return (met if len(met) == 1 else short)[0]
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


def _is_always_full(member: Member, before: Mention) -> bool:
    """Whether a person has been called by the full name again and again: a bare surname is somebody else's."""
    told = [m for m in member.mentions[:_OFTEN] if m.span.start < before.span.start]
    return len(told) == _OFTEN and len(member.mentions[-1].words) > 1  # short names are added behind all full ones
