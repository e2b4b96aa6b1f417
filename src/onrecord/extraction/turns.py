"""Interviews and transcripts: turns that open with a label ("Q:", "ROE:", "Brandt:"), one or several in a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extraction.lexicon import is_finite
from onrecord.model import Attribution, Span

_LABEL = re.compile(
    r"(?:(?<=\n)|\A|(?<=[.!?…”\"]\s))[\"“]?((?:[^\W\d_][\w.'’\-]*)(?: [^\W\d_][\w.'’\-]*){0,4}): (?=\S)"
)
_ASKS = 0.5
"""Who ends more than this share of their turns with a question mark interviews."""
SURE = 0.9
"""The confidence of a turn: a label opens it, and labels come in pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A label and what follows it."""

    label: Span
    content: Span


def turns(text: str) -> tuple[tuple[Attribution, ...], tuple[Span, ...]]:
    """What is said in the turns of an interview, and the labels of those that ask: their words are the article's own.

    An "A:" names nobody: it has neither cue nor source.
    """
    every = list(_turns(text))
    counted = Counter(_name(text, turn) for turn in every)
    asked = Counter(_name(text, turn) for turn in every if text[turn.content.end - 1] == "?")
    if not _is_interview(counted):
        return (), ()
    asking = {name for name in counted if counted[name] > 1 and asked[name] > _ASKS * counted[name]} | {"Q"} - {"A"}
    said = tuple(
        _said(text, turn)
        for turn in every
        if _name(text, turn) not in asking and not _is_aside(text, turn) and _takes_turns(_name(text, turn), counted)
    )
    return said, tuple(turn.label for turn in every if _name(text, turn) in asking)


def _is_interview(counted: Counter[str]) -> bool:
    """Two labels, one of which comes again, or labels as transcripts write them."""
    shouted = sum(times for name, times in counted.items() if name.isupper() and len(name) > 2)
    return {"Q", "A"} <= set(counted) or shouted > 1 or (len(counted) > 1 and max(counted.values()) > 1)


def _takes_turns(name: str, counted: Counter[str]) -> bool:
    return name in ("Q", "A") or name.isupper() or counted[name] > 1


def _turns(text: str) -> Iterator[Turn]:
    """Each label with the words up to the next one, or to the end of its line."""
    labels = [match for match in _LABEL.finditer(text) if _may_be_name(match[1])]
    for match, following in zip(labels, [*labels[1:], None], strict=False):
        end = text.find("\n", match.end())
        end = min(end if end >= 0 else len(text), following.start() if following else len(text))
        words = text[match.end() : end].rstrip()
        if words.count(".") == 1:
            words = words.removesuffix(".")
        if words:
            yield Turn(label=Span(*match.span(1)), content=Span(match.end(), match.end() + len(words)))


def _may_be_name(label: str) -> bool:
    words = label.split()
    return all(word[0].isupper() and (word.isupper() or not is_finite(word.lower())) for word in words)


def _name(text: str, turn: Turn) -> str:
    return text[turn.label.start : turn.label.end]


def _is_aside(text: str, turn: Turn) -> bool:
    """As in "(CROSSTALK)": a note of who wrote it down."""
    return text[turn.content.start] in "([" and text[turn.content.end - 1] in ")]"


def _said(text: str, turn: Turn) -> Attribution:
    if _name(text, turn) == "A":
        return Attribution(content=(turn.content,), confidence=SURE)
    cue = Span(turn.label.end, turn.label.end + 1)
    return Attribution(content=(turn.content,), cue=(cue,), source=(turn.label,), confidence=SURE)
