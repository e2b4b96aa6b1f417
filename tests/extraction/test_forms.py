"""Form and insertions."""

import pytest
from tests.extraction.reading import marked

from onrecord.extraction.forms import form_of, insertions_of
from onrecord.extraction.quotations import quotations


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("{C|“It broke,”} {S|Ada Roe} {Q|said}.", "direct"),
        ("{S|Ada Roe} {Q|said} {C|that it broke}.", "indirect"),
        ("{S|Ada Roe} {Q|said} {C|that it broke “like glass”}.", "mixed"),
        ("{S|Ada Roe} {Q|called to show} {C|“some care” on this matter}.", "mixed"),
        ("{S|Ada Roe} {Q|said} {C|that “The Old Dam” was her best film}.", "indirect"),
        ("{S|Ada Roe} {Q|said} {C|that “it broke”}.", "direct"),
    ],
)
def test_form(text: str, form: str) -> None:
    words, told = marked(text)
    quoted = quotations(words)
    assert form_of(words, told.content, quoted, insertions_of(words, told.content, quoted)) == form


@pytest.mark.parametrize(
    ("text", "inserted"),
    [
        ("{C|“The [Red Hand] men left,”} {S|she} {Q|said}.", ["[Red Hand]"]),
        ("{C|“[W]e left at noon,”} {S|she} {Q|said}.", ["[W]"]),
        ("{C|“They came […] and left,”} {S|she} {Q|said}.", ["[…]"]),
        ("{C|“We meet in Ulm (on May 18),”} {S|she} {Q|said}.", ["(on May 18)"]),
        ("{C|“We left (and I mean all of us),”} {S|she} {Q|said}.", []),
        ("{C|The Red Hand (a group banned in Ulmland) left}, {S|she} {Q|said}.", ["(a group banned in Ulmland)"]),
        ("{C|They came [...] and left}, {S|she} {Q|said}.", ["[...]"]),
        ("{C|The [old] dam broke}, {S|she} {Q|said}.", []),
        ("{C|“The shrine of the Imam (AS) is open,”} {S|she} {Q|said}.", []),
        (
            "{S|She} {Q|called} {C|it an “inward turn” ((xx))Ulmish language: inkeer of the town}.",
            ["((xx))Ulmish language: inkeer"],
        ),
        ("{C|The council (all nine of it) left}, {S|she} {Q|said}.", []),
    ],
)
def test_insertions(text: str, inserted: list[str]) -> None:
    words, told = marked(text)
    assert [words[slice(*span)] for span in insertions_of(words, told.content, quotations(words))] == inserted
