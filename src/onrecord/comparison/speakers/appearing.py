"""The named speakers of each article, each with what the article gives to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.comparison.speakers.naming import Name, names_in
from onrecord.comparison.speakers.roles import home_of
from onrecord.model import EXPECTATION_KINDS, Appearance, Article, Entry, Statement

MOST_ROLES = 4
"""Roles of one speaker in one article; those told most often."""
LOOKED_AT = 100_000
"""Characters of an article in which a name is looked for again."""
LONGEST_SHORT = 10
"""Letters of the longest initials."""


def appearances(entries: Iterable[Entry]) -> Iterator[Appearance]:
    """The named speakers of the articles, in order of the articles' ids."""
    said: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    articles: dict[str, Article] = {}
    for entry in entries:
        if entry.statement.speaker.name:
            articles[entry.article.id] = entry.article
            said[entry.article.id][entry.statement.speaker.name].append(entry.statement)
    for id in sorted(articles):
        for written in sorted(said[id]):
            yield from _of(articles[id], written, said[id][written])


def _of(article: Article, written: str, told: list[Statement]) -> Iterator[Appearance]:
    roles = _roles(told)
    days = sorted(day for each in told for day in _days(article, each))
    with_the = f"the {written}" in article.text[:LOOKED_AT]
    found = list(names_in(written, titled=bool(roles), with_the=with_the))
    for name in found:
        own = roles if len(found) == 1 else ()
        yield Appearance(
            article=article.id,
            written=written,
            name=name.name,
            key=name.key,
            sort=name.sort,
            partial=name.partial,
            roles=own,
            country=name.country or next((land for role in own if (land := home_of(role))), None),
            outlet=article.outlet,
            short=_short(article, name),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            statements=len(told),
            expectations=sum(each.kind in EXPECTATION_KINDS for each in told),
        )


def _roles(told: Iterable[Statement]) -> tuple[str, ...]:
    count = Counter(" ".join(each.speaker.role.split()) for each in told if each.speaker.role)
    return tuple(sorted(sorted(count), key=lambda role: -count[role])[:MOST_ROLES])


def _days(article: Article, statement: Statement) -> tuple[date, ...]:
    said, story = statement.said_on, article.date
    known = (said.earliest, said.latest) if said and (said.earliest or said.latest) else (story.earliest, story.latest)
    return tuple(day for day in known if day is not None)


def _short(article: Article, name: Name) -> str | None:
    """The initials that stand in brackets behind a body's name where the article first gives both."""
    if name.sort != "body" or " " not in name.name:
        return None
    at = article.text.find(f"{name.name} (", 0, LOOKED_AT)
    if at < 0:
        return None
    begin = at + len(name.name) + 2
    short = article.text[begin : begin + LONGEST_SHORT + 1].partition(")")
    return short[0] if short[1] and short[0].isalnum() and short[0].isupper() and len(short[0]) > 1 else None
