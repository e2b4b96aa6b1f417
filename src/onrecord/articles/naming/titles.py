"""The headline of an HTML page as a reader sees it: the heading that the page's head vouches for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement
from rapidfuzz import fuzz

from onrecord.articles.characters import collapsed
from onrecord.articles.markup.metadata import PageMetadata
from onrecord.articles.markup.visible import BREAK, Mark, Visible, named
from onrecord.articles.naming.outlets import AROUND, SEPARATOR, OutletNames, outlet_names, squashed
from onrecord.languages import table

LONGEST = 400  # characters; a longer heading is no headline
MOST_HEADINGS = 300
_MOST_PLACES = 50  # of a title in the text
_EDGES = ("\n", BREAK, "")
_MOST_PIECES = 8  # of a heading with elements of its own inside
_RUBRICS = frozenset(map(squashed, table("en", "bylines")["rubrics"]))
_COLON = re.compile(r":\s+")
_KICKER = re.compile(
    r"kicker|dachzeile|overline|eyebrow|top-?line|roof-?line|spitzmarke|over-?title|sur-?titre|pre-?title|antetitulo",
    re.I,
)
_FRONT_PAGE = re.compile(r"(?:(?:https?:)?//[\w.:-]{1,200})?/?(?:index\.\w{2,5}|home|main)?/?", re.I)
_ELLIPSIS = re.compile(r"…|\.\.\.")
_CUT_OFF = re.compile(r"\s{0,3}(?:…|\.\.\.)$")
_HEADLINE = re.compile(
    r"head-?_?line|(?:entry|article|post|story|news|page|content|single|main|art|pg)[-_]{0,2}(?:title|head)|\btitle\b|\bhed\b",
    re.I,
)
_WEIGHT = {"jsonld headline": 1.2, "og:title": 1.1, "headline": 1.1, "twitter:title": 1.0, "title": 0.8}

# What speaks for a heading, in points; set by hand on the 181 pages of the benchmark.
_LEVEL = {"h1": 3.0, "h2": 1.5, "h3": 0.5}
_SUPPORT = 4.0
_PART = 0.9  # of that, for a whole part of the page's title, and for a title with more around it
_BY_NAME = 1.0
_ASIDE = -2.0
_FEWEST = 3.0
_SEEN_IN_TEXT = 4.9


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline and where it ends in the visible text (0 where it is not seen there)."""

    text: str
    end: int


def headline_in(visible: Visible, metadata: PageMetadata) -> Headline:
    """The headline, without the outlet's name or a rubric beside it, and its place; no text where there is none.

    Headings are weighed by what the page's head states, by level, name and place; where none is sound, the best
    stated title is taken, its outlet and rubrics cut off.
    """
    outlet = outlet_names(metadata)
    cores = _cores(visible, metadata, outlet)
    stated = {squashed(core): core for core, _ in cores}
    parts = _whole_parts(metadata, outlet)
    rated = [(points, -mark.start, text, mark.end) for text, mark, points in _headings(visible, outlet, stated, parts)]
    points, _, text, end = max(rated, default=(0.0, 0, "", 0))
    fallback = _by_vote(cores)
    seen = _end_in(visible, fallback)
    if points < _FEWEST or (seen and points < _SEEN_IN_TEXT):
        text, end = fallback, seen
    return Headline(_whole(text, stated), end)


def _cores(visible: Visible, metadata: PageMetadata, outlet: OutletNames) -> list[tuple[str, float]]:
    """The stated titles without the outlet, each with its weight."""
    found = []
    for title in metadata.titles:
        core = without_outlet(title.value, outlet)
        if title.where == "title":
            core = _seen_part(visible, core, outlet) or core
        if core:
            found.append((core, _WEIGHT.get(title.where, 0.5)))
    return found


def _seen_part(visible: Visible, title: str, outlet: OutletNames) -> str:
    """The beginning of a page's title, up to a separator, that stands as a line of its own in the text."""
    for _, end in reversed(_parts(title, outlet)[:-1]):
        part = title[:end].strip()
        if len(part) > 0.4 * len(title) and _end_in(visible, part):
            return part
    return ""


def without_outlet(title: str, outlet: OutletNames) -> str:
    """A stated title without the outlet's name and rubrics around it; empty if it is nothing but the outlet's name."""
    parts = _parts(title, outlet)
    if parts and outlet.are(title[parts[0][0] : parts[-1][1]]):
        return ""
    while len(parts) > 1 and _is_site(title, parts, -1, outlet):
        parts = parts[:-1]
    while len(parts) > 1 and _is_site(title, parts, 0, outlet):
        parts = parts[1:]
    return title[parts[0][0] : parts[-1][1]].strip() if parts else ""


def _is_site(title: str, parts: list[tuple[int, int]], at: int, outlet: OutletNames) -> bool:
    start, end = parts[at]
    words = title[start:end].strip()
    rubric = squashed(words) in _RUBRICS
    return rubric or (outlet.are(words) if at == 0 else outlet.begin(words))


def _parts(title: str, outlet: OutletNames) -> list[tuple[int, int]]:
    """Where the parts between separators stand. A name that holds separators itself is one part."""
    ends = [name for name in outlet.written if SEPARATOR.search(name)]
    for name in ends:
        if title.casefold().endswith(name.casefold()) and len(title) > len(name):
            return [*_parts_of(title[: -len(name)]), (len(title) - len(name), len(title))]
        if title.casefold().startswith(name.casefold()) and len(title) > len(name):
            start = len(name) + len(title[len(name) :]) - len(title[len(name) :].lstrip(" :|-–—"))
            return [(0, len(name)), (start, len(title))]
    colon = _COLON.search(title)
    if colon and outlet.are(title[: colon.start()]):
        return [(0, colon.start()), *((colon.end() + s, colon.end() + e) for s, e in _parts_of(title[colon.end() :]))]
    return _parts_of(title)


