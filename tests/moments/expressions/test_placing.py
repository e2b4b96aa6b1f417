"""From an expression where it stands to the value of a due window, or to none."""

import pytest

from onrecord.moments.expressions.context import Sentences
from onrecord.moments.expressions.grammar import find
from onrecord.moments.expressions.placing import place


def placed(text: str) -> list[tuple[str, str, str]]:
    sentences = Sentences(text)
    dues = [due for f in find(text) if (due := place(text, f, sentences))]
    return [(text[d.span.start : d.span.end], d.value, d.anchor) for d in dues]


@pytest.mark.parametrize(
    ("text", "words", "value", "anchor"),
    [
        ("It will end by Friday.", "by Friday", "../XXXX-WXX-5", "said_on"),
        ("It will end by Friday at the latest.", "by Friday", "../XXXX-WXX-5", "said_on"),
        ("It will start on Friday at the earliest.", "on Friday", "XXXX-WXX-5/..", "said_on"),
        ("It will end before 2020.", "before 2020", "../<2020", "absolute"),
        ("It will start after May 2020.", "after May 2020", ">2020-05/..", "absolute"),
        ("It won't start before 2020.", "before 2020", "2020/..", "absolute"),
        ("It will be done within ten days.", "within ten days", "P0D/P10D", "said_on"),
        ("It will take off in at least ten days.", "in at least ten days", "P10D/..", "said_on"),
        ("It will rise over the next decade.", "over the next decade", "P0D/P1E", "said_on"),
        ("It will be over by the next week.", "by the next week", "../W+1", "said_on"),
        ("It will happen soon.", "soon", "FUTURE_REF", "said_on"),
        ("It will grow until the end of its plan (May 2021).", "May 2021", "../2021-05", "absolute"),
        ("The vote was moved to May.", "May", "XXXX-05", "said_on"),
    ],
)
def test_values(text: str, words: str, value: str, anchor: str) -> None:
    assert placed(text) == [(words, value, anchor)]


@pytest.mark.parametrize(
    "text",
    [
        "It will be the worst in ten years.",
        "It will be its first fair in ten years.",
        "It will be the 2020 plan.",
        "It will last for ten days.",
        "It will open ten days before the vote.",
        "It will be too soon.",
        "May's vote will be close.",
        "Since Friday it will not start.",
        "The link loads in under five minutes.",
        "Voters in 2020 are young.",
    ],
)
def test_none(text: str) -> None:
    assert placed(text) == []
