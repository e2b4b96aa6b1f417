from __future__ import annotations

import pytest

from onrecord.resolution import resolve

from .builder import article, one, statement


@pytest.mark.parametrize(
    ("content", "event", "place"),
    [
        ("The congress of national dialogue will open in Oslo", "The congress of national dialogue", "Oslo"),
        ("they will hold this forum in Bergen on Friday", "this forum", "Bergen"),
        ("the next round of peace talks will be held soon", "the next round of peace talks", None),
        ("they will meet soon", None, None),
        ("the withdrawal from Norvania will begin", "the withdrawal", "Norvania"),
        ("Ada Fenn release her papers", None, None),
        ("meeting the demand is an aim", None, None),
        ("her poll numbers will drop", None, None),
    ],
)
def test_the_naming_words_of_an_event_and_its_place(content: str, event: str | None, place: str | None) -> None:
    text = f"Karl Lund said {content}."
    found = one(text, content, "Karl Lund", "said", kind="schedule").event
    assert (found and text[slice(*found.span)]) == event
    assert (found and found.place and text[slice(*found.place)]) == place


def test_a_report_has_no_event() -> None:
    found = one("Karl Lund said the talks went well.", "the talks went well", "Karl Lund", "said", kind="report")
    assert found.event is None


def test_it_is_the_event_of_the_sentence_before() -> None:
    text = "The forum of towns will not meet in Lund. It will open in Bergen on 3 May, Karl Holt said."
    found = one(text, "It will open in Bergen on 3 May", "Karl Holt", "said", kind="schedule").event
    assert found is not None
    assert text[slice(*found.span)] == "The forum of towns"


def test_it_is_no_event_where_the_sentence_before_names_none() -> None:
    text = "The baker will not sell in Lund. It will open in Bergen on 3 May, Karl Holt said."
    assert one(text, "It will open in Bergen on 3 May", "Karl Holt", "said", kind="schedule").event is None


def test_going_on_sitting_is_no_event() -> None:
    words = "they will go on sitting at home until May 3"
    assert one(f"Karl Lund said {words}.", words, "Karl Lund", "said", kind="forecast").event is None


def test_a_quotation_shares_the_event_of_what_restates_it() -> None:
    text = 'The fair in Lund will open on May 4, Karl Holt said.\n"We will all be in Lund on May 4,"'
    art = article(f"{text} Holt said.")
    first, second = resolve(
        art,
        [
            statement(art, "The fair in Lund will open on May 4", "Karl Holt", "said", kind="schedule"),
            statement(art, '"We will all be in Lund on May 4,"', "Holt@2", "said@2", kind="commitment"),
        ],
    )
    assert first.restates == second.id
    assert second.event == first.event is not None
