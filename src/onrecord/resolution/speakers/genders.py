"""Whether somebody is a man or a woman, by the pronouns that follow the name: "Quorle Tamm … her ministry"."""

from __future__ import annotations

from collections import Counter

from onrecord.languages import table
from onrecord.model import Span
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.speakers.cast import Cast, Member

_WORDS = table("en", "pronouns")
_GENDERS: dict[str, Gender] = dict.fromkeys(_WORDS["male"], "male") | dict.fromkeys(_WORDS["female"], "female")
_OBJECTS = frozenset(["him", "her", "hers"])
"""These may be another than the one whom the sentence names."""


def told_by(cast: Cast) -> frozenset[Gender]:
    """The genders that pronouns of the text show, after those of names that nothing else tells were learned."""
    counted: Counter[Gender] = Counter()
    learned: dict[Member, Counter[Gender]] = {}
    for sentence in cast.words.sentences:
        gender = _learn(cast, sentence, learned)
        counted.update(gender)
    for member, genders in learned.items():
        if member.gender is None:
            member.genders.update(genders)
    return frozenset(counted)


def _learn(cast: Cast, sentence: Span, learned: dict[Member, Counter[Gender]]) -> list[Gender]:
    """The genders of a sentence's pronouns; they are the one person's who is named in it before them."""
    words = cast.words
    inside = [words.tokens[i] for i in words.within(sentence)]
    found = [(t.start, _GENDERS[t.lower], t.lower not in _OBJECTS) for t in inside if t.lower in _GENDERS]
    if not found:
        return []
    named = [m for i in cast.within(sentence) if (m := cast.of(cast.mentions[i])) is not None and m.sort == "person"]
    if len(set(named)) == 1 and named[0].strong:
        first = cast.mentions[cast.within(sentence)[0]].span.start
        genders = [gender for start, gender, may_be in found if start > first and may_be]
        learned.setdefault(named[0], Counter()).update(genders[:1])
    return [gender for _, gender, _ in found]
