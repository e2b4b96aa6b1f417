"""A story as an agency sends it, as a page that can be cleaned like any other."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.errors import PageHasNoArticle
from onrecord.intake.addresses import web_address
from onrecord.intake.formats.feeds.entry import name_of, plain
from onrecord.model import Page, Stated

_DOCUMENT = re.compile(r"<(?:html|body)\b", re.I)
_HEADING = re.compile(r"<h1\b", re.I)
_LONGEST = 1_000  # characters of what is stated
_MOST_NAMES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """``body`` is HTML, or plain text where it is not ``marked_up``."""

    headline: str | None
    body: str
    marked_up: bool = True
    dateline: str | None = None
    byline: Iterable[str] = ()
    outlet: str | None = None
    credits: Iterable[str] = ()
    published: str | None = None
    changed: str | None = None
    language: str | None = None
    uri: str | None = None


def page_of(page: Page, story: Story) -> Page:
    """The page with a document made of the story, and with what its item states.

    Raises:
        PageHasNoArticle: the item has no text.
    """
    if not story.body.strip():
        raise PageHasNoArticle(page.name, "an item without a text of its own (a picture, a film, a package)")
    headline = plain(story.headline or "")[:_LONGEST]
    stated = Stated(
        title=headline or None,
        byline=tuple(dict.fromkeys(filter(None, map(name_of, story.byline))))[:_MOST_NAMES],
        outlet=_short(story.outlet),
        published=_short(story.published),
        changed=_short(story.changed) if story.changed != story.published else None,
        language=_short(story.language),
        credits=_credits(story),
    )
    made = _document(headline, story) if story.marked_up else _text(story)
    data = made.encode(errors="replace")
    format = "html" if story.marked_up else "text"
    url = page.url or web_address(story.uri)
    return replace(page, data=data, format=format, encoding="utf-8", url=url, stated=stated)


def _document(headline: str, story: Story) -> str:
    if _DOCUMENT.search(story.body):
        return story.body
    title = html.escape(headline)
    heading = "" if _HEADING.search(story.body) or not title else f"<h1>{title}</h1>"
    dateline = f"<p>{html.escape(story.dateline.strip())}</p>" if story.dateline and story.dateline.strip() else ""
    body = f"<article>{heading}{dateline}{story.body}</article>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


def _text(story: Story) -> str:
    dateline = (story.dateline or "").strip()
    return f"{dateline}\n\n{story.body}" if dateline else story.body


def _credits(story: Story) -> tuple[str, ...]:
    """Those that the item names as sources, without its own outlet."""
    own = (story.outlet or "").strip().casefold()
    named = (plain(each)[:_LONGEST] for each in story.credits)
    return tuple(dict.fromkeys(each for each in named if each and each.casefold() != own))[:_MOST_NAMES]


def _short(words: str | None) -> str | None:
    return " ".join((words or "").split())[:_LONGEST] or None
