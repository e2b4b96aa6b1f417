"""Names in the words of a byline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.markup.metadata import PageMetadata, Stated
from onrecord.articles.naming.byline_names import joins, names_in
from onrecord.articles.naming.outlets import outlet_names

OUTLET = outlet_names(
    PageMetadata(sites=(Stated("The Harbour Post", "og:site_name"),), url="https://harbourpost.example/1")
)


def authors(*pieces: str, alone: bool = False) -> tuple[str, ...]:
    return names_in(pieces, OUTLET, alone=alone).authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ilse Trand", ("Ilse Trand",)),
        ("by Ilse Trand and Otto Wehl", ("Ilse Trand", "Otto Wehl")),
        ("By ILSE TRAND, OTTO WEHL and ADA McBROOK", ("Ilse Trand", "Otto Wehl", "Ada McBrook")),
        ("By Ilse Trand, Otto Wehl & Ada de la Brook", ("Ilse Trand", "Otto Wehl", "Ada de la Brook")),
        ("By Ilse Trand, Harbour Post Staff Writer", ("Ilse Trand",)),
        ("Ilse Trand, MS, RD", ("Ilse Trand",)),
        ("Ilse Trand | Coast Media Group", ("Ilse Trand",)),
        ("Ilse Trand - Science Contributor", ("Ilse Trand",)),
        ("By Ilse Trand on Monday, 9 May 2031 at 10:08 a.m.", ("Ilse Trand",)),
        ("By Ilse Trand May 9, 2031", ("Ilse Trand",)),
        ("Analysis by Ilse Trand, Editor-at-large", ("Ilse Trand",)),
        ("Von Ilse Trand und Otto Wehl", ("Ilse Trand", "Otto Wehl")),
        ("Текст: Илза Транд", ("Илза Транд",)),
        ("Ilse Trand @ilsetrand", ("Ilse Trand",)),
        ("Ilse Trand Jr.", ("Ilse Trand Jr.",)),
        ("I.B. Trand", ("I.B. Trand",)),
        ("By Ilse O'BRIEN", ("Ilse O'BRIEN",)),
        ("ILSE O'BRIEN-WEHL", ("Ilse O'Brien-Wehl",)),
        ("Ilse Trand, Ilse Tránd", ("Ilse Trand",)),
        ("Associated Press", ("Associated Press",)),
        ("Ilse Trand, Associated Press", ("Ilse Trand",)),
        ("Coast News Bureau", ("Coast News Bureau",)),
        ("Staff Reports", ("Staff Reports",)),
    ],
)
def test_bylines(byline: str, names: tuple[str, ...]) -> None:
    assert authors(byline) == names


@pytest.mark.parametrize(
    "words",
    [
        "The Harbour Post",
        "Harbour Post",
        "Follow Ilse",
        "View all posts",
        "About the author",
        "Staff Writer",
        "Senior Editor",
        "admin",
        "postadmin",
        "ilse@harbourpost.example",
        "https://harbourpost.example/ilse",
        "May 9, 2031",
        "November",
        "the Ostmark and Suhl defence ministries",
        "The Ostmark and Suhl defence ministries",
        "5 min read",
        "",
    ],
)
def test_what_is_no_name(words: str) -> None:
    assert authors(words, alone=True) == ()


def test_a_single_word_counts_only_where_the_page_calls_it_the_author() -> None:
    assert authors("Ilse") == ()
    assert authors("Ilse", alone=True) == ("Ilse",)


def test_a_long_opener_says_enough_for_a_single_word_or_a_handle() -> None:
    assert authors("By Ilse") == ()
    assert authors("Posted by Ilse") == ("Ilse",)
    assert authors("Geschrieben von", "ilse77") == ("ilse77",)


def test_a_city_between_two_names_parts_nothing() -> None:
    assert authors("Ilse Trand, Geneva, Otto Wehl") == ("Ilse Trand", "Otto Wehl")


def test_reading_stops_where_the_byline_does() -> None:
    assert authors("By", "Ilse Trand", "Coast Leader Weekly", "Otto Wehl") == ("Ilse Trand",)
    assert authors("By", "Ilse Trand", ",", "Otto Wehl", "9 May") == ("Ilse Trand", "Otto Wehl")
    assert authors("Ilse Trand,", "Otto Wehl") == ("Ilse Trand", "Otto Wehl")


def test_after_an_opener_without_a_name_nothing_follows() -> None:
    assert authors("By", "the way,", "Ilse Trand") == ()


@pytest.mark.parametrize(("text", "does"), [(" and ", True), (" , ", True), ("\n", True), ("band", False)])
def test_joining(text: str, does: bool) -> None:
    assert joins(text) is does


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_words_are_read_without_harm(pieces: list[str]) -> None:
    found = authors(*pieces, alone=True)
    assert all(name and name == " ".join(name.split()) for name in found)
    assert len(set(found)) == len(found)
