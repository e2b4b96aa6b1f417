"""Kind, stance and strength as the shipped reader has them: plain cases, which any reader has to get."""

import pytest
from tests.extraction.reading import article, marked, only

from onrecord.extraction import as_statement, extract
from onrecord.model import Attribution, Span, Statement


def judged(text: str) -> Statement:
    """The statement that the marks of a text make."""
    words, told = marked(text)
    return as_statement(article(words), told)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{C|“By May the wells of Ulm will be dry,”} {S|geologist Bo Lee} {Q|predicted}.", "forecast"),
        ("{S|Ada Roe} {Q|pledged} {C|to mend the dam}.", "commitment"),
        ("{C|“We will mend the dam by Friday,”} {S|the mayor} {Q|promised}.", "commitment"),
        ("{C|“The congress will be held in Ulm on May 18,”} {S|the organisers} {Q|announced}.", "schedule"),
        ("{S|Ada Roe} {Q|called on} {C|the council to open the gates}.", "appeal"),
        ("{C|“You must leave the valley at once,”} {S|she} {Q|urged} them.", "appeal"),
        ("{S|Ada Roe} {Q|denied} {C|that she had taken the money}.", "denial"),
        ("{S|Ada Roe} {Q|accused} {C|the council of stealing from the poor}.", "accusation"),
        ("{S|Ada Roe} {Q|called} {C|the plan “the best in years”}.", "assessment"),
        ("{C|Seventy people were treated at the clinic on Monday}, {S|the police} {Q|said}.", "report"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert judged(text).kind == kind


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("{S|Ulm} {Q|hopes} {C|that the dam will hold}.", "hoped"),
        ("{C|The dam will probably hold}, {S|she} {Q|said}.", "likely"),
        ("{C|The dam might break before the spring}, {S|she} {Q|said}.", "possible"),
        ("{C|In May the dam held}, {S|she} {Q|said}.", "certain"),
    ],
)
def test_strength(text: str, strength: str) -> None:
    assert judged(text).strength == strength


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("{C|“Seventy people came to the hill,”} {S|she} {Q|said}.", "asserts"),
        ("{S|Ada Roe} {Q|dismissed} as nonsense {C|reports that 300 people had drowned}.", "disputes"),
        ("{S|The Ulm Courier} {Q|quoted} {C|the governor as saying that the dam had held}.", "reports"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    assert judged(text).stance == stance


def test_a_kind_says_how_likely_it_is() -> None:
    plain = judged("{S|Ada Roe} {Q|pledged} {C|to mend the dam}.")
    assert 0.5 < plain.kind_confidence <= 1
    assert plain.kind_confidence == only("Ada Roe pledged to mend the dam.").kind_confidence


def test_whoever_found_the_words_they_are_judged_alike() -> None:
    text = "The mayor of Ulm said that the dam will hold. She told reporters: “You must leave at once.”"
    for one in extract(article(text)):
        given = Attribution(source=one.source, cue=one.cue, content=one.content, confidence=one.confidence)
        assert as_statement(article(text), given) == one


def test_a_content_without_words_is_judged_all_the_same() -> None:
    empty = as_statement(article("… she said."), Attribution(content=(Span(1, 2),), cue=(Span(6, 10),)))
    assert 0 < empty.kind_confidence <= 1
