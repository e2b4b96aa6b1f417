"""What a container holds beside pages: addresses to be fetched, and what is no page."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something to be fetched. ``source`` is the container that named it; the days are as it wrote them."""

    url: str
    source: str
    title: str | None = None
    published: str | None = None
    changed: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None

    @property
    def stated(self) -> Stated | None:
        """What the container says of the story behind the link, for the page that is fetched; None: nothing."""
        said = Stated(
            title=self.title,
            byline=self.byline,
            outlet=self.outlet,
            published=self.published,
            changed=self.changed,
            language=self.language,
        )
        return None if said == Stated() else said


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What a container holds that is no page, counted by kind (``image/png``, ``request``): no failure."""

    source: str
    counts: dict[str, int]
