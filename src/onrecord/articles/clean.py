"""Page → Article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onrecord import moments
from onrecord.articles.characters import possible
from onrecord.articles.credit.credits import credits_of, without_own
from onrecord.articles.dates.candidates import from_dateline, given
from onrecord.articles.endings import without_endings
from onrecord.articles.html import read_html
from onrecord.articles.identity import address_of, article_id, revision_of
from onrecord.articles.language import language_of
from onrecord.articles.plain import read_plain
from onrecord.articles.stated import headed, stated_language, with_stated
from onrecord.articles.story import Story
from onrecord.articles.stray import text_of
from onrecord.errors import PageHasNoArticle
from onrecord.model import Article, DateCandidate, Page, StoryDate

_NO_STORY = "no story found on it; if it is an article's page, save its text alone and read that"
_SCRIPT = "the page is made by a script in the browser; let it load, then save it, and read what was saved"
_NEEDS_SCRIPT = re.compile(
    r"\b(?:enable|without|requires?|turn on|activate)\b[^.]{0,60}\bJava ?Script\b|JavaScript[^.]{0,60}\benabled?\b",
    re.I,
)
_SHORT = 500  # characters
_FEWEST_WORDS, _FEWEST_BYTES = 6, 60
_TITLE = re.compile(r"([^\n]{1,200})\n[^\S\n]*\n")
_ENDS_OF_SENTENCES = (".", "!", "?", ":", ",", ";", "…")


def clean(page: Page) -> Article:
    """The story in a page.

    Raises:
        PageHasNoArticle: there is none.
    """
    source = possible(text_of(page))
    told = read_html(source, page.url) if page.format == "html" else read_plain(headed(source, page.stated))
    if told is None or not _is_told(told):
        raise PageHasNoArticle(page.name, _NO_STORY)
    story = with_stated(told, page)
    if _NEEDS_SCRIPT.search(story.text) and len(story.text) < _SHORT:
        raise PageHasNoArticle(page.name, _SCRIPT)
    return _article(page, story, source)


def _is_told(story: Story) -> bool:
    """Whether any line is long enough to tell something; scripts without spaces need fewer characters."""
    return any(len(line.split()) >= _FEWEST_WORDS or len(line.encode()) >= _FEWEST_BYTES for line in story.paragraphs)


def article_from_text(text: str, *, published: date | None = None, outlet: str | None = None) -> Article:
    """An article whose text is the text as given, not a character changed: spans are into it.

    Its title is the first line where that looks like one: short, no full stop, a blank line after it.
    """
    found = _TITLE.match(text)
    title = found[1] if found and not found[1].rstrip("\"'”’ \xa0").endswith(_ENDS_OF_SENTENCES) else ""
    lines = [line for line in text[len(title) :].split("\n") if line.strip()]
    return Article(
        id=article_id(None, text),
        revision=revision_of(text),
        url=None,
        title=title,
        text=text,
        outlet=outlet,
        credits=credits_of(without_endings(lines)[0]),
        language=language_of(text),
        date=_dated(published, from_dateline(lines)),
    )


def _article(page: Page, story: Story, source: str) -> Article:
    url = page.url or story.url
    outlet = page.outlet or story.outlet
    return Article(
        id=article_id(address_of(page.url, story.url), story.text),
        revision=revision_of(story.text),
        url=url,
        title=story.title,
        text=story.text,
        outlet=outlet,
        byline=story.byline,
        credits=without_own(story.credits, outlet, source),
        language=language_of("\n".join(story.paragraphs)) or stated_language(page.stated),
        date=_dated(page.published, story.candidates),
        chrome=story.chrome,
    )


def _dated(published: date | None, candidates: Sequence[DateCandidate]) -> StoryDate:
    return moments.weigh((given(published), *candidates) if published else tuple(candidates))
