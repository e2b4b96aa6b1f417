"""Weighing the candidates for a story's date, in the open.

A person's word comes first, then what strong and independent places say (metadata, feed, address, dateline, byline),
then a dated copy. All that a site's own system wrote into a page's head is one voice, however many tags repeat it.
Clocks and dates in the page's chrome are weak: they can contradict each other, but never prove a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.model import DateCandidate, DateStatus, StoryDate, Where
from onrecord.moments.values import days_of, parse

STRONG: Final[tuple[Where, ...]] = ("dateline", "metadata", "feed", "url", "byline")
"""Independent voices, the one that names the day of writing first."""
_PLACE: Final[dict[Where, str]] = {
    "dateline": "the dateline",
    "metadata": "the page’s own data",
    "feed": "what it came in",
    "url": "the address",
    "byline": "the line at the headline",
    "text": "the text",
    "chrome": "the page outside the story",
    "copy": "a dated copy",
    "given": "a person",
}
"""Each place as a reader would call it."""
_LONGEST_WORDS: Final = 60
_ZONE_DAYS: Final = 1
"""Two clocks on either side of the earth may name neighbouring days for the same hour."""


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Candidates that name the same day, or neighbouring ones."""

    members: tuple[DateCandidate, ...]

    @property
    def voices(self) -> tuple[Where, ...]:
        return tuple(where for where in STRONG if any(c.where == where for c in self.members))

    @property
    def days(self) -> tuple[date, date]:
        """The sharpest day named; where they differ, that of the first voice in `STRONG`."""
        best = min(self.members, key=lambda c: (_width(c), STRONG.index(c.where)))
        return _days(best)


def weigh(candidates: Iterable[DateCandidate]) -> StoryDate:
    """The date of a story by TERMS: ``agreed``, ``stated``, ``disputed`` or ``unknown``, with how it was weighed.

    All candidates are kept, in the order given. ``disputed`` and ``unknown`` leave the days None.
    """
    kept = tuple(candidates)
    if fixed := [c for c in kept if c.decision]:
        return _fixed(fixed[-1], kept)
    if given := _dated(kept, "given"):
        return _verdict("stated", given[-1], kept, f"A person gave it, {_range(_days(given[-1]))}.")
    strong = tuple(c for c in kept if c.where in STRONG and c.earliest and c.latest)
    copies = _dated(kept, "copy")
    if strong:
        return _of_strong(strong, copies, kept)
    return _of_copies(copies, kept) if copies else _of_weak(kept)


def _fixed(decided: DateCandidate, kept: tuple[DateCandidate, ...]) -> StoryDate:
    """What a person decided, even that nobody can know it."""
    if decided.earliest is None:
        return StoryDate(status="unknown", candidates=kept, why=decided.why)
    return StoryDate(
        status="stated", earliest=decided.earliest, latest=decided.latest, candidates=kept, why=decided.why
    )


# ── strong voices ────────────────────────────────────────────────────────────


def _of_strong(
    strong: Sequence[DateCandidate], copies: Sequence[DateCandidate], kept: tuple[DateCandidate, ...]
) -> StoryDate:
    published = [c for c in strong if not c.changed] or list(strong)
    clusters = sorted(_specific(_clusters(published)), key=_weight, reverse=True)
    first, rivals = clusters[0], clusters[1:]
    if rivals and len(rivals[0].voices) == len(first.voices):
        return _of_tied(clusters, copies, kept)
    if copies and len(first.voices) == 1 and not _near(_days(copies[-1]), first.days):
        return _disputed([first.members[0], copies[-1]], kept)
    days, note = first.days, _against(rivals)
    independent = _independent(first, kept)
    if len(independent) > 1:
        return _dated_by("agreed", days, kept, f"{_listed(independent)} say {_range(days)}, each on its own.{note}")
    one_voice = " What one system repeats in several places counts once." if len(first.members) > 1 else ""
    only = f"Only {_PLACE[first.members[0].where]} gives a day: {_range(days)}."
    return _dated_by("stated", days, kept, f"{only}{one_voice}{note}")


def _independent(cluster: _Cluster, kept: Sequence[DateCandidate]) -> tuple[Where, ...]:
    """The voices that don't repeat another's very stamp, to the second (one system prints it in several places).

    A day and month without the year, where they fit, are a voice too.
    """
    found: list[Where] = []
    heard = set[str]()
    for where in STRONG:
        members = [c for c in cluster.members if c.where == where]
        partial = [c for c in kept if c.where == where and c.earliest is None and _without_year(c.value, cluster.days)]
        if {c.words for c in (*members, *partial)} - heard:
            found.append(where)
        heard |= {c.words for c in members if ":" in c.words}
    return tuple(found)


def _without_year(value: str, days: tuple[date, date]) -> bool:
    return days[0] == days[1] and value == f"XXXX-{days[0]:%m-%d}"


def _specific(clusters: list[_Cluster]) -> list[_Cluster]:
    """Without days that one tag names and does not say of what, where the page says which is the day of publication."""
    named = [c for c in clusters if any(m.marked for m in c.members)]
    return [c for c in clusters if not named or any(not m.unspecific for m in c.members)]


def _of_tied(
    clusters: Sequence[_Cluster], copies: Sequence[DateCandidate], kept: tuple[DateCandidate, ...]
) -> StoryDate:
    """Rivals of equal weight: only a dated copy can tell between them."""
    backed = [c for c in clusters if copies and _near(_days(copies[-1]), c.days)]
    if len(backed) != 1:
        return _disputed([c.members[0] for c in clusters], kept)
    why = f"The places on the page disagree, and a dated copy bears out {_range(backed[0].days)}."
    return _dated_by("stated", backed[0].days, kept, why)


