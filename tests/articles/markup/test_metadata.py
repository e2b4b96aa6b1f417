"""What a page says of itself."""

import pytest

from onrecord.articles.markup.metadata import MOST, PageMetadata, Stated, metadata_of
from onrecord.articles.markup.tree import tree_of


def metadata(head: str, *, url: str | None = None) -> PageMetadata:
    tree = tree_of(f"<html lang='en-GB'><head>{head}</head><body><p>Text.</p></body></html>")
    assert tree is not None
    return metadata_of(tree, url=url)


def test_each_value_says_where_it_stood() -> None:
    found = metadata(
        '<title>Ferry resumes | The Harbour Post</title><meta property="og:title" content=" Ferry \n resumes ">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry resumes today"}</script>'
    )
    assert found.titles == (
        Stated("Ferry resumes", "og:title"),
        Stated("Ferry resumes | The Harbour Post", "title"),
        Stated("Ferry resumes today", "jsonld headline"),
    )


def test_names_of_meta_tags_are_matched_without_case() -> None:
    assert metadata('<meta name="AUTHOR" content="Ilse Trand">').authors == (Stated("Ilse Trand", "author"),)


def test_dates_stay_as_they_are_written() -> None:
    found = metadata(
        '<meta property="article:published_time" content="2031-02-03T10:00:00+01:00">'
        '<script type="application/ld+json">{"@type": "Article", "dateModified": "4 Feb 2031"}</script>'
    )
    assert [date.value for date in found.published] == ["2031-02-03T10:00:00+01:00"]
    assert found.modified == (Stated("4 Feb 2031", "jsonld dateModified"),)


def test_titles_of_drawings_are_not_the_page_s() -> None:
    assert metadata("<svg><title>Search icon</title></svg><title>Ferry resumes</title>").titles == (
        Stated("Ferry resumes", "title"),
    )


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://www.post.example/a">', "https://www.post.example/a"),
        ('<base href="https://post.example/x/"><link rel="canonical" href="../b">', "https://post.example/b"),
        ('<meta property="og:url" content="https://post.example/c">', "https://post.example/c"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="http://[::1">', None),
        ('<link rel="canonical" href="/only/a/path">', None),
        (
            '<link rel="canonical" href="https://web.archive.org/web/20310203000000/https://post.example/d">',
            "https://post.example/d",
        ),
    ],
)
def test_the_address_is_a_web_address_or_none(head: str, address: str | None) -> None:
    assert metadata(head).url == address


def test_where_the_page_came_from_stands_in_for_an_address_it_does_not_give() -> None:
    assert metadata("", url="https://www.post.example/a").host == "post.example"
    assert metadata('<link rel="canonical" href="https://b.example/">', url="https://a.example/").host == "b.example"


def test_the_language_is_the_page_s_own_word_for_it() -> None:
    assert metadata("").language == "en"


def test_many_and_long_values_are_bounded() -> None:
    many = "".join(f'<meta name="author" content="Name {i}">' for i in range(MOST * 3))
    found = metadata(many + f'<meta name="author" content="{"x" * 5_000}">')
    assert len(found.authors) == MOST
    assert all(len(author.value) < 20 for author in found.authors)


def test_a_page_without_a_head_says_nothing() -> None:
    tree = tree_of("<p>Text.")
    assert tree is not None
    assert metadata_of(tree) == PageMetadata()
