"""Participles share a source; who is told is none."""

from tests.extraction.reading import marked

from onrecord.extraction.sharing import with_sources
from onrecord.model import quote


def _sources(*texts: str) -> list[str]:
    read = [marked(text) for text in texts]
    words = read[0][0]
    return [quote(words, one.source) for one in with_sources(words, [told for _, told in read])]


def test_a_participle_shares_the_source_before_it() -> None:
    first = "{S|Ada Roe} {Q|said} {C|it broke}, adding that it was old."
    assert _sources(first, "Ada Roe said it broke, {Q|adding} {C|that it was old}.") == ["Ada Roe", "Ada Roe"]


def test_not_that_of_another_sentence_or_another_verb() -> None:
    first = "{S|Ada Roe} {Q|said} {C|it broke}. Adding to that, saying it was old."
    assert _sources(first, "Ada Roe said it broke. Adding to that, {Q|saying} {C|it was old}.") == ["Ada Roe", ""]
    first = "{S|Ada Roe} {Q|said} {C|it broke}, it was announced that it was old."
    assert _sources(first, "Ada Roe said it broke, it {Q|was announced} {C|that it was old}.") == ["Ada Roe", ""]


def test_who_is_told_is_no_source() -> None:
    assert _sources("{S|A harbour guard} {Q|told} {S|an ABC reporter} {C|that it broke}.") == ["A harbour guard"]
    assert _sources("{C|It broke}, {S|a note} {Q|said} {S|by the mayor}.") == ["a note"]