def _clusters(candidates: Sequence[DateCandidate]) -> list[_Cluster]:
    """Sharp candidates first, so that a month in the address joins the day that lies in it."""
    groups: list[list[DateCandidate]] = []
    for candidate in sorted(candidates, key=lambda c: (_width(c), STRONG.index(c.where))):
        home = next((g for g in groups if _near(_days(g[0]), _days(candidate))), None)
        if home is None:
            groups.append([candidate])
        else:
            home.append(candidate)
    return [_Cluster(tuple(group)) for group in groups]


def _weight(cluster: _Cluster) -> tuple[int, int]:
    return len(cluster.voices), -_width(cluster.members[0])


def _against(rivals: Sequence[_Cluster]) -> str:
    if not rivals:
        return ""
    return f" Against it, in fewer places: {_all_said([rival.members[0] for rival in rivals])}."


# ── copies and weak candidates ───────────────────────────────────────────────


def _of_copies(copies: Sequence[DateCandidate], kept: tuple[DateCandidate, ...]) -> StoryDate:
    if any(not _near(_days(copies[0]), _days(other)) for other in copies[1:]):
        return _disputed(copies, kept)
    first = min(copies, key=_days)
    why = f"It is a copy of “{_short(first.words)}”, dated {_range(_days(first))}, and takes that date."
    return _verdict("stated", first, kept, why)


def _of_weak(kept: tuple[DateCandidate, ...]) -> StoryDate:
    weak = [c for c in kept if c.where == "chrome"]
    if any(not _may_agree(a, b) for i, a in enumerate(weak[:50]) for b in weak[i + 1 : 50]):
        return _disputed(weak, kept)
    if weak:
        dates = "; ".join(dict.fromkeys(_day_said(c) for c in weak[:3]))
        why = f"A date is found only outside the story: {dates}. {_MAY_BE_ANOTHERS}, so it proves nothing alone."
    elif kept:
        why = "Only parts of a date were found; no day follows from them."
    else:
        why = "No date was found on the page."
    return StoryDate(status="unknown", candidates=kept, why=why)


def _may_agree(one: DateCandidate, other: DateCandidate) -> bool:
    """Whether two candidates can mean the same day; a date without its year fits that day in any year."""
    for full, partial in ((one, other), (other, one)):
        if full.earliest and partial.earliest is None:
            return _fits(full.earliest, partial.value)
    if one.earliest and other.earliest:
        return _overlap(_days(one), _days(other))
    return one.value == other.value or "WXX" in one.value + other.value


def _fits(day: date, value: str) -> bool:
    atom = parse(value)
    days = days_of(atom, day, "nearest") if atom else None
    return days is None or days.first <= day <= days.last or "WXX" in value


# ── words ────────────────────────────────────────────────────────────────────


def _disputed(rivals: Sequence[DateCandidate], kept: tuple[DateCandidate, ...]) -> StoryDate:
    if all(c.where == "chrome" for c in rivals):
        dates = "; ".join(dict.fromkeys(_day_said(c) for c in rivals[:4]))
        why = f"Dates are found only outside the story, and they disagree: {dates}. {_MAY_BE_ANOTHERS}: none counts."
    else:
        said = _all_said(list({_said(c): c for c in rivals}.values())[:4])
        why = f"{said[0].upper()}{said[1:]}. Nothing decides between them."
    return StoryDate(status="disputed", candidates=kept, why=why)


_MAY_BE_ANOTHERS: Final = "Such a date can be that of the visit, of an update or of another story"


def _verdict(status: DateStatus, chosen: DateCandidate, kept: tuple[DateCandidate, ...], why: str) -> StoryDate:
    return _dated_by(status, _days(chosen), kept, why)


def _dated_by(status: DateStatus, days: tuple[date, date], kept: tuple[DateCandidate, ...], why: str) -> StoryDate:
    chrome = any(c.where == "chrome" for c in kept)
    note = " Dates outside the story were not counted." if chrome else ""
    return StoryDate(status=status, earliest=days[0], latest=days[1], candidates=kept, why=why + note)


def _dated(candidates: Sequence[DateCandidate], where: str) -> list[DateCandidate]:
    return [c for c in candidates if c.where == where and c.earliest and c.latest]


def _days(candidate: DateCandidate) -> tuple[date, date]:
    """The days of a candidate that is known to have both."""
    return candidate.earliest or date.min, candidate.latest or date.max


def _width(candidate: DateCandidate) -> int:
    first, last = _days(candidate)
    return (last - first).days


def _near(one: tuple[date, date], other: tuple[date, date]) -> bool:
    gap = max(one[0].toordinal() - other[1].toordinal(), other[0].toordinal() - one[1].toordinal())
    return gap <= _ZONE_DAYS


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _all_said(candidates: Sequence[DateCandidate]) -> str:
    return ", ".join(map(_said, candidates))


def _said(candidate: DateCandidate) -> str:
    """``the dateline says 31 October 2017 (“October 31”)``."""
    return f"{_PLACE[candidate.where]} says {_day_said(candidate)}"


def _day_said(candidate: DateCandidate) -> str:
    if candidate.earliest is None:
        return f"“{_short(candidate.words)}”, which leaves the year open"
    return f"{_range(_days(candidate))} (“{_short(candidate.words)}”)"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1].rstrip() + "…"


def _range(days: tuple[date, date]) -> str:
    first, last = (f"{day.day} {day:%B} {day.year}" for day in days)
    return first if first == last else f"{first} to {last}"


def _listed(voices: Sequence[Where]) -> str:
    *most, last = (_PLACE[voice] for voice in voices)
    said = f"{', '.join(most)} and {last}"
    return said[0].upper() + said[1:]
