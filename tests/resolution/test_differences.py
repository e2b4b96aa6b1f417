"""What a wording says otherwise than the fuller one, as it is read."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Due, Speaker, Statement
from onrecord.resolution import difference

from .builder import article, span, statement


def differs(one: str, two: str, *, headline: bool = False, **fields: Any) -> str | None:
    """The difference of two wordings by Ada Fenn; ``fields`` are the first one's."""
    page = article(f"{two}.", title=one)
    by_fenn: dict[str, Any] = {"speaker": Speaker(name="Ada Fenn"), "strength": "certain"}
    told = statement(page, one, **{**by_fenn, "in_headline": headline, **fields})
    return difference(page, told, statement(page, two, **by_fenn))


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("the dam will never burst again", "the dam holds", "only here: “never burst again”"),
        (
            "Norvania sees no serious foreign threat",
            "no serious threat is felt",
            "only here: “Norvania sees no serious foreign threat”",
        ),
        ("hungry pike moves in", "a pike was caught", "only here: “hungry pike moves in”"),
        (
            "the pipe of the Lund Water Board (LWB) leaks badly now",
            "the pipe leaks",
            "only here: “Lund Water Board (LWB) leaks badly now”",
        ),
        ("threats are a wrong approach", "threatening is a wrong approach", None),
        ("the harbour will be dredged", "the harbour will be dredged in May", None),
    ],
)
def test_words_told_only_here_read_as_one_stretch(one: str, two: str, told: str | None) -> None:
    assert differs(one, two) == told


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        (Speaker(name="Norvania"), "speaker: Norvania in the headline, Ada Fenn below"),
        (Speaker(description="minister"), "speaker: “minister” in the headline, Ada Fenn below"),
        (Speaker(), "speaker: nobody named in the headline, Ada Fenn below"),
        (Speaker(name="Ada Fenn"), None),
    ],
)
def test_a_headline_with_another_voice_or_none_says_so(speaker: Speaker, told: str | None) -> None:
    assert differs("the dam holds", "the old dam holds", headline=True, speaker=speaker) == told


def test_in_the_story_a_speaker_who_is_not_named_is_no_other_one() -> None:
    assert differs("the dam holds", "the old dam holds", speaker=Speaker(description="the engineer")) is None


def test_a_headline_that_is_surer_and_wider_says_so() -> None:
    page = article("the dam may be finished.", title="Biggest dam finished")
    told = statement(page, "Biggest dam finished", in_headline=True, strength="certain")
    below = statement(page, "the dam may be finished", strength="possible")
    found = "stronger: certain in the headline, possible below; only in the headline: “Biggest”"
    assert difference(page, told, below) == found


def test_a_time_is_shown_to_the_end_of_its_clause_and_only_once() -> None:
    text = "the law will bind after the court rules again"
    due = Due(
        anchor="said_on",
        value="x",
        earliest=None,
        latest=None,
        precision="day",
        span=span(text, "after the court rules"),
    )
    assert differs(text, "the law binds", due=due) == "time: “after the court rules again” here, no time there"


def test_one_statement_is_all_of_what_it_is() -> None:
    page = article("The dam holds.")
    told: Statement = statement(page, "The dam holds")
    assert difference(page, told, told) is None
