"""The authors of an HTML page: those whom its byline names, seen by a reader, not those whom its head alone states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.articles.markup.metadata import PageMetadata
from onrecord.articles.markup.visible import BREAK, Mark, Visible, named
from onrecord.articles.naming.byline_names import Names, after_opener, joins, names_in, variants
from onrecord.articles.naming.outlets import OutletNames, outlet_names
from onrecord.articles.naming.titles import Headline

MOST_GROUPS = 200
_BESIDE = 150  # characters before and after a byline
_LONGEST_LINE = 400  # characters
_LONGEST_JOINER = 500  # characters, nearly all of them whitespace
_LINE = re.compile(r"[^\n]+")
_SIGN = re.compile(rf"[|•·–—{BREAK}]|\s-\s")
_MICROFORMAT = re.compile(r"\bauthor vcard\b|\bvcard author\b|\burl fn\b|\bp-author\b")
_NEXT = re.compile(rf"[\s{BREAK}]{{0,200}}[^\n]{{1,200}}")
_PIECE = re.compile(rf"[^\n{BREAK},|•·]{{3,99}}")

# What speaks for a place as the byline, in points; set by hand on the 181 pages of the benchmark.
_SAID_TO_BE = 2.0  # rel=author, itemprop=author
_NAMED_SO = 1.5  # by its class, or by a "By"
_BY_ADDRESS = 0.3  # a link to a page of authors or people
_MARKED = 0.1  # before a mere "By", where both say the same
_STATED = 2.0  # the page's head gives the same name
_PEOPLE = 1.0
_ASIDE = -4.0
_FEWEST = 2.5
_NEAR, _WITHIN_REACH, _BEFORE = 800, 3_000, 500  # characters from the headline's end


@dataclass(frozen=True, slots=True)
class _Group:
    """Byline elements that stand together, and the names in them."""

    start: int
    end: int
    names: Names
    points: float


def authors_in(visible: Visible, headline: Headline, metadata: PageMetadata) -> tuple[str, ...]:
    """The names in the byline that fits a headline best, as name case; empty where none is seen.

    People; an agency, desk or body only where it stands in their place. Never the outlet's bare name, nor a name
    that stands in the page's head alone.
    """
    outlet = outlet_names(metadata)
    stated = _stated(metadata, outlet)
    groups = [
        *_marked(visible, headline, outlet, stated),
        *_opened(visible, headline, outlet, stated),
        *_sighted(visible, headline, stated),
    ]
    best = max(groups, key=lambda group: (group.points, -group.start), default=None)
    if best is None or best.points < _FEWEST:
        return ()
    return (best.names + _beside(visible, best, stated)).authors


def _stated(metadata: PageMetadata, outlet: OutletNames) -> Names:
    found = Names()
    for author in metadata.authors:
        found += names_in([author.value], outlet, alone=True)
    return found


def _marked(visible: Visible, headline: Headline, outlet: OutletNames, stated: Names) -> Iterator[_Group]:
    known = set(variants(stated.people + stated.desks))
    for group in _together(visible)[:MOST_GROUPS]:
        names = _names_of(visible, group, outlet, known)
        if names:
            start, end = group[0].start, max(mark.end for mark in group)
            points = max(_introduced(visible.text, start), *map(_strength, group)) + _MARKED
            points += _ASIDE if all(mark.aside for mark in group) else 0.0
            yield _Group(start, end, names, points + _points(names, stated) + _nearness(start, headline))


def _opened(visible: Visible, headline: Headline, outlet: OutletNames, stated: Names) -> Iterator[_Group]:
    """Lines near the headline that open with "By", or do after a date and a sign; the name may be on the next line."""
    start = max(0, headline.end - _BEFORE)
    for line in _LINE.finditer(visible.text, start, headline.end + _WITHIN_REACH):
        if len(line[0]) > _LONGEST_LINE:
            continue
        for place in _openings(line[0]):
            pieces = visible.pieces(line.start() + place, _end_of_next(visible.text, line.end()))
            names = names_in(pieces, outlet, alone=False)
            if names:
                points = _NAMED_SO + _points(names, stated) + _nearness(line.start(), headline)
                yield _Group(line.start(), line.end(), names, points)


def _openings(line: str) -> Iterator[int]:
    """Where "By" opens a line, or follows a date or a sign in it."""
    for place in (0, *(sign.end() for sign in _SIGN.finditer(line))):
        before, after = (" ".join(part.replace(BREAK, " ").split()) for part in (line[:place], line[place:]))
        follows = not before or before[-1] in "|•·–—-" or any(c.isdigit() for c in before)
        if follows and after_opener(after) is not None:
            yield place


def _end_of_next(text: str, end: int) -> int:
    """Where the next line that holds words ends, if it is short."""
    found = _NEXT.match(text, end)
    return found.end() if found else end


def _together(visible: Visible) -> list[list[Mark]]:
    """The byline elements in groups: those inside one another, or side by side with but "and" between them."""
    groups: list[list[Mark]] = []
    end = 0
    for mark in visible.bylines:
        if not visible.text[mark.start : mark.end].strip(f" \n\t{BREAK}"):
            continue
        if groups and (mark.start < end or _is_joined(visible.text, end, mark.start)):
            groups[-1].append(mark)
        else:
            groups.append([mark])
        end = max(end, mark.end)
    return groups


def _names_of(visible: Visible, group: list[Mark], outlet: OutletNames, known: set[str]) -> Names:
    """The names in the innermost elements, as long as they are joined; where these hold none, in the wider ones."""
    found, end = Names(), 0
    for at, mark in enumerate(group):
        if _holds_next(mark, group, at) or (found and not _is_joined(visible.text, end, mark.start)):
            continue
        pieces = visible.pieces(mark.start, mark.end)
        said = _strength(mark) >= _SAID_TO_BE or bool(known & set(variants(pieces)))
        names = names_in(pieces, outlet, alone=said and not found)
        found, end = found + names, mark.end if names else end
    for mark in reversed([] if found else group):
        found = found or names_in(visible.pieces(mark.start, mark.end), outlet, alone=False)
    return found


def _is_joined(text: str, end: int, start: int) -> bool:
    return start - end < _LONGEST_JOINER and joins(text[end:start].replace(BREAK, " "))


def _holds_next(mark: Mark, group: list[Mark], at: int) -> bool:
    return at + 1 < len(group) and group[at + 1].start < mark.end


def _strength(mark: Mark) -> float:
    said = f"{mark.element.get('rel') or ''} {mark.element.get('itemprop') or ''}"[:200].lower().split()
    words = named(mark.element).lower()
    if "author" in said or _MICROFORMAT.search(words):
        return _SAID_TO_BE
    return _NAMED_SO if "author" in words or "byline" in words else _BY_ADDRESS


def _introduced(text: str, start: int) -> float:
    before = text[max(0, start - 60) : start].replace(BREAK, " ").rstrip().rpartition("\n")[2]
    return _NAMED_SO if after_opener(before) == "" else 0.0


def _points(names: Names, stated: Names) -> float:
    same = set(variants(names.authors)) & set(variants(stated.people + stated.desks))
    return (_STATED if same else 0.0) + (_PEOPLE if names.people else 0.0)


def _nearness(start: int, headline: Headline) -> float:
    distance = start - headline.end
    if 0 <= distance <= _NEAR:
        return 2.0
    return 1.0 if -_BEFORE <= distance <= _WITHIN_REACH else 0.0


def _beside(visible: Visible, byline: _Group, stated: Names) -> Names:
    """Stated people who stand by themselves beside a byline that names another stated one: handles part them."""
    if not set(variants(byline.names.people)) & set(variants(stated.people)):
        return Names()
    beside = set(variants(_alone_in(visible.text[max(0, byline.start - _BESIDE) : byline.end + _BESIDE])))
    return Names(tuple(name for name in stated.people if next(variants([name])) in beside))


def _sighted(visible: Visible, headline: Headline, stated: Names) -> Iterator[_Group]:
    """Stated names that stand by themselves in the visible text: people anywhere, desks near the headline."""
    people = {key: name for name in stated.people for key in variants([name])}
    desks = {key: name for name in stated.desks for key in variants([name])}
    for piece in _PIECE.finditer(visible.text) if people or desks else ():
        key = next(variants([_without_opener(piece[0])]))
        near = _nearness(piece.start(), headline)
        if key in people:
            yield _Group(piece.start(), piece.end(), Names((people[key],)), _STATED + _PEOPLE + near)
        elif key in desks and near:
            yield _Group(piece.start(), piece.end(), Names((), (desks[key],)), _STATED + near)


def _alone_in(text: str) -> Iterator[str]:
    yield from map(_without_opener, _PIECE.findall(text))


def _without_opener(piece: str) -> str:
    return after_opener(piece.strip()) or piece
