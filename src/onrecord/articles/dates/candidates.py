"""Every date that may be the story's, with where it stood and why it counts or doesn't. ``moments`` weighs them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from onrecord.articles.credit.datelines import dateline_of
from onrecord.articles.dates.page_dates import SeenDate
from onrecord.articles.markup.metadata import PageMetadata, Stated
from onrecord.articles.written import Written, neighbours, written_dates
from onrecord.model import DateCandidate, Where

_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<m>[01]?\d|[a-z]{3})(?P=mark)(?P<d>[0-3]?\d)(?!\d)", re.I
)
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0[1-9]|1[0-2])(?=/)")
_OPENING_LINES, _LONGEST_SUBHEAD = 2, 60  # a short line, a subhead or byline, may stand before the dateline
_UNSPECIFIC = frozenset({"date", "dc.date", "dcterms.date", "dcterms.created", "displaydate"})
_MOST_VOICES = 2  # JSON-LD that gives more days than this describes a list of other articles


def given(day: date) -> DateCandidate:
    """A person's word."""
    return _of_day(day, "given", day.isoformat(), "A person gave this date.")


def from_metadata(metadata: PageMetadata, *, day_first: bool | None = None) -> tuple[DateCandidate, ...]:
    """What the page's head and JSON-LD say, one candidate for each day; when it was changed comes after."""
    stated = _one_article(metadata.published)
    published = [
        replace(c, marked=s.where not in _UNSPECIFIC, unspecific=s.where in _UNSPECIFIC)
        for s in stated
        for c in _stated(s, _named(s.where), day_first)
    ]
    changed = [
        replace(c, changed=True)
        for s in metadata.modified
        for c in _stated(
            s,
            f"The page’s data ({s.where}) tells when it was changed last, which is not when it was published.",
            day_first,
        )
    ]
    days = {c.value for c in published}
    return _distinct([*published, *(c for c in changed if c.value not in days)])


def _named(tag: str) -> str:
    if tag in _UNSPECIFIC:
        return f"The page’s data ({tag}) names it, and does not say what happened that day."
    return f"The page’s data ({tag}) names it as the day of publication."


def from_url(url: str | None) -> tuple[DateCandidate, ...]:
    """A date in the address: a day, or at least a month."""
    path = urlsplit(url).path if url else ""
    for match in _URL_DAY.finditer(path):
        written = written_dates(f"{match['y']}-{match['m']}-{match['d']}") or written_dates(
            f"{match['d']} {match['m']} {match['y']}"
        )
        if written and written[0].day and (match["mark"] or len(match.group()) == 8):
            return (_of_day(written[0].day, "url", match.group(), "The address of the page holds it."),)
    if month := _URL_MONTH.search(path):
        return (_of_month(int(month["y"]), int(month["m"]), month.group()),)
    return ()


def from_dateline(body: Sequence[str], *, day_first: bool | None = None) -> tuple[DateCandidate, ...]:
    """The day in the dateline that the story opens with, or its second paragraph where the first is a subhead.

    Under a first paragraph of any length, a date counts that the second one begins with.
    """
    may_stand_deeper = True
    for line in body[:_OPENING_LINES]:
        dateline = dateline_of(line, day_first=day_first)
        if dateline and dateline.date and (may_stand_deeper or dateline.date.start == 0):
            return (
                candidate_of(
                    dateline.date, "dateline", "The dateline, where the story begins, names it as the day of writing."
                ),
            )
        may_stand_deeper = len(line) <= _LONGEST_SUBHEAD
    return ()


def from_lines(seen: Iterable[SeenDate], *, besides: Iterable[DateCandidate] = ()) -> tuple[DateCandidate, ...]:
    """Dates that a reader sees beside the story; those of something else are left out, and words told ``besides``."""
    told = {c.words for c in besides}
    return _distinct([c for one in seen for c in _seen(one) if c.words not in told])


def reconciled(candidates: Sequence[DateCandidate]) -> tuple[DateCandidate, ...]:
    """UTC stamps widened to the neighbouring day where a local date of the same page names that.

    02:25 UTC on the 25th is the evening of the 24th in America; the page's own date line and address tell.
    """
    sharp = [c for c in candidates if c.earliest and c.earliest == c.latest and c.where != "chrome"]
    local = [c.earliest for c in sharp if c.earliest and not _is_utc(c) and not c.changed]
    return tuple(_widened(c, local) for c in candidates)


