"""Whom "he", "she" and "who" mean: by gender, subject and the speaker in force; nobody, where it can't be told."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.resolution import sources
from onrecord.resolution.cast import Cast, Member
from onrecord.resolution.lexicon import Gender, lexicon
from onrecord.resolution.names import Mention
from onrecord.resolution.sources import Source
from onrecord.resolution.tokens import Words
from onrecord.resolution.voices import Voice

_SENTENCES_BACK = 4
_LINES_BACK = 3


class Antecedents:
    """The persons whom pronouns can mean."""

    def __init__(self, words: Words, cast: Cast) -> None:
        self.words, self.cast = words, cast

    def of(self, source: Source, in_force: Voice | None, outer: Voice | None) -> tuple[Member, ...]:
        """The one person meant, or those who could be, or nobody.

        ``in_force``: who spoke last; ``outer``: who speaks the statement that this source stands in.
        """
        if source.sort == "relative":
            return self._directly_before(source.span)
        gender = _gender(source.plain[0])
        if gender is None:
            return ()
        if outer is not None:
            fits = _fitting(outer.members, gender)
            return fits if len(fits) == 1 else ()
        at = source.span.start
        here = self._subject(self.words.sentence_at(at), gender, at)
        return (here,) if here is not None else self._further(at, gender, in_force)

    def _further(self, at: int, gender: Gender, in_force: Voice | None) -> tuple[Member, ...]:
        """Sentence by sentence backwards: its speaker, else its subject."""
        fits = _fitting(in_force.members, gender) if in_force else ()
        place = in_force.place if in_force else 0
        said = self.words.sentence_at(place) if in_force else -1
        now = self.words.sentence_at(at)
        for sentence in range(now - 1, max(-1, now - 1 - _SENTENCES_BACK), -1):
            if sentence == said and len(fits) == 1:
                return fits
            subject = self._subject(sentence, gender, at)
            if subject is not None:
                return (subject,)
        if len(fits) == 1 and self.words.line_at(at) - self.words.line_at(place) <= _LINES_BACK:
            return fits
        return self._met(at, gender)

    def _met(self, at: int, gender: Gender) -> tuple[Member, ...]:
        """Everybody of the gender who has been named so far."""
        met = (m for m in self.cast.persons if m.evidence and m.mentions[0].span.start < at)
        return tuple(m for m in met if m.gender in (None, gender))

    def _subject(self, sentence: int, gender: Gender, at: int) -> Member | None:
        """The person whom a sentence is about: its first name that is no object and no possessor."""
        span = self.words.sentences[sentence]
        for i in self.cast.within(Span(span.start, min(span.end, at))):
            mention = self.cast.mentions[i]
            member = self.cast.of(mention)
            if member is None or member.sort != "person" or not member.evidence:
                continue
            if member.gender in (None, gender) and not mention.possessive and not self._is_object(mention):
                return member
        return None

    def _is_object(self, mention: Mention) -> bool:
        start = mention.title.start if mention.title else mention.span.start
        at = self.words.at(start)
        tokens = self.words.tokens
        return at > 0 and tokens[at].gap.isspace() and tokens[at - 1].lower in lexicon().object_markers

    def _directly_before(self, span: Span) -> tuple[Member, ...]:
        sentence = self.words.sentence_span(span.start)
        inside = [self.cast.mentions[i] for i in self.cast.within(Span(sentence.start, span.start))]
        members = (self.cast.of(m) for m in inside[-1:])
        return tuple(m for m in members if m is not None)


def _fitting(members: tuple[Member, ...], gender: Gender) -> tuple[Member, ...]:
    return tuple(m for m in members if m.sort == "person" and m.gender in (None, gender))


def _gender(pronoun: str) -> Gender | None:
    known = sources.pronouns()
    if pronoun in known["male"]:
        return "male"
    return "female" if pronoun in known["female"] else None
