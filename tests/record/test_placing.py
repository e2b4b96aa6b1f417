from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.model import Article
from onrecord.record import Store

WALL = (
    "The river wall at Dunmere will be finished by the end of the month, the mayor said in the town hall.",
    "The stone has come from the quarry above Pellin, and forty people work on it each day.",
)
PRIZE = (
    "A bakery in Fellmarch has won the prize for the best loaf of rye for the fourth time running.",
    "The jury tasted sixty loaves over two mornings and praised the crust above everything else.",
)


@pytest.fixture
def put(store: Store, story: Any) -> Callable[..., Any]:
    """Puts a state of the article at one address: its lines, and a statement of these words."""

    def made(days: int, words: str, *lines: str, title: str = "News") -> Any:
        article: Article = story.article("wall", *lines, title=title)
        reading = story.reading(article, story.statement(article, words, "Tilda Rask"))
        capture = store.archive(story.page("wall", days=days, data=" ".join(lines).encode()))
        return store.put(reading, capture)

    return made


def test_a_changed_page_is_a_revision_and_its_statement_keeps_its_id(store: Store, put: Callable[..., Any]):
    first = put(0, "forty people work on it", *WALL)
    before = store.statements(first.article)
    second = put(1, "fifty people work on it", WALL[0], WALL[1].replace("forty", "fifty"))
    assert (second.article, second.revises, second.known) == (first.article, first.revision, True)
    assert [each.id for each in store.statements(first.article)] == [each.id for each in before]
    assert [state.article.revision for state in store.states(first.article)] == [first.revision, second.revision]


def test_what_differs_in_white_space_alone_revises_nothing(put: Callable[..., Any]):
    put(0, "forty people", *WALL)
    again = put(1, "forty people", WALL[0], WALL[1].replace(". ", ".  ").replace("the quarry", "the  quarry"))
    assert (again.new, again.known, again.revises) == (True, True, None)


def test_an_older_state_that_comes_later_revises_nothing(store: Store, put: Callable[..., Any]):
    newer = put(5, "fifty people", WALL[0], WALL[1].replace("forty", "fifty"))
    older = put(1, "forty people", *WALL)
    assert older.revises is None
    assert store.article(newer.article).revision == newer.revision


def test_another_story_at_the_address_is_another_article(store: Store, put: Callable[..., Any]):
    wall = put(0, "forty people", *WALL, title="Wall nearly done")
    prize = put(1, "sixty loaves", *PRIZE, title="Prize for a loaf")
    assert prize.article != wall.article
    assert prize.instead == wall.article
    assert store.article("https://fenn.example/wall").title == "Prize for a loaf", "an address names its newest story"
    assert store.article(wall.article).title == "Wall nearly done"
    ids = {each.id for article in (wall, prize) for each in store.statements(article.article)}
    assert len(ids) == 2

    changed = put(2, "seventy loaves", PRIZE[0], PRIZE[1].replace("sixty", "seventy"), title="Prize for a loaf")
    assert (changed.article, changed.revises) == (prize.article, prize.revision)


def test_a_text_that_comes_back_is_told_as_a_state_again(store: Store, put: Callable[..., Any]):
    first = put(0, "forty people", *WALL)
    second = put(1, "fifty people", WALL[0], WALL[1].replace("forty", "fifty"))
    third = put(2, "forty people", *WALL)
    told = [state.article.revision for state in store.states(first.article)]
    assert told == [first.revision, second.revision, first.revision]
    assert (third.revision, third.revises) == (first.revision, second.revision)
