"""HTML: the story against all else on the page, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.articles.body import body_of
from onrecord.articles.characters import collapsed
from onrecord.articles.chrome import chrome_of
from onrecord.articles.credit.credits import credits_of
from onrecord.articles.credit.mastheads import outlet_named_in
from onrecord.articles.dates.candidates import (
    as_others_tell,
    from_dateline,
    from_lines,
    from_metadata,
    from_url,
    reconciled,
)
from onrecord.articles.dates.day_order import day_first_of
from onrecord.articles.dates.opinions import from_htmldate, from_scripts
from onrecord.articles.dates.page_dates import NOT_OF_THE_STORY, seen_dates
from onrecord.articles.endings import without_endings
from onrecord.articles.markup.blocks import Block, blocks_of
from onrecord.articles.markup.metadata import PageMetadata, metadata_of
from onrecord.articles.markup.tree import tree_of
from onrecord.articles.markup.visible import visible_of
from onrecord.articles.naming.bylines import authors_in
from onrecord.articles.naming.outlets import outlet_of
from onrecord.articles.naming.titles import headline_in
from onrecord.articles.story import Story
from onrecord.model import DateCandidate


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parsed:
    """A page, and what the date candidates are found in."""

    source: str
    tree: HtmlElement
    metadata: PageMetadata
    blocks: Sequence[Block]
    url: str | None


def read_html(source: str, url: str | None = None) -> Story | None:
    """The story of an HTML page; None where nothing can be parsed. ``url`` is where it came from, if that is known."""
    tree = tree_of(source)
    if tree is None:
        return None
    metadata = metadata_of(tree)
    visible = visible_of(tree)
    headline = headline_in(visible, metadata)
    authors = authors_in(visible, headline, metadata)
    title = collapsed(headline.text)
    body, endings = without_endings(body_of(tree, title, authors))
    blocks = blocks_of(tree)
    parsed = _Parsed(source=source, tree=tree, metadata=metadata, blocks=blocks, url=url or metadata.url)
    return Story(
        title=title,
        paragraphs=body,
        chrome=(*chrome_of(blocks, title, body), *endings),
        candidates=_candidates(parsed, title, body),
        url=metadata.url,
        outlet=outlet_of(metadata) or _outlet_in(metadata, blocks, title, body),
        byline=authors,
        credits=credits_of(body, signed=authors, bylines=_bylines(blocks)),
    )


def _bylines(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(block.words for block in blocks if block.reason == "byline")


def _outlet_in(metadata: PageMetadata, blocks: Sequence[Block], title: str, body: Sequence[str]) -> str | None:
    story = frozenset(body)
    lines = [block.words for block in blocks if block.words not in story and block.words != title]
    return outlet_named_in(lines, stated_titles=[stated.value for stated in metadata.titles], headline=title)


def _candidates(parsed: _Parsed, title: str, body: Sequence[str]) -> tuple[DateCandidate, ...]:
    day_first = day_first_of(parsed.tree, parsed.url, parsed.blocks)
    seen = seen_dates(parsed.blocks, title, body, day_first=day_first)
    dateline = from_dateline(body, day_first=day_first)
    plain = [*from_metadata(parsed.metadata, day_first=day_first), *from_url(parsed.url), *dateline]
    plain += from_lines(as_others_tell(seen, plain), besides=dateline)
    refused = {s.written.day for s in seen if s.label in ("modified", "other") or s.part in NOT_OF_THE_STORY}
    opinions = (c for c in _opinions(parsed, plain, body) if c.earliest not in refused)
    return reconciled([*plain, *opinions])


def _opinions(parsed: _Parsed, plain: Sequence[DateCandidate], body: Sequence[str]) -> tuple[DateCandidate, ...]:
    """Asked only where no place names the day: they read the same places, and would count as second voices."""
    if any(c.earliest and (c.where != "chrome" or c.changed) for c in plain):
        return ()
    return from_scripts(parsed.source) or from_htmldate(parsed.tree, parsed.source, parsed.blocks, frozenset(body))
