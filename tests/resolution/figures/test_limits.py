"""Where what limits a noun begins and ends."""

from __future__ import annotations

from typing import Final

import pytest

from onrecord.resolution.figures import find

SPANS: Final = {"58", "Some 58", "58 percent", "€58 million"}


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("58 people, 11 of them boys, were killed in the raid.", "killed in the raid"),
        ("58 people (11 of them boys) were killed in the raid.", "killed in the raid"),
        ("Some 58 people including two boys were killed in the raid.", "killed in the raid"),
        ("They raised €58 million ($60 million) for the mill.", "for the mill"),
        ("Some 58 men and 12 women were hurt in Ostrel.", "hurt in Ostrel"),
        ("Three of the 58 boats hired were sunk.", "hired"),
        ("The gap between the 58 boats is the use of oars.", None),
        ("58 members of the guild were hurt in the raid.", "of the guild were hurt in the raid"),
        ("58 men in Ostrel were hurt.", "in Ostrel were hurt"),
        ("58 men fled in Sept. 2015 with dogs.", "fled in Sept. 2015 with dogs"),
        ("58 men hurt in Ostrel a monitor said.", "hurt in Ostrel"),
        ("58 men hurt in Ostrel among them two boys.", "hurt in Ostrel"),
        ("58 killed 12 hurt in Ostrel", "killed"),
        ("They won 58 seats in the hall and became the third force.", "in the hall"),
        ("58 boats from the harbour crossed the bay.", "from the harbour"),
        ("58 men which it had hired left.", "which it had hired left"),
        ("58 percent said that they were ill.", "said that they were ill"),
        ("58 boats 12 14 16", None),
    ],
)
def test_limits(text: str, population: str | None) -> None:
    figure = next(f for f in find(text) if text[slice(*f.span)] in SPANS)
    assert (figure.population and text[slice(*figure.population)]) == population
