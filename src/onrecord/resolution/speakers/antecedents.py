"""Whom "he", "she" and "who" mean: by gender, subject and the speaker in force; nobody, where it can't be told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from onrecord.model import Span, Statement
from onrecord.resolution.lexicon import Gender, bare, lexicon
from onrecord.resolution.speakers import genders, roles, sources
from onrecord.resolution.speakers.cast import Cast, Member
from onrecord.resolution.speakers.names import Mention
from onrecord.resolution.speakers.sources import Source
from onrecord.resolution.speakers.voices import Voice
from onrecord.resolution.tokens import Words

_SENTENCES_BACK = 4
_LINES_BACK = 3
_NAME = 150
"""No name with a description behind it is longer, in code points."""


class Outer(NamedTuple):
    """The statement that a source stands in, and who speaks it."""

    statement: Statement
    voice: Voice


class Antecedents:
    """The persons whom pronouns can mean."""

    def __init__(self, words: Words, cast: Cast, statements: Sequence[Statement]) -> None:
        self.words, self.cast = words, cast
        self._genders = genders.told_by(cast)
        quoted = sorted(s for x in statements if x.form != "indirect" for s in x.content)
        self._quoted_starts = [s.start for s in quoted]
        self._quoted_ends = list(accumulate((s.end for s in quoted), max))

    def of(self, source: Source, in_force: Voice | None, outer: Outer | None) -> tuple[Member, ...]:
        """The one person meant, or those who could be, or nobody. ``in_force``: the last named speaker."""
        if source.sort == "relative":
            return self._directly_before(source.span)
        gender = gender_of(source.plain[0])
        if gender is None:
            return ()
        if outer is not None:
            return self._inside(source, gender, outer)
        at = source.span.start
        here = self._subject(self.words.sentence_at(at), gender, at)
        if here is None and self._has_unnamed(Span(self.words.sentence_span(at).start, at), gender):
            return ()
        return self._sure(here, at, gender) if here is not None else self._further(at, gender, in_force)

    def in_headline(self, source: Source) -> tuple[Member, ...]:
        """Whom the words of a headline before its pronoun name, where every word has a capital."""
        gender, at = gender_of(source.plain[0]), source.span.start
        if gender is None:
            return ()
        before = self.words.within(Span(self.words.sentence_span(at).start, at))
        named = (self.cast.named((bare(self.words.tokens[i].text),)) for i in before if self.words.tokens[i].capital)
        persons = (of[0] for of in named if len(of) == 1)
        return tuple(dict.fromkeys(m for m in persons if m.strong and m.gender in (None, gender)))

    def _sure(self, member: Member, at: int, gender: Gender) -> tuple[Member, ...]:
        """Nobody for "she", where the gender of the subject isn't known and another near by surely is a woman.

        Of the persons whose gender news copy leaves open, most turn out to be men: for "he" the subject stays.
        """
        open_ = gender == "female" and member.gender is None
        return () if open_ and (len(self._genders) > 1 or self._rival(at, gender)) else (member,)

    def _inside(self, source: Source, gender: Gender, outer: Outer) -> tuple[Member, ...]:
        """In "A said he would" he is A; in A's own quotation he is somebody whom A named."""
        start = outer.statement.content[0].start
        named = [self.cast.of(self.cast.mentions[i]) for i in self.cast.within(Span(start, source.span.start))]
        others = tuple(dict.fromkeys(m for m in named if m and m.strong and m.gender in (None, gender)))
        if outer.statement.form != "indirect":
            return others if len(others) == 1 else ()
        speaking = _fitting(outer.voice.members, gender)
        return speaking if not others else (*speaking, *(m for m in others if m not in speaking))

    def _further(self, at: int, gender: Gender, in_force: Voice | None) -> tuple[Member, ...]:
        """Sentence by sentence backwards: its speaker, else its subject."""
        fits = _fitting(in_force.members, gender) if in_force else ()
        place = in_force.place if in_force else 0
        said = self.words.sentence_at(place) if in_force else -1
        now = self.words.sentence_at(at)
        for sentence in range(now - 1, max(-1, now - 1 - _SENTENCES_BACK), -1):
            if sentence == said and len(fits) == 1:
                return fits if fits[0].strong or not self._rival(at, gender) else ()
            subject = self._subject(sentence, gender, at)
            if subject is not None or self._has_unnamed(self.words.sentences[sentence], gender):
                return self._sure(subject, at, gender) if subject else ()
        if len(fits) == 1 and self.words.paragraph_at(at) - self.words.paragraph_at(place) <= _LINES_BACK:
            return fits
        return self._met(at, gender)

    def _rival(self, at: int, gender: Gender) -> bool:
        """Whether somebody who is surely a person of that gender has been named near by."""
        back = self.words.sentences[max(0, self.words.sentence_at(at) - _SENTENCES_BACK)].start
        near = (self.cast.of(self.cast.mentions[i]) for i in self.cast.within(Span(back, at)))
        return any(m is not None and m.strong and m.gender == gender for m in near)

    def floating(self, at: int, since: int) -> tuple[Member, ...]:
        """The subject of the sentence before a floating quotation, where nobody has spoken since it began."""
        sentence = self.words.sentence_at(at) - 1
        if sentence < 0 or self.words.sentences[sentence].start <= since:
            return ()
        if self.words.line_at(self.words.sentences[sentence].start) != self.words.line_at(at):
            return ()
        genders: tuple[Gender, Gender] = ("male", "female")
        subjects = [self._subject(sentence, gender, at) for gender in genders]
        found = {m for m in subjects if m is not None}
        return tuple(found) if len(found) == 1 else ()

    def _met(self, at: int, gender: Gender) -> tuple[Member, ...]:
        """Everybody of the gender who has been named so far."""
        met = self.cast.met(at)
        fits = tuple(m for m in met if m.strong and m.gender in (None, gender))
        return () if gender == "female" and len(fits) == 1 and fits[0].gender is None else fits

    def _subject(self, sentence: int, gender: Gender, at: int) -> Member | None:
        """The person whom a sentence is about: its first name that is no object and no possessor."""
        span = self.words.sentences[sentence]
        for i in self.cast.within(Span(span.start, min(span.end, at))):
            mention = self.cast.mentions[i]
            member = self.cast.of(mention)
            if member is None or not member.strong or self._is_quoted(mention.span.start):
                continue
            if self._follows_pronoun(span.start, mention):
                return None
            told = member.human and roles.is_followed_by_who(self.words, mention)
            about = not mention.possessive and (told or not self._is_object(mention)) and not self._modifies(mention)
            if about and member.gender in (None, gender):
                return member
        return None

    def _follows_pronoun(self, start: int, mention: Mention) -> bool:
        """Whether the sentence begins with "he" or "she": who is named after it is not whom it is about."""
        first = self.words.at(start)
        return first < mention.first and gender_of(self.words.tokens[first].lower) is not None

    def _modifies(self, mention: Mention) -> bool:
        """Whether the name only tells which: "the Lund campaign"."""
        tokens, at, known = self.words.tokens, mention.last + 1, lexicon()
        if at >= len(tokens) or not tokens[at].gap.isspace():
            return False
        after = tokens[at].text
        return after in known.body_nouns or (after,) in known.roles or after in known.plural_roles

    def _has_unnamed(self, span: Span, gender: Gender) -> bool:
        """Whether somebody without a name may be meant: "my mother", "the spokeswoman"."""
        tokens, known = self.words.tokens, lexicon()
        for i in self.words.within(span):
            word = tokens[i].text
            fits = known.gender_of((word,)) == gender or (not known.gender_of((word,)) and self._is_subject(i))
            if (word,) in known.roles and fits and not self._is_quoted(tokens[i].start):
                before = tokens[i - 1].lower if i else ""
                title = i + 1 < len(tokens) and tokens[i + 1].capital
                described = before in ("a", "an") or tokens[i].gap.startswith(",")
                if not title and not described and before in known.determiners:
                    return True
        return False

    def _is_subject(self, i: int) -> bool:
        """Whether "the president" heads a sentence or a clause after a comma, with its verb behind it."""
        tokens = self.words.tokens
        if i == 0 or i + 1 >= len(tokens) or tokens[i - 1].lower != "the" or not tokens[i + 1].gap.isspace():
            return False
        heads = tokens[i - 1].opens or tokens[i - 1].gap == ", "
        return heads and tokens[i + 1].lower not in lexicon().prepositions

    def _is_quoted(self, at: int) -> bool:
        i = bisect_right(self._quoted_starts, at) - 1
        return i >= 0 and at < self._quoted_ends[i]

    def _is_object(self, mention: Mention) -> bool:
        start = mention.title.start if mention.title else mention.span.start
        at = self.words.at(start)
        tokens = self.words.tokens
        return at > 0 and tokens[at].gap.isspace() and tokens[at - 1].lower in lexicon().object_markers

    def _directly_before(self, span: Span) -> tuple[Member, ...]:
        """The name that "who" or "which" follows, with nothing but a comma between."""
        at = self.words.at(span.start)
        if at == 0 or self.words.tokens[at].gap not in (" ", ", ", ") ", "), "):
            return ()
        end = self.words.tokens[at - 1].end
        inside = [self.cast.mentions[i] for i in self.cast.within(Span(max(0, end - _NAME), end))]
        person = self.words.tokens[at].lower in ("who", "whom")
        members = (self.cast.of(m) for m in inside if m.span.end == end and not m.possessive)
        direct = tuple(m for m in members if m is not None and (m.sort == "person") == person)
        return direct or (self._described(inside, at) if person and "," in self.words.tokens[at].gap else ())

    def _described(self, before: list[Mention], at: int) -> tuple[Member, ...]:
        """The person between whom and "who" a description stands: "Karl Lund, a baker at Holt, who said"."""
        tokens = self.words.tokens
        for mention in reversed(before):
            member, follows = self.cast.of(mention), mention.last + 1
            if tokens[mention.last].sentence != tokens[at].sentence or member is None or member.sort != "person":
                continue
            apposed = tokens[follows].gap == ", " and tokens[follows].lower in lexicon().determiners
            between = (t.gap for t in tokens[follows + 1 : at])
            return (member,) if apposed and not any("," in gap for gap in between) else ()
        return ()


def _fitting(members: tuple[Member, ...], gender: Gender) -> tuple[Member, ...]:
    return tuple(m for m in members if m.sort == "person" and m.gender in (None, gender))


def gender_of(pronoun: str) -> Gender | None:
    """The gender that a pronoun shows."""
    known = sources.pronouns()
    if pronoun in known["male"]:
        return "male"
    return "female" if pronoun in known["female"] else None
