"""What the benchmarks of statements count beyond their spans: names, kinds, chains, groups."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, TypeAlias

from benchmarks.attribution_scores import Count, Tokens, binned_error, jaccard

One: TypeAlias = Mapping[str, Any]
NEAR = 0.5
EXPECTED = frozenset({"forecast", "commitment", "schedule"})
_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "i", "we", "that", "him", "her", "them", "these"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """One article's gold and predicted statements, and which answers which (gold number → predicted number)."""

    text: str
    gold: Sequence[One]
    predicted: Sequence[One]
    partner: Mapping[int, int]

    def pairs(self) -> Iterator[tuple[One, One]]:
        """Those that found each other."""
        for gold, predicted in self.partner.items():
            yield self.gold[gold], self.predicted[predicted]


def paired(
    text: str, gold: Sequence[One], predicted: Sequence[One], contents: tuple[list[Tokens], list[Tokens]]
) -> Pairing:
    """One to one, the nearest contents first; nothing below a Jaccard of .5."""
    near = sorted(
        (-overlap, g, p)
        for g, wanted in enumerate(contents[0])
        for p, found in enumerate(contents[1])
        if (overlap := jaccard(wanted, found)) >= NEAR
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, p in near:
        if g not in partner and p not in taken:
            partner[g] = p
            taken.add(p)
    return Pairing(text=text, gold=gold, predicted=predicted, partner=partner)


# ── speakers ─────────────────────────────────────────────────────────────────


def name_of(one: One) -> str | None:
    """The speaker's name as it is compared: letter case, marks, stops and a leading "the" aside; None if unnamed."""
    speaker = one["speaker"]
    name = speaker["name"] if isinstance(speaker, Mapping) else speaker
    if not name:
        return None
    plain = "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))
    return " ".join(_WORD.findall(plain.removeprefix("the ").replace("'s", "").replace("’s", ""))) or None


def is_near_name(one: str | None, other: str | None) -> bool:
    """Whether one is a part of the other: no right name, but no other person either."""
    if one is None or other is None:
        return False
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first


def source_type(text: str, one: One) -> str:
    """What the source's words are: ``name``, ``pronoun``, ``role`` (no capital in it that names) or ``absent``."""
    words = " ".join(text[s:e] for s, e in one["source"])
    if not words:
        return "absent"
    if words.casefold() in _PRONOUNS:
        return "pronoun"
    name = name_of(one)
    told = set(_WORD.findall(words.casefold()))
    return "name" if name is not None and told & set(name.split()) else "role"


@dataclass(slots=True)
class Names:
    """Of so many: named right (or rightly unnamed), left unnamed, named wrongly (of these: a part of the name)."""

    of: int = 0
    right: int = 0
    unnamed: int = 0
    wrong: int = 0
    part: int = 0

    def add(self, gold: str | None, predicted: str | None) -> None:
        """Count one."""
        self.of += 1
        if gold == predicted:
            self.right += 1
        elif predicted is None:
            self.unnamed += 1
        else:
            self.wrong += 1
            self.part += is_near_name(gold, predicted)


def names(pairings: Iterable[Pairing]) -> dict[str, Names]:
    """By the type of the gold source, and all together; those without a partner are left out."""
    found: dict[str, Names] = {kind: Names() for kind in ("all", "name", "pronoun", "role", "absent")}
    for pairing in pairings:
        for gold, predicted in pairing.pairs():
            for kind in ("all", source_type(pairing.text, gold)):
                found[kind].add(name_of(gold), name_of(predicted))
    return found


def speakers_found(pairing: Pairing) -> Count:
    """Statements whose content was found and whose speaker is right, of all."""
    right = sum(name_of(gold) == name_of(predicted) for gold, predicted in pairing.pairs())
    return Count(right, len(pairing.predicted), len(pairing.gold))


# ── labels ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """How well one field's labels agree: ``macro`` is the mean F1 of the labels that the gold has."""

    of: int
    right: int
    macro: float
    each: Mapping[str, Count]


def labels(pairings: Iterable[Pairing], field: str) -> Labels:
    """One field over the pairs that found each other."""
    pairs = [(gold[field], one[field]) for pairing in pairings for gold, one in pairing.pairs()]
    right, wanted, found = (
        Counter(gold for gold, one in pairs if gold == one),
        Counter(gold for gold, _ in pairs),
        Counter(one for _, one in pairs),
    )
    each = {label: Count(right[label], found[label], wanted[label]) for label, _ in wanted.most_common()}
    macro = sum(count.f1 for count in each.values()) / len(each) if each else 0.0
    return Labels(of=len(pairs), right=right.total(), macro=macro, each=each)


# ── chains, insertions, groups ───────────────────────────────────────────────


def kind_error(pairings: Iterable[Pairing]) -> float | None:
    """Expected calibration error of how likely the kinds are; None where nothing says so."""
    pairs = [pair for pairing in pairings for pair in pairing.pairs()]
    return binned_error(
        [(told["kind_confidence"], told["kind"] == gold["kind"]) for gold, told in pairs if "kind_confidence" in told]
    )


@dataclass(slots=True)
class Chains:
    """Relay chains: of the gold ones those found exactly; of the predicted statements those with a false one."""

    gold: int = 0
    exact: int = 0
    false: int = 0
    predicted: int = 0


def chains(pairings: Iterable[Pairing]) -> Chains:
    """A chain is false where its statement's gold has none, another one, or where there is no such statement."""
    found = Chains()
    for pairing in pairings:
        answers = {predicted: gold for gold, predicted in pairing.partner.items()}
        found.predicted += len(pairing.predicted)
        for number, one in enumerate(pairing.predicted):
            wanted = _chain(pairing.gold[answers[number]]) if number in answers else []
            found.exact += bool(wanted) and _chain(one) == wanted
            found.false += bool(_chain(one)) and _chain(one) != wanted
        found.gold += sum(bool(_chain(gold)) for gold in pairing.gold)
    return found


def _chain(one: One) -> list[str]:
    return [" ".join(_WORD.findall(link.casefold().removeprefix("the "))) for link in one["relay"]]


def insertions(pairing: Pairing) -> Count:
    """Spans of editors' words, equal but for brackets, blanks and stops at their ends."""
    gold, predicted = (
        {_inner(pairing.text, start, end) for one in side for start, end in one["insertions"]}
        for side in (pairing.gold, pairing.predicted)
    )
    return Count(len(gold & predicted), len(predicted), len(gold))


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def restated(pairing: Pairing) -> Count:
    """Pairs of statements that tell one claim: every two of a group, by ``restates``."""
    answers = {predicted: gold for gold, predicted in pairing.partner.items()}
    gold = _together(pairing.gold)
    predicted = {
        frozenset(answers.get(number, -1 - number) for number in pair) for pair in _together(pairing.predicted)
    }
    return Count(len(gold & predicted), len(predicted), len(gold))


def _together(statements: Sequence[One]) -> set[frozenset[int]]:
    number = {one["id"]: place for place, one in enumerate(statements)}
    head = list(range(len(statements)))

    def top(place: int) -> int:
        while head[place] != place:
            place = head[place]
        return place

    for place, one in enumerate(statements):
        if one["restates"] in number:
            head[top(place)] = top(number[one["restates"]])
    groups: dict[int, list[int]] = {}
    for place in range(len(statements)):
        groups.setdefault(top(place), []).append(place)
    return {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}


# ── occasions and days ──


def places_found(pairing: Pairing, part: str) -> Count:
    """``venue``, or ``event`` or its ``place`` of the gold's expectations: found by at least half of the words."""
    pairs = [pair for pair in pairing.pairs() if part == "venue" or pair[0]["kind"] in EXPECTED]
    wanted, found = ([_words(pairing.text, _spans(pair[side], part)) for pair in pairs] for side in (0, 1))
    right = sum(bool(one) and jaccard(one, two) >= NEAR for one, two in zip(wanted, found, strict=True))
    return Count(right, sum(map(bool, found)), sum(map(bool, wanted)))


def _spans(one: One, part: str) -> Sequence[Sequence[int]]:
    if part == "venue":
        return list(one["venue"])
    event = one["event"] or {"span": None, "place": None}
    span = event["place" if part == "place" else "span"]
    return [span] if span else []


def _words(text: str, spans: Sequence[Sequence[int]]) -> Tokens:
    """Where the words begin, determiners left out: "the talks" are "talks"."""
    found = [(start + m.start(), m[0].lower()) for start, end in spans for m in _WORD.finditer(text[start:end])]
    return frozenset(start for start, word in found if word not in ("a", "an", "the"))


def headlines(pairing: Pairing) -> Count:
    """Statements of the headline: found if their content was and it is said to be the headline's."""
    right = sum(bool(gold["in_headline"] and one["in_headline"]) for gold, one in pairing.pairs())
    sides = (pairing.predicted, pairing.gold)
    return Count(right, *(sum(bool(one["in_headline"]) for one in side) for side in sides))


def days_said(pairings: Iterable[Pairing]) -> tuple[int, int]:
    """Of the pairs whose gold says when the words were said (a day, month or year): those told so, and all."""
    pairs = [pair for pairing in pairings for pair in pairing.pairs() if pair[0]["said_on"]]
    return sum(_is_day(gold["said_on"], one["said_on"]) for gold, one in pairs), len(pairs)


def _is_day(gold: str, told: Mapping[str, Any] | None) -> bool:
    """Whether what is told is the gold's day, or all of its month or year."""
    if told is None or not told["earliest"] or not told["latest"]:
        return False
    first, last = date.fromisoformat(told["earliest"]), date.fromisoformat(told["latest"])
    year, month, day = ([int(part) for part in gold.split("-")] + [0, 0])[:3]
    if day:
        return first == last == date(year, month, day)
    wanted = (month, month) if month else (1, 12)
    ends = date(year, wanted[0], 1), date(year, wanted[1], monthrange(year, wanted[1])[1])
    return (first, last) == ends


# ── expectations ─────────────────────────────────────────────────────────────


def window_of(one: One) -> tuple[str | None, str | None] | str | None:
    """First and last day, ``vague``, or None where nothing says when."""
    due = one["due"]
    if not due:
        return None
    return "vague" if due["vague"] else (due["earliest"], due["latest"])


def wrong_in(gold: One, predicted: One) -> tuple[str, ...]:
    """What is wrong in a predicted expectation whose words were found: ``speaker``, ``kind``, ``window``."""
    wrong = {
        "speaker": name_of(gold) != name_of(predicted),
        "kind": gold["kind"] not in EXPECTED or predicted["kind"] not in EXPECTED,
        "window": window_of(gold) != window_of(predicted),
    }
    return tuple(part for part, is_wrong in wrong.items() if is_wrong)
