from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from onrecord.errors import PageDamaged, PageEmpty, PageError, PageNotText, PageTooLarge
from onrecord.intake import Known, Link, pages_in
from onrecord.intake.format import Item
from onrecord.intake.reading import xml as reading
from onrecord.model import Page, Stated
from onrecord.settings import Settings

SETTINGS = Settings()
STORY = "".join(
    f"<p>The ferry to Tolbur runs again, its captain said on day {n} of the week, and nobody disagreed with him.</p>"
    for n in range(12)
)
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>World | The Tolbur Post</title><atom:link href="https://tolburpost.example/feed" rel="self"/>
<link>https://www.tolburpost.example/</link><language>en-gb</language>
<image><title>Logo</title><link>https://cdn.example/</link></image>{}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://fenn.example/news/" xml:lang="en">
<title>The Fenn Courier</title><author><name>Desk</name></author>{}</feed>"""
ITEM = "<item><title>Ferry</title><link>https://tolburpost.example/ferry</link></item>"


def found(data: str | bytes, url: str | None = None) -> list[Item]:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(pages_in(raw, "feed", settings=SETTINGS, known=Known(url=url)))


def links(data: str | bytes, url: str | None = None) -> list[Link]:
    return [item for item in found(data, url) if isinstance(item, Link)]


def test_an_entry_with_its_whole_text_is_a_page_with_what_is_stated_of_it():
    item = f"""<item><title>Ferry &amp;amp; ramp</title><link>/ferry</link><dc:creator>By Ole Brandvik</dc:creator>
    <pubDate>Tue, 31 Oct 2017 00:30:00 +0300</pubDate><description>The ferry runs.</description>
    <content:encoded><![CDATA[{STORY}]]></content:encoded></item>"""
    (page,) = found(RSS.format(item))
    assert isinstance(page, Page)
    assert (page.text, page.format, page.url) == (STORY, "html", "https://www.tolburpost.example/ferry")
    assert page.stated == Stated(
        title="Ferry & ramp",
        byline=("Ole Brandvik",),
        outlet="The Tolbur Post",
        published="Tue, 31 Oct 2017 00:30:00 +0300",
        language="en-gb",
    )


def test_an_entry_with_a_teaser_is_a_link():
    items = f"""<item><title>A</title><link>https://a.example/1</link><description>Short.</description></item>
    <item><title>B</title><link>https://a.example/2</link>
    <content:encoded><![CDATA[{STORY}<p>Continue reading →</p>]]></content:encoded></item>
    <item><title>C</title><link>https://a.example/3</link>
    <description>{STORY.replace("<", "&lt;")} […]</description></item>"""
    assert [(link.title, link.url[-1]) for link in links(RSS.format(items))] == [("A", "1"), ("B", "2"), ("C", "3")]


def test_atom_names_its_days_authors_and_language_and_its_base():
    entry = """<entry><title type="html">Ferry &lt;i&gt;runs&lt;/i&gt;</title><id>urn:x</id>
    <link rel="enclosure" href="film.mp4"/><link rel="replies" href="c"/><link href="../ferry?a=1&amp;b=2"/>
    <published>2017-10-31T00:30:00+03:00</published><updated>2017-11-02T00:00:00Z</updated>
    <author><name>Ole Brandvik</name></author><author><name>Mia Fjeld</name></author></entry>
    <entry><title>Second</title><link rel="self" href="s"/><updated>2017-11-02T00:00:00Z</updated></entry>"""
    first, second = links(ATOM.format(entry))
    assert first == Link(
        url="https://fenn.example/ferry?a=1&b=2",
        source="feed",
        title="Ferry runs",
        published="2017-10-31T00:30:00+03:00",
        changed="2017-11-02T00:00:00Z",
        byline=("Ole Brandvik", "Mia Fjeld"),
        language="en",
        outlet="The Fenn Courier" if first.outlet else None,
    )
    assert (second.url, second.byline) == ("https://fenn.example/news/s", ("Desk",))


def test_xhtml_and_plain_content_of_atom_are_pages():
    xhtml = f"""<entry><link href="1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}</div>
    </content></entry>
    <entry><link href="2"/><content type="text">{"The ferry runs; 1 &lt; 2. " * 50}</content></entry>"""
    one, two = found(ATOM.format(xhtml))
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert (one.format, two.format) == ("html", "text")
    assert STORY in one.text
    assert "1 < 2" in two.text


def test_rdf_is_read():
    data = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel>
    <item><title>Ferry</title><link>https://a.example/1</link><dc:date>2017-10-31</dc:date></item></rdf:RDF>"""
    assert [(link.title, link.published) for link in links(data)] == [("Ferry", "2017-10-31")]


