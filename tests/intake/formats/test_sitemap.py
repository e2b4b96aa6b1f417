from __future__ import annotations

import gzip

import pytest

from onrecord.errors import PageDamaged, PageEmpty, PageNotText
from onrecord.intake import Link, pages_in
from onrecord.intake.format import Item
from onrecord.settings import Settings

NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
NEWS = f"""<?xml version="1.0" encoding="UTF-8"?><urlset {NS} {IMAGE}>
<url><loc> https://tolburpost.example/ferry </loc><lastmod>2017-11-02</lastmod>
<news:news><news:publication><news:name>The Tolbur Post</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2017-10-31T00:30:00+03:00</news:publication_date>
<news:title>Ferry &amp; ramp</news:title></news:news>
<image:image><image:loc>https://cdn.example/1.jpg</image:loc></image:image></url>
<url><image:image><image:loc>https://cdn.example/2.jpg</image:loc></image:image></url></urlset>"""


def found(data: bytes) -> list[Item]:
    return list(pages_in(data, "map", settings=Settings()))


@pytest.mark.parametrize(
    "data", [NEWS.encode(), gzip.compress(NEWS.encode()), NEWS.replace("UTF-8", "UTF-16").encode("utf-16")]
)
def test_a_news_sitemap_says_what_the_story_is(data: bytes):
    link, picture = found(data)
    assert link == Link(
        url="https://tolburpost.example/ferry",
        source="map",
        title="Ferry & ramp",
        published="2017-10-31T00:30:00+03:00",
        changed="2017-11-02",
        outlet="The Tolbur Post",
        language="en",
    )
    assert isinstance(picture, PageEmpty)  # an address of a picture is none of a page


def test_an_index_leads_to_sitemaps_and_prefixes_do_not_matter():
    data = f"""<s:sitemapindex {NS.replace("xmlns=", "xmlns:s=")}><s:sitemap><s:loc><![CDATA[https://a.example/1.xml?a=1&b=2]]>
    </s:loc><s:lastmod>2017-11-02</s:lastmod></s:sitemap></s:sitemapindex>"""
    assert found(data.encode()) == [Link(url="https://a.example/1.xml?a=1&b=2", source="map", changed="2017-11-02")]


def test_twenty_thousand_addresses_come_one_by_one():
    data = f"<urlset {NS}>{'<url><loc>https://a.example/1</loc></url>' * 20_000}</urlset>"
    assert sum(isinstance(item, Link) for item in found(gzip.compress(data.encode()))) == 20_000


def test_a_sitemap_cut_short_and_an_empty_one_are_told():
    *links, error = found(NEWS[:-80].encode())
    assert len(links) == 1
    assert isinstance(error, PageDamaged)
    (empty,) = found(f"<urlset {NS}></urlset>".encode())
    assert isinstance(empty, PageEmpty)


def test_a_packing_cut_short_gives_what_came_before():
    rows = "".join(f"<url><loc>https://a.example/{n * 7919 % 100_003}</loc></url>" for n in range(30_000))
    data = gzip.compress(f"<urlset {NS}>{rows}</urlset>".encode())
    *links, error = found(data[: len(data) // 2])
    assert len(links) > 1_000
    assert isinstance(error, PageDamaged)


def test_a_namespace_that_no_name_can_stand_in_is_no_traceback():
    data = "<urlset xmlns='http://a}b'><url><loc>https://a.example/1</loc></url></urlset>"
    (error,) = found(data.encode())
    assert isinstance(error, PageEmpty)


def test_entities_of_its_own_are_refused():
    (error,) = found(f'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset {NS}></urlset>'.encode())
    assert isinstance(error, PageNotText)


def test_a_list_of_addresses_is_one_of_links():
    data = b"# mine\nhttps://a.example/1\r\n\n  http://b.example/2  \nftp://c.example/3\n"
    first, second, third = found(data.replace(b"ftp", b"https"))
    assert [link.url for link in (first, second, third) if isinstance(link, Link)][:2] == [
        "https://a.example/1",
        "http://b.example/2",
    ]
    *_, wrong = found(data)
    assert isinstance(wrong, PageEmpty)
    assert "line 5" in str(wrong)
