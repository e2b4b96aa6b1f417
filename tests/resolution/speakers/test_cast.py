from __future__ import annotations

from ..builder import told


def test_a_senator_by_the_short_title_is_the_senator() -> None:
    text = "Sen. Karl Lund met farmers. Later the senator said it rains."
    assert told(text, ("it rains", "the senator", "said"))[0].speaker.name == "Karl Lund"


def test_a_surname_that_is_a_mans_given_name_tells_no_gender() -> None:
    text = "Ida Karl met farmers. Karl left. Karl ate. Karl slept. She said it rains."
    assert told(text, ("it rains", "She", "said"))[0].speaker.name == "Ida Karl"
