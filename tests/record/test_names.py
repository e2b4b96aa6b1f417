from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.record.names import folded, wanted


def test_names_are_blind_to_case_diacritics_and_script() -> None:
    assert folded("Óskar VELTÉN") == folded("oskar velten") == " oskar velten "
    assert folded("Оскар Велтен") == folded("Oskar Velten")


def test_an_apostrophe_does_not_part_a_name() -> None:
    assert folded("O'Fenn") == folded("O’Fenn") == " ofenn "
    assert folded("Fenn-Velten") == " fenn velten "


def test_nobody_has_no_words() -> None:
    assert folded(None) == folded("") == folded("—") == ""


def test_a_star_asks_for_a_beginning() -> None:
    assert wanted("Oskar Vel*") == ("oskar", "vel*")


def test_a_name_without_a_word_is_refused() -> None:
    with pytest.raises(QueryError, match="no letter or number"):
        wanted("?*")


@given(st.text())
def test_folding_folds_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)
