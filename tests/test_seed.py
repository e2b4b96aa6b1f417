"""The page that it all began with: every line of the design's list. Runs where the shared seed is.

Nothing of the page stands here but phrases of at most five words.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.model import Article, Page, Reading, Statement

STORY_DAY = date(2017, 10, 31)


@pytest.fixture(scope="module")
def reading(seed_page: Path) -> Reading:
    return onrecord.read(seed_page)


def holding(reading: Reading, *phrases: str) -> Statement:
    """The one statement whose content holds all these words."""
    found = [s for s in reading.statements if all(p in reading.article[s.content] for p in phrases)]
    assert len(found) == 1, (phrases, [reading.article[s.content] for s in found])
    return found[0]


def headline(reading: Reading) -> Statement:
    (found,) = (s for s in reading.statements if s.in_headline)
    return found


def lede(reading: Reading) -> Statement:
    return holding(reading, "Moscow hopes that Syria")


def forecast(reading: Reading) -> Statement:
    return holding(reading, "We all hope that")


def forum(reading: Reading) -> Statement:
    return holding(reading, "hold this forum in Sochi")


def test_the_story_is_its_title_and_eight_paragraphs(reading: Reading):
    assert reading.article.title.startswith("Russia hopes")
    assert reading.article.title.endswith("one or two months")
    assert len(reading.article.paragraphs) == 8


def test_the_clocks_and_the_related_items_are_chrome_and_say_nothing(reading: Reading):
    chrome = " | ".join(part.words for part in reading.article.chrome)
    for words in (
        "10:12 16 July",
        "Related news releases",
        "awards ANAMA employees",
        "USD rate for tomorrow",
        "17 July",
    ):
        assert words in chrome
        assert words not in reading.article.text
    assert all(part.reason for part in reading.article.chrome)


def test_the_date_is_disputed_between_two_clocks(reading: Reading):
    story = reading.article.date
    assert (story.status, story.earliest, story.latest) == ("disputed", None, None)
    assert [(c.value, c.earliest, c.where) for c in story.candidates] == [
        ("XXXX-07-16", None, "chrome"),
        ("2018-07-17", date(2018, 7, 17), "chrome"),
    ]


def test_about_a_dozen_statements_all_but_the_headlines_by_one_speaker(reading: Reading):
    assert 11 <= len(reading.statements) <= 14
    assert headline(reading).speaker.name == "Russia"
    others = {s.speaker.name for s in reading.statements if not s.in_headline}
    assert others == {"Alexander Lavrentyev"}


def test_the_words_came_through_two_agencies(reading: Reading):
    assert lede(reading).relay == ("APA", "TASS")
    assert all(s.relay == () for s in reading.statements if s is not lede(reading) and not s.in_headline)


def test_one_forecast_in_three_wordings_falls_due_once(reading: Reading):
    counts = forecast(reading)
    assert (counts.kind, counts.strength, counts.restates) == ("forecast", "hoped", None)
    assert headline(reading).restates == counts.id
    assert lede(reading).restates == counts.id
    assert [s for s in reading.statements if s.kind == "forecast" and s.restates is None] == [counts]


def test_the_forum_is_a_schedule_with_its_place(reading: Reading):
    found = forum(reading)
    assert found.kind == "schedule"
    assert found.event is not None
    assert "forum" in reading.article[found.event.span]
    assert found.event.place is not None
    assert reading.article[found.event.place] == "Sochi"
    assert found.due is not None
    assert found.due.value == "XXXX-11-18"
    assert found.due.earliest is None


def test_the_editors_words_are_told_from_the_speakers(reading: Reading):
    inserted = {reading.article[span] for s in reading.statements for span in s.insertions}
    (label,) = inserted - {"(on November 18)", "[Islamic State]"}
    assert label.startswith("(a terrorist organization ")
    assert label.endswith(" outlawed in Russia)")
    assert len(inserted) == 3


def test_restraint_is_an_appeal_and_going_on_a_commitment(reading: Reading):
    appeals = [s for s in reading.statements if s.kind == "appeal"]
    words = " ".join(reading.article[s.content] for s in appeals)
    assert "certain restraint" in words
    assert "adequately react" in words
    assert holding(reading, "will continue work").kind == "commitment"


def test_figures_of_two_populations_cited_to_be_doubted(reading: Reading):
    found = holding(reading, "15,000 women", "100,000 arrested militants")
    assert found.stance == "disputes"
    women, militants = found.figures
    assert (women.low, women.high, women.noun) == (15_000, 15_000, "women")
    assert (militants.low, militants.high, militants.noun) == (100_000, 100_000, "militants")
    assert women.population is not None
    assert militants.population is not None
    assert "by the central authorities" in reading.article[women.population]
    assert "central" not in reading.article[militants.population]


WIRE = """<!doctype html><html><head><title>Original</title>
<meta property="og:site_name" content="TASS">
<meta property="article:published_time" content="2017-10-31T12:00:00+03:00">
</head><body><article><h1>{title}</h1><p>ASTANA, October 31. /TASS/. {first}</p>{rest}</article></body></html>"""


def wire(article: Article) -> Page:
    """The wire original, made from the page itself: the same paragraphs under the agency's dateline."""
    first, *rest = (article[span] for span in article.paragraphs)
    paragraphs = "".join(f"<p>{each}</p>" for each in rest)
    html = WIRE.format(title=article.title, first=first.replace(", APA reports quoting TASS", ""), rest=paragraphs)
    return Page(data=html.encode(), name="wire.html", format="html")


@pytest.mark.parametrize("wire_first", [True, False])
def test_the_wire_original_dates_it_and_every_window_follows(reading: Reading, tmp_path: Path, wire_first: bool):
    original = onrecord.read(wire(reading.article))
    with onrecord.open_record(tmp_path / "record") as record:
        for each in (original, reading) if wire_first else (reading, original):
            record.add(each)
        article = record.article(reading.article.id)
        assert (article.date.status, article.date.earliest, article.date.latest) == ("stated", STORY_DAY, STORY_DAY)
        assert [c.where for c in article.date.candidates].count("copy") == 1
        windows = {s.id: s.due for s in record.statements(article.id)}
        hoped, planned = windows[forecast(reading).id], windows[forum(reading).id]
        assert hoped is not None
        assert planned is not None
        assert (hoped.earliest, hoped.latest) == (date(2017, 11, 30), date(2017, 12, 31))
        assert (planned.earliest, planned.latest) == (date(2017, 11, 18), date(2017, 11, 18))
        once = [e for e in record.due() if e.statement.kind == "forecast"]
        assert len(once) == 1
        assert all(question.conflicts == () for question in record.comparison().questions)
