"""One claim told more than once in an article: which wording counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from onrecord.languages import table
from onrecord.model import EXPECTATION_KINDS, Article, Due, Statement
from onrecord.moments import resolve_due
from onrecord.resolution.claims import Claim, claims, in_lead, sentence_words
from onrecord.resolution.likeness import Likeness
from onrecord.resolution.tokens import Words

_NOMINAL = date(2021, 3, 10)
"""A day on which two windows are laid side by side where the article has none."""
_CALENDAR = re.compile(r"(?:XXXX|\d{4})-")
_MOST_LEADS = 20
_NEAR = 6
"""Claims after one that are compared with it."""
_MOST_LEADING = 3
_MOST_PAIRS = 60
_TOGETHER = 0.7
"""What share of the threshold two groups must have on average to be one."""
_TELLING = 4
"""Words that a headline has to have before a sentence is known by them."""
_CONTINUES: frozenset[str] = frozenset(table("en", "names")["continues"])


@dataclass(frozen=True, slots=True)
class _Page:
    """What the rules ask of an article: its day, where it is known, its words, and whether one voice is heard."""

    day: date | None
    words: Words
    one_voice: bool


def joined(article: Article, statements: Sequence[Statement], words: Words) -> tuple[Statement, ...]:
    """The statements with ``restates`` filled in: headlines, leads and paraphrases point at the fullest wording."""
    told = claims(article, (s for s in statements if s.content))
    voices = {s.speaker.name for s in statements if not s.in_headline}
    page = _Page(article.date.earliest, words, len(voices) == 1)
    found: dict[str, str] = {}
    for claim in [c for c in told if c.statement.in_headline or in_lead(c)][:_MOST_LEADS]:
        fuller = [c for c in told if _fuller(c, claim) and (_same(c, claim, page) or _sums_up(claim, c, page))]
        if fuller:
            best = max(fuller, key=lambda c: (_shared(c, claim), c.length))
            found[claim.statement.id] = best.statement.id
    for one, two in pairwise(told):
        if one.statement.id not in found and _explains(article, one, two):
            found[one.statement.id] = two.statement.id
    _join_alike(article, told, page, found)
    return tuple(replace(s, restates=found[s.id]) if s.id in found else s for s in statements)


def _join_alike(article: Article, told: Sequence[Claim], page: _Page, found: dict[str, str]) -> None:
    """Adds what only the likeness of the words tells, the likest first; who joins a group is like all of it."""
    likeness = Likeness(article, told)
    number = {claim.statement.id: place for place, claim in enumerate(told)}
    groups = {place: [place] for place in range(len(told))}
    for restating, restated in found.items():
        _merge(groups, number[restating], number[restated])
    for one, two in _likely(told, page, likeness):
        if _belong(groups[one], groups[two], likeness):
            _merge(groups, one, two)
    for group in {id(group): group for group in groups.values()}.values():
        fullest = max(group, key=lambda member: _fullness(told[member]))
        for member in group:
            found[told[member].statement.id] = told[fullest].statement.id
        del found[told[fullest].statement.id]


def _belong(one: Sequence[int], two: Sequence[int], likeness: Likeness) -> bool:
    """Whether two groups are on average like enough to be one, and small enough."""
    pairs = len(one) * len(two)
    if one is two or pairs > _MOST_PAIRS:
        return False
    chances = (likeness.chance(min(left, right), max(left, right)) for left in one for right in two)
    return sum(chances) >= _TOGETHER * pairs * likeness.threshold


def _likely(told: Sequence[Claim], page: _Page, likeness: Likeness) -> list[tuple[int, int]]:
    """Pairs of claims that are likely one, the likest first: each with the few after it, the leading ones with all."""
    leading = min(_MOST_LEADING, sum(c.statement.in_headline for c in told) + 1)
    chances: dict[tuple[int, int], float] = {}
    for one, claim in enumerate(told):
        reach = len(told) if one < leading else min(len(told), one + 1 + _NEAR)
        for two in range(one + 1, reach):
            chance = likeness.chance(one, two)
            if chance > likeness.threshold and _may_be_one(told[two], claim, page.day):
                chances[one, two] = chance
    return sorted(chances, key=lambda pair: (-chances[pair], pair))


def _merge(groups: dict[int, list[int]], one: int, two: int) -> None:
    if groups[one] is not groups[two]:
        groups[one].extend(groups[two])
        for member in groups[two]:
            groups[member] = groups[one]


def _fullness(claim: Claim) -> tuple[bool, bool, int, int]:
    """By which wording counts: no headline, a quotation before a paraphrase, the longer one, the first."""
    one = claim.statement
    return not one.in_headline, one.form != "indirect", claim.length, -one.content[0].start


def _explains(article: Article, claim: Claim, following: Claim) -> bool:
    """Whether a paraphrase is told again in the quotation that follows it."""
    one, two = claim.statement, following.statement
    if one.form != "indirect" or two.form != "direct" or one.in_headline:
        return False
    if not (_may_be_one(claim, following, article.date.earliest) and _one_speaker(claim, following)):
        return False
    shared = claim.words & following.words
    alike = len(shared) >= 3 and len(shared) >= 0.5 * len(claim.words)
    return alike or (_announces(article, claim) and following.opens)


def _announces(article: Article, claim: Claim) -> bool:
    """Whether a paragraph of one sentence only leads over to the next: "Much of it is invented, he went on."."""
    return claim.alone and article[claim.statement.cue].lower() in _CONTINUES


def _fuller(claim: Claim, other: Claim) -> bool:
    """Whether a wording counts before another: a quotation before a paraphrase, anything before a headline."""
    if claim is other or claim.statement.in_headline:
        return False
    if other.statement.in_headline:
        return True
    quoted = claim.statement.form != "indirect"
    return quoted and claim.statement.content[0].start > other.statement.content[0].start


def _same(claim: Claim, other: Claim, page: _Page) -> bool:
    one, two = claim.statement, other.statement
    expectations = one.kind in EXPECTATION_KINDS and two.kind in EXPECTATION_KINDS
    if not (one.kind == two.kind or expectations or two.in_headline):
        return False
    if not (_may_be_one(claim, other, page.day) and _one_speaker(claim, other)):
        return False
    if other.length >= 3 and other.plain in claim.plain:
        return True
    return _alike(claim, other, expectations=expectations)


def _alike(claim: Claim, other: Claim, *, expectations: bool) -> bool:
    one, two = claim.statement, other.statement
    shared = len(claim.words & other.words)
    share = shared / max(1, min(len(claim.words), len(other.words)))
    if one.due is not None and two.due is not None and expectations:
        on_one_day = _day_of(one.due) == _day_of(two.due) is not None and one.speaker.name == two.speaker.name
        return (shared >= 2 and share >= (0.3 if one.kind == two.kind else 0.5)) or (shared >= 1 and on_one_day)
    loose = two.in_headline and (two.speaker.name is not None or one.kind == two.kind)
    return shared >= 3 and share >= (0.5 if loose else 0.65)


def _day_of(due: Due) -> str | None:
    """The calendar day that a window ends on, where its words name one."""
    value = due.value.removeprefix("../")
    return value if _CALENDAR.match(value) and due.precision == "day" else None


def _sums_up(headline: Claim, claim: Claim, page: _Page) -> bool:
    """Whether a headline tells what a lead's sentence does: with "the group" for its name, or for the only speaker."""
    one, two = headline.statement, claim.statement
    if not (one.in_headline and claim.leads and one.kind == two.kind and headline.words & claim.words):
        return False
    if not _may_be_one(claim, headline, page.day):
        return False
    if page.one_voice and one.kind == "denial":
        return True
    told = len(headline.words & sentence_words(page.words, claim))
    enough = len(headline.words) >= _TELLING and told >= 0.75 * len(headline.words)
    return enough and _one_speaker(claim, headline)


