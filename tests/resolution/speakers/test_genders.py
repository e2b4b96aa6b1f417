from __future__ import annotations

from ..builder import told

OTHER = "Karl Lund came with his son."


def test_the_pronouns_behind_a_name_show_whose_she_is() -> None:
    spoken = told(
        f"Minister Quorle Tamm said that she knew. {OTHER} Tamm left. She said it rains.",
        ("it rains", "She", "said@2"),
    )
    assert spoken[0].speaker.name == "Quorle Tamm"


def test_a_pronoun_that_may_be_anothers_shows_nothing() -> None:
    spoken = told(
        f"Minister Quorle Tamm met her at noon. {OTHER} Minister Tamm left. She said it rains.",
        ("it rains", "She", "said"),
    )
    assert spoken[0].speaker.name is None
