from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.record.asking.query import MOST_TERMS, expression


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE w USING fts5(content, speaker_words)")
    connection.execute("INSERT INTO w VALUES ('the forum in Brovna opens', ' oskar velten ')")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("forum Brovna", '"forum" AND "Brovna"'),
        ('"the forum" open*', '"the forum" AND "open"*'),
        ("“the forum” «in Brovna»", '"the forum" AND "in Brovna"'),
        ("open*ing", '"open*ing"'),
        ("AND speaker:x (a^b) -c", '"AND" AND "speaker:x" AND "(a^b)" AND "-c"'),
        ("forum & Brovna", '"forum" AND "Brovna"'),
        ('"in Brov"*', '"in Brov"*'),
        ('say"the forum"', '"say" AND "the forum"'),
        ("   ", None),
    ],
)
def test_words_phrases_and_beginnings_are_all_the_syntax_there_is(typed: str, means: str | None) -> None:
    assert expression(typed) == means


def test_a_speaker_is_looked_for_in_names_alone() -> None:
    assert expression("forum", speaker="Óskar V*") == '"forum" AND speaker_words : "oskar" AND speaker_words : "v"*'
    assert expression("", speaker="velten") == 'speaker_words : "velten"'


@pytest.mark.parametrize(("typed", "place"), [('forum "in Brovna', 6), ("“", 0), ("!!!", 0), ("  * ", 2)])
def test_what_makes_no_sense_is_pointed_at(typed: str, place: int) -> None:
    with pytest.raises(QueryError) as raised:
        expression(typed)
    _, shown, pointer = str(raised.value).split("\n")
    assert shown == f"  {typed}"
    assert pointer == " " * (place + 2) + "^"


def test_a_place_far_into_a_long_query_is_still_shown() -> None:
    with pytest.raises(QueryError) as raised:
        expression("a" * 5000 + ' "b')
    _, shown, pointer = str(raised.value).split("\n")
    assert shown[len(pointer) - 1] == '"'
    assert len(shown) < 200


def test_too_many_words_are_refused() -> None:
    assert expression("a " * MOST_TERMS)
    with pytest.raises(QueryError, match="more than 64"):
        expression("a " * (MOST_TERMS + 1))


@given(typed=st.text(st.characters() | st.sampled_from('"“”*():^-+ ANDORNEAR'), max_size=30))
def test_nothing_that_is_typed_gives_a_syntax_error(index: sqlite3.Connection, typed: str) -> None:
    try:
        asked = expression(typed)
    except QueryError:
        return
    found = index.execute("SELECT count(*) FROM w WHERE w MATCH ?", (asked,)).fetchone() if asked else (0,)
    assert found[0] >= 0  # SQLite raises where it can't read the expression
