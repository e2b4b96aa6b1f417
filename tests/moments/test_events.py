"""Windows that hang on an event without a known day."""

import pytest

from onrecord.moments.events import event_windows
from onrecord.moments.expressions.context import Sentences


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("We will decide after the elections.", ["EVENT/.."]),
        ("They will leave before the vote.", ["../EVENT"]),
        ("As soon as the rain ends, we will go.", ["EVENT/.."]),
        ("They will wait until after the summit.", ["EVENT/.."]),
        ("Once the talks are over, we will go.", ["EVENT/.."]),
        ("They will stay until peace returns to the isle.", ["../EVENT"]),
        ("Levies will stay until limits are lifted.", ["../EVENT"]),
        ("They will act after hearing her speech.", []),
        ("They will abide by the agreement.", []),
        ("He will be left by more than 100 convention clerks.", []),
        ("It will be faster than before the deal was signed.", []),
        ("The League, once the ruling force, will fall.", []),
        ("They left after the elections.", []),
        ("As soon as he had it, he left.", []),
        ("They will leave two weeks before the vote.", []),
        ("They will leave as soon as possible.", []),
    ],
)
def test_events(text: str, values: list[str]) -> None:
    found = list(event_windows(text, Sentences(text)))
    assert [w.value for w in found] == values
    assert all(w.vague and w.anchor == "event" and w.earliest is None for w in found)
