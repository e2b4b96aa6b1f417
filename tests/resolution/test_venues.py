from __future__ import annotations

import pytest

from .builder import one


@pytest.mark.parametrize(
    ("tail", "venue"),
    [
        ("Karl Lund said at a press briefing in Oslo", "at a press briefing in Oslo"),
        ("Karl Lund said on Twitter", "on Twitter"),
        ("Karl Lund said in a televised speech on Friday", "in a televised speech"),
        ("Karl Lund told CNN", "told CNN"),
        ("Karl Lund told reporters", "told reporters"),
        ("Karl Lund said", None),
    ],
)
def test_where_the_words_were_said(tail: str, venue: str | None) -> None:
    text = f"The sea is rising, {tail}."
    found = one(text, "The sea is rising", "Karl Lund", "told" if "told" in tail else "said")
    assert [text[slice(*s)] for s in found.venue] == ([venue] if venue else [])


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Karl Lund told the Argus it rains.", "told the Argus"),
        ("Karl Lund told a regular news briefing it rains.", "told a regular news briefing"),
        ("Karl Lund told the UN envoy it rains.", ""),
        ("Karl Lund on the forum said it rains.", ""),
    ],
)
def test_who_is_told_is_a_venue_where_it_is_an_outlet_or_an_occasion(text: str, venue: str) -> None:
    found = one(text, "it rains", "Karl Lund", "told" if "told" in text else "said")
    assert " ".join(text[slice(*s)] for s in found.venue) == venue


@pytest.mark.parametrize(
    ("text", "source", "cue", "venue"),
    [
        ("In a statement, Karl Lund said it rains.", "Karl Lund", "said", "In a statement"),
        ("At the opening of the Lund fair, a forum, Karl Holt said it rains.", "Karl Holt", "said", ""),
        (
            "Karl Lund told the Argus in an interview aired on Friday it rains.",
            "Karl Lund",
            "told",
            "told the Argus in an interview",
        ),
        ("Karl Lund told Norvanian news outlets it rains.", "Karl Lund", "told", "told Norvanian news outlets"),
        ("Karl Lund told a press conference in Oslo it rains.", "Karl Lund", "told", "told a press conference in Oslo"),
        (
            "Karl Lund said in an interview with the Norvanian daily Argus it rains.",
            "Karl Lund",
            "said",
            "in an interview with the Norvanian daily Argus",
        ),
        (
            "Karl Lund said in a letter published by the Argus on Friday it rains.",
            "Karl Lund",
            "said",
            "in a letter published by the Argus",
        ),
        ("Karl Lund issued a short statement saying it rains.", "Karl Lund", "saying", "a short statement"),
        ("The statement said it rains.", "The statement", "said", "The statement"),
        (
            "According to a report by the Dam Board it rains.",
            "a report by the Dam Board",
            "According to",
            "a report by the Dam Board",
        ),
        ("The engineers behind the present study said it rains.", "The engineers behind the present study", "said", ""),
        ("It was moved after the 15-member panel said it rains.", "the 15-member panel", "said", ""),
        ("The report's author said it rains.", "The report's author", "said", ""),
        ("The report writer said it rains.", "The report writer", "said", ""),
        ("In an answer to the remarks Karl Lund said it rains.", "Karl Lund", "said", ""),
    ],
)
def test_venues_of_all_forms(text: str, source: str, cue: str, venue: str) -> None:
    found = one(text, "it rains", source, cue)
    assert " ".join(text[slice(*s)] for s in found.venue) == venue


@pytest.mark.parametrize(
    ("source", "day"),
    [("a tweet on May 4 by Karl Lund", "XXXX-05-04"), ("Karl Lund, minister from May 4, 2005,", None)],
)
def test_the_day_of_a_writing_is_the_day_of_its_words(source: str, day: str | None) -> None:
    said = one(f"It rains, according to {source} and nobody else.", "It rains", source, "according to").said_on
    assert said is not None
    assert said.value == day
