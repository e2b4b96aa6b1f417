"""Kind, stance and strength by TERMS' tables."""

import pytest
from tests.extraction.reading import only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“By May the wells of Ulm will be dry,” she said.", "forecast"),
        ("“We will mend the dam by Friday,” she said.", "commitment"),
        ("Ada Roe pledged to mend the dam.", "commitment"),
        ("Ada Roe said the council would publish the plan by May 12.", "commitment"),
        ("“The congress will be held in Ulm on May 18,” she said.", "schedule"),
        ("The meeting in Ulm has been postponed, she said.", "schedule"),
        ("Ada Roe called for patience in Ulm.", "appeal"),
        ("“You should leave the valley,” she said.", "appeal"),
        ("“No one has postponed it,” she said.", "denial"),
        ("Ada Roe denied the reports.", "denial"),
        ("Ada Roe accused the council of neglect.", "accusation"),
        ("“This in no way builds trust,” she said.", "assessment"),
        ("Ada Roe called the plan “sensible”.", "assessment"),
        ("“Seventy people came to the hill,” she said.", "report"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Ulm hopes that the dam will hold.", "hoped"),
        ("“We all hope that it will hold,” she said.", "hoped"),
        ("The dam will probably hold, she said.", "likely"),
        ("The dam might hold, she said.", "possible"),
        ("In May the dam held, she said.", "certain"),
        ("The dam will hold, she said.", "certain"),
    ],
)
def test_strength(text: str, strength: str) -> None:
    assert only(text).strength == strength


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“Seventy people came to the hill,” she said.", "asserts"),
        ("“Much of it is unverified. Various numbers are cited: 300 or 500 dead,” she said.", "disputes"),
        ("Ada Roe dismissed a report of 300 dead.", "disputes"),
        ("“Some claim that it broke at noon,” she said.", "reports"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert only(text).stance == stance