def test_ids_that_an_outlet_uses_twice_hide_no_entry():
    items = "".join(f"<item><guid isPermaLink='false'>7</guid><link>https://a.example/{n}</link></item>" for n in "ab")
    assert [link.url[-1] for link in links(RSS.format(items))] == ["a", "b"]


def test_the_outlet_that_an_aggregator_names_is_the_entrys():
    item = "<item><link>https://a.example/1</link><source url='https://fenn.example'>The Fenn Courier</source></item>"
    assert [link.outlet for link in links(RSS.format(item))] == ["The Fenn Courier"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("<link>\n https://a.example/1 \n</link>", "https://a.example/1"),
        ("<link><![CDATA[https://a.example/?a=1&b=2]]></link>", "https://a.example/?a=1&b=2"),
        ("<link>https://a.example/?a=1&b=2</link>", "https://a.example/?a=1&b=2"),
        ("<guid>https://a.example/g</guid>", "https://a.example/g"),
        ("<link>story/4</link>", "https://www.tolburpost.example/story/4"),
        ("<link>javascript:alert(1)</link><guid>https://a.example/g</guid>", "https://a.example/g"),
    ],
)
def test_addresses_as_feeds_write_them(written: str, address: str):
    assert [link.url for link in links(RSS.format(f"<item><title>x</title>{written}</item>"))] == [address]


@pytest.mark.parametrize("written", ["", "<link>file:///etc/passwd</link>", "<link>http://[bad</link>"])
def test_an_entry_with_neither_link_nor_text_is_told(written: str):
    none, ok = found(RSS.format(f"<item><title>x</title>{written}</item>{ITEM}"))
    assert isinstance(none, PageEmpty)
    assert none.name == "feed, entry 1"
    assert isinstance(ok, Link)


# ── broken ones ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "data",
    [
        RSS.format("<item><title>AT&T & <3 &nbsp;caf&eacute;</title><link>https://a.example/1</link></item>"),
        RSS.format("<item><title>AT&amp;T &amp; &lt;3 café</title><link>https://a.example/1</link></item>"),
        "\n\n<!-- hello -->" + RSS.format("<item><title>AT&T & <3 café</title><link>https://a.example/1</link></item>"),
        RSS.format("<item><title>AT&T & <3 caf\x0bé</title><link>https://a.example/1</link></item>"),
        "<br />Warning: x " + RSS.format("<item><title>AT&T & <3 café</title><link>https://a.example/1</link></item>"),
    ],
)
def test_broken_markup_is_mended(data: str):
    (link,) = links(data)
    assert link.title == "AT&T & <3 café"


@pytest.mark.parametrize("codec", ["iso-8859-1", "windows-1251", "utf-16", "shift_jis", "utf-8-sig", "koi8-r"])
def test_encodings(codec: str):
    title = {"iso-8859-1": "Fähre", "shift_jis": "フェリー"}.get(codec, "Паром")
    named = codec.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{named}"?>' + RSS[21:].format(ITEM.replace("Ferry", title))
    assert [link.title for link in links(data.encode(codec))] == [title]


def test_an_encoding_that_is_not_the_named_one():
    data = '<?xml version="1.0" encoding="utf-8"?>' + RSS[21:].format(ITEM.replace("Ferry", "“Fähre” läuft"))
    assert [link.title for link in links(data.encode("cp1252"))] == ["“Fähre” läuft"]