def _may_be_one(claim: Claim, other: Claim, day: date | None) -> bool:
    """Whether nothing speaks against it: nesting, other numbers, another time."""
    one, two = claim.statement, other.statement
    nested = two.id == one.reported_in or one.id == two.reported_in
    clash = not (claim.figures <= other.figures or other.figures <= claim.figures)
    return not nested and not clash and compatible(one.due, two.due, day)


def _shared(claim: Claim, other: Claim) -> float:
    timed = claim.statement.due is not None and other.statement.due is not None
    quoted = claim.statement.form != "indirect"
    return len(claim.words & other.words) + 2 * timed + quoted


def _one_speaker(claim: Claim, other: Claim) -> bool:
    """The same name; in a headline also the body or land for its person, or a role for the name."""
    one, two = claim.statement.speaker, other.statement.speaker
    if one.name and two.name:
        return one.name == two.name or (other.statement.in_headline and _stands_for(two.name, other, claim))
    if other.statement.in_headline:
        return one.name is None or two.name is not None or claim.statement.reported_in is None
    return bool(one.description and one.description == two.description)


def _stands_for(name: str, headline: Claim, claim: Claim) -> bool:
    role = (claim.statement.speaker.role or "").lower()
    return name.lower() in role or bool(headline.countries & claim.countries)


def compatible(one: Due | None, two: Due | None, day: date | None = None) -> bool:
    """Whether two windows can be one time told twice: they end at about the same time.

    ``day``: the article's. Without it nothing tells a date from a length of time ("by Christmas", "in two months").
    """
    if one is None or two is None or one.value == two.value:
        return True
    if day is None and bool(_CALENDAR.search(one.value)) != bool(_CALENDAR.search(two.value)):
        return True
    said = day or _NOMINAL
    ends = [resolve_due(replace(d, earliest=None, latest=None), said).latest for d in (one, two)]
    if ends[0] is None or ends[1] is None:
        return one.vague or two.vague
    horizon = max(abs((e - said).days) for e in ends if e is not None)
    return abs((ends[0] - ends[1]).days) <= 3 + 0.35 * horizon
