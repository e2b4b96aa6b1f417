"""Phrases found forward and backward."""

from __future__ import annotations

from onrecord.resolution.figures.lexicon import Phrases, words
from onrecord.resolution.figures.tokens import tokens_of

PHRASES = Phrases([("more than", 1), ("more", 2), ("no more than", 3), ("km/h", 4)])


def test_the_longest_phrase_wins_on_both_sides() -> None:
    tokens = tokens_of("No more than 5 km/h", 0, 19)
    assert PHRASES.at(tokens, 0) == (3, 3)
    assert PHRASES.at(tokens, 1) == (1, 3)
    assert PHRASES.before(tokens, 3) == (3, 0)
    assert PHRASES.before(tokens, 2) == (2, 1)
    assert PHRASES.at(tokens, 4) == (4, 7)
    assert PHRASES.at(tokens, 3) is None
    assert PHRASES.before(tokens, 0) is None


def test_lists_of_the_data() -> None:
    assert "june" in words("months", "words")
