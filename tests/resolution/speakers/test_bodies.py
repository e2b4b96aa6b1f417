from __future__ import annotations

import pytest

from ..builder import told


@pytest.mark.parametrize("paper", ["the newspaper", "the Swedish daily"])
def test_a_newspaper_is_the_one_outlet_named_near_by(paper: str) -> None:
    text = f"Prices rose, the Holt Tribune reported. Rain came, {paper} said."
    _, found = told(text, ("Prices rose", "the Holt Tribune", "reported"), ("Rain came", paper, "said"))
    assert found.speaker.name == "Holt Tribune"


def test_a_newspaper_of_two_is_neither() -> None:
    text = "The Holt Tribune met the Lund Herald. Rain came, the newspaper said."
    assert told(text, ("Rain came", "the newspaper", "said"))[0].speaker.name is None


def test_some_newspaper_of_a_land_is_no_name() -> None:
    text = "Rain came, a Swedish newspaper said."
    found = told(text, ("Rain came", "a Swedish newspaper", "said"))[0].speaker
    assert (found.name, found.anonymous) == (None, True)
