"""The gold of the demo's story agrees with its pages and with itself: a slip here would fail others for nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import lxml.html
import pytest

from onrecord import demo
from onrecord.model import Form, Kind, Stance, Strength

GOLD: dict[str, Any] = json.loads(Path(__file__).with_name("expected.json").read_text(encoding="utf-8"))
PAGES: dict[str, Any] = GOLD["pages"]
STATEMENTS: dict[str, dict[str, Any]] = {s["id"]: s for page in PAGES.values() for s in page["statements"]}
REAL_WEEKDAYS = {"2021-10-28": 3, "2021-11-20": 5, "2021-12-04": 5, "2021-12-11": 5, "2022-06-02": 3, "2022-11-02": 2}


def decoded(name: str) -> str:
    with demo.folder() as folder:
        data = (folder / name).read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def visible(name: str) -> str:
    """The page's words with white space collapsed; scripts and styles left out."""
    text = decoded(name)
    if name.endswith(".html"):
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
        lxml.etree.strip_elements(tree, "style", lxml.etree.Comment, with_tail=False)
        text = " ".join(str(words) for words in tree.itertext())
    return re.sub(r"\s+", " ", text)


def words_of(statement: dict[str, Any]) -> Iterator[str]:
    yield from statement["words"]
    yield from statement["insertions"]
    yield from (statement[key] for key in ("source", "cue", "venue", "event", "place") if statement[key])
    if statement["due"]:
        yield statement["due"]["words"]
    for figure in statement["figures"]:
        yield from (figure[key] for key in ("words", "noun", "population") if figure[key])


def test_there_is_gold_for_every_page_and_no_other() -> None:
    with demo.folder() as folder:
        assert sorted(path.name for path in folder.iterdir()) == sorted(PAGES)


def test_the_story_is_long_and_told_by_many() -> None:
    texts = [name for name in PAGES if name.endswith(".txt")]
    outlets = {page["outlet"].removeprefix("The ") for page in PAGES.values()}
    assert len(PAGES) >= 16
    assert len(texts) >= 6
    assert len(outlets) >= 6


@pytest.mark.parametrize("name", PAGES)
def test_every_quoted_word_stands_in_its_page(name: str) -> None:
    text, page = visible(name), PAGES[name]
    quoted = [page["title"], *page["byline"], *page["not_read"]]
    quoted += [words for statement in page["statements"] for words in words_of(statement)]
    assert [words for words in quoted if words not in text] == []


@pytest.mark.parametrize("name", PAGES)
def test_what_must_not_be_read_is_in_no_statement(name: str) -> None:
    contents = [words for statement in PAGES[name]["statements"] for words in statement["words"]]
    assert [words for words in PAGES[name]["not_read"] if any(words in content for content in contents)] == []


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_statements_use_the_terms(statement: dict[str, Any]) -> None:
    assert {statement["kind"], *statement["kind_also"]} <= set(get_args(Kind))
    assert statement["stance"] in get_args(Stance)
    assert statement["strength"] in get_args(Strength)
    assert statement["form"] in (*get_args(Form), None)
    assert statement["speaker"]["anonymous"] == (statement["speaker"]["name"] is None)


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_insertions_events_and_times_stand_inside_the_content(statement: dict[str, Any]) -> None:
    content = " ".join(statement["words"])
    assert all(words in content for words in statement["insertions"])
    if statement["due"]:
        assert statement["due"]["words"] in content


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_ids_that_a_statement_names_are_of_its_own_page(statement: dict[str, Any]) -> None:
    page = statement["id"].split(".")[0]
    named = [statement["restates"], statement["reported_in"], *statement.get("restates_also", [])]
    assert [other for other in named if other and (other not in STATEMENTS or other.split(".")[0] != page)] == []


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_windows_are_in_order(statement: dict[str, Any]) -> None:
    due = statement["due"]
    if due and due["earliest"]:
        assert date.fromisoformat(due["earliest"]) <= date.fromisoformat(due["latest"])
    elif due:
        assert due["vague"]


@pytest.mark.parametrize(("day", "weekday"), REAL_WEEKDAYS.items())
def test_the_calendar_is_right(day: str, weekday: int) -> None:
    assert date.fromisoformat(day).weekday() == weekday


def weekday_beside(statement: dict[str, Any], text: str) -> str | None:
    """The weekday right after "X said (to Y) (on)", if the page names one there."""
    said = f"{statement['source']} {statement['cue']}"
    found = re.search(re.escape(said) + r"(?: Halcyon)?(?: on)? ([A-Z][a-z]+day)\b", text)
    return found[1] if found else None


def test_weekdays_beside_the_cue_are_those_of_the_day_on_which_it_was_said() -> None:
    checked = 0
    for name, page in PAGES.items():
        text = visible(name)
        for statement in page["statements"]:
            said_on, weekday = statement["said_on"], weekday_beside(statement, text)
            if weekday and said_on:
                assert date.fromisoformat(said_on["earliest"]).strftime("%A") == weekday, statement["id"]
                checked += 1
    assert checked >= 10


def test_what_lies_across_pages_names_pages_and_statements_that_there_are() -> None:
    files = [pair[key] for pair in GOLD["copies"] for key in ("copy", "original")]
    files += [name for group in GOLD["not_copies"] for name in group["pages"]]
    steps = [step for lineage in GOLD["lineages"] for step in lineage["steps"]]
    named = [step["statement"] for step in steps] + [other for step in steps for other in step.get("also", [])]
    named += [key for item in GOLD["evidence"] for key in (item["for"], item["statement"])]
    named += [words for group in GOLD["same_statements"] for words in group]
    named += [item[key] for item in GOLD["falls_due"] for key in ("statement", "copy_of", "same_as") if item[key]]
    assert set(files) <= set(PAGES)
    assert set(named) <= set(STATEMENTS)


def test_steps_of_the_forum_are_in_order() -> None:
    steps = GOLD["lineages"][0]["steps"]
    assert [step["step"] for step in steps] == ["set", "confirmed", "moved", "denied", "moved", "reported_done"]
    assert [step["said"] for step in steps] == sorted(step["said"] for step in steps)


def test_compared_figures_are_annotated() -> None:
    cited = {(s["id"], figure["words"]) for s in STATEMENTS.values() for figure in s["figures"]}
    compared = [tuple(figure) for pair in GOLD["no_conflict"] for figure in pair["figures"]]
    compared += [(f["statement"], f["words"]) for question in GOLD["figure_questions"] for f in question["figures"]]
    assert [figure for figure in compared if figure not in cited] == []


def test_shared_background_stands_on_each_page_that_shares_it() -> None:
    for group in GOLD["not_copies"]:
        assert [name for name in group["pages"] if group["words"] not in visible(name)] == []


def test_one_page_declares_no_encoding_and_is_not_utf_8() -> None:
    name = next(name for name in PAGES if name.startswith("10-"))
    with demo.folder() as folder:
        data = (folder / name).read_bytes()
    assert b"charset" not in data
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")


@pytest.mark.shared
@pytest.mark.parametrize("name", PAGES)
def test_no_page_shares_more_than_five_words_in_a_row_with_the_seed_page(name: str, seed_page: Path) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}

    assert runs(seed_page.read_text(encoding="utf-8")) & runs(visible(name)) == set()
