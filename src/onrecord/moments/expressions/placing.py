"""From a time expression and the words around it to a due window, or to none."""

from __future__ import annotations

import re
from typing import Final

from onrecord.model import Anchor, Due, Span
from onrecord.moments.expressions.amounts import Amount, length
from onrecord.moments.expressions.context import (
    Preposition,
    Sentences,
    is_adjectival,
    preposition,
    word_after,
    word_before,
)
from onrecord.moments.expressions.direction import FUTURE, PAST, PRESENT, direction
from onrecord.moments.expressions.found import Draft, Found
from onrecord.moments.expressions.joining import from_start
from onrecord.moments.expressions.lexicon import TIMES, UNITS, words
from onrecord.moments.values import parse

_FEW: Final = TIMES["few"]
_MEASURES: Final = TIMES["measures"]["before"]
_BOUNDS: Final = frozenset({"by", "before", "within"})
"""These point forward unless the clause is in the past."""
_LASTING: Final = frozenset({"for", "throughout", "after", "every", "lasting"})
_CALENDAR: Final = frozenset({"W", "M", "Y"})
_DEFINING: Final = frozenset({"when", "where", "which", "that", "of"})
_FROM_EVENTS: Final = frozenset({"after", "before", "following", "prior"})
"""Within ten days after the vote: not counted from the day of speaking."""
_PLANNED_FOR: Final = re.compile(rf"\b{words(TIMES['future']['planned_for'])}\s$")
_WITHIN_THE: Final = re.compile(r"([YMW])\+0")
"""Within the week."""
_MOVERS: Final = words([*TIMES["future"]["movers"], *(verb for verb, *_ in TIMES["future"]["moved"])])
_MOVED: Final = re.compile(rf"\b{_MOVERS}\b[^.;,]{{0,40}}\sto\s(?:the\s)?$")
"""Moved to June: a month needs no other word of time before it."""
_DATELINE: Final = re.compile(r"\s(?:\([A-Z][A-Za-z ]{1,20}\)\s?)?[—–](?=\s?[A-Z])|\s\([A-Z]{2,8}\)\s?-|\sprayers?\b")
"""Norholm, Feb. 2 (NPA) — The next: the day that the story is dated by. Friday prayers are named after theirs."""
_FIRST: Final = re.compile(r"\b(?:first|only)\s(?:[\w'’-]{1,20}\s){1,4}$")
_QUICK: Final = frozenset({"MIN", "S"})
"""Is done in under five minutes: how fast, unless it will be."""
_ERAS: Final = frozenset({"decade", "century"})
_NOT_SOON: Final = frozenset(TIMES["small_words"]["not_soon"])
_AFTER_HOLIDAY: Final = frozenset(TIMES["small_words"]["after_holiday"])
_POSSESSIVE: Final = ("'s", "’s")
_NOT_UNTIL: Final = re.compile(r"\b(?:not|never|cannot|\w{2,5}n['’]t)\s(?:\w{1,20}\s){1,4}$")
_NOT_UNTIL_WORDS: Final = frozenset({"until", "till", "up until", "before"})
_LATEST: Final = re.compile(r"\s(?:at\sthe\slatest|or\s(?:earlier|sooner))\b")
_BRACKETED: Final = re.compile(r"\b(?:by|until|till)\s(?:the\send\sof\s)?(?:the|its|their)\s[^().,;]{4,80}\s\($")
_BRACKET_REACH: Final = 120
_EARLIEST: Final = re.compile(r"\s(?:at\sthe\searliest|or\slater|onwards?|and\sbeyond)\b")


def place(text: str, found: Found, sentences: Sentences) -> Due | None:
    """The due window that an expression names where it stands; None where it names none. Days are left unresolved."""
    outside = _outside_brackets(text, found.span.start)
    before = outside or preposition(text, found.span.start)
    start = before.start if before and not outside else found.span.start
    if "/" in found.draft.value and found.draft.sense == "point":
        start = from_start(text, found)
    span = Span(start, found.span.end)
    value = _value(text, found, before)
    clause = Span(outside.start, span.end) if outside else span
    if value is None or not _lies_ahead(text, found, before, clause, sentences):
        return None
    return _due(span, value, found.draft)


def _outside_brackets(text: str, at: int) -> Preposition | None:
    """By the end of its five-year plan (March 2021): what stands before the bracket leads the date in it."""
    led = text[at - 1 : at] == "(" and _BRACKETED.search(text, max(0, at - _BRACKET_REACH), at)
    return Preposition("by", "by", led.start()) if led else None