def test_an_unclosed_entry_swallows_no_other():
    data = RSS.format(ITEM.removesuffix("</item>") + ITEM.replace("Ferry", "Ramp") + ITEM.replace("Ferry", "Quay"))
    assert {link.title for link in links(data)} == {"Ferry", "Ramp", "Quay"}


def test_a_feed_that_is_cut_short_gives_what_it_has_and_says_so():
    whole = RSS.format(ITEM * 3)
    *some, error = found(whole[: whole.rindex("</title>")])
    assert len(some) == 2
    assert isinstance(error, PageDamaged)
    assert "2 of 3" in str(error)


def test_a_feed_in_capitals_is_left_to_the_tolerant_reader():
    (link,) = links(RSS.format(ITEM).upper().replace("HTTPS://TOLBUR", "https://tolbur"))
    assert link.title == "FERRY"


@pytest.mark.parametrize(
    "data",
    [
        b"<RSS version='2.0'><ITEM><TITLE>Ferry</TITLE></ITEM>\xde\x8b\0</RSS>",
        b"<RSS version='2.0' xmlns:x='\0'>\x1f\x8b<ITEM><LINK>x</ITEM></LINK></ITEM>",
        RSS.format("<ITEM><author></author><link>https://a.example/1</link></ITEM>").encode("utf-16"),
        b"<feed xmlns='http://www.w3.org/2005/Atom'><ENTRY><link/><p:q:r>x</p:q:r></link></ENTRY></feed>",
    ],
)
def test_what_breaks_the_tolerant_reader_ends_in_items_too(data: bytes):
    assert all(isinstance(item, Link | Page | PageError) for item in found(data))


def test_names_that_no_element_can_have_do_not_break_a_content_in_xhtml():
    content = f"<entry><link href='1'/><content type='xhtml'><div>{STORY}<p:1:2>x</p:1:2></div></content></entry>"
    page, *_ = found(ATOM.format(content))
    assert isinstance(page, Page)
    assert "captain" in page.text


@pytest.mark.parametrize("data", [RSS.format(""), ATOM.format(""), "<rss></rss>", "<feed xmlns='x'>"])
def test_an_empty_feed_is_told(data: str):
    (error,) = found(data)
    assert isinstance(error, PageEmpty | PageDamaged)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "prolog",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>',
    ],
)
@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress])
def test_entities_of_its_own_are_refused(prolog: str, pack: Callable[[bytes], bytes]):
    body = ITEM.replace("Ferry", "&l9;&x;")
    data = '<?xml version="1.0"?>' + prolog + RSS[21:].format(body)
    (error,) = found(pack(data.encode()))
    assert isinstance(error, PageNotText)
    assert "entities" in str(error)


def test_a_document_type_that_declares_none_is_no_harm():
    doctype = '<!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">'
    assert len(links(doctype + RSS[21:].format(ITEM))) == 1


def test_a_feed_of_fifty_megabytes_is_read_entry_by_entry():
    item = ITEM.replace("Ferry", "x" * 9_000)
    data = gzip.compress(RSS.format(item * 5_500).encode())
    assert sum(isinstance(item, Link) for item in pages_in(data, "feed", settings=SETTINGS)) == 5_500


def test_a_feed_that_swells_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 200_000)
    *some, error = found(gzip.compress(RSS.format(ITEM * 5_000).encode()))
    assert some
    assert isinstance(error, PageTooLarge)


@pytest.mark.parametrize("limit", ["MOST_BETWEEN", "MOST_TAGS"])
def test_one_endless_entry_is_stopped(monkeypatch: pytest.MonkeyPatch, limit: str):
    monkeypatch.setattr(reading, limit, 100_000)
    *_, error = found(RSS.format("<item><title>" + "<b>x</b>" * 120_000))
    assert isinstance(error, PageTooLarge)


@tries(deadline=None)  # other processes may keep it waiting
@given(st.text(max_size=300), st.integers(0, 2_000))
def test_whatever_is_broken_ends_in_items(noise: str, at: int):
    data = RSS.format(ITEM * 4)
    items = found((data[:at] + noise + data[at:]).encode(errors="replace"))
    assert items
    assert all(isinstance(item, Link | Page | PageError) for item in items)
