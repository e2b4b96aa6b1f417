"""Plain text with its chrome inside: the story, and what the chrome says of its date, its outlet and its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.articles.agencies import canonical
from onrecord.articles.body import is_date_line
from onrecord.articles.byline_names import after_opener, names_in
from onrecord.articles.candidates import from_dateline, from_lines
from onrecord.articles.characters import collapsed
from onrecord.articles.chrome import bounded
from onrecord.articles.credits import credits_of
from onrecord.articles.day_order import order_in
from onrecord.articles.metadata import PageMetadata
from onrecord.articles.outlets import outlet_names, squashed
from onrecord.articles.page_dates import dates_of_line, own_first
from onrecord.articles.story import Story
from onrecord.articles.text import TextPage, read_text
from onrecord.model import Chrome, DateCandidate

_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*(?:[-–]\s*\d{4}\s*)?)?(?:by\s+)?(?P<name>[^\W\d_][^.,;|©\d]{1,60})", re.I
)
_ALL_RIGHTS = re.compile(r"\s*(?:all rights|alle rechte|tous droits|when using|\bllc\b|\binc\b|\bltd\b).*$", re.I)
_MOST_NAME_WORDS = 6
_MASTHEAD = 3  # lines at the top of the page that may hold the outlet's name
_PARTS = re.compile(r"\s+[-–—|:]\s+|\s{2,}")


def read_plain(text: str) -> Story:
    """The story of a page of plain text; without paragraphs where there is none."""
    page = _without_date_lines(read_text(text))
    lines = [line for line in (collapsed(raw) for raw in text.split("\n")) if line]
    told = _Told.of(lines, page)
    authors = tuple(name for line in told.beside for name in _authors(line))
    return Story(
        title=page.title,
        paragraphs=page.paragraphs,
        chrome=bounded(page.chrome),
        candidates=_candidates(told, page.paragraphs),
        outlet=_outlet(told.all),
        byline=tuple(name for name in authors if canonical(name) is None),
        credits=credits_of(page.paragraphs, chrome=told.below, signed=authors),
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


def _without_date_lines(page: TextPage) -> TextPage:
    dated = [line for line in page.paragraphs if is_date_line(line)]
    chrome = tuple(Chrome(words=line, reason="date line") for line in dated)
    kept = tuple(line for line in page.paragraphs if line not in dated)
    return TextPage(title=page.title, paragraphs=kept, chrome=(*page.chrome, *chrome))


def _candidates(told: _Told, paragraphs: Sequence[str]) -> tuple[DateCandidate, ...]:
    day_first = order_in(told.all)
    near = [seen for line in told.beside for seen in dates_of_line(line, "byline", day_first=day_first)]
    elsewhere = (line for line in told.all if line not in told.beside)
    far = [seen for line in elsewhere for seen in dates_of_line(line, "chrome", day_first=day_first)]
    return (*from_dateline(paragraphs, day_first=day_first), *from_lines(own_first(near, far)))


def _authors(line: str) -> tuple[str, ...]:
    """People in a line that opens like a byline."""
    rest = after_opener(line)
    return names_in([line], outlet_names(PageMetadata()), alone=False).authors if rest else ()


def _outlet(chrome: Sequence[str]) -> str | None:
    """The outlet that a chrome line names: in its notice of rights, or at the top of the page and once more."""
    return next(_outlets(chrome), None)


def _outlets(chrome: Sequence[str]) -> Iterator[str]:
    for line in chrome:
        if (match := _RIGHTS.search(line)) and (name := _ALL_RIGHTS.sub("", match["name"]).strip(" -–|")):
            if len(name.split()) <= _MOST_NAME_WORDS:
                yield name
    for line in chrome[:_MASTHEAD]:
        for part in _PARTS.split(line):
            if known := canonical(part):
                yield known
            elif again := _again(part, [other for other in chrome if other != line]):
                yield again


def _again(part: str, others: Sequence[str]) -> str | None:
    """A masthead's name as another line writes it in running text."""
    if not squashed(part) or len(part.split()) > _MOST_NAME_WORDS or any(char.isdigit() for char in part):
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)", re.I)
    found = (match for other in others if (match := pattern.search(other)))
    return next((match.group() for match in found if match.group() != match.group().lower()), None)
