from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.errors import NotInRecord
from onrecord.model import Article
from onrecord.record import Store

Add = Callable[..., Article]


def test_an_article_is_found_by_id_and_by_url(store: Store, story: Any, add: Add) -> None:
    article = add(story.article("forum", "Opens on Monday."))
    assert store.article("a-forum") == store.article("https://fenn.example/forum") == article
    assert store.capture("a-forum") == next(store.captures())


def test_statements_come_in_the_order_of_the_text(store: Store, story: Any, add: Add) -> None:
    article = story.article("forum", "One opens.", "Two opens.")
    one, two = story.statement(article, "One opens"), story.statement(article, "Two opens")
    add(article, one, two)
    assert store.statements("a-forum") == (one, two)
    entry = store.statement(two.id)
    assert (entry.article, entry.statement, entry.words) == (article, two, "Two opens")


def test_a_statement_of_an_older_revision_is_shown_with_that_revision(store: Store, story: Any, add: Add) -> None:
    old, new = story.article("forum", "One opens."), story.article("forum", "Two opens.")
    said = story.statement(old, "One opens")
    add(old, said, data=b"1", days=0)
    add(new, data=b"2", days=1)
    assert store.statement(said.id).article == old
    assert store.statements("a-forum") == ()


def test_articles_come_by_id_across_batches(store: Store, story: Any, add: Add) -> None:
    articles = [add(story.article(f"{i:03}", "Opens.")) for i in reversed(range(203))]
    assert list(store.articles()) == articles[::-1]


@pytest.mark.parametrize("name", ["a-none", "", "https://fenn.example/none", "a\0b", "\ud800", "' OR 1=1"])
def test_what_is_not_there_is_told(store: Store, name: str) -> None:
    for look in (store.article, store.statement, store.capture):
        with pytest.raises(NotInRecord, match="in the record"):
            look(name)
    assert (store.statements(name), store.revisions(name), store.redatings(name)) == ((), (), ())
