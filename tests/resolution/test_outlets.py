from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolution import outlets


@pytest.mark.parametrize(
    ("text", "name", "described"),
    [
        ("told the Orbis news agency", "Orbis", True),
        ("told the semi-official Orbis", "Orbis", False),
        ("told al Jazeera TV on Monday", "al Jazeera TV", False),
        ("told the Norvanian daily Orbis", "Orbis", True),
        ("told the Times of Lund about it", "Times of Lund", False),
        ("told Monday", None, False),
        ("told officials in Lund", None, False),
        ("told", None, False),
    ],
)
def test_the_name_behind_a_verb(text: str, name: str | None, described: bool) -> None:
    found = outlets.after(text, len("told"))
    assert (found and text[found.start : found.end]) == name
    assert found is None or found.described == described


@pytest.mark.parametrize(
    ("text", "name", "described"),
    [
        ("It rains, Orbis ", "Orbis", False),
        ("It rains, the Lund Press Agency (LPA) ", "Lund Press Agency", False),
        ("It rains, Orbis news agency ", "Orbis", True),
        ("The Orbis Post ", "Orbis Post", False),
        ("It rains, The Orbis Post ", "The Orbis Post", False),
        ("it rains ", None, False),
        ("", None, False),
    ],
)
def test_the_name_before_a_verb(text: str, name: str | None, described: bool) -> None:
    found = outlets.before(text, len(text))
    assert (found and text[found.start : found.end]) == name
    assert found is None or found.described == described


@pytest.mark.parametrize("name", ["Reuters", "the Associated Press", "Lund Tribune", "Orbis news agency", "BBC Radio"])
def test_known_by_the_tables_or_by_its_own_words(name: str) -> None:
    assert outlets.is_known(name)


@pytest.mark.parametrize("name", ["Orbis", "Karl Lund", "Lund Ministry", "", "the"])
def test_not_known(name: str) -> None:
    assert not outlets.is_known(name)


@given(st.text(alphabet="Aa lTVthe’s-.&", max_size=60), st.integers(0, 60))
def test_names_lie_inside_the_text_and_begin_as_names_do(text: str, at: int) -> None:
    for found in (outlets.after(text, min(at, len(text))), outlets.before(text, min(at, len(text)))):
        assert found is None or 0 <= found.start < found.end <= len(text)
