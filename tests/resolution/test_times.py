from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.model import StoryDate
from onrecord.resolution import redate, resolve

from .builder import article, one, statement

TUESDAY = date(2019, 3, 5)


def dated(day: date) -> StoryDate:
    return StoryDate(status="stated", earliest=day, latest=day)


def test_said_on_comes_from_the_attributing_words_and_not_from_the_content() -> None:
    text = "The ships will sail on Friday, Karl Lund said on Monday."
    found = one(text, "The ships will sail on Friday", "Karl Lund", "said", kind="schedule")
    assert found.said_on is not None
    assert found.said_on.value == "XXXX-WXX-1"
    assert found.due is not None
    assert text[slice(*found.due.span)] == "on Friday"


def test_without_a_date_there_are_values_and_no_days() -> None:
    found = one(
        "It will end in two weeks, Karl Lund said.", "It will end in two weeks", "Karl Lund", "said", kind="forecast"
    )
    assert found.due is not None
    assert (found.due.value, found.due.earliest) == ("P2W", None)
    assert found.said_on is not None
    assert found.said_on.span is None


def test_a_corrected_date_moves_said_on_and_due() -> None:
    art = article("It will end in two weeks, Karl Lund said on Monday.", date=dated(TUESDAY))
    first = resolve(art, [statement(art, "It will end in two weeks", "Karl Lund", "said", kind="forecast")])
    moved = redate(replace(art, date=dated(date(2019, 3, 12))), first)
    days = [(s.said_on.earliest, s.due.earliest) for (s,) in (first, moved) if s.said_on and s.due]
    assert days == [(date(2019, 3, 4), date(2019, 3, 18)), (date(2019, 3, 11), date(2019, 3, 25))]


def test_the_same_speaker_on_the_same_occasion_keeps_the_day() -> None:
    art = article(
        "It rains, Karl Lund said on Monday.\nIt snows, he said.\nIt thaws, Ida Holt said.", date=dated(TUESDAY)
    )
    told = resolve(
        art,
        [
            statement(art, "It rains", "Karl Lund", "said"),
            statement(art, "It snows", "he", "said@2"),
            statement(art, "It thaws", "Ida Holt", "said@3"),
        ],
    )
    assert [s.said_on.earliest for s in told if s.said_on] == [date(2019, 3, 4), date(2019, 3, 4), TUESDAY]


def test_an_editors_date_in_brackets_counts_before_today() -> None:
    found = one(
        'Karl Lund said: "As nobody is safe today, it was decided to hold the forum in Oslo (on November 18)."',
        '"As nobody is safe today, it was decided to hold the forum in Oslo (on November 18)."',
        "Karl Lund",
        "said",
        kind="schedule",
        insertions=["(on November 18)"],
    )
    assert found.due is not None
    assert found.due.value == "XXXX-11-18"


def test_only_expectations_fall_due() -> None:
    assert one("He met us in May, Karl Lund said.", "He met us in May", "Karl Lund", "said", kind="report").due is None


def test_what_was_to_be_falls_due_on_its_new_day() -> None:
    words = "The fair, which was to open in Oslo on May 4, will now be held on June 9"
    found = one(f"{words}, Karl Lund said.", words, "Karl Lund", "said", kind="schedule")
    assert found.due is not None
    assert found.due.value == "XXXX-06-09"
