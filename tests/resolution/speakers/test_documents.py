from __future__ import annotations

import pytest

from ..builder import one, told


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("a report by the Lund Institute", "Lund Institute"),
        ("a report released by the Lund Institute", "Lund Institute"),
        ("the Lund Institute's report", "Lund Institute"),
        ("Lund Institute data", "Lund Institute"),
        ("a memo posted online by Senator Karl Lund", "Karl Lund"),
        ("data from the Lund Institute during the week", "Lund Institute"),
        ("numbers compiled by the Lund Institute", "Lund Institute"),
        ("a report by a team from the Lund Institute", None),
        ("early reports", None),
        ("a study of the Lund valley", None),
    ],
)
def test_a_document_speaks_for_whoever_wrote_it(source: str, who: str | None) -> None:
    assert one(f"It rains, according to {source}.", "It rains", source, "according to").speaker.name == who


def test_the_statement_is_by_whoever_made_one() -> None:
    spoken = told(
        "The Lund Institute said in a statement that it rains. Karl Lund, a baker, said it snows. "
        "The statement adds that it froze.",
        ("it rains", "The Lund Institute", "said"),
        ("it snows", "Karl Lund, a baker", "said@2"),
        ("it froze", "The statement", "adds"),
    )
    assert spoken[2].speaker.name == "Lund Institute"


def test_a_website_is_of_the_body_that_spoke() -> None:
    spoken = told(
        "The Lund Institute said it rains. Its website says it snows.",
        ("it rains", "The Lund Institute", "said"),
        ("it snows", "Its website", "says"),
    )
    assert spoken[1].speaker.name == "Lund Institute"


def test_a_law_speaks_for_nobody() -> None:
    spoken = told(
        "Karl Lund said in the bill's debate that it rains. The bill demands umbrellas.",
        ("it rains", "Karl Lund", "said"),
        ("umbrellas", "The bill", "demands"),
    )
    assert spoken[1].speaker.name is None
