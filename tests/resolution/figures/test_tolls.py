"""What is counted where the figure ends its sentence, and what an amount measures."""

from __future__ import annotations

import pytest

from onrecord.resolution.figures import find


def last(text: str) -> tuple[float | None, str | None, str | None, str | None]:
    figure = find(text)[-1]
    return figure.low, figure.noun, figure.population and text[slice(*figure.population)], figure.change


@pytest.mark.parametrize(
    ("text", "noun", "population", "change"),
    [
        ("The number of people hurt in the raid rose to 23.", "people", "hurt in the raid", "rose"),
        ("It raised its count of those hurt in the raid to 23.", None, "those hurt in the raid", "raised"),
        ("The death toll from the raid reached 23 people.", "people", "from the raid", None),
        ("The toll following the raid on Ostrel stood at 23.", None, "following the raid on Ostrel", None),
        ("Death Toll From Raid on Ostrel Reaches 23", None, "From Raid on Ostrel", None),
        ("The toll rose to 23.", None, None, "rose"),
    ],
)
def test_what_a_toll_counts(text: str, noun: str | None, population: str | None, change: str | None) -> None:
    assert last(text) == (23, noun, population, change)


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Unemployment rose to 9 percent.", "Unemployment"),
        ("He said the mill's output was 9 tons.", "mill's output"),
        ("Gifts to the guild hit nearly $9 million.", "Gifts to the guild"),
        ("Bread prices have averaged 9 crowns in May.", "Bread prices"),
        ("The sample of voters is 9.", "sample of voters"),
        ("It is 9 km.", None),
        ("There, after the storm and the flood that the old men had long foretold, it was 9 degrees.", None),
    ],
)
def test_what_an_amount_measures(text: str, population: str | None) -> None:
    assert last(text)[2] == population
