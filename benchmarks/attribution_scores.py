"""What the attribution benchmark counts: relations of token sets, matched exactly and nearly."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

ROLES = ("source", "cue", "content")
SEED = 20171031
SAMPLES = 500
BINS = 10

Tokens = frozenset[int]


class Relation(NamedTuple):
    """Token numbers of the three roles, and what the breakdowns ask for."""

    source: Tokens
    cue: Tokens
    content: Tokens
    form: str
    cue_class: str
    source_type: str

    @property
    def key(self) -> tuple[Tokens, Tokens, Tokens]:
        """What whole exact compares."""
        return self.source, self.cue, self.content


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One article: its gold and its predicted relations."""

    file: str
    gold: tuple[Relation, ...]
    predicted: tuple[Relation, ...]
    confidences: tuple[float, ...] = ()
    """Of each predicted relation, where they are given."""


class Count(NamedTuple):
    """Matched, predicted and gold."""

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    def plus(self, other: Count) -> Count:
        """The sum."""
        return Count(self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Matched / predicted."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Matched / gold."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.predicted + self.gold
        return 2 * self.matched / total if total else 0.0


def role_exact(role: str) -> Callable[[Case], Count]:
    """Equal token sets of one role, each used once."""

    def score(case: Case) -> Count:
        gold = Counter(getattr(one, role) for one in case.gold if getattr(one, role))
        predicted = Counter(getattr(one, role) for one in case.predicted if getattr(one, role))
        return Count((gold & predicted).total(), predicted.total(), gold.total())

    return score


def role_tokens(role: str) -> Callable[[Case], Count]:
    """Tokens that carry the role in any attribution."""

    def score(case: Case) -> Count:
        gold = union(case.gold, role)
        predicted = union(case.predicted, role)
        return Count(len(gold & predicted), len(predicted), len(gold))

    return score


def role_runs(role: str) -> Callable[[Case], Count]:
    """Runs of neighbouring tokens inside one attribution."""

    def score(case: Case) -> Count:
        gold = {run for one in case.gold for run in _runs(getattr(one, role))}
        predicted = {run for one in case.predicted for run in _runs(getattr(one, role))}
        return Count(len(gold & predicted), len(predicted), len(gold))

    return score


def whole_exact(case: Case) -> Count:
    """All three roles equal."""
    gold, predicted = Counter(one.key for one in case.gold), Counter(one.key for one in case.predicted)
    return Count((gold & predicted).total(), predicted.total(), gold.total())


def whole_relaxed(case: Case) -> Count:
    """As many one-to-one pairs as can be (Kuhn's matching)."""
    return Count(len(relaxed_pairs(case)), len(case.predicted), len(case.gold))


def relaxed_pairs(case: Case) -> dict[int, int]:
    """Gold number → predicted number."""
    near = [[g for g, gold in enumerate(case.gold) if _is_near(gold, one)] for one in case.predicted]
    partner: dict[int, int] = {}

    def place(number: int, tried: set[int]) -> bool:
        for gold in near[number]:
            if gold in tried:
                continue
            tried.add(gold)
            if gold not in partner or place(partner[gold], tried):
                partner[gold] = number
                return True
        return False

    for number in range(len(case.predicted)):
        place(number, set())
    return partner


def _is_near(gold: Relation, one: Relation) -> bool:
    cue = bool(gold.cue & one.cue) or not (gold.cue or one.cue)
    return cue and jaccard(gold.content, one.content) >= 0.5 and _same_source(gold.source, one.source)


def _same_source(gold: Tokens, one: Tokens) -> bool:
    return jaccard(gold, one) >= 0.5 if gold or one else True


def jaccard(first: Tokens, second: Tokens) -> float:
    """Shared tokens over all tokens; 0 where there are none."""
    return len(first & second) / len(first | second) if first or second else 0.0


def union(relations: Iterable[Relation], role: str) -> Tokens:
    """The tokens that carry a role in any relation."""
    return frozenset[int]().union(*(getattr(one, role) for one in relations))


def _runs(tokens: Tokens) -> set[tuple[int, int]]:
    runs: set[tuple[int, int]] = set()
    start = previous = -2
    for token in sorted(tokens):
        if token != previous + 1:
            runs.add((start, previous))
            start = token
        previous = token
    runs.add((start, previous))
    return runs - {(-2, -2)}


SCORES: dict[str, Callable[[Case], Count]] = {
    "whole exact": whole_exact,
    "whole relaxed": whole_relaxed,
    **{f"{role} exact": role_exact(role) for role in ROLES},
    **{f"{role} token": role_tokens(role) for role in ROLES},
    **{f"{role} run exact": role_runs(role) for role in ROLES},
}


def total(found: list[Case], score: Callable[[Case], Count]) -> Count:
    """Summed over articles (micro)."""
    whole = Count()
    for case in found:
        whole = whole.plus(score(case))
    return whole


def interval(found: list[Case], score: Callable[[Case], Count]) -> tuple[float, float]:
    """The middle 95 % of F1 when articles are drawn anew (bootstrap, seeded)."""
    each = [score(case) for case in found]
    draw = random.Random(SEED)  # noqa: S311 - a bootstrap, no secret
    scores = sorted(_drawn(each, draw).f1 for _ in range(SAMPLES))
    return scores[int(0.025 * SAMPLES)], scores[int(0.975 * SAMPLES) - 1]


def _drawn(each: list[Count], draw: random.Random) -> Count:
    whole = Count()
    for count in draw.choices(each, k=len(each)):
        whole = whole.plus(count)
    return whole


def calibration_error(found: Iterable[Case]) -> float | None:
    """Expected calibration error of the confidences against relaxed matches; None where none are given."""
    rows = [
        (confidence, number in right)
        for case in found
        for right in [set(relaxed_pairs(case).values())]
        for number, confidence in enumerate(case.confidences)
    ]
    return binned_error(rows)


def binned_error(rows: Sequence[tuple[float, bool]]) -> float | None:
    """The same of confidences, each with whether it was right; None without any."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, is_right in rows:
        bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, is_right))
    gaps = (abs(sum(confidence - is_right for confidence, is_right in held)) for held in bins.values())
    return sum(gaps) / len(rows) if rows else None


def breakdown(found: list[Case], field: str) -> dict[str, tuple[int, float, float]]:
    """Gold attributions by a field: how many, and the share found exactly and relaxed (recall)."""
    counts: dict[str, list[int]] = {}
    for case in found:
        pairs = relaxed_pairs(case)
        keys = {one.key for one in case.predicted}
        for number, gold in enumerate(case.gold):
            row = counts.setdefault(getattr(gold, field), [0, 0, 0])
            row[0] += 1
            row[1] += gold.key in keys
            row[2] += number in pairs
    return {name: (n, exact / n, near / n) for name, (n, exact, near) in sorted(counts.items(), key=lambda x: -x[1][0])}
