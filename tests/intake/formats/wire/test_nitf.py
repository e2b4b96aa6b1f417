from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st
from tests.intake.formats.wire.conftest import HTML, PARAGRAPHS, Told

from onrecord.errors import PageDamaged, PageError, PageHeldBack, PageNotText, PageWithdrawn
from onrecord.intake import opened
from onrecord.model import Article, Page


def nitf(*, status: str = "usable", more: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf-3-6.dtd">
<nitf version="-//IPTC//DTD NITF 3.6//EN"><head><title>slug-ferry</title>
<docdata management-status="{status}"><doc-id id-string="ferry-1"/><du-key key="ferry" version="2"/>
<del-list><from-src src-name="Tolbur Press Office" level-number="1"/></del-list>
<date.issue norm="20170505T213000+0300"/>{more}<doc.copyright year="2017" holder="Skarn News Agency"/></docdata>
<pubdata name="Skarn Wire" type="web" date.publication="20170505T213000Z"/></head>
<body xml:lang="en"><body.head><hedline><hl1>Ferry runs again</hl1><hl2>A pier waits</hl2></hedline>
<byline>By <person>Ole Brandvik</person><byttl>Harbour correspondent</byttl></byline></body.head>
<body.content><media media-type="image"><media-caption><p>A pier.</p></media-caption></media>
<block>{HTML}</block></body.content><body.end><tagline>Ends</tagline></body.end></body></nitf>"""


def test_a_story_with_what_is_stated_of_it(told: Told):
    (article,) = told(nitf())
    assert isinstance(article, Article)
    assert article.text == "Ferry runs again\n\n" + "\n".join(PARAGRAPHS)
    assert (article.outlet, article.byline) == ("Skarn Wire", ("Ole Brandvik",))
    assert article.credits == ("Tolbur Press Office",)
    assert (article.date.status, article.date.earliest) == ("stated", date(2017, 5, 5))


def test_the_dateline_stands_before_the_text_and_counts(told: Told):
    with_dateline = nitf().replace("</byline>", "</byline><dateline><location>TOLBUR</location>, May 5</dateline>")
    (article,) = told(with_dateline)
    assert isinstance(article, Article)
    assert PARAGRAPHS[0] in article.text
    assert article.date.earliest == date(2017, 5, 5)


@pytest.mark.parametrize(
    ("status", "more", "kind", "says"),
    [
        ("withheld", "", PageHeldBack, "withholds"),
        ("embargoed", "", PageHeldBack, "withholds"),
        ("canceled", "", PageWithdrawn, "cancelled"),
        ("usable", '<date.release norm="29990505T213000Z"/>', PageHeldBack, "until 2999-05-05 21:30 UTC"),
    ],
)
def test_what_is_withheld_embargoed_or_cancelled_is_not_read(
    told: Told, status: str, more: str, kind: type[PageError], says: str
):
    (error,) = told(nitf(status=status, more=more))
    assert isinstance(error, kind)
    assert says in str(error)


def test_a_release_that_is_past_holds_nothing_back(told: Told):
    (article,) = told(nitf(status="embargoed", more='<date.release norm="20010505T213000Z"/>'))
    assert isinstance(article, Article)


def test_broken_and_hostile_documents(told: Told):
    (mended,) = told(nitf().replace("“We will", "AT&T <said> “We will").replace("</block>", ""))
    assert isinstance(mended, Article)
    (refused,) = told(nitf().replace('"http://127.0.0.1:9/nitf-3-6.dtd"', '"x" [<!ENTITY x "y">]'))
    assert isinstance(refused, PageNotText)


@pytest.mark.parametrize("codec", ["iso-8859-1", "utf-16", "cp1252"])
def test_encodings(told: Told, codec: str):
    text = nitf().replace("UTF-8", codec).replace("“", '"').replace("”", '"').replace("Lindqver", "Lindqvær")
    (article,) = told(text.encode(codec))
    assert isinstance(article, Article)
    assert "Lindqvær" in article.text


@tries(deadline=None)
@given(st.integers(0, 1_900), st.binary(max_size=30))
def test_whatever_is_broken_ends_in_a_page_or_an_error(at: int, noise: bytes):
    data = nitf().encode()
    try:
        made = opened(Page(data=data[:at] + noise + data[at + 9 :], name="x", format="nitf"))
    except PageError:
        return
    assert made.format == "html"


@pytest.mark.parametrize("data", [b"", b"nothing", b"<"])
def test_what_is_no_xml_is_told(data: bytes):
    with pytest.raises(PageDamaged):
        opened(Page(data=data, name="x", format="nitf"))
