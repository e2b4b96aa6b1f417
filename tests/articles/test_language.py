from __future__ import annotations

import pytest

from onrecord.articles.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry to Tolbur will run again from Monday, its captain said on Friday at the pier.", "en"),
        ("Die Fähre nach Tolbur fährt ab Montag wieder, sagte ihr Kapitän am Freitag an der Mole.", "de"),
        ("Le traversier de Tolbur reprendra lundi, a déclaré vendredi son capitaine sur la jetée.", "fr"),
        ("Ferry", None),
        ("", None),
        ("12 345 67 89 " * 30, None),
    ],
)
def test_the_language_of_a_text(text: str, code: str | None):
    assert language_of(text) == code
