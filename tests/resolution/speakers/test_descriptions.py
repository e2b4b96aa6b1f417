from __future__ import annotations

from ..builder import told


def test_the_governor_of_a_place_is_the_governor_by_the_short_title() -> None:
    text = "New Jersey Gov. Karl Lund met farmers. The New Jersey governor said it rains."
    assert told(text, ("it rains", "The New Jersey governor", "said"))[0].speaker.name == "Karl Lund"


def test_a_vice_president_is_no_president() -> None:
    text = "Vice President Karl Lund met President Erik Holt. Holt said it snows. The vice president said it rains."
    _, found = told(text, ("it snows", "Holt@2", "said"), ("it rains", "The vice president", "said@2"))
    assert found.speaker.name == "Karl Lund"
