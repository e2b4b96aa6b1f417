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
from onrecord.articles.naming.byline_names import after_opener, is_city, names_in
from onrecord.articles.naming.outlets import outlet_names
from onrecord.articles.plain_text.reasons import signature
from onrecord.articles.plain_text.text import TextPage, read_text
from onrecord.articles.story import Story
from onrecord.model import Chrome, DateCandidate

_MOST_WORDS = 5  # of an outlet's name
_SMALL = frozenset({"of", "the", "and", "du", "de", "le", "la"})


def read_plain(text: str) -> Story:
    """The story of a page of plain text; without paragraphs where there is none."""
    page = _without_labels(read_text(text))
    lines = [line for line in (collapsed(raw) for raw in text.split("\n")) if line]
    told = _Told.of(lines, page)
    body, endings = without_endings(page.paragraphs)
    title, outlet = _headed(page.title, outlet_named_in(told.all, headline=page.title))
    authors = tuple(name for line in told.beside for name in _authors(line))
    return Story(
        title=title,
        paragraphs=body,
        chrome=bounded((*page.chrome, *endings)),
        candidates=_candidates(told, body),
        outlet=outlet,
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
    """The names in a line that opens like a byline, or that is a name and a date."""
    rest = after_opener(line) or signature(line)
    return names_in([line], outlet_names(PageMetadata()), alone=False).authors if rest and not is_city(rest) else ()


def _headed(title: str, outlet: str | None) -> tuple[str, str | None]:
    """The headline without the outlet's name after a bar, as browsers name a page that is saved, and the outlet."""
    head, bar, name = title.rpartition(" | ")
    words = name.split()
    is_name = 0 < len(words) <= _MOST_WORDS and all(word[:1].isupper() or word in _SMALL for word in words)
    if not bar or not is_name or len(head.split()) < len(words):
        return title, outlet
    return head.strip(), outlet or name.strip()
