"""What repeats a quarter named before it."""

from datetime import date

import pytest

from onrecord.moments import times


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In the third quarter it rose; a year earlier it fell.", ["2017-Q3", "2016-Q3"]),
        ("In the third quarter it rose. The latest quarter was good.", ["2017-Q3", "2017-Q3"]),
        ("In the third quarter it rose. The year-ago quarter was bad.", ["2017-Q3", "2016-Q3"]),
        ("In the third quarter it rose, in nine months it fell from a year earlier.", ["2017-Q3", "P9M", "2016"]),
        ("The latest quarter was good.", []),
    ],
)
def test_echoes(text: str, values: list[str]) -> None:
    assert [t.value for t in times(text, published=date(2017, 10, 31))] == values
