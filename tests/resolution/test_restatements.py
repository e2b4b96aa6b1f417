"""One claim in several wordings: which of them counts, and what the others say otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.model import Statement, StoryDate
from onrecord.resolution import resolve

from .builder import article, statement


def resolved(
    text: str, *parts: tuple[str, str, str, dict[str, Any]], title: str = "", day: date | None = None
) -> dict[str, Statement]:
    """The statements of a text, by the ids given."""
    page = article(text, title=title, date=StoryDate(status="stated", earliest=day, latest=day) if day else StoryDate())
    made = [statement(page, content, source, cue, **fields) for content, source, cue, fields in parts]
    return {s.id: s for s in resolve(page, made)}


def restated(told: dict[str, Statement]) -> dict[str, str]:
    return {id: s.restates for id, s in told.items() if s.restates}


LEADS_OVER = 'Half of what you hear of the mine is made up, he went on.\n"People say 900 men are down there,"'


def announced(text: str) -> dict[str, Statement]:
    return resolved(
        f"Mayor Karl Holt spoke first.\n{text} he said.",
        ("Half of what you hear of the mine is made up", "he", "went on" if "went on" in text else "said", {"id": "a"}),
        ('"People say 900 men are down there,"', "he@2", "said@2" if "he said." in text else "said", {"id": "b"}),
    )


def test_a_paragraph_that_ends_in_he_went_on_leads_over_to_the_next_quotation() -> None:
    assert restated(announced(LEADS_OVER)) == {"a": "b"}


def test_one_that_ends_in_he_said_stands_for_itself() -> None:
    assert restated(announced(LEADS_OVER.replace("went on", "said"))) == {}


def test_one_with_more_in_its_paragraph_stands_for_itself() -> None:
    assert restated(announced(LEADS_OVER.replace(".\n", ". Nobody answered.\n"))) == {}


BY_A_DATE = (
    "The Grey Band will be beaten in two months, Norvania's envoy Anna Lund said.",
    ("Grey Band beaten by Christmas", "Norvania", "vows", {"id": "h", "in_headline": True, "kind": "commitment"}),
    (
        "The Grey Band will be beaten in two months",
        "Norvania's envoy Anna Lund",
        "said",
        {"id": "q", "kind": "forecast"},
    ),
)


def test_a_headline_that_names_a_date_near_the_end_of_the_time_told() -> None:
    title = "Grey Band beaten by Christmas, Norvania vows"
    told = resolved(*BY_A_DATE, title=title, day=date(2021, 10, 25))
    assert restated(told) == {"h": "q"}
    assert told["h"].differs is not None
    assert "Norvania in the headline, Anna Lund below" in told["h"].differs


def test_what_restates_nothing_differs_from_nothing() -> None:
    told = resolved(*BY_A_DATE[:1], BY_A_DATE[2])
    assert told["q"].differs is None


ONE_DAY = 'The fair in Lund will open on May 4, Karl Holt said.\n"We will all be in Lund on May 4. Bring hats,"'


def test_a_quotation_that_names_the_same_day_and_place_tells_it_again() -> None:
    told = resolved(
        f"{ONE_DAY} Holt said.",
        ("The fair in Lund will open on May 4", "Karl Holt", "said", {"id": "a", "kind": "schedule"}),
        ('"We will all be in Lund on May 4. Bring hats,"', "Holt@2", "said@2", {"id": "b", "kind": "commitment"}),
    )
    assert restated(told) == {"a": "b"}


def test_a_quotation_that_names_another_day_does_not() -> None:
    told = resolved(
        f"{ONE_DAY.replace('all be in Lund on May 4', 'all be in Lund on June 9')} Holt said.",
        ("The fair in Lund will open on May 4", "Karl Holt", "said", {"id": "a", "kind": "schedule"}),
        ('"We will all be in Lund on June 9. Bring hats,"', "Holt@2", "said@2", {"id": "b", "kind": "commitment"}),
    )
    assert restated(told) == {}


def test_a_headline_names_what_the_lead_calls_the_group() -> None:
    told = resolved(
        "Weeks after the Grey Band was called beaten, the group still holds 11 farms in Tesh, the Lund Watch said.",
        ("Grey Band still holds farms in Tesh", "monitors", "say", {"id": "h", "in_headline": True}),
        ("the group still holds 11 farms in Tesh", "the Lund Watch", "said", {"id": "q"}),
        title="Grey Band still holds farms in Tesh, monitors say",
    )
    assert restated(told) == {"h": "q"}


def test_a_capital_in_the_headline_stands_for_the_only_speaker_who_denies() -> None:
    told = resolved(
        "Tesh's minister, Anna Lund, on Tuesday denied that the fair in Oslo had been postponed.",
        ("no change to the fair's date", "Belqor", "", {"id": "h", "in_headline": True, "kind": "denial"}),
        (
            "that the fair in Oslo had been postponed",
            "Tesh's minister, Anna Lund",
            "denied",
            {"id": "q", "kind": "denial"},
        ),
        title="Belqor: no change to the fair's date",
    )
    assert restated(told) == {"h": "q"}


def test_a_group_has_one_fullest_wording_to_which_the_others_point() -> None:
    art = article(
        "Tarn will close the old bridge, Karl Lund said.\n"
        "“We will close the old bridge of Tarn because it is not safe,” he said.\n"
        "The harvest was poor, Ida Holt said.",
        title="Karl Lund: Tarn to close old bridge",
    )
    told = [
        statement(art, "Tarn to close old bridge", "Karl Lund", in_headline=True, kind="commitment"),
        statement(art, "Tarn will close the old bridge", "Karl Lund@2", "said", kind="commitment"),
        statement(
            art, "“We will close the old bridge of Tarn because it is not safe,”", "he", "said@2", kind="commitment"
        ),
        statement(art, "The harvest was poor", "Ida Holt", "said@3"),
    ]
    found = resolve(art, told)
    assert [s.restates for s in found] == [found[2].id, found[2].id, None, None]


def test_two_claims_of_one_speaker_are_no_restatement() -> None:
    art = article("The dam is safe, Karl Lund said. He added that the mayor owes the town an answer.")
    told = [
        statement(art, "The dam is safe", "Karl Lund", "said"),
        statement(art, "that the mayor owes the town an answer", "He", "added"),
    ]
    assert [s.restates for s in resolve(art, told)] == [None, None]
