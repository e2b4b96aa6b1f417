from lxml import etree

from onrecord.exports.figures.svg import drawn

from .builder import ARTICLES, QUESTION

SVG = "{http://www.w3.org/2000/svg}"


def test_it_is_one_sound_document_that_runs_and_fetches_nothing():
    made = drawn([QUESTION, QUESTION], ARTICLES)
    root = etree.fromstring(made.encode())
    assert {element.tag for element in root.iter()} <= {
        SVG + name for name in ("svg", "title", "desc", "style", "rect", "g", "path", "circle", "text")
    }
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    assert "url(" not in made


def test_those_who_cannot_see_it_are_told_the_same():
    root = etree.fromstring(drawn([QUESTION], ARTICLES).encode())
    assert root.get("role") == "img"
    title, desc = root.find(SVG + "title"), root.find(SVG + "desc")
    assert title is not None
    assert desc is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert "<market>" in (title.text or "")
    told = desc.text or ""
    assert "Olin Rask: 20 to 25 (2 Apr 2031 in conflict)" in told
    assert "200 (2 Apr 2031 cited to be doubted)" in told
    assert "at least 14 (1 Apr 2031 in a copy)" in told


def test_each_line_is_drawn_by_what_it_is():
    root = etree.fromstring(drawn([QUESTION], ARTICLES).encode())
    classes = [group.get("class") for group in root.iter(SVG + "g")]
    assert "copied" in classes
    assert "disputed" in classes
    assert classes.count("odd") >= 2


def test_characters_that_xml_cannot_hold_are_left_out():
    hostile = QUESTION.__class__(id="q", question="a\x00b\x1b]c\ud800", figures=QUESTION.figures, conflicts=(), why="")
    root = etree.fromstring(drawn([hostile], ARTICLES).encode())
    assert "Figures: a b ]c " in list(root.itertext())
