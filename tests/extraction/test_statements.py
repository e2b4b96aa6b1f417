"""What counts as a statement, and how statements hang together."""

import pytest
from tests.extraction.reading import article, marked, only, statements

from onrecord.articles import article_from_text
from onrecord.extraction import READER, extract
from onrecord.extraction.nesting import without_preamble
from onrecord.model import quote


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe has never said that the dam broke.",
        "Ada Roe declined to comment.",
        "The dam is expected to hold.",
        "The dam seems to hold.",
        "If he says that the dam is safe, few will listen.",
        "Did Ada Roe say that the dam was safe?",
        "Everybody knows that the dam is old.",
        "The ministers discussed the state of the dam.",
        "Ada Roe denied it.",
        "The judges heard an appeal of that decision.",
        "The council voted on Friday to close the harbour.",
    ],
)
def test_no_statement(text: str) -> None:
    assert statements(text) == []


def test_several_sentences_in_one_quotation_are_one_statement() -> None:
    assert only("“It broke. We ran. Nobody was hurt,” Ada Roe said.").form == "direct"


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    found = statements("“It broke at noon.\n\n“We ran to the hill,” Ada Roe said.")
    assert [words for _, words in found] == ["“It broke at noon. … “We ran to the hill,”"]
    found = statements("Ada Roe said: “It broke at noon.\n\n“We ran to the hill.”")
    assert len(found) == 1


def test_a_floating_quotation_is_a_statement_without_a_source() -> None:
    found = statements("“It broke at noon,” Ada Roe said.\n\n“We ran to the hill, and from there we saw it go.”")
    assert [words for _, words in found][1] == "“We ran to the hill, and from there we saw it go.”"
    assert found[1][0].source == ()
    assert found[1][0].cue == ()


def test_a_quotation_that_nothing_attributes_stands_alone_in_its_paragraph() -> None:
    found = statements(
        "The mayor was less sure. “Five times I have heard that the dam would be mended.” She said it leaks."
    )
    assert [(words[:6], s.cue == ()) for s, words in found] == [("“Five ", True), ("it lea", False)]


def test_a_join_reaches_over_no_words_of_others() -> None:
    found = statements(
        "“It broke at noon,” Ada Roe said. Bo Lee stressed that the dam is old. “We all ran to the hill at once.”"
    )
    assert all("ran" not in words or "noon" not in words for _, words in found)


def test_who_finds_by_trade_says_what_was_found() -> None:
    assert len(statements("The inspectors found that the dam was leaking.")) == 1
    assert statements("The hikers found that the dam was leaking.") == []


def test_what_was_told_before_the_main_clause_is_no_part_of_it() -> None:
    words, outer = marked(
        "{C|Two weeks after the envoy said he hoped the dam would hold, water still runs in}, {S|the mayor} {Q|said}."
    )
    inner = marked(
        "Two weeks after {S|the envoy} {Q|said} {C|he hoped the dam would hold}, water still runs in, the mayor said."
    )[1]
    assert quote(words, without_preamble(words, outer, [inner]).content) == "water still runs in"
    assert without_preamble(words, outer, []) == outer


def test_an_inner_statement_carries_the_outer_ones_id() -> None:
    outer, inner = (s for s, _ in statements("Ada Roe said that the council had promised to mend the dam."))
    assert outer.reported_in is None
    assert inner.reported_in == outer.id


def test_somebodys_attitude_told_by_another_stays_the_tellers() -> None:
    assert only("The dam is safe and Ulm hopes for rain, Ada Roe said.").reported_in is None


def test_headlines_are_marked() -> None:
    found = statements(
        "Ada Roe told reporters on Friday that the dam was sound.", title="Dam in Ulm will hold, mayor says"
    )
    assert [s.in_headline for s, _ in found] == [True, False]


