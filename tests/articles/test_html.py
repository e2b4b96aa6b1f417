from __future__ import annotations

from datetime import date

import pytest
from tests.effort import growth

from onrecord.articles import clean
from onrecord.errors import PageHasNoArticle
from onrecord.intake import page_from_bytes
from onrecord.model import Article
from onrecord.settings import Settings

LEAD = "The ferry to Tolbur will run again from Monday, its captain, Ilian Dorvach, said on Friday at the pier."
REST = [
    "“We have waited for the ice to go since the end of the year, and now it has gone,” he told the Tolbur Post.",
    "The town council had called for patience in February, when the ice was still a foot thick in the harbour.",
    "Nobody knows how many people have moved away because of it, but the school has lost a third of its pupils.",
]
STORY = "".join(f"<p>{line}</p>" for line in (LEAD, *REST))


def page(body: str = STORY, *, head: str = "", around: str = "", below: str = "") -> str:
    title = "Ferry to Tolbur runs again"
    return f"""<!doctype html><html lang="en"><head><title>{title} | The Tolbur Post</title>{head}</head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>{around}
    <article><h1>{title}</h1>{body}</article>{below}
    <footer><p>© 2021 The Tolbur Post. All rights reserved.</p></footer></body></html>"""


def read(html: str, *, encoding: str = "utf-8", url: str | None = None) -> Article:
    return clean(page_from_bytes(html.encode(encoding, "surrogatepass"), "page", settings=Settings(), url=url))


def body(article: Article) -> list[str]:
    return [article[span] for span in article.paragraphs]


def candidates(article: Article) -> list[tuple[str, str]]:
    return [(candidate.where, candidate.value) for candidate in article.date.candidates]


def test_a_plain_story():
    article = read(page())
    assert article.title == "Ferry to Tolbur runs again"
    assert article.text == "\n".join(["Ferry to Tolbur runs again", "", LEAD, *REST])
    assert article.outlet == "The Tolbur Post"
    assert article.language == "en"
    assert (article.byline, article.credits, article.url) == ((), (), None)


def test_byline_and_date_line_are_no_body():
    head_lines = '<p class="byline">By Hester Lowndes</p><p class="date">3 April 2021, 10:20</p>'
    article = read(page(head_lines + STORY))
    assert body(article) == [LEAD, *REST]
    assert article.byline == ("Hester Lowndes",)
    assert ("byline", "2021-04-03") in candidates(article)


def test_chrome_says_why_it_was_left_out():
    below = """<div class="related"><h3>Related</h3><ul><li>Mayor sells bridge, papers say</li></ul></div>
    <div id="comments"><p>Pia: They said the same last year.</p></div><script>alert("no words")</script>"""
    article = read(page(below=below))
    reasons = {entry.words: entry.reason for entry in article.chrome}
    assert reasons["Home · World"] == "menu"
    assert reasons["Related · Mayor sells bridge, papers say"] == "related items"
    assert reasons["Pia: They said the same last year."] == "comments"
    assert not any("alert" in words for words in reasons)
    assert not any("Mayor" in line or "Pia" in line for line in body(article))


def test_endless_chrome_is_summed_up():
    below = "".join(f"<div class='related'><p>Item {n}</p></div><nav><p>Menu {n}</p></nav>" for n in range(500))
    article = read(page(below=below))
    assert len(article.chrome) <= 40
    assert "more pieces" in article.chrome[-1].reason


def test_canonical_address_makes_the_identity():
    head = '<link rel="canonical" href="https://tolburpost.example/ferry">'
    one, other = (
        read(page(head=head), url="https://tolburpost.example/ferry?ref=mail"),
        read(page(head=head), url="https://tolburpost.example/ferry/phone"),
    )
    assert one.id == other.id
    assert one.id != read(page()).id


def test_head_address_and_date_line_agree():
    head = """<meta property="article:published_time" content="2021-04-03T08:20:00+02:00">
    <link rel="canonical" href="https://tolburpost.example/2021/04/03/ferry">"""
    article = read(page("<p class='date'>3 April 2021</p>" + STORY, head=head))
    assert candidates(article) == [("metadata", "2021-04-03"), ("url", "2021-04-03"), ("byline", "2021-04-03")]
    assert (article.date.status, article.date.earliest) == ("agreed", date(2021, 4, 3))


def test_a_stamp_in_utc_gives_way_to_the_local_day():
    head = '<meta property="article:published_time" content="2021-04-04T02:20:00Z">'
    article = read(page("<p class='date'>April 3, 2021</p>" + STORY, head=head))
    assert article.date.earliest == article.date.latest == date(2021, 4, 3)


def test_the_day_of_a_change_is_told_from_that_of_publication():
    head = """<meta property="article:published_time" content="2021-04-03T08:20:00+02:00">
    <meta property="article:modified_time" content="2021-05-09T08:20:00+02:00">"""
    article = read(page(head=head))
    assert article.date.earliest == date(2021, 4, 3)
    (changed,) = [candidate for candidate in article.date.candidates if candidate.value == "2021-05-09"]
    assert "not when it was published" in changed.why


def test_a_site_clock_and_a_footer_are_weak():
    clock = '<div class="clock"><time datetime="2010-03-14">Sunday 14 March 2010</time></div>'
    article = read(
        page(around=clock + "<ul class='menu'><li>News</li></ul>", below="<footer>Page updated 2 May 2022</footer>")
    )
    assert {candidate.where for candidate in article.date.candidates} == {"chrome"}
    assert article.date.earliest is None


