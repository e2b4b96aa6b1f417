from __future__ import annotations

import pytest

from onrecord.resolution import resolve

from .builder import article, one, statement


@pytest.mark.parametrize(
    ("tail", "chain"),
    [
        ("Karl Lund said on Friday, APA reports quoting TASS", ("APA", "TASS")),
        ("Karl Lund said, Reuters reported", ("Reuters",)),
        ("Karl Lund said, Mehr News Agency reported", ("Mehr",)),
        ("Karl Lund said, the Norvan Press Agency (NPA) reported", ("Norvan Press Agency",)),
        ("Karl Lund told Reuters", ("Reuters",)),
        ("Karl Lund told the news agency Orbis", ("Orbis",)),
        ("Karl Lund said, as quoted by Reuters", ("Reuters",)),
        ("Karl Lund said in an interview with CNN", ("CNN",)),
        ("Karl Lund told CNN, Reuters reported", ("Reuters", "CNN")),
        ("Karl Lund said on MSNBC's Lund Tonight", ("MSNBC",)),
        ("Karl Lund said in an interview with Ida Holt on Orbis radio", ("Orbis",)),
        ("Karl Lund said in a New York Times article", ("New York Times",)),
        ("Karl Lund said in a statement carried by the news website Orbis", ("Orbis",)),
        ("Karl Lund said, as reported by Lund Tribune", ("Lund Tribune",)),
        ("Karl Lund told the Norvanian newspaper Orbis", ("Orbis",)),
        ("Karl Lund told CNN Norvania", ("CNN Norvania",)),
        ("Karl Lund said, according to The Guardian", ("The Guardian",)),
        ("Karl Lund said, Associated Press reported on Monday", ("Associated Press",)),
        ("Karl Lund said, citing the Lund Ministry", ()),
        ("Karl Lund said, citing Norvania’s harvest figures", ()),
        ("Karl Lund said, the Norvan Press Agency (NPA) portal reported", ("Norvan Press Agency",)),
        ("Karl Lund said to Reuters editor Ida Holt", ()),
        ("Karl Lund said on Friday", ()),
        ("Karl Lund said", ()),
        ("Karl Lund said after he met Ida Holt", ()),
    ],
)
def test_chains_go_from_the_nearest_link_to_the_farthest(tail: str, chain: tuple[str, ...]) -> None:
    cue = "told" if " told " in tail else "said"
    assert one(f"The sea is rising, {tail}.", "The sea is rising", "Karl Lund", cue).relay == chain


def test_who_quotes_somebody_is_a_link() -> None:
    assert one("IRNA quoted Karl Lund as saying it rains.", "it rains", "Karl Lund", "quoted").relay == ("IRNA",)


def test_an_agency_alone_is_the_source_and_no_link() -> None:
    found = one("SANA reported that it rains.", "it rains", "SANA", "reported")
    assert (found.speaker.name, found.relay) == ("SANA", ())


def test_the_pages_own_outlet_is_no_link_where_words_are_told_to_it() -> None:
    art = article("It rains, Karl Lund told Reuters.", outlet="Reuters")
    assert resolve(art, [statement(art, "It rains", "Karl Lund", "told")])[0].relay == ()


def test_an_outlet_in_a_lead_covers_its_sentence_only() -> None:
    art = article("It rains, Karl Lund said, IRNA reported.\nIt snows, Lund said.")
    first, second = resolve(
        art, [statement(art, "It rains", "Karl Lund", "said"), statement(art, "It snows", "Lund@2", "said@2")]
    )
    assert (first.relay, second.relay) == (("IRNA",), ())


def test_an_outlet_in_the_content_is_no_link() -> None:
    text = "Karl Lund said that Reuters reported lies."
    assert one(text, "that Reuters reported lies", "Karl Lund", "said").relay == ()


def test_an_outlet_that_another_voice_told_its_words_is_no_link() -> None:
    art = article("Ida Holt told CNN that it rains, while Karl Lund said that it snows.")
    holt, lund = (
        statement(art, "that it rains", "Ida Holt", "told"),
        statement(art, "that it snows", "Karl Lund", "said"),
    )
    assert [s.relay for s in resolve(art, [holt, lund])] == [("CNN",), ()]


def test_an_outlet_behind_both_voices_is_a_link_of_both() -> None:
    art = article("Ida Holt said that it rains and Karl Lund said that it snows, Reuters reported.")
    holt, lund = (
        statement(art, "that it rains", "Ida Holt", "said"),
        statement(art, "that it snows", "Karl Lund", "said@2"),
    )
    assert [s.relay for s in resolve(art, [holt, lund])] == [("Reuters",), ("Reuters",)]


def test_a_paper_that_the_article_calls_so_is_one_wherever_it_stands() -> None:
    art = article("The daily Orbis covered the storm. Guests called it a lie to Orbis.")
    assert resolve(art, [statement(art, "a lie", "Guests", "called")])[0].relay == ("Orbis",)


def test_a_quotation_of_several_sentences_has_the_outlet_behind_it() -> None:
    text = "Karl Lund warned, saying “It rains. It pours,” as quoted by Orbis."
    assert one(text, "“It rains. It pours,”", "Karl Lund", "saying").relay == ("Orbis",)


def test_the_line_under_a_block_of_words_is_their_link() -> None:
    text = "The words were told so:\n“It rains.”\n– Karl Lund, CNN"
    assert one(text, "“It rains.”", "Karl Lund", "were told").relay == ("CNN",)
