"""Bare tolls get the dead that their article names, where only one lot can be meant."""

from __future__ import annotations

import pytest

from onrecord.model import Statement
from onrecord.resolution import resolve

from ..builder import article, statement

NAMED = "Some 31 people were killed in the fire at Pellin market, the guild said."


def population(more: str, content: str, *, first: str = NAMED) -> str | None:
    """What the last statement's figure counts, told after a toll in full."""
    page = article(f"{first}\n{more}")
    made: list[Statement] = [
        statement(page, first.partition(", the guild")[0], "the guild", "said"),
        statement(page, content, "the mayor", "said" if f"{first}{more}".count("said") == 1 else "said@2"),
    ]
    figure = resolve(page, made)[-1].figures[0]
    return figure.population and page[figure.population]


def test_a_bare_number_of_dead_counts_those_that_the_article_names() -> None:
    assert population("But 19 people died, the mayor said.", "19 people died") == "killed in the fire at Pellin market"


def test_the_toll_is_the_one_named_before() -> None:
    assert (
        population("It put the toll at 19, the mayor said.", "the toll at 19") == "killed in the fire at Pellin market"
    )


@pytest.mark.parametrize(
    "words",
    [
        "19 people died in Corin",
        "19 soldiers died",
        "19 people were wounded",
        "19 people died of cold last winter",
    ],
)
def test_others_are_not_taken_for_them(words: str) -> None:
    assert population(f"But {words}, the mayor said.", words) != "killed in the fire at Pellin market"


def test_two_tolls_leave_it_open() -> None:
    two = "Some 31 people were killed in the fire at Pellin market and six people were killed on the Ostrel road"
    found = population("But 19 people died, the mayor said.", "19 people died", first=f"{two}, the guild said.")
    assert found == "died"


def test_an_event_named_again_tells_which() -> None:
    two = "Some 31 people were killed in the fire at Pellin market and six people were killed on the Ostrel road"
    words = "19 people were killed and 41 hurt in the fire"
    found = population(f"But {words}, the mayor said.", words, first=f"{two}, the guild said.")
    assert found == "killed in the fire at Pellin market"


def test_a_share_of_a_whole_does_not_hold_its_own_number() -> None:
    text = "It drove a fifth of the population from home, the guild said."
    page = article(text)
    (found,) = resolve(page, [statement(page, "It drove a fifth of the population from home", "the guild", "said")])
    (figure,) = found.figures
    assert figure.population is None or figure.span.end <= figure.population.start
