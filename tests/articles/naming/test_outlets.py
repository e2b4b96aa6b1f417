"""The outlet of a page."""

import pytest

from onrecord.articles.markup.metadata import PageMetadata, Stated
from onrecord.articles.naming.outlets import abbreviates, outlet_names, outlet_of, squashed


def page(
    *sites: str, host: str | None = "harbourpost.example", title: str = "", publishers: tuple[str, ...] = ()
) -> PageMetadata:
    return PageMetadata(
        titles=(Stated(title, "title"),) if title else (),
        sites=tuple(Stated(site, "og:site_name") for site in sites),
        publishers=tuple(Stated(name, "jsonld publisher") for name in publishers),
        url=f"https://www.{host}/news/1" if host else None,
    )


@pytest.mark.parametrize(
    ("metadata", "outlet"),
    [
        (page("The Harbour Post"), "The Harbour Post"),
        (page("harbourpost", publishers=("Harbour Post",)), "Harbour Post"),
        (page("Home", publishers=("Harbour Post",)), "Harbour Post"),
        (page("https://www.harbourpost.example"), "harbourpost.example"),
        (page("@harbourpost"), "harbourpost"),
        (page("Harbour Post | News from the coast"), "Harbour Post"),
        (page(title="Ferry resumes - The Harbour Post"), "The Harbour Post"),
        (page(title="The Harbour Post: Ferry resumes"), "The Harbour Post"),
        (page(title="Ferry resumes - tomorrow"), "harbourpost.example"),
        (page("161385360554578"), "harbourpost.example"),
        (page(host=None), None),
    ],
)
def test_the_name_that_a_reader_would_write(metadata: PageMetadata, outlet: str | None) -> None:
    assert outlet_of(metadata) == outlet


@pytest.mark.parametrize(
    "words", ["The Harbour Post", "HARBOUR POST", "harbourpost.example", "Harbour Post Sport", "Harbour"]
)
def test_words_that_are_only_the_outlet(words: str) -> None:
    assert outlet_names(page("The Harbour Post")).begin(words)


@pytest.mark.parametrize(
    "words", ["Harbour reopens after storm in the Post office", "Ferry resumes", "Ilse Trand", "!"]
)
def test_words_that_are_not(words: str) -> None:
    assert not outlet_names(page("The Harbour Post")).begin(words)


@pytest.mark.parametrize(
    ("label", "words", "made"),
    [
        ("hbpost", "harbour bay post", True),
        ("thp", "the harbour post", False),
        ("hp", "the harbour post", True),
        ("harpo", "harbour post", True),
        ("post", "harbour post", False),
        ("h", "harbour", False),
    ],
)
def test_hosts_abbreviate_names(label: str, words: str, made: bool) -> None:
    assert abbreviates(label, words.split()) is made


def test_names_are_compared_by_letters_alone() -> None:
    assert squashed("The Härbour-Post") == squashed("harbour post")