def _parts_of(title: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for separator in SEPARATOR.finditer(title):
        found.append((start, separator.start()))
        start = separator.end()
    found.append((start, len(title)))
    return [(s, e) for s, e in found if title[s:e].strip()]


def _whole_parts(metadata: PageMetadata, outlet: OutletNames) -> frozenset[str]:
    """The squashed beginnings of the page's title up to each separator, of two words at least."""
    title = next((title.value for title in metadata.titles if title.where == "title"), "")
    begins = (title[:end] for _, end in _parts(title, outlet))
    return frozenset(squashed(part) for part in begins if len(part.split()) > 1)


def _headings(
    visible: Visible, outlet: OutletNames, stated: dict[str, str], parts: frozenset[str]
) -> Iterator[tuple[str, Mark, float]]:
    for mark in visible.headings[:MOST_HEADINGS]:
        if mark.end - mark.start > LONGEST * 10:
            continue
        text = _heading_text(visible, mark, stated)
        if text and len(text) <= LONGEST and not outlet.are(text) and squashed(text) not in _RUBRICS:
            support = max(_support(squashed(text), stated), _PART * (squashed(text) in parts))
            yield text, mark, _SUPPORT * support + _points(mark)


def _heading_text(visible: Visible, mark: Mark, stated: dict[str, str]) -> str:
    """The heading's text; without a kicker or a subtitle in an element of its own where a stated title says so."""
    text = collapsed(visible.text[mark.start : mark.end].replace(BREAK, ""))
    kicker = _kicker_in(mark.element)
    if kicker and text.startswith(kicker):
        return text.removeprefix(kicker).strip(AROUND) or text
    pieces = visible.pieces(mark.start, mark.end)[:_MOST_PIECES]
    after_kicker = [(at, len(pieces)) for at in range(1, len(pieces))]
    before_more = [(a, b) for a in range(len(pieces)) for b in range(len(pieces) - 1, a, -1)]
    runs = [" ".join(pieces[a:b]).strip(AROUND) for a, b in (*after_kicker, *before_more)]
    whole = [text] if squashed(text) in stated else []
    told = [*runs[: len(after_kicker)], *whole, *runs[len(after_kicker) :]]
    return next((run for run in told if squashed(run) in stated and len(run.split()) > 1), text)


def _kicker_in(heading: HtmlElement) -> str:
    """The words of an element inside the heading whose class says that it is the line above."""
    for element in islice(heading.iterdescendants(), _MOST_PIECES):
        if isinstance(element.tag, str) and _KICKER.search((element.get("class") or "")[:300]):
            return collapsed("".join(islice(element.itertext(), 20)))
    return ""


def _points(mark: Mark) -> float:
    by_name = _BY_NAME if _HEADLINE.search(named(mark.element)) else 0.0
    aside = _ASIDE if mark.aside or _is_logo(mark) else 0.0
    return _LEVEL[str(mark.element.tag)] + by_name + aside


def _is_logo(mark: Mark) -> bool:
    """Is the heading a link to the site's front page?"""
    around = (mark.element, *islice(mark.element.iter("a"), 3), mark.element.getparent())
    addresses = ((e.get("href") or "")[:300] for e in around if e is not None)
    return any(_FRONT_PAGE.fullmatch(address.strip()) for address in addresses if address)


def _support(heading: str, stated: dict[str, str]) -> float:
    """How well the best stated title agrees, 0 to 1; one that was cut off, or that has more around it, agrees well."""
    best = 0.0
    for title in stated:
        if heading == title:
            return 1.0
        shorter, longer = sorted((heading, title), key=len)
        if shorter and shorter in longer and len(shorter) > 0.4 * len(longer):
            best = max(best, _PART)
        best = max(best, fuzz.ratio(heading, title) / 100 if heading else 0.0)
    return best


def _by_vote(cores: list[tuple[str, float]]) -> str:
    votes: dict[str, float] = {}
    for core, weight in cores:
        votes[squashed(core)] = votes.get(squashed(core), 0.0) + weight
    best = max(votes, key=lambda squash: votes[squash], default="")
    return next((core for core, _ in cores if squashed(core) == best), "")


def _end_in(visible: Visible, title: str) -> int:
    """Where a line of the visible text that is the title ends; 0 where there is none."""
    at = visible.text.find(title) if title else -1
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        end = at + len(title)
        before, after = visible.text[max(0, at - 99) : at].rstrip(" \t"), visible.text[end : end + 99].lstrip(" \t")
        if before[-1:] in _EDGES and after[:1] in _EDGES:
            return end
        at = visible.text.find(title, end)
    return 0


def _whole(title: str, stated: dict[str, str]) -> str:
    """A headline that was cut off with an ellipsis, in full where a stated title goes on."""
    cut = _CUT_OFF.sub("", title)
    if cut == title:
        return title
    start = squashed(cut)
    longer = (core for squash, core in stated.items() if squash.startswith(start) and len(squash) > len(start))
    return next((core for core in longer if not _ELLIPSIS.search(core)), title)
