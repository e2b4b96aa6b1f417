from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.characters import collapsed, possible

ANY = st.text(st.characters(exclude_categories=()))


@given(ANY)
def test_impossible_characters_are_replaced_one_for_one(text: str):
    clean = possible(text)
    assert len(clean) == len(text)
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert "\0" not in clean


@given(ANY)
def test_nothing_but_space_and_impossible_characters_is_altered(text: str):
    kept = [char for char in possible(text) if not char.isspace() and char not in "\u00ad\u200b\u2060\ufeff"]
    assert [char for char in collapsed(text) if char != " "] == kept


def test_composed_and_decomposed_letters_stay_as_they_are():
    assert collapsed("Cafe\u0301  Caf\u00e9\u00a0") == "Cafe\u0301 Caf\u00e9"
