"""The counted noun and the words that limit it."""

from __future__ import annotations

import pytest

from onrecord.resolution.figures import find


@pytest.mark.parametrize(
    ("text", "noun", "population"),
    [
        ("86 women were killed in the raid on Aldmere.", "women", "killed in the raid on Aldmere"),
        (
            "They freed 400 captives taken at checkpoints since January.",
            "captives",
            "taken at checkpoints since January",
        ),
        ("They want 400 people whose names both sides know.", "people", "whose names both sides know"),
        ("They hold 70,000 captured rebels said to be in one place.", "rebels", "captured"),
        ("They ask for 400 sick and elderly captives.", "captives", "sick and elderly"),
        ("It has killed more than 90,000 people.", "people", "It has killed"),
        ("Seven of the parties have not replied.", "parties", "have not replied"),
        ("Eight of them were children.", "children", "of them"),
        ("A third of the population fled.", "population", "of the population"),
        ("Some 300 fighters had slipped away into the valley.", "fighters", "had slipped away into the valley"),
        ("The number of people hurt in the raid rose to 23.", "people", "hurt in the raid"),
        ("It raised its count of those killed in the raid to 31.", None, "those killed in the raid"),
        ("The toll from the raid reached 31.", None, "from the raid"),
        ("About 300 soldiers and firemen are deployed to the coast.", "soldiers", "deployed to the coast"),
        ("They list more than 70 coal- and gas-fired plants.", "plants", "coal- and gas-fired"),
    ],
)
def test_one_figure(text: str, noun: str | None, population: str) -> None:
    (found,) = find(text)
    assert found.noun == noun
    assert found.population is not None
    assert text[slice(*found.population)] == population


def test_those_killed_and_those_hurt_are_kept_apart() -> None:
    text = "At least 14 people were killed and about 30 wounded when shells hit the market, the mayor said."
    killed, hurt = find(text)
    assert killed.population is not None
    assert hurt.population is not None
    assert text[slice(*killed.population)] == "killed"
    assert text[slice(*hurt.population)] == "wounded when shells hit the market"


def test_some_of_a_number_and_that_number() -> None:
    text = "Seven of the 42 parties invited have not replied."
    some, all_ = find(text)
    assert (some.noun, all_.noun) == ("parties", "parties")
    assert some.population is not None
    assert all_.population is not None
    assert text[slice(*some.population)] == "have not replied"
    assert text[slice(*all_.population)] == "invited"
