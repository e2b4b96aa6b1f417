"""Interviews and transcripts: turns that open with a label ("Q:", "ROE:", "Brandt:"), one or several in a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extraction.rules import contents
from onrecord.extraction.rules.document import Document
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.lexicon import is_finite, words
from onrecord.extraction.rules.sources import Range

_LONGEST_NAME = 5
_ASKS = 0.5
"""Who ends more than this share of their turns with a question mark interviews."""
_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A label and what follows it: token numbers."""

    label: Range
    content: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The labels that open turns in a text, and which of them belong to who asks."""

    labels: frozenset[str]
    asking: frozenset[str]


def turns(document: Document, interview: Interview, paragraph: Range) -> tuple[int, list[Found]]:
    """Where the first turn of a paragraph begins (its end, where there is none), and what is said from there on.

    An "A:" names nobody: it has neither cue nor source. The interviewer's turns are the article's own.
    """
    found = list(_turns(document, interview, paragraph))
    start = found[0].label[0] if found else paragraph[1]
    return start, [_found(document, turn) for turn in found if _label(document, turn.label) not in interview.asking]


def _found(document: Document, turn: Turn) -> Found:
    if _label(document, turn.label) == "A":
        return Found(content=(turn.content,), cue=None, source=None, rule="answer")
    cue = (turn.label[1], turn.label[1] + 1)
    return Found(content=(turn.content,), cue=cue, source=turn.label, rule="colon", lemma=":")


def _turns(document: Document, interview: Interview, paragraph: Range) -> Iterator[Turn]:
    """The turns of a paragraph: at its head and after the end of a sentence."""
    starts = [label for label in _openings(document, paragraph) if _label(document, label) in interview.labels]
    for label, following in zip(starts, [*starts[1:], (paragraph[1], paragraph[1])], strict=False):
        content = contents.trimmed(document, label[1] + 1, following[0])
        if content is not None and not _is_aside(document, content):
            yield Turn(label=label, content=content)


def _is_aside(document: Document, content: Range) -> bool:
    """As in "(CROSSTALK)": a note of who wrote it down."""
    return document.tokens[content[0]].text in "([" and document.tokens[content[1] - 1].text in ")]"


def _openings(document: Document, paragraph: Range) -> Iterator[Range]:
    """Every label of a paragraph: at its head (a quotation mark may stand before), or after the end of a sentence."""
    tokens = document.tokens
    for colon in range(paragraph[0] + 1, paragraph[1] - 1):
        if tokens[colon].text != ":" or tokens[colon + 1].start == tokens[colon].end:
            continue
        first = colon
        while first > max(paragraph[0], colon - _LONGEST_NAME) and _is_name(document, first - 1):
            first -= 1
        begins = first == paragraph[0] or tokens[first - 1].text in _ENDS or tokens[first - 1].text in '"“'
        if first < colon and begins:
            yield (first, colon)


def _is_name(document: Document, number: int) -> bool:
    token = document.tokens[number]
    if token.text == ".":
        return number > 0 and document.tokens[number - 1].low in words("names_before_dot")
    return token.is_word and token.is_capital and not (is_finite(token.low) and not token.text.isupper())


def interview(document: Document) -> Interview:
    """Who takes turns in a text: Q and A, names in capitals, and other names that come twice beside another label."""
    opened: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        labels = list(_openings(document, paragraph))
        for label, following in zip(labels, [*labels[1:], (paragraph[1], paragraph[1])], strict=False):
            name = _label(document, label)
            opened[name] += 1
            asked[name] += "?" in {token.text for token in document.tokens[following[0] - 2 : following[0]]}
    shouted = {name for name in opened if name.isupper() and len(name) > 2}
    sure = {name for name in opened if name in ("Q", "A")} | (
        shouted if sum(opened[name] for name in shouted) > 1 else set()
    )
    repeated = {name for name, times in opened.items() if times > 1} if len(opened) > 1 else set()
    asking = {name for name in repeated if asked[name] > _ASKS * opened[name]}
    return Interview(labels=frozenset(sure | repeated), asking=frozenset(asking | {"Q"}) - {"A"})


def _label(document: Document, label: Range) -> str:
    tokens = document.tokens
    return document.text[tokens[label[0]].start : tokens[label[1] - 1].end]
