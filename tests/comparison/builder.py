"""Articles and statements made by hand from words, for tests of what happens across articles."""

import re
from datetime import date

from onrecord.model import (
    Article,
    DateCandidate,
    Due,
    Entry,
    Event,
    Figure,
    Kind,
    Span,
    Speaker,
    Statement,
    StoryDate,
)


def article(
    id: str,
    *paragraphs: str,
    title: str = "A headline",
    outlet: str | None = None,
    day: date | None = None,
    credited: tuple[str, ...] = (),
) -> Article:
    text = f"{title}\n\n" + "\n".join(paragraphs)
    return Article(
        id=id, revision=f"r-{id}", url=None, title=title, text=text, outlet=outlet, credits=credited, date=dated(day)
    )


def dated(day: date | None) -> StoryDate:
    if day is None:
        return StoryDate(status="unknown")
    candidate = DateCandidate(
        value=day.isoformat(), earliest=day, latest=day, where="metadata", words=day.isoformat(), why="the page says so"
    )
    return StoryDate(status="stated", earliest=day, latest=day, candidates=(candidate,))


def find(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def schedule(
    article: Article,
    words: str,
    *,
    event: str,
    on: date | None = None,
    place: str | None = None,
    kind: Kind = "schedule",
) -> Entry:
    content = find(article, words)
    due = None
    if on is not None:
        due = Due(span=content, value=on.isoformat(), anchor="absolute", earliest=on, latest=on, precision="day")
    return Entry(
        article=article,
        statement=Statement(
            id=f"s-{article.id}-{content.start}",
            content=(content,),
            kind=kind,
            due=due,
            event=Event(span=find(article, event), place=find(article, place) if place else None),
            speaker=Speaker(name="Ada Brenn"),
        ),
    )


def cited(article: Article, words: str, low: float, high: float | None, population: str, speaker: str) -> Entry:
    content = find(article, words)
    digits = re.search(r"\d[\d,]*", words)
    assert digits
    span = Span(content.start + digits.start(), content.start + digits.end())
    figure = Figure(span=span, low=low, high=high, noun="people", population=find(article, population))
    statement = Statement(
        id=f"s-{article.id}-{content.start}", content=(content,), figures=(figure,), speaker=Speaker(name=speaker)
    )
    return Entry(article=article, statement=statement)
