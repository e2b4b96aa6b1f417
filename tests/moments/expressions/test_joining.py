"""Two expressions that name one stretch."""

import pytest

from onrecord.moments.expressions.grammar import find
from onrecord.moments.expressions.joining import joined


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 28 November to 5 December", ["XXXX-11-28/XXXX-12-05"]),
        ("between Monday and Friday", ["XXXX-WXX-1/XXXX-WXX-5"]),
        ("from May to July 2018", ["2018-05/2018-07"]),
        ("May 3 or June 4", ["XXXX-05-03/XXXX-06-04"]),
        ("on Monday and Friday", ["XXXX-WXX-1", "XXXX-WXX-5"]),
        ("Friday or Saturday or Sunday", ["XXXX-WXX-5/XXXX-WXX-6", "XXXX-WXX-7"]),
        ("from Monday for two weeks", ["XXXX-WXX-1", "P2W"]),
    ],
)
def test_stretches(text: str, values: list[str]) -> None:
    assert [f.draft.value for f in joined(text, list(find(text)))] == values