def as_others_tell(seen: Iterable[SeenDate], others: Sequence[DateCandidate]) -> tuple[SeenDate, ...]:
    """Of the two readings of 11/01/2021 the one that the page's head or address names as well."""
    days = {c.earliest for c in others if c.earliest == c.latest}
    return tuple(replace(one, written=_as_told(one.written, days)) for one in seen)


def _as_told(written: Written, days: Collection[date | None]) -> Written:
    told = [day for day in written.readings or () if day in days]
    return replace(written, day=told[0], value=str(told[0])) if len(told) == 1 else written


def candidate_of(written: Written, where: Where, why: str) -> DateCandidate:
    """A written date as a candidate; an ambiguous or partial one says so and has no days."""
    if written.readings and written.day is None:
        one, other = written.readings
        why += f" It can be read as {one} or as {other}; nothing on the page tells which."
    elif written.day is None:
        why += " The year is missing."
    elif written.told:
        why += f" {written.told}"
    return DateCandidate(
        value=written.value, earliest=written.day, latest=written.day, where=where, words=written.words, why=why
    )


def _seen(one: SeenDate) -> list[DateCandidate]:
    if one.label == "other":
        return []
    if one.label == "modified":
        why = "The page says that it was updated then; that is not when it was published."
        return [replace(candidate_of(one.written, one.place, why), changed=True)]
    if one.place == "byline":
        marked = bool(one.label or one.marked)
        why = "It stands with the headline and byline" + (", marked as the day of publication." if marked else ".")
        return [replace(candidate_of(one.written, "byline", why), marked=marked)]
    clock = " with a clock" if re.search(r"\d[:.]\d\d", one.written.words) else ""
    return [
        candidate_of(
            one.written,
            "chrome",
            f"A date{clock} elsewhere on the page: it may be that of the visit, or of another story.",
        )
    ]


def _stated(stated: Stated, why: str, day_first: bool | None) -> list[DateCandidate]:
    written = written_dates(stated.value, day_first=day_first)[:1]
    return [replace(candidate_of(w, "metadata", why), words=stated.value[:80]) for w in written]


def _one_article(published: Sequence[Stated]) -> list[Stated]:
    """JSON-LD of an overview, or of reviews and recipes beside the story, gives many days: of those none counts."""
    blocks = [s for s in published if s.where.startswith("jsonld")]
    days = {s.value[:10] for s in blocks}
    return [s for s in published if s not in blocks] if len(days) > _MOST_VOICES else list(published)


def _is_utc(candidate: DateCandidate) -> bool:
    return candidate.where == "metadata" and bool(re.search(r"\d{2}:\d{2}.*(?:Z|[+-]00:?00|UTC|GMT)", candidate.words))


def _widened(candidate: DateCandidate, local: Sequence[date]) -> DateCandidate:
    day = candidate.earliest
    if day is None or not _is_utc(candidate) or day in local:
        return candidate
    near = next((other for other in local if neighbours(day, other)), None)
    if near is None:
        return candidate
    first, last = min(day, near), max(day, near)
    why = candidate.why + f" Its clock is in UTC: where the page says {near}, it was that day."
    return replace(candidate, value=f"{first}/{last}", earliest=first, latest=last, why=why)


def _of_day(day: date, where: Where, words: str, why: str) -> DateCandidate:
    return DateCandidate(value=day.isoformat(), earliest=day, latest=day, where=where, words=words, why=why)


def _of_month(year: int, month: int, words: str) -> DateCandidate:
    first = date(year, month, 1)
    last = date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    why = "The address of the page holds the month."
    return DateCandidate(value=f"{year}-{month:02}", earliest=first, latest=last, where="url", words=words, why=why)


def _distinct(candidates: Iterable[DateCandidate]) -> tuple[DateCandidate, ...]:
    """One candidate for each value of a place."""
    return tuple({(c.where, c.value, c.changed): c for c in reversed(list(candidates))}.values())[::-1]
