from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.endings import without_endings

STORY = "The ferry runs again, its captain said."


@pytest.mark.parametrize(
    ("ending", "chrome"),
    [
        ("All Content by Velm News Agency is licensed under an open licence.", 1),
        ("PA All Content by Velm News Agency is licensed under an open licence.", 2),
        ("© 2021 The Tolbur Post", 1),
        ("All rights reserved.", 1),
        ("MA/PA", 1),
        ("MAB/SP/PA", 1),
        ("QRS 11", 1),
    ],
)
def test_what_was_appended_is_cut_off(ending: str, chrome: int):
    body, cut = without_endings(["One.", f"{STORY} {ending}"])
    assert body == ("One.", STORY)
    assert " ".join(entry.words for entry in cut) == ending
    assert len(cut) == chrome


def test_a_paragraph_that_is_nothing_else_goes():
    assert without_endings([STORY, "All rights reserved."])[0] == (STORY,)


@pytest.mark.parametrize(
    "line",
    [
        STORY,
        "He demanded that all rights be reserved for the UN",
        "“Talk to the EU”",
        "It is in the US",
        "AFP/AP",
        "It ended. AFP",
    ],
)
def test_a_story_is_not_cut(line: str):
    assert without_endings([line]) == ((line,), ())


@given(st.lists(st.text(min_size=1), max_size=5))
def test_only_endings_are_lost(lines: list[str]):
    body, _ = without_endings(lines)
    assert len(body) <= len(lines)
    assert all(any(line.startswith(kept) for line in lines) for kept in body)


def test_only_the_end_of_a_line_of_a_million_characters_is_looked_at():
    line = "All rights reserved " * 50_000
    body, cut = without_endings([line, " AB" * 300_000])
    assert body[1] == " AB" * 300_000
    assert line.startswith(body[0])
    assert len(line) - len(body[0]) <= 300
    assert [entry.reason for entry in cut] == ["licence or rights"]
