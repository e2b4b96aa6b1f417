"""The story in a page, apart from its chrome."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model.dates import StoryDate
from onrecord.model.spans import Span, Spans, quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """Words of the page that are not the story, and why they were left out."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The story in a page. ``text`` is the title, a blank line, then the body paragraphs, one a line.

    ``title`` is empty where the page gives none; ``text`` is then the body alone.
    ``article[span]`` and ``article[spans]`` quote from it: the only way to quote.
    """

    id: str
    revision: str
    url: str | None
    title: str
    text: str
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    language: str | None = None
    date: StoryDate = field(default_factory=StoryDate)
    chrome: tuple[Chrome, ...] = ()

    def __getitem__(self, where: Span | Spans) -> str:
        """The words at a span or a span set."""
        return quote(self.text, where)

    @property
    def title_span(self) -> Span:
        """Where the title stands in ``text`` (empty at 0 where there is none)."""
        has_title = bool(self.title) and self.text.startswith(self.title)
        return Span(0, len(self.title) if has_title else 0)

    @property
    def paragraphs(self) -> Spans:
        """The body paragraphs, the title left out."""
        found: list[Span] = []
        at = self.title_span.end
        for line in self.text[at:].split("\n"):
            if line.strip():
                found.append(Span(at, at + len(line)))
            at += len(line) + 1
        return tuple(found)
