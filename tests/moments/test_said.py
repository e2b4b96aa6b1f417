"""When something was said, from the attributing words."""

import pytest

from onrecord.moments import find_said


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("said on Tuesday", ["XXXX-WXX-2"]),
        ("told reporters on Wednesday", ["XXXX-WXX-3"]),
        ("in a statement released late on 3 May", ["XXXX-05-03"]),
        ("said yesterday", ["D-1"]),
        ("said earlier this week", ["W+0"]),
        ("wrote in 2016", ["2016"]),
        ("said Monday morning", ["XXXX-WXX-1TMO"]),
        ("said next week", []),
        ("said for two years", []),
        ("has said every Friday", []),
        ("said ahead of Friday", []),
        ("said the 2016 election", []),
        ("said", []),
    ],
)
def test_days_of_speaking(text: str, values: list[str]) -> None:
    assert [t.value for t in find_said(text)] == values
