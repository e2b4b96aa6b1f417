from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import article_from_text, clean
from onrecord.errors import PageHasNoArticle
from onrecord.intake import page_from_bytes, pages
from onrecord.model import Article, Page
from onrecord.settings import Settings

SETTINGS = Settings()
LEAD = (
    "The ferry to Tolbur will run again from Monday, its captain, Ilian Dorvach, told reporters on Friday at the pier, "
    "where a hundred people had come to see the ship before her first crossing, IRNA reported."
)
STORY = f"""Skip to main content
RADIO TOLBUR   News   Programmes   Podcasts

Ferry to Tolbur will run again from Monday, captain tells reporters
By Hester Lowndes
December 29, 2021 4:10 PM UTC - Updated 2 hours ago

{LEAD}

“We have waited for the ice to go since the end of the year, and now it has gone,” he told reporters there.

The town council had called for patience in February, when the ice was still a foot thick in the harbour.

Nobody knows how many people have moved away because of it, but the school has lost a third of its pupils.

Related news
  • Mayor sells bridge
  • Rates for tomorrow announced
About us | Contact | Privacy
© 2021 Radio Tolbur. All rights reserved.
"""


def read(text: str, **words: date | None) -> Article:
    return clean(page_from_bytes(text.encode(), "page", settings=SETTINGS, **words))  # type: ignore[arg-type]  # any of its words


def test_a_page_of_text_with_its_chrome():
    article = read(STORY)
    assert article.title == "Ferry to Tolbur will run again from Monday, captain tells reporters"
    assert len(article.paragraphs) == 4
    assert article.outlet == "Radio Tolbur"
    assert article.byline == ("Hester Lowndes",)
    assert article.credits == ("IRNA",)
    assert article.language == "en"
    assert (article.date.status, article.date.earliest) == ("stated", date(2021, 12, 29))
    assert not any(word in article.text for word in ("Mayor", "Listen", "Updated", "rights"))


def test_a_persons_word_outranks_the_page():
    article = read(STORY, published=date(2021, 12, 1))
    assert (article.date.status, article.date.earliest) == ("stated", date(2021, 12, 1))
    assert [candidate.where for candidate in article.date.candidates] == ["given", "byline"]


def test_a_text_without_a_story_says_what_to_do():
    with pytest.raises(PageHasNoArticle):
        read("Home | World | Sport\n12 | 13 | 14\nLog in")


@given(st.text())
def test_a_text_as_given_is_not_touched(text: str):
    article = article_from_text(text)
    assert article.text == text
    assert all(article[span].strip() for span in article.paragraphs)
    assert article[article.title_span] == article.title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The bridge closed on Friday.\xa0\n\nIt is old.", ""),
        ("Ferry runs again\n\nIt left at noon.", "Ferry runs again"),
        ("Ferry runs again\n \nIt left at noon.", "Ferry runs again"),
        ("It left at noon.\n\nIt came back.", ""),
        ("He said: “It left.”\n\nIt came back.", ""),
        ("Ferry runs again\nIt left at noon.", ""),
        ("It left at noon.", ""),
        ("\n\nIt left at noon.", ""),
    ],
)
def test_a_first_line_is_a_title_only_if_it_looks_like_one(text: str, title: str):
    assert article_from_text(text).title == title


def test_a_given_text_is_dated_by_its_dateline_or_a_person():
    text = "TOLBUR, October 31, 2017. /TASS/. The ferry runs again, its captain said."
    assert article_from_text(text).date.earliest == date(2017, 10, 31)
    assert article_from_text(text).credits == ("TASS",)
    assert article_from_text(text, published=date(2017, 11, 2)).date.earliest == date(2017, 11, 2)


@pytest.mark.shared
def test_the_seed_page(seed_page: Path):
    (page,) = pages(str(seed_page), settings=SETTINGS)
    assert isinstance(page, Page)
    article = clean(page)
    assert article.title.startswith("Russia hopes")
    assert len(article.paragraphs) == 8
    assert [(c.value, c.words, c.where) for c in article.date.candidates] == [
        ("XXXX-07-16", "10:12 16 July", "chrome"),
        ("2018-07-17", "17 July , 2018", "chrome"),
    ]
    assert (article.date.status, article.date.earliest, article.date.latest) == ("disputed", None, None)
    assert article.credits == ("APA", "TASS")
    assert len(article.chrome) == 5
