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
        (
            "In the third quarter it rose; it sees a flat fourth quarter. A year ago it fell.",
            ["2017-Q3", "2017-Q4", "2016-Q3"],
        ),
        ("In the third quarter it beat the second quarter. A year ago it fell.", ["2017-Q3", "2017-Q2", "2016-Q3"]),
        ("Sales rose in nine months. In the year-earlier period they fell.", ["P9M", "P9M"]),
        ("Sales rose from year-ago sales.", ["2016"]),
        ("He came on 5 March and left the following day.", ["2017-03-05", "2017-03-06"]),
        ("On 31 December 1998 it shut; the next day it burned.", ["1998-12-31", "1999-01-01"]),
        ("It opened in 1998. That year it burned.", ["1998", "1998"]),
        ("It opened in June 1995 and shut the following year.", ["1995-06", "1996"]),
        ("It opened in 1995 and shut the same day.", ["1995"]),
        ("It shut the following year.", []),
        ("In the third quarter it rose; the current quarter looks good.", ["2017-Q3", "2017-Q4"]),
    ],
)
def test_echoes(text: str, values: list[str]) -> None:
    assert [t.value for t in times(text, published=date(2017, 10, 31))] == values
