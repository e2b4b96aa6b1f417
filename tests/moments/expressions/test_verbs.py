"""What one word of a clause says of past and future."""

import pytest

from onrecord.moments.expressions.verbs import FUTURE, PAST, PRESENT, signal


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("he will go", 1, FUTURE),
        ("he might have gone", 1, PAST),
        ("she is due to hold talks", 3, FUTURE),
        ("it had been scheduled to expire", 4, PAST),
        ("she is to speak", 2, FUTURE),
        ("its plans for a mill", 1, FUTURE),
        ("it predicted a growth of", 1, FUTURE),
        ("this will help Arvenia cut imports", 4, FUTURE),
        ("Arvenia cut imports", 1, PAST),
        ("a domestically made engine", 2, None),
        ("a body known as Tolm", 2, None),
        ("the deadline is", 2, PRESENT),
        ("three mills", 1, None),
        ("they may all be dismissed", 4, FUTURE),
        ("he asked that it be mended", 5, FUTURE),
        ("sales increased by a third", 1, PAST),
        ("the increased sales", 1, None),
        ("he had to leave", 2, PAST),
        ("said that he had to leave", 4, FUTURE),
        ("a plan aimed at mending it", 2, FUTURE),
        ("talks due to take place", 2, FUTURE),
        ("it fell due to rain", 3, None),
        ("since taking office", 0, PAST),
    ],
)
def test_signal(words: str, at: int, expected: int | None) -> None:
    assert signal(words.split(), at) == expected
