from typing import Any

import pytest

from onrecord.errors import QueryError
from onrecord.identities import made
from onrecord.model import Appearance, Comparison
from onrecord.record import Store
from onrecord.record.asking.spellings import spellings


def at(article: str, name: str) -> Appearance:
    return Appearance(article=article, written=name, name=name, key=name.casefold(), sort="person")


JOINED = made("p0000000a", (at("a1", "Ada Brenn"), at("a2", "Ada Bren")))
ALONE = made("p0000000b", (at("a3", "Ada Rask"),))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("brenn", (" ada bren ",)),
        ("bren", (" ada brenn ",)),
        ("ada", ()),
        ("rask", ()),
        ("nobody", ()),
        ("p0000000b", (" ada rask ",)),
    ],
)
def test_joined_spellings_are_looked_for_as_well(asked: str, found: tuple[str, ...]):
    assert spellings((JOINED, ALONE), asked) == found


def test_what_has_no_word_is_refused():
    with pytest.raises(QueryError):
        spellings((JOINED,), "?!")


def test_a_search_and_a_due_list_find_every_spelling(store: Store, story: Any):
    for name, speaker in (("a1", "Ada Brenn"), ("a2", "Ada Bren")):
        article = story.article(name, "It will open on Friday, she said.")
        said = story.statement(article, "It will open on Friday", speaker, kind="forecast", due=story.due(None, None))
        store.put(story.reading(article, said), store.archive(story.page(name)))
    assert len(store.search(speaker="brenn")) == store.matches(speaker="brenn") == 1
    known = made("p0000000a", (at("a-a1", "Ada Brenn"), at("a-a2", "Ada Bren")))
    store.put_comparison(Comparison(speakers=(known,)))
    assert len(store.search(speaker="brenn")) == store.matches(speaker="brenn") == 2
    assert len(store.search("friday", speaker="p0000000a")) == 2
    assert len(store.search("monday", speaker="brenn")) == 0
    assert sum(map(len, (store.due(speaker="brenn").undated, store.due(speaker="brenn").dated))) == 2
    assert {entry.article.id for entry in store.said([("a-a1", "Ada Brenn"), ("a-a2", "Ada Brenn")])} == {"a-a1"}
    assert store.copies() == ()
