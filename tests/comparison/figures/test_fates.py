import re

import pytest

from onrecord.comparison.figures.fates import fate_of, is_part
from onrecord.comparison.figures.lexicon import tokens_of

KILLED, WOUNDED = 0, 1


def read(marked: str, noun: str = "people") -> tuple[int | None, bool]:
    """The fate of the figure in [brackets], and whether it is a part."""
    start = marked.index("[")
    inside = re.sub(r"[\[\]]", "", marked)
    length = marked.index("]") - start - 1
    tokens = tokens_of(inside, 0, len(inside))
    own = [at for at, token in enumerate(tokens) if token.start < start + length and token.end > start]
    return fate_of(tokens, own[0], own[-1], noun), is_part(tokens, own[0], own[-1])


@pytest.mark.parametrize(
    ("marked", "noun", "expected"),
    [
        ("A blast killed at least [30] people in Brovna", "people", KILLED),
        ("A blast killed 30 people and wounded [12] others", "others", WOUNDED),
        ("At least [30] people were killed and 12 were hurt", "people", KILLED),
        ("a fire that left [30] dead and dozens wounded", "dead", KILLED),
        ("The storm claimed the lives of some [80] people", "people", KILLED),
        ("inflicted harm on an additional [200] villagers", "villagers", WOUNDED),
        ("As well as those killed at least [160] people were injured", "people", WOUNDED),
        ("The death toll from the blast rose to [31]", "", KILLED),
        ("the number of people injured in the crash rose to [31]", "", WOUNDED),
        ("a bomb hit buses from two besieged [2] towns and killed 43 people", "towns", None),
        ("[2] towns killed 43 people", "towns", None),
        ("said that [98] farmers from Brovna and Pellin were killed", "farmers", KILLED),
        ("came to [130] people killed among which 67 children", "people", KILLED),
        ("At least [48] people dead and over 100 injured", "people", KILLED),
        ("At least 48 people dead over [100] injured", "", WOUNDED),
        ("[30] people live there", "people", None),
    ],
)
def test_what_befell_those_who_are_counted(marked: str, noun: str, expected: int | None):
    assert read(marked, noun)[0] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("killed 58 people including [11] children", True),
        ("58 dead, among whom [11] were children", True),
        ("said that [14] of the dead were rebels", True),
        ("The [three] others among the dead had no papers", True),
        ("killed [58] people", False),
        ("[58] people of the village", False),
    ],
)
def test_a_part_of_the_number_before(marked: str, expected: bool):
    assert read(marked)[1] is expected
