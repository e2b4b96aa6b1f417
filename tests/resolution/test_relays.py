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
