from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest

from onrecord.model import Article, StoryDate
from onrecord.revising import changes, is_altered

from .builder import BODY, TITLE, article, edited, figures


def told(before: Article, after: Article) -> list[tuple[str, str]]:
    return [(change.kind, change.words) for change in changes(before, after, figures)]


@pytest.mark.parametrize(
    ("after", "kinds"),
    [
        (edited(("23 people", "32 people")), ["figure"]),
        (edited(("promised", "promissed")), ["text changed"]),
        (edited((" “We will search on.”", "")), ["quotation removed"]),
        (edited(("We will search on", "We will search for two days")), ["quotation changed"]),
        (edited((" He promised an inquiry.", "")), ["text removed"]),
        (article(*BODY, "The harbour is closed until noon."), ["text added"]),
        (article(*BODY, "“Nobody warned us,” said Ivo Marsh."), ["quotation added"]),
        (article(*BODY, "Correction: The ferry was built in 2009."), ["correction"]),
        (article(BODY[3], *BODY[:3]), ["moved"]),
        (article(title="Ferry lost, 23 dead"), ["headline"]),
        (edited(("23 people", "32 people"), title="Ferry lost, 32 dead"), ["figure", "headline"]),
    ],
)
def test_each_kind_of_change_is_told(after: Article, kinds: list[str]):
    assert [kind for kind, _ in told(article(), after)] == kinds


def test_a_figure_is_named_before_and_after_and_first():
    after = article(*edited(("23 people", "32 people")).text.split("\n")[2:], "The harbour is closed.")
    assert told(article(), after)[0] == ("figure", "23 → 32 people")


@pytest.mark.parametrize(
    "after",
    [
        article(*(line.replace("“", '"').replace("”", '"').replace("’", "'") for line in BODY)),
        article(*(line.replace(". ", ".  ").replace("ferry", "fer\u00adry") for line in BODY)),
        article(BODY[0], f"{BODY[1]} {BODY[2]}", BODY[3]),
    ],
)
def test_typesetting_is_no_change(after: Article):
    assert told(article(), after) == []
    assert not is_altered(article(), after)


def test_what_follows_a_note_belongs_to_it():
    after = article(*BODY, "Correction: The ferry was built in 2009. It had been given as 2008 before.")
    assert [kind for kind, _ in told(article(), after)] == ["correction"]


def test_the_words_of_a_change_give_both_sentences():
    (change,) = changes(article(), edited(("went down in less", "sank in less")), figures)
    before, after = ("".join(e.words for e in change.edits if e.what != other) for other in ("added", "removed"))
    assert before == "“The vessel went down in less than ten minutes,” captain Orla Venn told reporters."
    assert after == before.replace("went down", "sank")


def test_a_day_is_told_unless_a_copy_or_a_person_gave_it():
    days = [StoryDate(status="stated", earliest=date(2031, 3, n), latest=date(2031, 3, n)) for n in (4, 5)]
    assert told(replace(article(), date=days[0]), replace(article(), date=days[1])) == [
        ("date", "2031-03-04 → 2031-03-05")
    ]
    assert told(article(), replace(article(), date=days[1])) == []


@pytest.mark.parametrize("line", ["Line {} of the list is here.", "The same line."])
def test_a_page_of_a_megabyte_is_compared_in_seconds(line: str):
    before = [line.format(number) for number in range(20_000)]
    after = [each.replace("list", "table") if number % 3 == 0 else each for number, each in enumerate(before)][5:]
    start = time.perf_counter()
    assert is_altered(article(*before), article(*after, title=TITLE + "!"))
    assert time.perf_counter() - start < 30
