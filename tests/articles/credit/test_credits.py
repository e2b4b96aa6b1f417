from __future__ import annotations

import pytest

from onrecord.articles.credit.agencies import canonical, named_in
from onrecord.articles.credit.credits import credits_of, without_own

MIDDLE = "The ferry runs again."


@pytest.mark.parametrize(
    ("lead", "credits"),
    [
        ("The ferry runs, its captain said on Friday, APA reports quoting TASS.", ("APA", "TASS")),
        ("The ferry runs, its captain said on Tuesday, QPA reports quoting VELTAG.", ("QPA", "VELTAG")),
        ("The ferry runs, its captain said, IRNA reported on Sunday.", ("IRNA",)),
        ("The ferry runs, the Norvan Press Agency (NPA) reported.", ("NPA",)),
        ("The ferry runs, the Velm News Agency reported.", ("Velm",)),
        ("The ferry runs, according to the state-run SANA news agency.", ("SANA",)),
        ("The ferry runs, its captain said on Thursday (VELTAG).", ("VELTAG",)),
        ("The ferry runs, its captain told AFP on Tuesday.", ()),
        ("The captain spoke in an interview with CNN.", ()),
        ("The ferry belongs to the World Ferry Organization (WFO).", ()),
        ("Trend is everything, the captain said, and the sun came out.", ()),
    ],
)
def test_who_the_lead_says_reports_it(lead: str, credits: tuple[str, ...]):  # noqa: A002 - the word of TERMS
    assert credits_of([lead, MIDDLE]) == credits


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("The ferry had lain still since May. - REUTERS", ("Reuters",)),
        ("The ferry had lain still since May (AFP)", ("AFP",)),
        ("(Source: Xinhua)", ("Xinhua",)),
        ("(Source: Tolbur SANA)", ("SANA",)),
        ("(Source: The Tolbur Post)", ("The Tolbur Post",)),
        ("(Source: staff and agencies)", ()),
        ("The ferry had lain still since May. (source: tasnim)", ("Tasnim",)),
        ("Source TRTWorld and agencies", ("TRT",)),
        ("Sources Reuters spoke to say so", ()),
        ("It named a source: Money.", ()),
        ("With reporting by AP and Reuters", ("AP", "Reuters")),
        ("AFP/Reuters", ("AFP", "Reuters")),
        ("The ferry had lain still since May (see page 4)", ()),
        ("The ferry was bought by the Union (EU)", ()),
    ],
)
def test_closing_lines(line: str, credits: tuple[str, ...]):  # noqa: A002 - the word of TERMS
    assert credits_of([MIDDLE, MIDDLE, line]) == credits
    assert credits_of([MIDDLE], chrome=[line]) == credits


def test_the_agency_that_the_last_words_name():
    assert credits_of([MIDDLE, MIDDLE, "The ferry had lain still since May, FNA reported."]) == ("Fars",)
    assert credits_of([MIDDLE, MIDDLE, "The ferry had lain still since May, nobody reported."]) == ()


def test_dateline_first_then_byline():
    assert credits_of(
        ["TOLBUR, October 31. /TASS/. The ferry runs."], signed=["Associated Press", "Ilian Dorvach"]
    ) == (
        "TASS",
        "AP",
    )


def test_an_agency_beside_people_in_the_byline():
    assert credits_of([MIDDLE], bylines=["By our foreign staff and VELTAG"]) == ("VELTAG",)
    assert credits_of([MIDDLE], bylines=["By Ilian Dorvach and Hester Lowndes"]) == ()


def test_an_outlets_own_name_is_no_credit_unless_it_is_an_agency():
    assert without_own(("Halcyon", "TASS"), "Halcyon", "Halcyon is a cooperative.") == ("TASS",)
    assert without_own(("QPA",), "QPA", "QPA - Qadrin Press Agency") == ("QPA",)
    assert without_own(("TASS",), "TASS", "") == ("TASS",)
    assert without_own((), None, "") == ()


def test_names_are_written_without_news_agency():
    assert [canonical(words) for words in ("Xinhua News Agency", "the Associated Press", "Itar-Tass", "Tolbur")] == [
        "Xinhua",
        "AP",
        "TASS",
        None,
    ]


def test_each_outlet_that_words_name_is_found_in_order():
    assert [hit.name for hit in named_in("Reuters and the Guardian")] == ["Reuters", "The Guardian"]


@pytest.mark.parametrize("unit", ["A ", "(A", "- A", "AP and ", "News Agency "])
def test_a_million_characters_that_only_begin_like_credits_hold_none(unit: str):
    """Work that is quadratic in the text would not end."""
    line = unit * (1_000_000 // len(unit))
    assert credits_of([line, line]) == ()
