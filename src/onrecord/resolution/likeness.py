"""How likely two statements tell one claim: by words, weighed by how rare they are in the article, and by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import exp, log

from onrecord.languages import table
from onrecord.model import Article, Statement
from onrecord.resolution.claims import Claim, stemmed

_SYNONYM = 0.7
"""What a synonym counts for, of the word itself."""
_COMMON = 0.3
"""What a word is worth that every statement has."""
_FAR = 10


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(table("en", "synonyms")["groups"]):
        for word in group.split():
            for form in (word, stemmed(word)):
                found.setdefault(form, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _model() -> tuple[dict[str, float], float, float, frozenset[str]]:
    """The weights, the constant, the threshold, and the words of cues that go on to something else."""
    data = table("en", "restating")
    return data["weights"], data["always"], data["threshold"], frozenset(data["cues"]["further"])


def _synonyms(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The stemmed words that stand for one of the others, one for each group of words that mean the same."""
    theirs = {number for word in others for number in _groups().get(word, ())}
    alike: dict[int, str] = {}
    for word in sorted(words):
        for number in _groups().get(word, frozenset()) & theirs:
            alike.setdefault(number, word)
    return frozenset(alike.values())


class Likeness:
    """Compares the claims of one article, which stand in text order.

    ``threshold``: from what chance on two are taken for one.
    """

    def __init__(self, article: Article, claims: Sequence[Claim]) -> None:
        self._article, self._claims = article, claims
        self.threshold = _model()[2]
        counted = Counter(word for claim in claims for word in claim.words)
        self._worth = {word: log((len(claims) + 1) / times) + _COMMON for word, times in counted.items()}
        self._weights = [sum(self._worth[word] for word in claim.words) or 1.0 for claim in claims]
        body = next((number for number, c in enumerate(claims) if not c.statement.in_headline), 0)
        self._first = {0, body}

    def chance(self, earlier: int, later: int) -> float:
        """How likely they are one, 0 to 1."""
        weights, always, _, _ = _model()
        odds = always + sum(weights[name] * value for name, value in self.told(earlier, later).items())
        return 1 / (1 + exp(-odds))

    def told(self, earlier: int, later: int) -> dict[str, float]:
        """What speaks for and against it, by the names that the weights have."""
        return {**self._by_words(earlier, later), **self._by_form(earlier, later), **self._by_voice(earlier, later)}

    def _by_words(self, earlier: int, later: int) -> dict[str, float]:
        shared = self._shared(self._claims[earlier], self._claims[later])
        one, two = self._weights[earlier], self._weights[later]
        return {
            "told_again": min(1.0, shared / one),
            "tells_again": min(1.0, shared / two),
            "leads": min(1.0, shared / min(one, two)) * (earlier in self._first),
        }

    def _shared(self, one: Claim, two: Claim) -> float:
        """The worth of what both have: words, and words of one for which the other has a synonym."""
        shared = one.words & two.words
        alike = _synonyms(one.words - shared, two.words - shared)
        return sum(self._worth[w] for w in shared) + _SYNONYM * sum(self._worth[w] for w in alike)

    def _by_form(self, earlier: int, later: int) -> dict[str, float]:
        one, two = self._claims[earlier].statement, self._claims[later].statement
        cue = self._article[two.cue].lower().split()
        quoted = later == earlier + 1 and one.form == "indirect" and two.form != "indirect"
        return {
            "apart": min(later - earlier, _FAR) / _FAR,
            "headline": one.in_headline,
            "then_quoted": quoted,
            "also": not _model()[3].isdisjoint(cue),
            "saying": _goes_on(one, two) and later == earlier + 1 and two.form != "indirect" and _is_ing(cue),
        }

    def _by_voice(self, earlier: int, later: int) -> dict[str, float]:
        one, two = self._claims[earlier].statement, self._claims[later].statement
        names = [one.speaker.name, two.speaker.name]
        return {
            "one_source": _goes_on(one, two),
            "one_name": None not in names and names[0] == names[1],
            "two_names": None not in names and names[0] != names[1],
            "no_names": names == [None, None],
        }


def _goes_on(one: Statement, two: Statement) -> bool:
    return bool(one.source) and one.source == two.source


def _is_ing(cue: list[str]) -> bool:
    return bool(cue) and cue[0].endswith("ing")