def _due(span: Span, value: str, draft: Draft) -> Due:
    vague = value == "FUTURE_REF"
    return Due(
        span=span,
        value=value,
        anchor=_anchor(value),
        earliest=None,
        latest=None,
        precision=draft.precision,
        vague=vague,
        approximate=draft.approximate and not vague,
    )


def _anchor(value: str) -> Anchor:
    """``absolute`` where every day that the value names is fixed without knowing when it was said."""
    sides = [side.strip("<>") for side in value.split("/") if side != ".."]
    atoms = [parse(side) for side in sides]
    fixed = all(atom and not atom.partial and not atom.relative for atom in atoms)
    return "absolute" if fixed else "said_on"


# ── values ───────────────────────────────────────────────────────────────────


def _value(text: str, found: Found, before: Preposition | None) -> str | None:
    draft = found.draft
    kind = before.kind if before else ""
    if draft.vague:
        return "FUTURE_REF" if _is_promise(text, found, before) else None
    if draft.sense in {"length", "ahead"}:
        return _one_day(text, found, before) or _of_length(text, found, before)
    within = _WITHIN_THE.fullmatch(draft.value) if draft.sense == "reference" and kind == "within" else None
    if within:
        return f"P0D/P1{within[1]}"
    if draft.sense != "point" or _is_name(text, found, kind):
        return None
    if draft.amount:
        return _offsets(draft)
    return _of_point(text, found, before)


def _is_promise(text: str, found: Found, before: Preposition | None) -> bool:
    """Soon, but not "too soon" or "soon after"; "in the future", but not "the future of"."""
    if text[found.span.start : found.span.end].lower().endswith(" future"):
        return before is not None and before.words in {"in", "within", "over"} and not is_adjectival(text, found)
    after = word_after(text, found.span.end).lower()
    return (
        after not in {"after", "before", "afterwards"} and word_before(text, found.span.start).lower() not in _NOT_SOON
    )


def _one_day(text: str, found: Found, before: Preposition | None) -> str | None:
    """One day, without a preposition, is some day to come."""
    phrase = text[found.span.start : found.span.end].lower()
    return "FUTURE_REF" if phrase == "one day" and before is None else None


def _of_length(text: str, found: Found, before: Preposition | None) -> str | None:
    draft, phrase = found.draft, before.words if before else ""
    if (
        draft.amount is None
        or draft.amount.high == 0
        or _counts_back(text, found.draft, before)
        or _is_defined(text, found)
    ):
        return None
    if draft.sense == "length" and word_after(text, found.span.end).lower() in _FROM_EVENTS:
        return None
    if draft.sense == "ahead":
        return _of_coming(text, found, before)
    if phrase == "in" and draft.bound == "least":
        return f"{length(draft.amount.low, draft.unit)}/.."
    if (before and before.kind == "within") or (phrase == "in" and draft.bound == "most"):
        return f"P0D/{_reach(draft.amount, draft.unit)}"
    return _offsets(draft) if phrase == "in" else None


def _is_defined(text: str, found: Found) -> bool:
    """In a year when, in the first 100 days of: the words that follow tell which ones."""
    after = word_after(text, found.span.end).lower()
    return (_single(found.draft) and after in _DEFINING) or (
        found.draft.sense == "length" and after in {"of", "period"}
    )


def _of_coming(text: str, found: Found, before: Preposition | None) -> str | None:
    """Over the next two weeks; "by the next week" means the calendar one."""
    draft, phrase = found.draft, before.words if before else ""
    if draft.amount is None or _is_lasting(text, before) or _is_story(text, found, phrase):
        return None
    if before and before.kind == "by" and _single(draft) and draft.unit in _CALENDAR:
        return f"../{draft.unit}+1"
    return f"P0D/{_reach(draft.amount, draft.unit)}"


def _is_lasting(text: str, before: Preposition | None) -> bool:
    """For the next two years; not "planned for the next two years"."""
    lasting = before is not None and before.words in _LASTING
    return lasting and before is not None and not _PLANNED_FOR.search(text, max(0, before.start - 16), before.start)


def _is_story(text: str, found: Found, phrase: str) -> bool:
    """The next year, without a word of time before it, is one after another in a story told."""
    return (
        not phrase and text[found.span.start : found.span.end].lower().startswith("the next ") and _single(found.draft)
    )


def _single(draft: Draft) -> bool:
    return draft.amount is not None and draft.amount.high == 1


def _counts_back(text: str, draft: Draft, before: Preposition | None) -> bool:
    """The first time in ten years, the worst in a decade, its first fair in 40 years: these look back."""
    if before is None:
        return False
    behind = text[max(0, before.start - 60) : before.start].lower()
    first = draft.unit in {"Y", "E", "C"} and _FIRST.search(behind)
    return bool(first) or any(measure in behind for measure in _MEASURES)


