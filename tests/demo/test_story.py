"""What the record says of the bundled story, held against its gold.

Strictly where it is a promise (dates, copies, the twin page, what falls due, what moved, what conflicts); by floors
where it is a score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

import onrecord
from onrecord import demo
from onrecord.counting import number_of
from onrecord.errors import PageError
from onrecord.model import EXPECTATION_KINDS, Article, CitedFigure, Reading, Statement

from .story import GOLD, differences, match, plain

TWIN = "01-qpa-envoy-hopes.txt"
FEWEST_FOUND = 0.90
"""Share of the gold statements that are found."""
MOST_WRONG_NAMES = 0.03
"""Share of the found statements with a wrong name: the worst error that there is."""
MOST_DIFFERENCES = 0.35
"""Differences from the gold for each found statement, over all its fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The story in a record: articles and statements by page, gold ids of statements, pages of articles."""

    record: onrecord.Record
    articles: dict[str, Article]
    statements: dict[str, tuple[Statement, ...]]
    matched: dict[str, dict[str, Statement]]
    gold_ids: dict[str, str]

    def page_of(self, article: str) -> str:
        return next(page for page, each in self.articles.items() if each.id == article)


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Each page read alone."""
    with demo.folder() as pages:
        names = [path.name for path in sorted(pages.iterdir())]
        read = list(onrecord.read_all(pages))
    assert not [each for each in read if isinstance(each, PageError)]
    return {name: each for name, each in zip(names, read, strict=True) if isinstance(each, Reading)}


