"""The story's paragraphs in an HTML page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from itertools import islice

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import Document

from onrecord.articles.characters import collapsed
from onrecord.articles.markup.blocks import blocks_of
from onrecord.articles.naming.outlets import squashed
from onrecord.articles.written import written_dates
from onrecord.languages import table

_BREAKING = frozenset({"p", "head", "item", "quote", "code", "list", "row", "table", "lb", "div", "body"})
_HEAD_LINES = 5  # in which a byline or a date line may have got into the body
_MOST_PARAGRAPHS, _MOST_LINES = 30_000, 1_000_000
_SHORTEST = 40  # characters of a sentence of a huge page
_ENDS = (".", "!", "?", "”", '"', "’", ":", "…")
_NEXT_TO_NOTHING = 250  # characters
_LEAST_OF_MARKED = 0.3  # of the characters that the page marks as its story's
_LONGEST_LINE = 200  # characters
_LONGEST_LABEL = 12  # words of a line that is a label and no prose
_BY = re.compile(r"(?:by|from|von|par|por|di|written by|reported by|edited by|text by|photos? by)\s?:?\s+\S", re.I)
_WORD = re.compile(r"\w+")
_SMALL_WORDS = """am pm gmt utc cet cest est edt pst pdt bst ist msk at on the by of date last first uhr um le la à am
    den der de del min mins minute minutes read ago updated"""
_LABEL_WORDS = frozenset(_SMALL_WORDS.split()) | {
    word for kind in ("published", "modified") for label in table("any", "date_labels")[kind] for word in label.split()
}
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch",
    re.I,
)


def body_of(tree: HtmlElement, title: str, people: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs, without the headline, byline and date lines that stand with them."""
    lines = [line for line in _extracted(tree) if any(map(str.isalnum, line)) and not _is_same(line, title)]
    named = [squashed(name) for name in people]
    kept = [*(line for line in lines[:_HEAD_LINES] if not _is_byline(line, named)), *lines[_HEAD_LINES:]]
    return tuple(line for line in kept if not (is_label(line) or is_date_line(line)))


def _extracted(tree: HtmlElement) -> list[str]:
    """Precision gave the best F1 of all settings on 181 pages (.964; .962 fast, .960 as it comes).

    Where it finds next to nothing, its shape fooled it, and the other ways find more; where it finds little of what
    the page itself marks as the story, that is the story.
    """
    if _is_huge(tree):
        return _sentences(tree)
    best: list[str] = []
    marked = _marked(tree)
    length = sum(map(len, marked))
    for precision, recall in ((True, False), (False, True), (False, False)):
        found = bare_extraction(deepcopy(tree), include_comments=False, favor_precision=precision, favor_recall=recall)
        lines = list(_lines(found.body)) if isinstance(found, Document) else []
        if sum(map(len, lines)) > sum(map(len, best)):
            best = lines
        if length >= _NEXT_TO_NOTHING and sum(map(len, best)) < _LEAST_OF_MARKED * length:
            return marked
        if sum(map(len, best)) >= _NEXT_TO_NOTHING:
            break
    return best


def _marked(tree: HtmlElement) -> list[str]:
    """The paragraphs of the element that the page marks as the story's body; none where it marks none."""
    bodies = (element for element in tree.iter("div", "section", "article") if element.get("itemprop") == "articleBody")
    body = next(bodies, None)
    lines = [collapsed("".join(p.itertext())) for p in body.iter("p")] if body is not None else []
    return [line for line in lines if line]


def _is_huge(tree: HtmlElement) -> bool:
    """Trafilatura's time grows with the square of the paragraphs: a page of 200,000 would take minutes."""
    return next(islice(tree.iter("p", "div", "li", "br"), _MOST_PARAGRAPHS, None), None) is not None


def _sentences(tree: HtmlElement) -> list[str]:
    """The lines that end as sentences do and stand in none of a page's other parts."""
    lines = (block for block in blocks_of(tree, most_lines=_MOST_LINES) if not block.reason)
    return [line.words for line in lines if line.words.endswith(_ENDS) and len(line.words) > _SHORTEST]


def _lines(body: _Element) -> Iterator[str]:
    """The text of a tree as lines: a block element starts and ends one, the cells of a row stand in one."""
    pieces: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BREAKING:
            if line := collapsed("".join(pieces)):
                yield line
            pieces.clear()
        elif element.tag == "cell":
            pieces.append(" ")
        pieces.append((element.text if event == "start" else element.tail) or "")
    if line := collapsed("".join(pieces)):
        yield line


def _is_same(line: str, title: str) -> bool:
    return len(line) < 2 * len(title) + 20 and squashed(line) == squashed(title)


def is_label(line: str) -> bool:
    """A label that got into the body ("Read more: …", "Advertisement", "Reporting by …"), wherever it stands."""
    if len(line) > _LONGEST_LINE:
        return False
    is_short = len(line.split()) <= _LONGEST_LABEL and not line.endswith(".")
    return bool(_openings("always").match(line)) or (is_short and bool(_openings("openings").match(line)))


def _is_byline(line: str, named: Sequence[str]) -> bool:
    """A line that is little more than the author's name."""
    if len(line.split()) > _LONGEST_LABEL or line.endswith((".", "!", "?", '"', "”")):
        return False
    bare = squashed(line)
    held = [name for name in named if name and name in bare]
    return bool(held) and (bool(_BY.match(line)) or len(bare) < 2 * max(map(len, held)) + 15)


def is_date_line(line: str) -> bool:
    """A line that is a date, with no more than a label and a clock beside it."""
    dates = written_dates(line) if len(line) <= _LONGEST_LINE and any(map(str.isdigit, line)) else ()
    if not dates:
        return False
    rest = line[: dates[0].start] + line[dates[-1].end :]
    words = _WORD.findall(rest.lower())
    return all(word in _LABEL_WORDS or word.isdigit() or _WEEKDAY.fullmatch(word) for word in words)


@cache
def _openings(kind: str) -> re.Pattern[str]:
    words = sorted(table("en", "page_parts")["lines"][kind], key=len, reverse=True)
    goes_on = r"(?!\w)" if kind == "always" else r"(?=\s*(?:$|[:|>•\d]|this\b|on\b|via\b|with\b|to\b|for\b|by\b))"
    return re.compile(r"[(\[]?(?:" + "|".join(map(re.escape, words)) + ")" + goes_on, re.I)
