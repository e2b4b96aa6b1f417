"""Links as pages to be had."""

from __future__ import annotations

from onrecord.intake import Link
from onrecord.pipeline.gathering.order import Named
from onrecord.record import Wanted

DEEPEST = 3
"""Containers that lead to a page: an index of sitemaps, a sitemap, and one more."""


def wanted_of(link: Link, source: Wanted) -> Wanted:
    """The page behind a link; what a person said of its container holds for it."""
    return Wanted(
        name=link.url,
        source=link.source,
        depth=source.depth + 1,
        published=source.published,
        outlet=source.outlet,
        stated=link.stated,
        since=source.since,
        listed=link.changed or link.published,
    )


def wanted_by(source: Named) -> Wanted:
    """What a person named."""
    return Wanted(name=source.name.strip(), published=source.published, outlet=source.outlet, since=source.since)