@pytest.fixture(scope="module")
def told(readings: dict[str, Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with onrecord.open_record(tmp_path_factory.mktemp("story")) as record:
        for reading in readings.values():
            assert reading.page is not None
            record.store.put(reading, record.store.archive(reading.page))
        record.compare()
        articles = {name: record.article(reading.article.id) for name, reading in readings.items()}
        statements = {name: record.statements(article.id) for name, article in articles.items()}
        matched = {
            name: match(articles[name], statements[name], GOLD["pages"][name]["statements"]) for name in articles
        }
        ids = {statement.id: id for page in matched.values() for id, statement in page.items()}
        yield Told(record=record, articles=articles, statements=statements, matched=matched, gold_ids=ids)


def days(moment: Any) -> tuple[str | None, str | None]:
    return (moment.earliest and str(moment.earliest), moment.latest and str(moment.latest))


def gold_days(gold: dict[str, Any]) -> tuple[str | None, str | None]:
    return (gold["earliest"], gold["latest"])


@pytest.mark.parametrize("page", GOLD["pages"])
def test_the_story_on_a_page_is_its_title_and_paragraphs(readings: dict[str, Reading], page: str):
    gold, article = GOLD["pages"][page], readings[page].article
    assert plain(article.title) == plain(gold["title"])
    assert len(article.paragraphs) == gold["paragraphs"]
    assert article.language == gold["language"]


@pytest.mark.parametrize("page", GOLD["pages"])
def test_what_is_not_the_story_is_not_read(readings: dict[str, Reading], page: str):
    text = plain(readings[page].article.text)
    assert not [words for words in GOLD["pages"][page]["not_read"] if plain(words) in text]


@pytest.mark.parametrize("page", GOLD["pages"])
def test_the_date_of_a_page_alone(readings: dict[str, Reading], page: str):
    gold, date = GOLD["pages"][page]["date"]["alone"], readings[page].article.date
    assert date.status in gold["status"]
    assert days(date) == gold_days(gold)


@pytest.mark.parametrize("page", GOLD["pages"])
def test_the_date_of_a_page_with_the_others_in_the_record(told: Told, page: str):
    gold, date = GOLD["pages"][page]["date"]["record"], told.articles[page].date
    assert date.status in gold["status"]
    assert days(date) == gold_days(gold)


def test_the_copies_are_these(told: Told):
    found = {told.page_of(c.copy): (told.page_of(c.original), c.containment) for c in told.record.comparison().copies}
    assert set(found) == {each["copy"] for each in GOLD["copies"]}
    for gold in GOLD["copies"]:
        original, containment = found[gold["copy"]]
        assert original == gold["original"]
        assert containment >= gold["containment_at_least"]


def test_five_pages_are_one_source(told: Told):
    shared = [origin for origin in told.record.comparison().origins if len(origin.articles) > 1]
    found = {origin.name: sorted(map(told.page_of, origin.articles)) for origin in shared}
    assert found == {gold["name"]: sorted(gold["articles"]) for gold in GOLD["origins"]}


def test_the_event_has_one_line_of_history(told: Told):
    (gold,) = GOLD["lineages"]
    found = [lineage for lineage in told.record.comparison().lineages if "forum" in lineage.event]
    assert len(found) == 1
    steps = [(step.step, told.page_of(step.article), *days(step)) for step in found[0].steps]
    assert steps == [(step["step"], step["page"], step["earliest"], step["latest"]) for step in gold["steps"]]


def test_the_twin_of_the_first_page_differs_in_its_appeals_and_in_shades_of_what_never_falls_due(told: Told):
    gold = GOLD["pages"][TWIN]["statements"]
    missed = [each["id"] for each in gold if each["id"] not in told.matched[TWIN]]
    assert set(missed) <= {"01.7a", "01.7b"}
    for each in gold:
        if each["id"] in told.matched[TWIN]:
            statement = told.matched[TWIN][each["id"]]
            off = differences(told.articles[TWIN], statement, each, told.gold_ids)
            shades = () if each["kind"] in EXPECTATION_KINDS else ("kind ", "strength ")
            assert [line for line in off if not line.startswith(shades)] == []


def test_an_expectation_falls_due_once_on_its_days(told: Told):
    listed = {told.gold_ids.get(e.statement.id): days(e.statement.due) for e in told.record.due()}
    own = [gold for gold in GOLD["falls_due"] if gold["copy_of"] is None and gold["same_as"] is None]
    found = [gold for gold in own if listed.get(gold["statement"]) == gold_days(gold)]
    assert len(found) >= 0.75 * len(own)
    copies = [gold["statement"] for gold in GOLD["falls_due"] if gold["copy_of"]]
    assert not [id for id in copies if id in listed]


def cited_as(told: Told, cited: CitedFigure, gold: list[dict[str, Any]]) -> str:
    """The gold's statement of a figure; of what a page tells in its own words, the one with the same number there."""
    here, number = told.page_of(cited.article)[:2], f"{number_of(cited.figure):g}"
    same = (each["statement"] for each in gold if each["statement"].startswith(here) and number in each["words"])
    return told.gold_ids.get(cited.statement) or next(same, "")


def test_figures_of_different_people_never_conflict(told: Told):
    (gold,) = GOLD["figure_questions"]
    clashes = set()
    for question in told.record.comparison().questions:
        for pair in question.conflicts:
            clashes.add(frozenset(cited_as(told, question.figures[at], gold["figures"]) for at in pair))
    allowed = {frozenset(pair) for pair in (*gold["conflicts"], *gold["conflicts_also"])}
    assert clashes <= allowed
    assert clashes


def test_most_statements_are_found_and_hardly_a_name_is_wrong(told: Told):
    gold = [(name, each) for name, page in GOLD["pages"].items() for each in page["statements"] if not each["optional"]]
    found = [(name, each) for name, each in gold if each["id"] in told.matched[name]]
    assert len(found) >= FEWEST_FOUND * len(gold)
    off = [
        line
        for name, each in found
        for line in differences(told.articles[name], told.matched[name][each["id"]], each, told.gold_ids)
    ]
    assert len(off) <= MOST_DIFFERENCES * len(found)
    wrong = [line for line in off if line.startswith("speaker '")]
    assert len(wrong) <= MOST_WRONG_NAMES * len(found), wrong


def test_any_order_of_arrival_gives_the_same_record(told: Told, readings: dict[str, Reading], tmp_path: Any):
    with onrecord.open_record(tmp_path / "backwards") as record:
        for reading in reversed(readings.values()):
            record.add(reading)
        assert [a.date for a in record.store.articles()] == [a.date for a in told.record.store.articles()]
        assert record.comparison() == told.record.comparison()
        assert [e.statement for e in record.search(limit=1000)] == [e.statement for e in told.record.search(limit=1000)]
