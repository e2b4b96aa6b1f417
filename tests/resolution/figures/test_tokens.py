"""Lines as tokens with their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution.figures.tokens import low, tokens_of, touching


def lows(text: str) -> list[str]:
    return [token.low for token in tokens_of(text, 0, len(text))]


def test_numbers_words_and_signs() -> None:
    assert lows("At least 1,200.5 men’s — boats") == ["at", "least", "1,200.5", "men's", "-", "boats"]
    assert lows("v.5 .5") == ["v", ".", "5", ".5"]


def test_names_that_are_spelled_like_verbs() -> None:
    assert lows("40 IS men, WHO staff") == ["40", "IS", "men", ",", "WHO", "staff"]
    assert lows("40 MEN WHO FLED") == ["40", "men", "who", "fled"]


def test_outside_the_line_is_nothing() -> None:
    tokens = tokens_of("5km", 0, 3)
    assert (low(tokens, -1), low(tokens, 2)) == ("", "")
    assert [touching(tokens, at) for at in (-1, 0, 1, 2)] == [False, False, True, False]


@given(st.text(max_size=80))
def test_all_that_is_no_space_is_in_one_token(text: str) -> None:
    tokens = tokens_of(text, 0, len(text))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())
