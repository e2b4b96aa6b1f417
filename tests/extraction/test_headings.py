"""Who speaks in a headline, by its form alone."""

import pytest
from tests.extraction.reading import article

from onrecord.extraction.headings import with_heading
from onrecord.model import Attribution, Span


@pytest.mark.parametrize(
    ("title", "source", "cue", "content"),
    [
        ("Minister: Talks on the dam are off", "Minister", ":", "Talks on the dam are off"),
        ("“We go on”: Ada Roe on the dam", "Ada Roe", ":", "“We go on”"),
        ("“We go on with it” – Ada Roe", "Ada Roe", " –", "“We go on with it”"),
        ("Norland: We will not pay for the dam", "Norland", ":", "We will not pay for the dam"),
        ("Roe: Talks on the dam are off", "Roe", ":", "Talks on the dam are off"),
        ("Dam finished by May, Norland vows", "Norland", "vows", "Dam finished by May"),
        ("Ten drown in Ulm, harbour official says", "harbour official", "says", "Ten drown in Ulm"),
    ],
)
def test_who_speaks(title: str, source: str, cue: str, content: str) -> None:
    read = article("Ada Roe spoke.", title=title)
    start = read.text.index("Ada Roe spoke")
    story = Attribution(content=(Span(start + 8, start + 13),), source=(Span(start, start + 7),))
    first, last = with_heading(read.text, read.title_span, [story])
    assert (read[first.source], read[first.cue], read[first.content]) == (source, cue, content)
    assert last == story


@pytest.mark.parametrize(
    "title",
    [
        "Slippery business: Engineers find a new coat for dams",
        "Ulm: 31 boats lost in the rain",
        "Forum leaves Ulm: Delegates to meet in Orlan",
        "Ada Roe, the mayor, dies",
        "Dam breaks after ten days of rain",
    ],
)
def test_nobody_speaks(title: str) -> None:
    read = article("It rained.", title=title)
    assert with_heading(read.text, read.title_span, []) == []


def test_a_place_before_a_colon_speaks_no_more_when_the_reader_thinks_so() -> None:
    read = article("It rained.", title="Ulm: 31 boats lost in the rain")
    told = Attribution(content=(Span(5, 30),), cue=(Span(3, 4),), source=(Span(0, 3),))
    assert with_heading(read.text, read.title_span, [told]) == []


def test_what_the_reader_finds_stays() -> None:
    read = article("It rained.", title="Norland hopes the dam will hold until May")
    told = Attribution(content=(Span(14, 41),), cue=(Span(8, 13),), source=(Span(0, 7),))
    assert with_heading(read.text, read.title_span, [told]) == [told]
