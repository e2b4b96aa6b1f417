"""One claim told more than once in an article: which wording counts, and what the others say differently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from onrecord.languages import table
from onrecord.model import EXPECTATION_KINDS, Article, Due, Statement
from onrecord.moments import resolve_due
from onrecord.resolution.lexicon import lexicon
from onrecord.resolution.speakers.roles import stem_countries

_WORD = re.compile(r"[^\W_]+")
_NOMINAL = date(2021, 3, 10)
"""A day on which two windows are laid side by side; which day doesn't matter."""
_ENDINGS: tuple[str, ...] = tuple(table("en", "names")["endings"])
_STRENGTHS = ("hoped", "possible", "likely", "certain")
_MOST_LEADS = 20
_LEAD = 2
"""Paragraphs of a lead."""


@dataclass(frozen=True, slots=True)
class _Claim:
    statement: Statement
    words: frozenset[str]
    figures: frozenset[str]
    countries: frozenset[str]
    plain: str
    length: int


def joined(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with ``restates`` filled in: headlines, leads and paraphrases point at the fullest wording."""
    claims = [_claim(article, s) for s in statements if s.content]
    end = article.paragraphs[:_LEAD][-1].end if article.paragraphs else 0
    leads = [c for c in claims if c.statement.in_headline or _in_lead(c.statement, end)][:_MOST_LEADS]
    followed = {a.statement.id: b for a, b in pairwise(claims) if _explains(a, b)}
    found: dict[str, str] = {}
    for claim in leads:
        fuller = [c for c in claims if _fuller(c, claim) and _same(c, claim)]
        if fuller:
            best = max(fuller, key=lambda c: (_shared(c, claim), c.length))
            found[claim.statement.id] = best.statement.id
    for claim in claims:
        quotation = followed.get(claim.statement.id)
        if quotation is not None and claim.statement.id not in found:
            found[claim.statement.id] = quotation.statement.id
    return tuple(replace(s, restates=_end(s.id, found)) if s.id in found else s for s in statements)


def _explains(claim: _Claim, following: _Claim) -> bool:
    """Whether a paraphrase is told again in the quotation that follows it."""
    one, two = claim.statement, following.statement
    shaped = one.form == "indirect" and two.form == "direct" and not one.in_headline
    shared = claim.words & following.words
    alike = len(shared) >= 3 and len(shared) >= 0.5 * len(claim.words)
    return shaped and alike and _may_be_one(claim, following) and _one_speaker(claim, following)


def _end(start: str, found: dict[str, str]) -> str:
    """The last of a chain: what is restated restates nothing itself."""
    seen = {start}
    at = found[start]
    while at in found and found[at] not in seen:
        seen.add(at)
        at = found[at]
    return at


def _claim(article: Article, statement: Statement) -> _Claim:
    shown = "".join(_kept(article, statement))
    words = [w.lower() for w in _WORD.findall(shown)]
    content = frozenset(_stemmed(w) for w in words if w not in lexicon().starters and len(w) > 2 and not w.isdigit())
    speaker = statement.speaker
    countries = stem_countries(f"{speaker.name or ''} {speaker.role or ''}")
    figures = frozenset(w for w in words if w.isdigit())
    return _Claim(statement, content, figures, countries, f" {' '.join(words)} ", len(words))


def _kept(article: Article, statement: Statement) -> list[str]:
    """The content without its insertions and time words."""
    left_out = [*statement.insertions, *([statement.due.span] if statement.due else [])]
    pieces: list[str] = []
    for span in statement.content:
        at = span.start
        for gap in sorted(g for g in left_out if span.start <= g.start < span.end):
            pieces.append(article.text[at : max(at, gap.start)])
            at = max(at, gap.end)
        pieces.append(article.text[at : span.end])
    return pieces


def _stemmed(word: str) -> str:
    """A word without its inflection, so that "liberated" and "liberation" meet."""
    cut = next((word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 4), word)
    return cut.rstrip("e")


def _in_lead(statement: Statement, end: int) -> bool:
    return statement.form == "indirect" and statement.content[0].start < end


def _fuller(claim: _Claim, other: _Claim) -> bool:
    """Whether a wording counts before another: a quotation before a paraphrase, anything before a headline."""
    if claim is other or claim.statement.in_headline:
        return False
    if other.statement.in_headline:
        return True
    quoted = claim.statement.form != "indirect"
    return quoted and claim.statement.content[0].start > other.statement.content[0].start


def _same(claim: _Claim, other: _Claim) -> bool:
    one, two = claim.statement, other.statement
    expectations = one.kind in EXPECTATION_KINDS and two.kind in EXPECTATION_KINDS
    if not (one.kind == two.kind or expectations or other.statement.in_headline):
        return False
    if not (_may_be_one(claim, other) and _one_speaker(claim, other)):
        return False
    if other.length >= 3 and other.plain in claim.plain:
        return True
    shared = claim.words & other.words
    share = len(shared) / max(1, min(len(claim.words), len(other.words)))
    if one.due is not None and two.due is not None and expectations:
        return len(shared) >= 2 and share >= (0.3 if one.kind == two.kind else 0.5)
    loose = two.in_headline and (two.speaker.name is not None or one.kind == two.kind)
    return len(shared) >= 3 and share >= (0.5 if loose else 0.65)


def _may_be_one(claim: _Claim, other: _Claim) -> bool:
    """Whether nothing speaks against it: nesting, other numbers, another time."""
    one, two = claim.statement, other.statement
    nested = two.id == one.reported_in or one.id == two.reported_in
    return not nested and not _figures_clash(claim, other) and compatible(one.due, two.due)


def _figures_clash(claim: _Claim, other: _Claim) -> bool:
    return not (claim.figures <= other.figures or other.figures <= claim.figures)


def _shared(claim: _Claim, other: _Claim) -> float:
    timed = claim.statement.due is not None and other.statement.due is not None
    quoted = claim.statement.form != "indirect"
    return len(claim.words & other.words) + 2 * timed + quoted


def _one_speaker(claim: _Claim, other: _Claim) -> bool:
    """The same name; in a headline also the body or land for its person, or a role for the name."""
    one, two = claim.statement.speaker, other.statement.speaker
    if one.name and two.name:
        if one.name == two.name:
            return True
        return other.statement.in_headline and _stands_for(two.name, other, claim)
    return other.statement.in_headline or bool(one.description and one.description == two.description)


def _stands_for(name: str, headline: _Claim, claim: _Claim) -> bool:
    role = (claim.statement.speaker.role or "").lower()
    return name.lower() in role or bool(headline.countries & claim.countries)


def compatible(one: Due | None, two: Due | None) -> bool:
    """Whether two windows can be one time told twice: they end at about the same time."""
    if one is None or two is None or one.value == two.value:
        return True
    ends = [resolve_due(replace(d, earliest=None, latest=None), _NOMINAL).latest for d in (one, two)]
    if ends[0] is None or ends[1] is None:
        return one.vague or two.vague
    horizon = max(abs((e - _NOMINAL).days) for e in ends if e is not None)
    return abs((ends[0] - ends[1]).days) <= 3 + 0.35 * horizon


def difference(article: Article, statement: Statement, restated: Statement) -> str | None:
    """What one wording says that the fuller one doesn't, in neutral words; None where they agree."""
    parts = [*_speakers_differ(statement, restated), *_strengths_differ(statement, restated)]
    if statement.due is not None and (restated.due is None or statement.due.value != restated.due.value):
        fuller = article[restated.due.span] if restated.due else "no time"
        parts.append(f"time: “{article[statement.due.span]}” here, “{fuller}” there")
    extra = sorted(_claim(article, statement).words - _claim(article, restated).words)
    shown = [w for w in _WORD.findall(article[statement.content]) if _stemmed(w.lower()) in extra]
    if shown:
        parts.append("only here: " + ", ".join(dict.fromkeys(shown)))
    return "; ".join(parts) or None


def _speakers_differ(statement: Statement, restated: Statement) -> list[str]:
    one, two = statement.speaker.name, restated.speaker.name
    return [f"speaker: {one} here, {two} there"] if one and two and one != two else []


def _strengths_differ(statement: Statement, restated: Statement) -> list[str]:
    one, two = statement.strength, restated.strength
    if one == two:
        return []
    stronger = "stronger" if _STRENGTHS.index(one) > _STRENGTHS.index(two) else "weaker"
    return [f"{stronger}: {one} here, {two} there"]
