"""The traps of the page that the project starts from, in an invented twin; and on that page itself, where it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Article, Statement, StoryDate
from onrecord.resolution import difference, redate, resolve

from .builder import article, statement

TITLE = "Norvania hopes Tesh will be freed from raiders in one or two months"
ENVOY = "Norvanian president's special envoy for Tesh Edvard Halloran"
LEDE = (
    "Velgrad hopes that Tesh will be wholly freed from Red Hand (a band outlawed in Norvania) raiders "
    "in a couple of months"
)
QUOTE = (
    '"Things go fast there. The fight against the Red Hand is nearly over. We all hope that in one or two months '
    'no [Red Hand] raiders will be left in Tesh, and no town that they use as a base,"'
)
FORUM = (
    '"We would like to hold this great forum in Tesh. But as things are, it was decided to hold it in Bergen '
    '(on November 18),"'
)
BODY = (
    f"{LEDE}, {ENVOY} said on Tuesday, NPA reports quoting VELTASS.\n"
    f"{QUOTE} he said at a briefing in Bergen.\n"
    "According to the Norvanian chief negotiator, several halls have been offered.\n"
    f"{FORUM} Halloran said."
)


@pytest.fixture(scope="module")
def page() -> Article:
    return article(BODY, title=TITLE, date=StoryDate(status="disputed"))


@pytest.fixture(scope="module")
def told(page: Article) -> dict[str, Statement]:
    hoped: dict[str, Any] = {"kind": "forecast", "strength": "hoped"}
    band, group, day = "(a band outlawed in Norvania)", "[Red Hand]", "(on November 18)"
    made = [
        statement(page, TITLE[15:], "Norvania", "hopes", id="headline", in_headline=True, kind="forecast"),
        statement(page, LEDE, ENVOY, "said", id="lede", insertions=[band], **hoped),
        statement(page, QUOTE, "he", "said@2", id="quote", insertions=[group], **hoped),
        statement(page, "several halls have been offered", "the Norvanian chief negotiator", id="halls"),
        statement(page, FORUM, "Halloran@2", "said@3", id="forum", kind="schedule", insertions=[day]),
    ]
    return {s.id: s for s in resolve(page, made)}


def test_one_envoy_under_four_names_and_the_headlines_body(told: dict[str, Statement]) -> None:
    names = {key: s.speaker.name for key, s in told.items()}
    assert names.pop("headline") == "Norvania"
    assert set(names.values()) == {"Edvard Halloran"}
    assert told["lede"].speaker.role == "Norvanian president's special envoy for Tesh"


def test_the_relay_covers_the_lede_alone(told: dict[str, Statement]) -> None:
    assert {k: s.relay for k, s in told.items() if s.relay} == {"lede": ("NPA", "VELTASS")}


def test_one_forecast_in_three_wordings_falls_due_once(told: dict[str, Statement]) -> None:
    assert {k: s.restates for k, s in told.items() if s.restates} == {"headline": "quote", "lede": "quote"}


def test_what_a_headline_says_more_is_shown(page: Article, told: dict[str, Statement]) -> None:
    said = difference(page, told["headline"], told["quote"])
    assert said is not None
    assert "Norvania in the headline, Edvard Halloran below" in said
    assert "stronger: certain in the headline, hoped below" in said


def test_a_disputed_date_gives_values_without_days(told: dict[str, Statement]) -> None:
    for s in told.values():
        assert s.said_on is not None
        assert s.said_on.earliest is None
    assert told["lede"].said_on is not None
    assert told["lede"].said_on.value == "XXXX-WXX-2"
    assert told["quote"].due is not None
    assert (told["quote"].due.value, told["quote"].due.earliest) == ("P1M/P2M", None)


def test_the_found_date_moves_every_window(page: Article, told: dict[str, Statement]) -> None:
    day = date(2017, 10, 31)
    dated = replace(page, date=StoryDate(status="stated", earliest=day, latest=day))
    by_id = {s.id: s for s in redate(dated, told.values())}
    assert {s.said_on and s.said_on.earliest for s in by_id.values()} == {day}
    quote, forum = by_id["quote"].due, by_id["forum"].due
    assert quote is not None
    assert forum is not None
    assert (quote.earliest, quote.latest) == (date(2017, 11, 30), date(2017, 12, 31))
    assert (forum.earliest, forum.latest) == (date(2017, 11, 18), date(2017, 11, 18))


def test_the_forum_has_its_place(page: Article, told: dict[str, Statement]) -> None:
    event = told["forum"].event
    assert event is not None
    assert "forum" in page[event.span]


def test_the_venue_of_the_quotation(page: Article, told: dict[str, Statement]) -> None:
    assert page[told["quote"].venue] == "at a briefing in Bergen"


def test_no_statements_give_none() -> None:
    assert resolve(article("It rained."), []) == ()


@pytest.mark.shared
def test_the_seed_page(seed_page: Path) -> None:
    text = seed_page.read_text(encoding="utf-8")
    body = text[text.index("Russia hopes") : text.index("Related news")].rstrip()
    title, _, rest = body.partition("\n\n")
    art = article(rest, title=title, date=StoryDate(status="disputed"))
    made = [
        statement(art, "Syria will be liberated", "Russia", "hopes", in_headline=True),
        statement(art, "liberated from Islamic State", "envoy for Syria Alexander Lavrentyev", "said"),
        statement(art, "various options for a venue", "the Russian chief negotiator", "According to"),
        statement(art, "time to think", "He", "said@3"),
        statement(art, "it was decided to hold", "Lavrentyev@2", "said@5"),
    ]
    found = {s.id: s for s in resolve(art, made)}
    assert [found[s.id].speaker.name for s in made] == ["Russia", *["Alexander Lavrentyev"] * 4]
    assert [s.relay for s in found.values() if s.relay] == [("APA", "TASS")]
