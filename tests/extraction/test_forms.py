"""Form and insertions."""

import pytest
from tests.extraction.reading import article, only

from onrecord.extraction import extract


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“It broke,” Ada Roe said.", "direct"),
        ("Ada Roe said that it broke.", "indirect"),
        ("Ada Roe said that it broke “like glass”.", "mixed"),
        ("Ada Roe called to show “some care” on this matter.", "mixed"),
        ("Ada Roe said that “The Old Dam” was her best film.", "indirect"),
        ("Ada Roe said that “it broke”.", "direct"),
    ],
)
def test_form(text: str, form: str) -> None:
    assert only(text).form == form


@pytest.mark.parametrize(
    ("text", "inserted"),
    [
        ("“The [Red Hand] men left,” she said.", ["[Red Hand]"]),
        ("“[W]e left at noon,” she said.", ["[W]"]),
        ("“They came […] and left,” she said.", ["[…]"]),
        ("“We meet in Ulm (on May 18),” she said.", ["(on May 18)"]),
        ("“We left (and I mean all of us),” she said.", []),
        ("The Red Hand (a group banned in Ulmland) left, she said.", ["(a group banned in Ulmland)"]),
        ("The council (all nine of it) left, she said.", []),
    ],
)
def test_insertions(text: str, inserted: list[str]) -> None:
    read = article(text)
    (found,) = extract(read)
    assert [read[span] for span in found.insertions] == inserted