def test_ids_are_stable_and_differ() -> None:
    read = article("Ada Roe said it broke. Bo Lee said it held.")
    first, second = extract(read)
    assert (first.id, second.id) == tuple(s.id for s in extract(read))
    assert first.id != second.id
    assert first.id[0] == "s"
    assert len(first.id) == 13


def test_only_english_is_read() -> None:
    body = "Ada Roe said it broke."
    assert extract(article(body, language="fr")) == ()
    assert len(extract(article(body, language="en-GB"))) == 1
    assert len(extract(article(body, language=None))) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le maire a déclaré vendredi que le barrage tiendrait. « Nous allons le réparer », a-t-il dit.",
        ),
        ("fa", "شهردار روز جمعه گفت که سد تا بهار دوام خواهد آورد. او به خبرنگاران گفت: «ما آن را تعمیر خواهیم کرد.»"),
        ("ar", "قال رئيس البلدية يوم الجمعة إن السد سيصمد حتى الربيع. وأضاف للصحفيين: «سوف نصلحه»."),
        (
            "tr",
            "Belediye başkanı cuma günü barajın bahara kadar dayanacağını söyledi. Gazetecilere “Onu onaracağız” dedi.",
        ),
    ],
)
def test_other_languages_say_so_and_have_no_statements(language: str, text: str) -> None:
    read = article_from_text(text)
    assert read.language == language
    assert extract(read) == ()


def test_text_order() -> None:
    found = [s for s, _ in statements("He stressed it, adding that it broke. Bo said that it held. “No,” said Al Lee.")]
    assert [s.content[0].start for s in found] == sorted(s.content[0].start for s in found)


def test_the_reader_names_itself() -> None:
    assert READER.name == "encoder"


def test_a_lone_tag_takes_no_quotation_of_the_paragraph_before() -> None:
    found = statements(
        "“It broke at noon,” said Bo Lee. “We all ran to the hill.”\n\nAda Roe has said about ten men ran."
    )
    assert [words for _, words in found] == ["“It broke at noon,” … “We all ran to the hill.”", "about ten men ran"]


def test_nobody_is_named_by_a_heading_that_is_no_name() -> None:
    assert statements("It rained.", title="Slippery business: Engineers find a new coat for dams") == []
    assert statements("It rained. Boats sank in Ulm.", title="Ulm: 31 boats lost in the rain") == []
    ((found, _),) = statements("It rained.", title="Minister: talks on the dam are off")
    assert found.in_headline


def test_an_outlet_that_reports_what_somebody_said_is_no_second_speaker() -> None:
    ((found, words),) = statements("The mayor said that the dam broke at noon, ABC reported.")
    assert words == "that the dam broke at noon"
    assert found.reported_in is None


def test_the_words_of_a_relay_are_their_speakers() -> None:
    body = "Ulm hopes that the dam will hold, its mayor Ada Roe said on Friday, ABC reports quoting DEF."
    found = only(body)
    assert body[slice(*found.source[0])] == "its mayor Ada Roe"
    assert body[slice(*found.content[0])] == "Ulm hopes that the dam will hold"
    assert found.reported_in is None


def test_a_quotation_and_its_speaker_are_told_apart_from_who_passes_them_on() -> None:
    body = "“He is a showman who must mend his own dam,” ministry spokesman Bo Lee told us on Monday, ABC reported."
    found = only(body)
    assert body[slice(*found.source[0])] == "ministry spokesman Bo Lee"
    assert body[slice(*found.content[0])] == "“He is a showman who must mend his own dam,”"


def test_an_outlet_that_tells_in_its_own_words_is_their_source() -> None:
    body = "Reuters reported on Friday that 40 houses had been flooded in Ulm."
    assert body[slice(*only(body).source[0])] == "Reuters"


def test_went_on_to_say_is_one_cue() -> None:
    body = "She went on to say that the dam was old."
    found = only(body)
    assert body[found.cue[0].start : found.cue[0].end] == "went on to say"
    assert len(statements("She went on to insist that the dam was old.")) == 1
