from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.intake.formats.tables.columns import columns_of, is_enough, mapping, no_fit, normal, roles_of


def test_names_are_told_letter_case_blanks_and_signs_aside():
    assert {normal(name) for name in ("Published At", "published_at", "publishedAt", " PUBLISHED-AT")} == {
        "publishedat"
    }
    assert roles_of(["Full Text", "HEAD LINE", "pub_date", "Nr."]) == {"text", "title", "published"}


def test_a_persons_word_names_roles_by_any_of_their_names():
    given = columns_of(" text = Story , date=day,headline=h1 ")
    assert mapping(given) == {"text": "story", "published": "day", "title": "h1"}
    assert is_enough(["story", "h1"], given)
    assert not is_enough(["h1", "day"], given)


@pytest.mark.parametrize(
    ("words", "says"), [("text", "write what=COLUMN"), ("x=y", "known: url"), ("text=", "no pair")]
)
def test_what_makes_no_sense_is_told(words: str, says: str):
    with pytest.raises(UsageError, match=says):
        columns_of(words)


def test_the_message_shows_no_more_columns_than_can_be_read():
    told = no_fit([f"column {n}" for n in range(1_000)], ())
    assert "and 970 more" in told
    assert len(told) < 1_000