def _offsets(draft: Draft) -> str | None:
    if draft.amount is None or draft.amount.high == 0:
        return None
    low, high = length(draft.amount.low, draft.unit), length(draft.amount.high, draft.unit)
    return low if low == high else f"{low}/{high}"


def _reach(count: Amount, unit: str) -> str:
    """The last offset of "the next N units"; of "the next few" by TERMS."""
    few = count.vague and count.high == 5 and unit in _FEW
    return str(_FEW[unit]) if few else length(count.high, unit)


def _of_point(text: str, found: Found, before: Preposition | None) -> str | None:
    value, kind = found.draft.value, before.kind if before else ""
    if value.startswith("XXXX-XX-XXT") or _follows_length(text, before):
        return None
    if "/" in value:
        return value
    if before and before.words in _NOT_UNTIL_WORDS and _NOT_UNTIL.search(text, max(0, before.start - 60), before.start):
        return f"{value}/.."
    if before and before.words == "as of" and value.startswith("D+0"):
        return None
    if kind in {"by", "within"} or _LATEST.match(text, found.span.end):
        return f"../{value}"
    opens = kind in {"since", "opening"} or _EARLIEST.match(text, found.span.end)
    return f"{value}/.." if opens else _beside(value, kind)


def _follows_length(text: str, before: Preposition | None) -> bool:
    """Days from Tuesday, six days before Friday: neither is told by that day alone."""
    counted = before is not None and before.kind in {"since", "before", "after"}
    return counted and before is not None and word_before(text, before.start).lower() in UNITS


def _beside(value: str, kind: str) -> str:
    """Before its end is by its last day; before and after it are the days next to it."""
    if kind == "before":
        return f"../{value}" if value.endswith("-END") else f"../<{value}"
    return f">{value}/.." if kind == "after" else value


def _is_name(text: str, found: Found, kind: str) -> bool:
    """It only names something; a unit longer than a day needs a word of time before it, or its own direction."""
    possessive = text.startswith(_POSSESSIVE, found.span.end) and kind not in {"before", "after", "by"}
    if possessive or is_adjectival(text, found) or _DATELINE.match(text, found.span.end):
        return True
    bare = (
        not kind
        and found.draft.when is None
        and not _MOVED.search(text, max(0, found.span.start - 60), found.span.start)
    )
    if found.draft.holiday and (bare or _heads_noun(word_after(text, found.span.end))):
        return True
    return bare and found.draft.precision not in {"day", "hour", "weekend"}


def _heads_noun(after: str) -> bool:
    """Christmas trees, but Christmas and, Christmas if."""
    return after[:1].isalpha() and after.lower() not in _AFTER_HOLIDAY


# ── direction ────────────────────────────────────────────────────────────────


def _lies_ahead(text: str, found: Found, before: Preposition | None, span: Span, sentences: Sentences) -> bool:
    own = found.draft.when
    if own == PAST or (before and before.words == "since"):
        return False
    sign = direction(text, span, sentences.around(found.span))
    if own == FUTURE and not found.draft.vague:
        return _not_told(text, span) and not (found.draft.sense == "ahead" and sign == PAST)
    if found.draft.unit in _QUICK:
        return sign == FUTURE
    bound = before is not None and before.kind in _BOUNDS and before.words not in {"through", "up to"}
    if bound or text[found.span.start : found.span.end].lower() == "tonight":
        return sign != PAST
    if sign != PRESENT:
        return sign == FUTURE
    verb_before = direction(text, span, Span(sentences.around(found.span).start, span.end)) == PRESENT
    return _is_near(text, found) or not _is_now(found.draft, before, verb_before=verb_before)


def _is_near(text: str, found: Found) -> bool:
    """The choice is coming soon."""
    return text[found.span.start : found.span.end].lower() in {"soon", "shortly"}


def _is_now(draft: Draft, before: Preposition | None, *, verb_before: bool) -> bool:
    """Today and this year with a present form are now; "is from 2004" tells where something comes from."""
    is_year = draft.precision == "year" and draft.sense == "point"
    if draft.precision in _ERAS or (is_year and not verb_before):
        return True  # voters in 2016 are
    atom = parse(draft.value)
    starts = before is not None and before.kind in {"since", "after"}
    inside = before is not None and before.words in {"in", "during"}
    bare_year = draft.precision == "year" and not inside
    return draft.vague or starts or (atom is not None and (atom.deictic or bare_year))


def _not_told(text: str, span: Span) -> bool:
    """What has been so since then, or follows in a story told, is no window."""
    return word_before(text, span.start).lower() not in {"since", "following"}
