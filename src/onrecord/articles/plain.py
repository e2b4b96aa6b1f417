"""Plain text with its chrome inside: the story, and what the chrome says of its date, its outlet and its authors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.body import is_date_line, is_label
from onrecord.articles.characters import collapsed
from onrecord.articles.chrome import bounded
from onrecord.articles.credit.credits import credits_of
from onrecord.articles.credit.mastheads import outlet_named_in
from onrecord.articles.dates.candidates import from_dateline, from_lines
from onrecord.articles.dates.day_order import order_in
from onrecord.articles.dates.page_dates import dates_of_line, own_first
from onrecord.articles.endings import without_endings
from onrecord.articles.markup.metadata import PageMetadata
from onrecord.articles.naming.byline_names import after_opener, names_in
from onrecord.articles.naming.outlets import outlet_names
from onrecord.articles.plain_text.text import TextPage, read_text
from onrecord.articles.story import Story
from onrecord.model import Chrome, DateCandidate


def read_plain(text: str) -> Story:
    """The story of a page of plain text; without paragraphs where there is none."""
    page = _without_labels(read_text(text))
    lines = [line for line in (collapsed(raw) for raw in text.split("\n")) if line]
    told = _Told.of(lines, page)
    body, endings = without_endings(page.paragraphs)
    authors = tuple(name for line in told.beside for name in _authors(line))
    return Story(
        title=page.title,
        paragraphs=body,
        chrome=bounded((*page.chrome, *endings)),
        candidates=_candidates(told, body),
        outlet=outlet_named_in(told.all),
        byline=authors,
        credits=credits_of(body, chrome=told.below, signed=authors, bylines=told.beside),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """The chrome by where it stands: between headline and body, below the body, elsewhere; and all of it in order."""

    beside: tuple[str, ...]
    below: tuple[str, ...]
    all: tuple[str, ...]

    @classmethod
    def of(cls, lines: Sequence[str], page: TextPage) -> _Told:
        chrome = frozenset(entry.words for entry in page.chrome)
        head = lines.index(page.title) if page.title in lines else -1
        story = frozenset(page.paragraphs)
        body = [n for n, line in enumerate(lines) if n > head and line in story]
        first, last = (body[0], body[-1]) if body else (head + 1, len(lines))
        beside = lines[head + 1 : first] if head >= 0 else []
        return cls(_only(beside, chrome), _only(lines[last + 1 :], chrome), _only(lines, chrome))


def _only(lines: Sequence[str], chrome: frozenset[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line in chrome)


def _without_labels(page: TextPage) -> TextPage:
    reasons = {line: "date line" if is_date_line(line) else "label" for line in page.paragraphs if _is_left(line)}
    chrome = tuple(Chrome(words=line, reason=reason) for line, reason in reasons.items())
    kept = tuple(line for line in page.paragraphs if line not in reasons)
    return TextPage(title=page.title, paragraphs=kept, chrome=(*page.chrome, *chrome))


def _is_left(line: str) -> bool:
    return is_date_line(line) or is_label(line)


def _candidates(told: _Told, paragraphs: Sequence[str]) -> tuple[DateCandidate, ...]:
    day_first = order_in(told.all)
    near = [seen for line in told.beside for seen in dates_of_line(line, "byline", day_first=day_first)]
    elsewhere = (line for line in told.all if line not in told.beside)
    far = [seen for line in elsewhere for seen in dates_of_line(line, "chrome", day_first=day_first)]
    dateline = from_dateline(paragraphs, day_first=day_first)
    return (*dateline, *from_lines(own_first(near, far), besides=dateline))


def _authors(line: str) -> tuple[str, ...]:
    """People in a line that opens like a byline."""
    rest = after_opener(line)
    return names_in([line], outlet_names(PageMetadata()), alone=False).authors if rest else ()
