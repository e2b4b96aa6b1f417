import time

import pytest

from onrecord.intake.fetching.addresses import Allowed
from onrecord.intake.fetching.answers import Answer
from onrecord.intake.fetching.canonical import canonical_of, plain
from onrecord.intake.fetching.targets import target_of

OWN = "https://www.news.example/2026/harbour-reopens"


def canonical(head: str, *, url: str = OWN, link: str = "") -> str:
    data = f"<!doctype html><html><head>{head}</head><body>x</body></html>".encode()
    headers = {"link": link} if link else {}
    return canonical_of(Answer(target=target_of(url, Allowed()), status=200, headers=headers, data=data))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel="canonical" href="https://www.news.example/harbour">', "https://www.news.example/harbour"),
        ("<LINK HREF='/harbour' REL='Canonical'>", "https://www.news.example/harbour"),
        ("<link rel=canonical href=/harbour>", "https://www.news.example/harbour"),
        ('<link rel="shortlink canonical" href="//news.example/h?a=1&amp;b=2#x">', "https://news.example/h?a=1&b=2"),
        ('<base href="/2027/"><link rel="canonical" href="h">', "https://www.news.example/2027/h"),
        ('<link rel="canonical" href="http://www.news.example/harbour">', "https://www.news.example/harbour"),
        ('<link rel="canonical" href="/h?utm_source=feed&amp;id=3">', "https://www.news.example/h?id=3"),
        ('<meta property="og:url" content="https://news.example/harbour">', "https://news.example/harbour"),
        ('<meta property="og:url" content="/og"><link rel=canonical href="/c">', "https://www.news.example/c"),
        ('<link rel=canonical href="/c"><link rel=canonical href="/c#top">', "https://www.news.example/c"),
    ],
)
def test_a_page_is_believed_within_its_site(head: str, expected: str):
    assert canonical(head) == expected


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://other.example/harbour">',
        '<link rel="canonical" href="https://news.example.evil.test/harbour">',
        '<link rel="canonical" href="https://www.news.example/">',
        '<link rel="canonical" href="https://www.news.example">',
        '<link rel="canonical" href="">',
        '<link rel="canonical">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="canonical" href="https://user:pw@www.news.example/x">',
        '<link rel="canonical" href="http://[::1">',
        '<link rel=canonical href="/a"><link rel=canonical href="/b">',
        '<!-- <link rel="canonical" href="/comment"> -->',
        "<script>'<link rel=canonical href=/script>'</script>",
        '<style><link rel="canonical" href="/style"></style>',
        '<noscript><link rel="canonical" href="/noscript"></noscript>',
        '<meta property="og:url" content="https://other.example/x">',
        '<base href="https://other.example/"><link rel=canonical href="x">',
        '<link rel=canonical href="/amp/x"><link rel=amphtml href="/amp/x">',
        "<!-- never closed <link rel=canonical href=/x>",
    ],
)
def test_and_no_further(head: str):
    assert canonical(head) == OWN


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://one.blogspot.com/a", "https://two.blogspot.com/b", False),
        ("https://one.github.io/a", "https://two.github.io/b", False),
        ("https://news.co.uk/a", "https://paper.co.uk/b", False),
        ("https://amp.news.co.uk/a", "https://www.news.co.uk/b", True),
        ("http://93.184.216.34/a", "http://93.184.216.34/b", True),
        ("http://93.184.216.34/a", "http://94.184.216.34/b", False),
    ],
)
def test_a_site_is_what_somebody_has_registered(one: str, other: str, same: bool):
    assert canonical(f'<link rel=canonical href="{other}">', url=one) == (other if same else one)


@pytest.mark.parametrize(
    ("twin", "head"),
    [
        ("https://amp.news.example/2026/harbour-reopens", f'<link rel=canonical href="{OWN}">'),
        (f"{OWN}/amp", f'<link rel=canonical href="{OWN}">'),
        (f"{OWN}?amp=1", f'<link rel=canonical href="{OWN}">'),
        (
            "https://www-news-example.cdn.ampproject.org/c/s/www.news.example/amp/1",
            f'<link rel=canonical href="{OWN}">',
        ),
        ("https://www.google.com/amp/s/www.news.example/amp/1", f'<link rel=canonical href="{OWN}">'),
        (f"https://www-news-example.cdn.ampproject.org/c/s/{OWN[8:]}", ""),
        (OWN, f'<link rel=amphtml href="{OWN}/amp">'),
        (f"{OWN}?utm_medium=social&fbclid=x#comments", ""),
    ],
)
def test_a_page_and_its_twins_are_one_article(twin: str, head: str):
    assert canonical(head, url=twin) == OWN


def test_a_cache_speaks_only_for_the_site_that_it_names():
    cached = "https://www-news-example.cdn.ampproject.org/c/s/www.news.example/amp/1"
    said = '<link rel=canonical href="https://other.example/x">'
    assert canonical(said, url=cached) == "https://www.news.example/amp/1"


@pytest.mark.parametrize(
    "link", ['</h>; rel="canonical"', "</x>; rel=next, </h>; rel=canonical", '</h>; a=b; rel="canonical"; c=d']
)
def test_a_header_says_it_too(link: str):
    assert canonical('<link rel=canonical href="/other">', link=link) == "https://www.news.example/h"


def test_a_front_page_may_be_one():
    assert (
        canonical('<link rel=canonical href="/">', url="https://news.example/?utm_source=x") == "https://news.example/"
    )


def test_what_tracks_readers_is_left_out_and_all_else_kept():
    url = "https://news.example/a?b=&utm_source=x&id=1&gclid=2&c=%20d&at_medium=z"
    assert plain(url) == "https://news.example/a?b=&id=1&c=%20d"


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        "<script",
        "<link ",
        '<link href="',
        "<!-- --><",
        "<meta x=",
        "a=",
        "</script",
        "<style>",
        "<link " + "a='" * 1_200 + ">",
        "<link " + "a =" * 1_200 + ">",
        "<meta " + "x" * 3_900 + ">",
        "<link " + " " * 3_900 + ">",
    ],
)
def test_no_page_takes_long(piece: str):
    start = time.process_time()
    canonical(piece * (300_000 // len(piece)))
    assert time.process_time() - start < 2
