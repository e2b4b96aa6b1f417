"""What is read from a page, whatever its format, before it becomes an Article."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Chrome, DateCandidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Title, body paragraphs (one line each) and chrome, and what the page says of itself beside them."""

    title: str
    paragraphs: tuple[str, ...]
    chrome: tuple[Chrome, ...] = ()
    candidates: tuple[DateCandidate, ...] = ()
    url: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """As ``Article.text``: the title, a blank line, the paragraphs, one a line."""
        body = "\n".join(self.paragraphs)
        return f"{self.title}\n\n{body}" if self.title else body
