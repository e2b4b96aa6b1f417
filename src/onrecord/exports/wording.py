"""What the record says in plain English: dates, windows, speakers, relays. One wording for every screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from onrecord.model import (
    Article,
    CitedFigure,
    DateStatus,
    Due,
    Figure,
    Moment,
    Move,
    SaidOn,
    Speaker,
    Statement,
    StoryDate,
    Where,
)

STATUS: dict[DateStatus, str] = {
    "agreed": "independent candidates agree",
    "stated": "stated, nothing against it",
    "disputed": "candidates disagree, so no day is taken",
    "unknown": "nothing that counts tells it",
}

WHERE: dict[Where, str] = {
    "metadata": "page data",
    "url": "address",
    "feed": "feed",
    "dateline": "dateline",
    "byline": "at headline",
    "text": "text",
    "chrome": "elsewhere",
    "copy": "original",
    "given": "a person",
}
"""Where a candidate for a story's date stood, in a word or two."""

OVER = "none: it would have ended before the words were said"
"""What is said of a window that no day fits: the story's date or the time words are wrong."""

FIRST_WORDS = 7
"""Words of the body that stand for a missing title."""

_ABOUT = {"month", "quarter", "season", "half", "year", "decade", "century"}


def one_day(day: date) -> str:
    """A day as people write it: ``18 Nov 2017``."""
    return f"{day.day} {day:%b} {day.year}"


def short_day(day: date) -> str:
    """A day beside others of its year: ``18 Nov``."""
    return f"{day.day} {day:%b}"


def days(earliest: date | None, latest: date | None) -> str:
    """An interval of days, either end open; empty where both are."""
    if earliest is None:
        return f"up to {one_day(latest)}" if latest else ""
    if latest is None:
        return f"from {one_day(earliest)}, no end"
    if earliest == latest:
        return one_day(earliest)
    if earliest.year != latest.year:
        return f"{one_day(earliest)} – {one_day(latest)}"
    start = f"{earliest.day} {earliest:%b}" if earliest.month != latest.month else str(earliest.day)
    return f"{start} – {one_day(latest)}"


def title(article: Article) -> str:
    """The title; else the first words of the body, so that a page without one can be told from others."""
    if article.title:
        return article.title
    words = next((article[span].split() for span in article.paragraphs), [])
    return " ".join(words[:FIRST_WORDS]) + " …" if words else "no title"


def story_date(story: StoryDate) -> str:
    """The date of a story, or why there is none."""
    known = days(story.earliest, story.latest)
    if is_fixed(story):
        return f"{known} (fixed by a person)" if known else "unknown: a person decided that it can’t be known"
    return f"{known} ({story.status})" if known else f"{story.status}: {STATUS[story.status]}"


def is_fixed(story: StoryDate) -> bool:
    """Whether a person's decision settled it."""
    return any(candidate.decision for candidate in story.candidates)


def window(due: Due, said_on: SaidOn | None = None) -> str:
    """A due window: its days; or why it has none."""
    if due.vague:
        return "no day given"
    known = Moment(earliest=due.earliest, latest=due.latest, precision=due.precision, approximate=due.approximate)
    return moment(known) or (OVER if is_over(due, said_on) else "no days until the story has a date")


def is_over(due: Due, said_on: SaidOn | None) -> bool:
    """Whether a window has no days though it is known when the words were said: it would have ended before."""
    unknown = due.earliest is None and due.latest is None
    return unknown and not due.vague and said_on is not None and bool(said_on.earliest or said_on.latest)


def moment(known: Moment | None) -> str:
    """Days, about days where they are no sharper; empty where there are none."""
    if known is None:
        return ""
    text = days(known.earliest, known.latest)
    about = known.approximate or (known.earliest == known.latest and known.precision in _ABOUT)
    return f"about {text}" if about and text else text


def moved(found: Sequence[Move], *, due_only: bool = False) -> str:
    """Where a statement's days were when it was first read, and why they are elsewhere; empty where they are back."""
    if not found:
        return ""
    whole = replace(found[-1], due_before=found[0].due_before, said_before=found[0].said_before)
    changed = _changed(whole)[:1] if due_only else _changed(whole)
    if not changed or (due_only and whole.due_before == whole.due_after):
        return ""
    steps = f", in {len(found)} steps" if len(found) > 1 else ""
    return "; ".join(f"{name} from {before}" for name, before, _ in changed) + f"{steps}. {whole.why}"


