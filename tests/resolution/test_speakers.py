from __future__ import annotations

import pytest

from onrecord.model import Speaker, Statement
from onrecord.resolution import resolve

from .builder import article, statement

ENVOY = "Norvanian president's special envoy for Tesh Edvard Halloran"
BODY = (
    f"{ENVOY} said on Tuesday that the siege of Tesh will end. "
    '"We hope so," he said at a news conference in Oslo.\n'
    "According to the Norvanian chief negotiator, several places were offered.\n"
    '"It was decided to meet in Bergen," Halloran said.'
)


def speaker(text: str, *parts: str) -> Speaker:
    art = article(text)
    (resolved,) = resolve(art, [statement(art, *parts)])
    return resolved.speaker


@pytest.fixture
def told() -> tuple[Statement, ...]:
    art = article(BODY)
    return resolve(
        art,
        [
            statement(art, "the siege of Tesh will end", ENVOY, "said"),
            statement(art, '"We hope so,"', "he", "said@2"),
            statement(art, "several places were offered", "the Norvanian chief negotiator", "According to"),
            statement(art, '"It was decided to meet in Bergen,"', "Halloran@2", "said@3"),
        ],
    )


def test_four_ways_of_naming_one_envoy(told: tuple[Statement, ...]) -> None:
    assert [s.speaker.name for s in told] == ["Edvard Halloran"] * 4
    assert told[0].speaker.role == "Norvanian president's special envoy for Tesh"


def test_an_unnamed_office_holder_is_anonymous() -> None:
    found = speaker("A diplomatic source said the talks failed.", "the talks failed", "A diplomatic source", "said")
    assert (found.name, found.anonymous, found.description) == (None, True, "A diplomatic source")


def test_a_capital_speaks_for_its_country() -> None:
    found = speaker("Oslo hopes the talks go on.", "the talks go on", "Oslo", "hopes")
    assert found.name == "Norway"


def test_she_is_not_the_man() -> None:
    text = "Karl Lund met Maria Holt in Oslo. She said the talks failed."
    assert speaker(text, "the talks failed", "She", "said").name != "Karl Lund"
