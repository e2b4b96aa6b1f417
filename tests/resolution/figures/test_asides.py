"""What stands between a noun and what is said of it."""

from __future__ import annotations

import pytest

from onrecord.resolution.figures.asides import attribution_at, name_tells_at, past_aside, past_bracket
from onrecord.resolution.figures.tokens import Token, tokens_of


def split(marked: str) -> tuple[list[Token], int]:
    """The tokens of a text, and the place of the one behind its bar."""
    at = marked.index("|")
    text = marked.replace("|", "")
    tokens = tokens_of(text, 0, len(text))
    return tokens, next(n for n, token in enumerate(tokens) if token.start >= at)


@pytest.mark.parametrize(
    "marked",
    [
        "12 dead |a monitor said",
        "12 dead |state media reported",
        "12 dead |activists and state media reported",
        "12 dead |the London-based monitor said",
        "12 dead |a source in Ostrel Hospital told us",
        "12 dead |it added",
        "12 dead |State media",
        "12 dead |monitor - World",
    ],
)
def test_who_told_it(marked: str) -> None:
    assert attribution_at(*split(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "12 |activists fled",
        "12 killed |in the media hall",
        "12 |they fed",
        "12 dead |in Ostrel town monitor",
        "12 |men said",
    ],
)
def test_who_was_counted_told_nothing(marked: str) -> None:
    assert not attribution_at(*split(marked))


@pytest.mark.parametrize(
    ("marked", "tells"), [("|Ostrel Radio reported", True), ("|Ostrel burned", False), ("|radio reported", False)]
)
def test_a_name_that_tells(marked: str, tells: bool) -> None:
    assert name_tells_at(*split(marked)) is tells


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("58 people|, 11 of them children, were killed", "were"),
        ("58 people |(11 of them children) were killed", "were"),
        ("58 people |- 11 of them children - were killed", "were"),
        ("58 people |including two boys were killed", "were"),
        ("58 people |reportedly including two boys were killed", "were"),
        ("58 people |one of them a boy died", "died"),
    ],
)
def test_past_an_aside(marked: str, word: str) -> None:
    tokens, at = split(marked)
    beyond = past_aside(tokens, at)
    assert beyond is not None
    assert tokens[beyond].low == word


@pytest.mark.parametrize("marked", ["58 people|, who fled", "58 people |were hurt", "58|, then more; and so on, later"])
def test_no_aside(marked: str) -> None:
    assert past_aside(*split(marked)) is None


def test_past_a_bracket() -> None:
    tokens, at = split("$2 million |(€1.8 million) for roads")
    assert tokens[past_bracket(tokens, at)].low == "for"
    tokens, at = split("$2 million |(€1.8 million for roads")
    assert past_bracket(tokens, at) == at
