"""A person, body or place of an article, with all that is said of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.model import Span
from onrecord.resolution.lexicon import Gender, Phrase, lexicon
from onrecord.resolution.speakers.names import Mention, Sort
from onrecord.resolution.speakers.roles import Role

MOST = 100
"""Of so many members at most one is chosen: a list of names costs no more than a text."""
_LONG_CAPITALS = 8
"""Code points from which on a name of several words in capitals is shown in small letters."""


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
    tagged: bool = False
    """Whether the reader model takes the full name for a person's."""

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
        return self.sort == "person" and (named or titled or self.human or self.tagged)

    @property
    def titles(self) -> tuple[Role, ...]:
        """The roles that say what the person is, not how he or she stands to another."""
        return tuple(r for r in self.roles if not r.heads <= lexicon().weak_roles)

    @property
    def countries(self) -> frozenset[str]:
        """The countries named in the person's roles, or after the name."""
        return self.lands | frozenset(c for r in self.roles for c in r.countries)


def shown(name: str, *, person: bool = False) -> str:
    """A name as it is shown: one line, and not in capitals throughout where it has several words and is no outlet's."""
    plain = " ".join(name.split())
    shouted = " " in plain and plain.isupper() and "." not in plain and (person or len(plain) > _LONG_CAPITALS)
    return plain.title() if shouted else plain
