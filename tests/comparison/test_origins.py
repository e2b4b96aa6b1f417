from itertools import permutations

from onrecord.comparison import trace_origins
from onrecord.model import Article, Copy, Origin

from .builder import article


def copy(copy: str, original: str) -> Copy:
    return Copy(copy=copy, original=original, containment=1.0, passages=(), why=f"later than {original}")


def traced(articles: list[Article], *copies: Copy) -> list[Origin]:
    return list(trace_origins({each.id: each for each in articles}, copies))


def test_an_article_that_copies_none_is_its_own_origin():
    found = traced([article("a", outlet="The Pellin Post"), article("b", title="Bread is dear")])
    assert [(each.name, each.article, each.articles) for each in found] == [
        ("The Pellin Post", "a", ("a",)),
        ("Bread is dear", "b", ("b",)),
    ]
    assert {each.why for each in found} == {"nothing here that it copies"}


def test_a_copy_of_a_copy_goes_back_to_the_first():
    articles = [article(id, outlet=f"Outlet {id}") for id in "abc"]
    (origin,) = traced(articles, copy("c", "b"), copy("b", "a"))
    assert (origin.name, origin.articles) == ("Outlet a", ("a", "b", "c"))
    assert origin.why == "copied: later than a; copied: later than b"


def test_an_agency_that_is_credited_is_the_origin_but_never_an_outlet_of_itself():
    credited, own = (
        article("a", outlet="The Pellin Post", credited=("NORDA",)),
        article("n", outlet="NORDA", credited=("NORDA",)),
    )
    found = traced([credited, own])
    assert [each.name for each in found] == ["NORDA", "NORDA"]
    assert ["own article is not here" in each.why for each in found] == [True, False]


def test_a_circle_has_one_origin_wherever_the_walk_begins():
    articles = [article(id) for id in "abcd"]
    circle = (copy("a", "b"), copy("b", "c"), copy("c", "a"), copy("d", "c"))
    results = {tuple(traced(list(order), *circle)) for order in permutations(articles)}
    ((origin,),) = results
    assert (origin.article, origin.articles) == ("a", ("a", "b", "c", "d"))
