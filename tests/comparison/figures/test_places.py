import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparison.figures.lexicon import tokens_of
from onrecord.comparison.figures.places import folded, places_in


def named(text: str) -> list[str]:
    return [place.written for place in places_in(tokens_of(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an attack on the town of Brovna near Lake Sorrel on Tuesday", ["Brovna", "Lake Sorrel"]),
        ("villagers from Upper Pellin and Dunmere waited", ["Upper Pellin", "Dunmere"]),
        ("the blast hit the Dastran market", ["Dastran"]),
        ("forces of the Brenn regime said", []),
        ("Ada Brenn told the Civil Register", []),
        ("in Syria and in France", []),
        ("shelling of the Tesmaran town of Dastran", ["Dastran"]),
        ("in the Kurdish-majority town near Brovna", ["Brovna"]),
        ("the strike on Urum killed Three in Blast", ["Urum"]),
    ],
)
def test_places_are_told_from_other_names(text: str, expected: list[str]):
    assert named(text) == expected


@pytest.mark.parametrize(
    "spellings",
    [("Khan Sheikhun", "Khan Sheikhoun", "Khan Shaykhun", "Khan-Shaikhoun"), ("Rashidin", "al-Rashideen")],
)
def test_spellings_of_one_name_meet(spellings: tuple[str, ...]):
    assert len({folded(name) for name in spellings}) == 1
    assert folded("Hama") != folded("Homs")


@given(st.text())
def test_any_word_folds_and_folds_once(word: str):
    assert isinstance(folded(word), str)


def test_small_places_are_known_by_what_stands_beside_them():
    (place,) = places_in(tokens_of("in the village of Brovna", 0, 99))
    assert place.small
    (place,) = places_in(tokens_of("in Brovna province", 0, 99))
    assert place.large
    assert not place.small
