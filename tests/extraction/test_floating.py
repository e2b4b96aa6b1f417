"""Quotations that no cue stands beside."""

from tests.extraction.reading import marked

from onrecord.extraction.floating import with_floating
from onrecord.extraction.quotations import quotations
from onrecord.model import quote


def _contents(text: str) -> list[str]:
    words, told = marked(text)
    told_of = [told] if told.content else []
    return [quote(words, one.content) for one in with_floating(words, told_of, quotations(words))]


def test_a_paragraph_that_only_quotes_stands_alone() -> None:
    text = "{C|“It broke at noon,”} {S|Ada Roe} {Q|said}.\n\n“We ran to the hill, and from there we saw it go.”"
    assert _contents(text) == ["“It broke at noon,”", "“We ran to the hill, and from there we saw it go.”"]


def test_the_same_speaker_goes_on_in_the_same_paragraph() -> None:
    told = "“It broke at noon,” … “We ran to the hill, and saw it go.”"
    for tail in ("", " in Ulm on Friday", " the Post in a long talk at her home"):
        text = f"{{C|“It broke at noon,”}} {{S|Ada Roe}} {{Q|told}}{tail}. “We ran to the hill, and saw it go.”"
        assert _contents(text) == [told]


def test_a_sentence_in_between_breaks_off() -> None:
    text = (
        "{S|Ada Roe} {Q|said} {C|it broke}. The mayor was less sure. “Five times I have heard that it would be mended.”"
    )
    assert len(_contents(text)) == 2


def test_a_quotation_that_runs_on_belongs_to_the_cue_at_its_end() -> None:
    words, first = marked(
        "{S|Roe} {Q|announced} {C|it}.\n\n{C|“We were asked at noon.}\n\n“Ulm will pay,” Lee told us."
    )
    second = marked("Roe announced it.\n\n“We were asked at noon.\n\n{C|“Ulm will pay,”} {S|Lee} {Q|told} us.")[1]
    found = with_floating(words, [first, second], quotations(words))
    assert [quote(words, one.content) for one in found] == ["it", "“We were asked at noon. … “Ulm will pay,”"]


def test_a_quotation_that_two_share_belongs_to_the_cue_at_its_end() -> None:
    words, first = marked("{C|It leaks}, {S|Roe} {Q|added}. {C|“It is a good year.} We have boats,” Lee said.")
    second = marked("It leaks, Roe added. “It is a good year. {C|We have boats,”} {S|Lee} {Q|said}.")[1]
    found = with_floating(words, [first, second], quotations(words))
    assert [quote(words, one.content) for one in found] == ["It leaks", "“It is a good year. We have boats,”"]


def test_titles_and_terms_float_nowhere() -> None:
    assert _contents("Her film opened. “The Dam” was shown in Ulm.") == []
    assert _contents("“A Short History of Dams”\n\nIt rained.") == []


def test_a_line_between_marks_is_somebodys_words() -> None:
    assert _contents("“Ulm stands beside its neighbours in this”\n\nIt rained.") == [
        "“Ulm stands beside its neighbours in this”"
    ]