def steps(found: Sequence[Move]) -> tuple[str, ...]:
    """Each move in words: ``due no day → 18 Nov 2017; said no day → 31 Oct 2017. Fixed by …``."""
    return tuple(
        "; ".join(f"{name} {before} → {after}" for name, before, after in _changed(move)) + f". {move.why}"
        for move in found
    )


def _changed(move: Move) -> list[tuple[str, str, str]]:
    """What moved, from where to where, the window first."""
    pairs = (("due", move.due_before, move.due_after), ("said", move.said_before, move.said_after))
    return [(name, moment(a) or "no day", moment(b) or "no day") for name, a, b in pairs if a != b]


def vanished(at: datetime) -> str:
    """That a statement stands in its article no more."""
    return f"no longer in the article: gone when it was captured on {one_day(at.date())}"


def said(article: Article, said_on: SaidOn | None) -> str:
    """When the words were said: told by time words, or taken from the story's date, which is said so."""
    if said_on is None:
        return ""
    known = days(said_on.earliest, said_on.latest)
    if said_on.span is None:
        return f"{known}, the story’s date" if known else ""
    words = f"“{article[said_on.span]}”"
    return f"{known} ({words})" if known else f"{words}, no day until the story has a date"


def who(speaker: Speaker) -> str:
    """The speaker's name; else the description; else what else it could be."""
    if speaker.name:
        return speaker.name
    if speaker.anonymous and speaker.description:
        return f"{speaker.description} (not named)"
    if speaker.alternatives:
        return f"not known: {' or '.join(speaker.alternatives)}?"
    return "not known"


def via(relay: tuple[str, ...]) -> str:
    """A relay chain, nearest first."""
    return " ← ".join(relay)


def figure(cited: Figure) -> str:
    """A figure with its bounds: ``at least 58 people``, ``3 to 5 %``."""
    what = cited.unit if cited.unit and cited.unit != "percent" else cited.noun
    return " ".join(filter(None, (amount(cited), what or "")))


def cited(given: CitedFigure) -> str:
    """A figure with who gave it and when: ``at least 58 (Ada Fenn, 4 Apr 2031)``."""
    said = f", {one_day(given.said)}" if given.said else ""
    return f"{amount(given.figure)} ({given.speaker or 'not known'}{said})"


def amount(cited: Figure) -> str:
    """A figure's bounds without what was counted: ``at least 58``, ``about 80``, ``3 to 5 %``."""
    bounds = _bounds(cited.low, cited.high) + (" %" if cited.unit == "percent" else "")
    return f"about {bounds}" if cited.approximate and None not in {cited.low, cited.high} else bounds


def _bounds(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "an unknown number of"
    if low is None:
        return f"up to {number(high)}"
    if high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def number(value: float | None) -> str:
    """A number with thousands apart and no empty decimals."""
    if value is None:
        return ""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.6g}"


def tags(statement: Statement) -> tuple[str, ...]:
    """What is worth saying of a statement in a word each: kind, form, then only what is out of the ordinary."""
    unusual = (
        statement.strength if statement.strength != "certain" else "",
        statement.stance if statement.stance != "asserts" else "",
        "headline" if statement.in_headline else "",
        "confident" if statement.sure else "",
    )
    return (statement.kind, statement.form, *filter(None, unusual))


def facts(article: Article, statement: Statement, moves: Sequence[Move] = ()) -> tuple[tuple[str, str], ...]:
    """Name and wording of each thing that is known about a statement beyond its words and speaker."""
    due, event = statement.due, statement.event
    rows = (
        ("via", via(statement.relay)),
        ("said", said(article, statement.said_on)),
        ("where", article[statement.venue]),
        ("due", f"{window(due, statement.said_on)} (“{article[due.span]}”)" if due else ""),
        ("moved", moved(moves)),
        ("event", article[event.span] + (f", {article[event.place]}" if event.place else "") if event else ""),
        ("figures", "; ".join(_figure_of_whom(article, each) for each in statement.figures)),
        ("differs", statement.differs or ""),
        ("inserted", "; ".join(article[span] for span in statement.insertions)),
    )
    return tuple((name, text) for name, text in rows if text)


def _figure_of_whom(article: Article, cited: Figure) -> str:
    population = f" — {article[cited.population]}" if cited.population else ""
    whole = f" (part of “{article[cited.part_of]}”)" if cited.part_of else ""
    return figure(cited) + population + whole
