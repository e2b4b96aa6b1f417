from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

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


def value(text: str, *parts: str) -> str | None:
    found = one(text, *parts).said_on
    return found.value if found else None


def test_time_words_of_another_clause_are_not_the_day_of_speaking() -> None:
    text = "Karl Lund said no when the men of the port came to see his brother on Monday."
    assert value(text, "no", "Karl Lund", "said") is None


def test_time_words_that_head_the_sentence_are() -> None:
    assert value("On Monday it was all wrong, Karl Lund said.", "it was all wrong", "Karl Lund", "said") == "XXXX-WXX-1"


def test_what_had_been_said_before_was_said_on_another_day() -> None:
    art = article("It rains, Karl Lund said on Monday. He had said it would snow.")
    told = resolve(
        art, [statement(art, "It rains", "Karl Lund", "said"), statement(art, "it would snow", "He", "had said")]
    )
    assert [s.said_on.value for s in told if s.said_on] == ["XXXX-WXX-1", None]


def test_a_year_is_no_occasion_that_goes_on() -> None:
    art = article("It rains, Karl Lund said in 1999. It snows, Lund said.")
    told = resolve(
        art, [statement(art, "It rains", "Karl Lund", "said"), statement(art, "It snows", "Lund@2", "said@2")]
    )
    assert [s.said_on.value for s in told if s.said_on] == ["1999", None]


def test_a_headline_without_a_verb_has_its_window() -> None:
    art = article("It rained.", title="Grey Band beaten by Christmas, Norvania vows")
    made = statement(art, "Grey Band beaten by Christmas", "Norvania", "vows", in_headline=True, kind="commitment")
    (found,) = resolve(art, [made])
    assert found.due is not None
    assert art[found.due.span] == "by Christmas"


def test_put_off_until_a_day_is_on_that_day() -> None:
    words = "The fair, which was to open on May 4, has been put off until June 9"
    found = one(f"{words}, Karl Lund said.", words, "Karl Lund", "said", kind="schedule")
    assert found.due is not None
    assert found.due.value == "XXXX-06-09"


def test_what_is_told_as_past_was_not_said_on_the_storys_day() -> None:
    told = "Five weeks after Karl Lund said it would end in a month, the ships lie there still."
    art = article(told, date=dated(TUESDAY))
    (found,) = resolve(art, [statement(art, "it would end in a month", "Karl Lund", "said", kind="forecast")])
    assert found.said_on is not None
    assert (found.said_on.earliest, found.said_on.latest) == (date(2019, 1, 28), date(2019, 2, 3))
    assert found.due is not None
    assert found.due.latest == date(2019, 3, 3)


def test_what_was_said_at_some_earlier_time_has_no_day() -> None:
    art = article("Since Karl Lund said it would end in a month, no ship has sailed.", date=dated(TUESDAY))
    (found,) = resolve(art, [statement(art, "it would end in a month", "Karl Lund", "said", kind="forecast")])
    assert found.said_on is None
    assert found.due is not None
    assert (found.due.earliest, found.due.latest) == (None, None)


def due_words(text: str, content: str, **fields: Any) -> str | None:
    found = one(text, content, "Karl Lund", "said", kind="forecast", **fields).due
    return None if found is None else f"{text[slice(*found.span)]}: {found.value}"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a landfall on Saturday", "on Saturday: XXXX-WXX-6"),
        ("an imminent incursion into Lund", "imminent: FUTURE_REF"),
        ("that he will leave office next month, on August 2", "on August 2: XXXX-08-02"),
        ("that the probe — due for launch in 2021 — will tell more", None),
    ],
)
def test_time_words_of_the_main_clause_or_of_none(content: str, words: str | None) -> None:
    assert due_words(f"Karl Lund said {content}.", content) == words


def test_this_year_is_the_iranian_one_where_the_article_counts_so() -> None:
    text = "Karl Lund said it will rain this year. It rained last Iranian calendar year (ended on March 20)."
    assert due_words(text, "it will rain this year") == "this year: J+0"
    assert due_words(text.partition(". ")[0] + ".", "it will rain this year") == "this year: Y+0"
