"""Page → Article."""

from __future__ import annotations

import re
from datetime import date

from onrecord.articles.characters import possible
from onrecord.articles.html import read_html
from onrecord.articles.identity import article_id, revision_of
from onrecord.articles.story import Story
from onrecord.errors import PageHasNoArticle
from onrecord.model import Article, DateCandidate, Page, StoryDate

_NO_STORY = "no story found on it; if it is an article's page, save its text alone and read that"
_TITLE = re.compile(r"([^\n]{1,200})\n[^\S\n]*\n")


def clean(page: Page) -> Article:
    """The story in a page.

    Raises:
        PageHasNoArticle: there is none.
    """
    text = possible(page.text)
    story = read_html(text) if page.format == "html" else _read_plain(text)
    if story is None or not story.paragraphs:
        raise PageHasNoArticle(page.name, _NO_STORY)
    url = page.url or story.url
    return Article(
        id=article_id(url, story.text),
        revision=revision_of(story.text),
        url=url,
        title=story.title,
        text=story.text,
        outlet=page.outlet or story.outlet,
        byline=story.byline,
        chrome=story.chrome,
        date=_dated(page.published, story.candidates),
    )


def article_from_text(text: str, *, published: date | None = None) -> Article:
    """An article whose text is the text as given, not a character changed: spans are into it.

    Its title is the first line where that looks like one: short, no full stop, a blank line after it.
    """
    found = _TITLE.match(text)
    line = found[1] if found else ""
    title = "" if line.rstrip().endswith((".", "!", "?", ":", ",", ";")) else line
    dated = _dated(published, ())
    return Article(
        id=article_id(None, text),
        revision=revision_of(text),
        url=None,
        title=title,
        text=text,
        date=dated,
    )


def _read_plain(text: str) -> Story:
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    return Story(title=lines[0] if len(lines) > 1 else "", paragraphs=tuple(lines[1:] or lines))


def _dated(published: date | None, candidates: tuple[DateCandidate, ...]) -> StoryDate:
    if published is None:
        return StoryDate(candidates=candidates)
    day = published.isoformat()
    given = DateCandidate(
        value=day, earliest=published, latest=published, where="given", words=day, why="given by a person"
    )
    return StoryDate(status="stated", earliest=published, latest=published, candidates=(given, *candidates))
