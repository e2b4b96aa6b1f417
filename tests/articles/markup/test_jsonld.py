"""JSON-LD as pages really hold it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.markup.jsonld import Node, articles_in, nodes_of, strings
from onrecord.articles.markup.tree import tree_of

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["@id", "name", "author", "x"]), inner),
    max_leaves=30,
)


def nodes(*blocks: str) -> tuple[Node, ...]:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    tree = tree_of(f"<html><head>{scripts}</head><body><p>Text.</p></body></html>")
    assert tree is not None
    return nodes_of(tree)


def headlines(*blocks: str) -> list[str]:
    return [text for node in articles_in(nodes(*blocks)) for text in strings(node.get("headline"))]


def test_a_plain_block_is_read() -> None:
    assert headlines('{"@type": "NewsArticle", "headline": "Ferry to Ostmark resumes"}') == ["Ferry to Ostmark resumes"]


def test_nodes_inside_lists_and_graphs_are_found() -> None:
    assert headlines('[{"@graph": [{"@type": ["WebPage", "Article"], "headline": "Ferry resumes"}]}]') == [
        "Ferry resumes"
    ]


def test_a_reference_is_replaced_by_what_it_points_to() -> None:
    person = '{"@type": "Person", "@id": "#a", "name": "Ilse Trand"}'
    block = f'{{"@graph": [{{"@type": "Article", "author": {{"@id": "#a"}}}}, {person}]}}'
    article = articles_in(nodes(block))[0]
    assert strings(article["author"], "name") == ("Ilse Trand",)


def test_comments_and_lists_of_other_articles_are_left_out() -> None:
    block = """{"@type": "Article", "headline": "Ours", "comment": [{"@type": "Article", "headline": "Theirs"}],
        "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}"""
    assert headlines(block) == ["Ours"]


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "Article", "headline": "Ferry resumes",}',
        '<!-- {"@type": "Article", "headline": "Ferry resumes"} -->',
        '/*<![CDATA[*/{"@type": "Article", "headline": "Ferry resumes"};/*]]>*/',
        '{"@type": "Article", "headline": "Ferry resumes", "body": "a\nb"}',
        '{"@type": "Article", "headline": "Ferry resumes", "body": "un"quoted"}',
        '{"@type": "Article", "headline": "Ferry &#114;esumes"}',
    ],
)
def test_what_is_nearly_json_is_read_all_the_same(broken: str) -> None:
    assert headlines(broken) == ["Ferry resumes"]


@pytest.mark.parametrize("hopeless", ["", "null", "[" * 100_000, "{" * 100_000, '"headline"', "\\", "1e999"])
def test_what_is_no_json_gives_nothing(hopeless: str) -> None:
    assert headlines(hopeless) == []


def test_an_author_may_be_text_an_object_or_a_list_of_both() -> None:
    assert strings("Ilse Trand", "name") == ("Ilse Trand",)
    assert strings([{"name": "Ilse Trand"}, "Otto Wehl", {"name": ["Ada Brook", ""]}], "name") == (
        "Ilse Trand",
        "Otto Wehl",
        "Ada Brook",
    )


@given(json_values)
def test_no_value_breaks_the_reading_of_texts(value: object) -> None:
    assert all(text and text == " ".join(text.split()) for text in strings(value, "name"))
