"""The dateline that a story opens with: its place, the day of writing, the agency.

"ASTANA, October 31. /TASS/", "BEIRUT (Reuters) -", "GENEVA, 4 April 2017 —", "Wed 05 Apr 2017 …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.articles.credit.agencies import NAME, calls_itself_agency, canonical, in_slot
from onrecord.articles.written import Written, written_dates

REACH = 160  # characters that a dateline may take
_DATE_REACH = 120  # characters in which a bare date is still a dateline
_FREE_REACH = 20
_LONGEST_INITIALS = 6
_STATES = frozenset({"USA", "UAE", "DRC", "PRC", "DPRK", "KSA", "CAR"})
_DASH = r"\s*(?:--?|–|—|―|:)(?=\s|$)"
_PLACE = r"(?P<place>[A-ZÀ-ÖØ-Þ][^\d()/:;!?\n\"“”]{1,60}?)"
_WORDS = r"(?P<between>[^()/\n\"“”]{0,40}?)"
_SLASHES = re.compile(rf"{_PLACE}(?:[,.]{_WORDS})?[,.]?\s*/(?P<agency>[A-Z][^/\n]{{1,40}})/[.,:]?")
_BRACKETS = re.compile(rf"(?:{_PLACE}(?:,{_WORDS})?)?[,.]?\s*\((?P<agency>{NAME})\)(?P<dash>{_DASH})?")
_AGENCY_AFTER_COMMA = re.compile(rf"(?P<place>[A-Z][A-Za-z'’. -]{{2,30}}),\s(?P<agency>{NAME})\s?(?:--|–|—|-)\s")
_CAPITALS = re.compile(rf"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{{2,40}})(?:,{_WORDS})?{_DASH}")
_IN_A_SENTENCE = re.compile(
    r"\b(?:on|at|since|in|until|till|from|by|of|after|before|between|and|to|for|the|last|next|born|as)\s+$", re.I
)
_LABEL = re.compile(r"\b(?:posted|published|publication|written|released|updated)(?:\s+(?:on|at))?:?\s+$", re.I)
_PLACE_BEFORE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]{1,30}(?: [A-ZÀ-ÖØ-Þ][\w.'’-]{1,30}){0,2},\s+$")
_WEEKDAY_BEFORE = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s+$")
_GOES_ON = re.compile(r"[\s,.]*(?:$|[-–—()|/]|[A-Z0-9\"“'‘]|by\b|at \d|[a-z]{2,12}:\s)|\(updated")
_STAMP = re.compile(r"\d\s?[ap]\.?m\b|\d:\d\d", re.I)
_CLOCK_RUN_TOGETHER = re.compile(r"\b(?:[01]\d|2[0-3])[0-5]\d\s$")  # "1924 16.05.2017"
_PLACE_AND_NEXT = re.compile(rf"\s(?:[A-Z][a-z]+\s){{0,2}}(?P<agency>{NAME})\b")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the story begins. ``end`` is where it begins, in the text that was given."""

    end: int
    place: str | None = None
    agency: str | None = None
    date: Written | None = None


def dateline_of(paragraph: str, *, day_first: bool | None = None) -> Dateline | None:
    """The dateline that a first paragraph opens with; None where there is none."""
    head = paragraph[:REACH]
    for pattern in (_SLASHES, _BRACKETS, _AGENCY_AFTER_COMMA, _CAPITALS):
        match = pattern.match(head)
        if match and _is_sound(match):
            return _made(match, head, day_first)
    return _by_date(head, day_first)


def _is_sound(match: re.Match[str]) -> bool:
    """A bracket is a dateline's if a dash follows, a place in capitals stands before, or it opens with a known name;
    and not if it holds the initials of what stands before ("World Health Organization (WHO)").
    """
    groups = match.groupdict()
    place, agency = groups["place"] or "", groups.get("agency") or ""
    if match.re is _AGENCY_AFTER_COMMA and not _reports(agency):
        return False
    if "dash" in groups and not groups["dash"]:
        return place.isupper() if place else canonical(agency) is not None
    initials = "".join(word[0] for word in place.split() if word[0].isupper())
    return len(place.split()) <= 6 and not (agency and len(initials) > 1 and initials.endswith(agency))


def _reports(words: str) -> bool:
    """Whether what stands after the town is an agency: else it is a state or country ("BUFFALO, N.Y.")."""
    is_short = 3 <= len(words) <= _LONGEST_INITIALS and words.isalpha() and words.isupper()
    return canonical(words) is not None or calls_itself_agency(words) or (is_short and words not in _STATES)


def _made(match: re.Match[str], head: str, day_first: bool | None) -> Dateline:
    groups = match.groupdict()
    dates = written_dates(head[: match.end()], day_first=day_first)
    place = (groups["place"] or "").strip(" ,.-") or None
    agency = in_slot(groups["agency"]) if groups.get("agency") else None
    if place and dates:
        place = head[: dates[0].start].strip(" ,.-") or None
    return Dateline(match.end(), place, agency, dates[0] if dates else None)


def _by_date(head: str, day_first: bool | None) -> Dateline | None:
    """A date near the beginning that no preposition draws into a sentence: a full one, or one after a place."""
    for written in written_dates(head[:_DATE_REACH], day_first=day_first):
        before = _WEEKDAY_BEFORE.sub("", head[: written.start])
        if (_IN_A_SENTENCE.search(before) and not _LABEL.search(before)) or not _GOES_ON.match(head, written.end):
            continue
        if len(before) > _FREE_REACH and not _stands_apart(head, written, before):
            continue
        if place := _PLACE_BEFORE.fullmatch(before):
            return Dateline(written.end, place=place.group().rstrip(", "), date=written)
        if written.day or written.readings:
            return Dateline(written.end, date=written)
    return None


def _stands_apart(head: str, written: Written, before: str) -> bool:
    """Deeper in, a weekday, a label, a clock or an agency beside it tells a dateline from a date in a sentence."""
    if before != head[: written.start] or _LABEL.search(before):
        return True
    if _STAMP.search(written.words) or _CLOCK_RUN_TOGETHER.search(before):
        return True
    follows = _PLACE_AND_NEXT.match(head, written.end)
    return follows is not None and canonical(follows["agency"].split()[0].partition("-")[0]) is not None
