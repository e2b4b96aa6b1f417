from __future__ import annotations

from datetime import date

import pytest
from tests.intake.formats.wire.conftest import HTML, PARAGRAPHS, TEXT, Told

from onrecord.errors import PageDamaged, PageError, PageHasNoArticle, PageHeldBack, PageNotText, PageWithdrawn
from onrecord.intake import LeftOut, pages_in
from onrecord.model import Article
from onrecord.settings import Settings

NITF = f"<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.content>{HTML}</body.content></body></nitf>"
XHTML = f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>{HTML}</body></html>"
INSIDE = {
    "nitf": f"<inlineXML contenttype='application/nitf+xml'>{NITF}</inlineXML>",
    "xhtml": f"<inlineXML contenttype='application/xhtml+xml'>{XHTML}</inlineXML>",
    "text": f"<inlineData contenttype='text/plain'>{TEXT}</inlineData>",
    "html": f"<inlineData contenttype='text/html'>{HTML.replace('<', '&lt;')}</inlineData>",
    "cdata": f"<inlineData contenttype='text/html'><![CDATA[{HTML}]]></inlineData>",
}


def item(inside: str = INSIDE["nitf"], *, status: str = "stat:usable", more: str = "") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.33"
 guid="urn:newsml:skarn.example:20170505:ferry" version="2" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:SNA"><name>Skarn News Agency</name></provider>
<versionCreated>2017-05-06T08:00:00+03:00</versionCreated><firstCreated>2017-05-05T21:30:00+03:00</firstCreated>
{more}<pubStatus qcode="{status}"/></itemMeta>
<contentMeta><located><name>Tolbur</name></located><infoSource literal="Tolbur Press Office"/>
<by>By Ole Brandvik</by><language tag="en"/><headline role="hldrole:short">Ferry</headline>
<headline role="hldrole:main">Ferry runs again</headline></contentMeta>
<contentSet>{inside}<remoteContent href="https://skarn.example/1.jpg"/></contentSet></newsItem>"""


def message(*items: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<header><sent>2017-05-05T21:31:00Z</sent></header><itemSet>{"".join(items)}</itemSet></newsMessage>"""


@pytest.mark.parametrize("kind", INSIDE)
@pytest.mark.parametrize("is_message", [False, True])
def test_a_story_whatever_its_text_stands_in(told: Told, kind: str, is_message: bool):
    data = item(INSIDE[kind])
    (article,) = told(message(data) if is_message else data)
    assert isinstance(article, Article)
    assert article.text == "Ferry runs again\n\n" + "\n".join(PARAGRAPHS)
    assert (article.outlet, article.byline) == ("Skarn News Agency", ("Ole Brandvik",))
    assert article.credits == ("Tolbur Press Office",)
    assert (article.date.status, article.date.earliest) == ("stated", date(2017, 5, 5))


def test_items_of_a_message_are_told_apart_and_packages_are_counted(told: Told):
    package = "<packageItem guid='p'><groupSet/></packageItem>"
    *stories, left_out = pages_in(message(item(), package, item()).encode(), "wire", settings=Settings())
    assert len(stories) == 2
    assert left_out == LeftOut(source="wire", counts={"packageItem": 1})
    (error,) = told(package)
    assert isinstance(error, PageHasNoArticle)


@pytest.mark.parametrize(
    ("status", "more", "kind", "says"),
    [
        ("stat:withheld", "", PageHeldBack, "withholds"),
        ("stat:canceled", "", PageWithdrawn, "cancelled"),
        ("stat:usable", "<embargoed>2999-05-05T21:30:00Z</embargoed>", PageHeldBack, "until 2999-05-05 21:30 UTC"),
        ("stat:usable", "<embargoed/>", PageHeldBack, "no end given"),
    ],
)
def test_what_is_withheld_embargoed_or_cancelled_is_not_read(
    told: Told, status: str, more: str, kind: type[PageError], says: str
):
    error, article = told(message(item(status=status, more=more), item(more="<embargoed>2001-01-01</embargoed>")))
    assert isinstance(error, kind)
    assert says in str(error)
    assert "urn:newsml:skarn.example:20170505:ferry" in str(error)
    assert isinstance(article, Article)


def test_a_message_that_is_cut_short_gives_what_it_has(told: Told):
    whole = message(item(), item())
    article, error = told(whole[: whole.rindex("<contentSet>")])
    assert isinstance(article, Article)
    assert isinstance(error, PageDamaged)


@pytest.mark.parametrize("wrap", [message, lambda data: data])
def test_entities_of_its_own_are_refused(told: Told, wrap: object):
    data = item(f"<inlineData>&x; {TEXT}</inlineData>")
    assert callable(wrap)
    body = wrap(data).removeprefix('<?xml version="1.0" encoding="UTF-8"?>')
    (error,) = told(f'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>{body}')
    assert isinstance(error, PageNotText)


def test_an_item_without_a_text_is_told(told: Told):
    (error,) = told(item(""))
    assert isinstance(error, PageHasNoArticle)