def test_days_in_the_story_are_no_candidates():
    dated = "<p>The forum of the ferrymen will be held in Tolbur on 18 November 2021, the council said.</p>"
    assert read(page(STORY + dated)).date.candidates == ()


def test_the_page_tells_how_it_writes_its_dates():
    line = "<p class='date'>03/04/2021</p>"
    assert candidates(read(page(line + STORY))) == [("byline", "2021")]
    assert "2021-04-03 or as 2021-03-04" in read(page(line + STORY)).date.candidates[0].why
    told = read(page(line + STORY, below="<div class='related'><p>13/04/2021</p></div>"))
    assert candidates(told)[0] == ("byline", "2021-04-03")


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><p>...</p></body></html>",
        "<html><body><script>var story = 1;</script>x1</body></html>".replace("x1", "<p>12</p>"),
    ],
)
def test_a_page_without_a_story_says_what_to_do(html: str):
    with pytest.raises(PageHasNoArticle, match="save its text"):
        read(html)


def test_a_page_made_by_a_script_says_so():
    with pytest.raises(PageHasNoArticle, match="let it load"):
        read("<html><body><noscript>x</noscript><p>You need to enable JavaScript to run this app.</p></body></html>")


def test_an_xml_declaration_with_another_encoding():
    html = '<?xml version="1.0" encoding="iso-8859-1"?>' + page(f"<p>Die Fähre fährt.</p><p>{LEAD * 3}</p>")
    assert "Die Fähre fährt." in read(html, encoding="iso-8859-1").text


def test_characters_that_no_text_has_are_replaced():
    article = read(page(f"<p>{LEAD} \ud800 \x00 &#xD800;</p>" + STORY))
    assert article.text.encode("utf-8")
    assert "\0" not in article.text


@pytest.mark.parametrize(("opened", "closed"), [("<div>", ""), ("<div>", "</div>"), ("<b><i>", ""), ("<p>", "")])
def test_ten_thousand_levels(opened: str, closed: str):
    article = read(page(opened * 10_000 + STORY + closed * 10_000))
    assert LEAD in article.text


@pytest.mark.parametrize("piece", ["<p>3 May 2021</p>", "<p>a ", "<", "<div class='related'><p>More</p></div>"])
def test_work_grows_with_the_page(piece: str):
    assert growth(read, page(piece * 1_000 + STORY), page(piece * 4_000 + STORY)) <= 5


@pytest.mark.parametrize("rest", ["<" * 500_000, "<p>" + "word " * 200_000, "<p>a " * 20_000])
def test_a_story_is_found_before_whatever_follows_it(rest: str):
    """Work that is quadratic in what follows would not end."""
    assert body(read(page(STORY + rest)))[:4] == [LEAD, *REST]


def test_a_page_of_more_paragraphs_than_any_story_is_read_all_the_same():
    paragraphs = "".join(f"<p>The mayor of Dunmere said that stone {n} would hold.</p>" for n in range(31_000))
    data = f"<html><body><nav>Home News</nav><article><h1>Stones</h1>{paragraphs}</article></body></html>".encode()
    article = clean(page_from_bytes(data, "stones.html", settings=Settings()))
    assert len(article.paragraphs) == 31_000


def _dated(head: str, body: str) -> Article:
    page = (
        f"<html><head>{head}</head><body><article><h1>Stones of Dunmere</h1>{body}<p>{LONG}</p></article></body></html>"
    )
    return clean(page_from_bytes(page.encode(), "stones.html", settings=Settings()))


LONG = (
    "The mayor of Dunmere said that the stones of the old wall would hold for another year, whatever the river did. "
    * 3
)


def test_a_tag_that_does_not_say_what_it_dates_gives_way_to_the_pages_day_of_publication():
    byline = '<p class="date">Published: 13 October 2021</p>'
    article = _dated('<meta name="date" content="2021-10-19">', byline)
    assert (article.date.status, article.date.earliest) == ("stated", date(2021, 10, 13))
    assert "2021-10-19" in [candidate.value for candidate in article.date.candidates]
    article = _dated('<meta property="article:published_time" content="2021-10-19">', byline)
    assert article.date.status == "disputed"


def test_a_second_paragraph_may_begin_with_the_dateline():
    article = _dated(
        "", f"<p>{LONG}</p><p>27.1.2022 - Stones are old, and older than they look, the mayor said there.</p>"
    )
    assert article.date.earliest == date(2022, 1, 27)
    article = _dated("", f"<p>{LONG}</p><p>Dunmere, 27 January 2022 - Stones are old, and older than they look.</p>")
    assert article.date.earliest is None


def test_what_the_page_marks_as_the_storys_body_outweighs_a_licence_line():
    licence = "This copy is for your own use only. To order copies for your colleagues visit the desk of the Post. " * 3
    marked = "".join(
        f"<p>Stone {n} of the old wall would hold for a year, the mayor of Dunmere said.</p>" for n in range(30)
    )
    page = (
        f"<html><body><h1>Stones of Dunmere</h1><article><p>{licence}</p><div class='comments' id='comments'>"
        f"<div itemprop='articleBody'>{marked}</div></div></article></body></html>"
    )
    article = clean(page_from_bytes(page.encode(), "stones.html", settings=Settings()))
    assert "Stone 29" in article.text
    assert "This copy is" not in article.text
