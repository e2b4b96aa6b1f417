"""Past or future, from the words of a clause."""

import pytest

from onrecord.model import Span
from onrecord.moments.expressions.direction import FUTURE, PAST, PRESENT, direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He arrived | on Friday", PAST),
        ("He will arrive | on Friday", FUTURE),
        ("He won't arrive | on Friday", FUTURE),
        ("It will have been completed | by Friday", FUTURE),
        ("It was completed | on Friday", PAST),
        ("She could have come | on Friday", PAST),
        ("They agreed to meet | on Friday", FUTURE),
        ("They managed to meet | on Friday", PAST),
        ("He moved to Sund to study | in 2015", PAST),
        ("They have to, she says, mend it | by May", FUTURE),
        ("Talks are due | on Friday", FUTURE),
        ("The talks were postponed | until Friday", FUTURE),
        ("A record was set | on Friday", PAST),
        ("The talks begin | on Friday", FUTURE),
        ("The deadline is | Friday", PRESENT),
        ("He is meeting them | on Friday", PRESENT),
        ("He said that | on Friday | the envoy will leave", FUTURE),
        ("It should be noted that | in 2016 | he had opposed it", PAST),
        ("| On Friday, | the envoy will leave", FUTURE),
        ("| On Friday, | the envoy left", PAST),
        ("The besieged town will vote | on Friday", FUTURE),
        ("The League (a body outlawed in Sund) will fall | in May", FUTURE),
        ("Rain | on Friday", None),
        ("Theresa May stepped down | on Friday", PAST),
    ],
)
def test_what_the_clause_says(text: str, expected: int | None) -> None:
    before, words, after = ([*text.split("|"), "", ""])[:3]
    span = Span(len(before), len(before) + len(words))
    assert direction(before + words + after, span, Span(0, len(before + words + after))) == expected
