"""What articles tell of speakers, made by hand: names, roles and days."""

from datetime import date

from onrecord.comparison.speakers import identify
from onrecord.model import Article, Entry, Identity, Kind, Span, Speaker, SpeakerMatch, Statement, StoryDate

Found = tuple[tuple[Identity, ...], tuple[SpeakerMatch, ...]]


def said(
    article: str,
    name: str | None,
    role: str | None = None,
    *,
    day: date | None = None,
    kind: Kind = "report",
    text: str = "Some words.",
    outlet: str | None = None,
) -> Entry:
    """One statement of a speaker in an article."""
    story = StoryDate(status="stated", earliest=day, latest=day) if day else StoryDate()
    told = Article(id=article, revision=article, url=None, title="", text=text, outlet=outlet, date=story)
    speaker = Speaker(name=name, role=role, anonymous=name is None)
    return Entry(
        article=told, statement=Statement(id=f"s-{article}-{name}", content=(Span(0, 4),), speaker=speaker, kind=kind)
    )


def names(found: Found) -> list[list[str]]:
    """The articles of each identity."""
    return sorted(sorted({each.article for each in identity.appearances}) for identity in found[0])


def suggested(found: Found) -> list[tuple[str, ...]]:
    """The names of each suggested pair."""
    called = {each.id: each.name for each in found[0]}
    return sorted(tuple(sorted((called[match.one], called[match.other]))) for match in found[1])


def pair(one: tuple[str, str | None], other: tuple[str, str | None]) -> Found:
    """Two names with their roles, in two articles."""
    return identify([said("a1", *one), said("a2", *other)])
