"""Plain text with its chrome inside: the story is kept whole, the chrome is named."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.plain_text.lines import Line, Matrix
from onrecord.articles.plain_text.reasons import is_date_line
from onrecord.articles.plain_text.text import TextPage, read_text

TITLE = "Orvelund ferry to sail again before the week is out"
STORY = (
    "ORVELUND, Oct. 3 - The harbour master of Orvelund said on Tuesday that the ferry which ran aground in fog would "
    "sail again before the week is out, once divers have looked at its keel.",
    "“We expect her back on the crossing by Friday,” Piet Halloran told reporters on the quay.",
    "Nobody was hurt when the ferry struck the sandbank on Monday night with 214 people on board, and all of them "
    "were taken ashore by fishing boats within two hours.",
    "“The crew did what the rules ask for,” he said.",
    "A spokeswoman for the line, Tamsin Orrery, said that passengers would be paid back in full. She gave no figure "
    "for what the repair will cost, and said that the insurers had not yet seen the ship.",
    "The crossing has been closed twice this year already, both times because of ice, and islanders have asked the "
    "council to pay for a second ship.",
)


def page(*parts: str) -> TextPage:
    return read_text("\n\n".join(parts))


# ── light chrome ─────────────────────────────────────────────────────────────


def test_a_page_as_it_is_pasted():
    read = read_text(
        f"09:41 4 October\n\n{TITLE}\n\n"
        + "\n\n".join(STORY)
        + "\n\nRelated news releases\n\n\n\n  • Mayor of Orvelund opens new school\n"
        + "  • Price of herring unchanged\n/ 6 October , 2019"
    )
    assert read.title == TITLE
    assert read.paragraphs == STORY
    assert [(c.words, c.reason) for c in read.chrome] == [
        ("09:41 4 October", "a clock line before the story"),
        ("Related news releases", "heading of related items"),
        ("• Mayor of Orvelund opens new school", "list of related items"),
        ("• Price of herring unchanged", "list of related items"),
        ("/ 6 October , 2019", "footer date"),
    ]


def test_a_brief_in_a_stations_page_keeps_its_own_headline_and_its_one_paragraph():
    brief = (
        "The ferry company's chief, Ranno Vey, on Monday denied reports that the night boat had been sold. “She sails "
        "tonight as she did last night,” he told Radio Skarne."
    )
    read = read_text(
        "RADIO SKARNE\nListen | Programmes | Podcasts\nOn air: Night Shift, until 6:00\n\n"
        f"Skarne: night boat not for sale\nNewsroom, 4 March 2019\n\n{brief}\n\n"
        "Write to the studio: 0800 555 12\nYou may also like\n> Soup of the week: lentils\n> Bicycle lights: a test\n"
        "About us | Contact\nRadio Skarne is not responsible for the content of other sites."
    )
    assert read.title == "Skarne: night boat not for sale"
    assert read.paragraphs == (brief,)
    left = {entry.words for entry in read.chrome}
    assert {"RADIO SKARNE", "Newsroom, 4 March 2019", "You may also like", "> Soup of the week: lentils"} <= left


@pytest.mark.parametrize("title", ["Rivers rise", "Forum date unchanged, says minister", "Barge found"])
def test_a_short_headline_over_prose_is_no_menu_line(title: str):
    read = page(title, *STORY, "Related news releases", "• Price of herring unchanged")
    assert read.title == title
    assert read.paragraphs == STORY


@pytest.mark.shared
def test_the_seed_page(seed_page: Path):
    read = read_text(seed_page.read_text(encoding="utf-8"))
    assert read.title.split()[:3] == ["Russia", "hopes", "Syria"]
    assert len(read.paragraphs) == 8
    assert [c.reason for c in read.chrome] == [
        "a clock line before the story",
        "heading of related items",
        "list of related items",
        "list of related items",
        "footer date",
    ]


MENU = "Home\nWorld\nPolitics\nSport\nWeather\nSubscribe\nLog in"
FOOTER = "Share this article\nFacebook\nTwitter\n\n© 2019 The Orvelund Ledger. All rights reserved."


def test_menu_share_and_copyright_lines_are_chrome_with_their_reasons():
    read = page(MENU, TITLE, *STORY, FOOTER)
    assert (read.title, read.paragraphs) == (TITLE, STORY)
    reasons = {c.words: c.reason for c in read.chrome}
    assert reasons["Home"] == "menu line"
    assert reasons["Log in"] == "sign-up or paywall"
    assert reasons["Facebook"] == "share buttons"
    assert reasons["© 2019 The Orvelund Ledger. All rights reserved."] == "copyright or licence line"


def test_every_line_is_title_body_or_chrome_once():
    read = page(MENU, TITLE, *STORY, FOOTER)
    words = [read.title, *read.paragraphs, *(c.words for c in read.chrome)]
    assert sorted(words) == sorted(line for line in "\n".join((MENU, TITLE, *STORY, FOOTER)).split("\n") if line)


# ── stories without chrome ───────────────────────────────────────────────────


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n", "\n    ", "\r\n\r\n"])
def test_a_plain_story_loses_nothing(between: str):
    read = read_text(between.join((TITLE, *STORY)))
    assert (read.title, read.paragraphs, read.chrome) == (TITLE, STORY, ())


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_brief(count: int):
    read = page(TITLE, *STORY[:count])
    assert (read.title, read.paragraphs) == (TITLE, STORY[:count])


def test_a_story_that_starts_with_its_body_has_no_title():
    read = page(*STORY)
    assert (read.title, read.paragraphs) == ("", STORY)


def test_a_dateline_paragraph_is_no_title():
    lead = "ORVELUND – The harbour master says that the ferry will sail again before Friday."
    assert page(lead, *STORY[1:]).title == ""


def test_a_title_may_end_in_a_full_stop():
    assert page(TITLE + ".", *STORY).title == TITLE + "."


def test_a_byline_and_a_date_under_the_title_are_neither_title_nor_body():
    read = page(TITLE, "By Ilse Trand", "Tuesday, October 3, 2019", *STORY)
    assert (read.title, read.paragraphs) == (TITLE, STORY)
    assert [c.reason for c in read.chrome] == ["byline", "a date before the story"]


def test_who_said_a_quotation_stays_under_it():
    signed = (*STORY[:2], "“It was the fog.”", "– Ship's log of the ferry", *STORY[2:])
    assert page(TITLE, *signed).paragraphs == signed


def test_two_paragraphs_of_an_archive_are_both_kept():
    lead, rest = STORY[0], " ".join(STORY[1:])
    assert page(lead, rest).paragraphs == (lead, rest)


@pytest.mark.parametrize("width", [64, 72, 78])
def test_hard_wrapped_text_comes_back_as_paragraphs(width: int):
    wrapped = [textwrap.fill(paragraph, width) for paragraph in (TITLE, *STORY)]
    read = page(*wrapped)
    assert (read.title, read.paragraphs) == (TITLE, STORY)


def test_an_interview_keeps_its_questions():
    talk = (
        "The ferry line's Tamsin Orrery spoke to the Ledger about the accident in the fog and what comes after it.",
        "Q: When will the ferry sail again?",
        "A: By Friday, if the divers find nothing wrong with the keel.",
        "Q: And the cost?",
        "A: I can't say. The insurers have not seen the ship yet, and we won't guess.",
        "Q: Will there be a second ship?",
        "A: That is for the council to decide, and we have told them what it would take.",
    )
    assert page("Ferry line says crossing opens by Friday", *talk).paragraphs == talk


def test_bullets_of_the_story_are_kept():
    body = (
        "The council of Orvelund agreed on Tuesday on three steps to keep the crossing open all winter, he said:",
        "• The harbour will be dredged before the first of December, at a cost of two million crowns.",
        "• A second ship will be chartered from the mainland for the months of January and February.",
        "• Islanders will pay half of the fare until the end of March.",
        "The opposition voted against all three, and said that the money would be missing from the schools.",
    )
    assert page("Orvelund council agrees on winter crossing", *body).paragraphs == body


def test_live_text_of_short_paragraphs_is_kept():
    body = tuple(part for told in STORY for part in (told, "“We were lucky,” one passenger said."))
    assert page(TITLE, *body).paragraphs == body


# ── odd input ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["", "\0" * 50, " \n \n", "!!!\n???\n", "-\n" * 200])
def test_nothing_is_found_in_nothing(text: str):
    assert read_text(text) == TextPage(title="", paragraphs=(), chrome=())


def test_a_menu_alone_is_no_story():
    assert page(*("* " + word for word in MENU.split() * 4)).paragraphs == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "THE HARBOUR MASTER SAID ON TUESDAY THAT THE FERRY NUMBER {} WOULD SAIL AGAIN BEFORE THE WEEK IS OUT.",
        "قال مدير الميناء يوم الثلاثاء إن العبارة رقم {} ستبحر من جديد قبل نهاية الأسبوع، وأضاف أن أحدا لم يصب.",
        "港务局长星期二表示,第{}号渡轮将在本周末之前再次启航,潜水员将检查船体,没有人员在事故中受伤。",
    ],
)
def test_capitals_and_other_scripts_are_read(sentence: str):
    body = tuple(sentence.format(number) for number in range(7))
    read = page(*body)
    assert read.paragraphs[-6:] == body[-6:]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str):
    read = read_text(text)
    assert all(words == " ".join(words.split()) for words in read.paragraphs)


@settings(deadline=None, max_examples=30)
@given(st.randoms(use_true_random=False))
def test_what_is_read_stands_in_the_text_in_order(rng: random.Random):
    parts = [*STORY, TITLE, *MENU.split("\n"), *FOOTER.split("\n")]
    rng.shuffle(parts)
    read = page(*parts)
    at = [parts.index(words) for words in read.paragraphs]
    assert at == sorted(at)


def test_a_line_of_a_million_characters_is_read_whole():
    """Work that is quadratic in the line would not end."""
    line = ("word and more, " * 70_000).strip()
    assert read_text(line).paragraphs == (line,)


@pytest.mark.parametrize("line", ["x" * 1_000_000, '"' * 1_000_000, "a" + " " * 1_000_000])
def test_a_line_of_a_million_characters_without_words_is_no_story(line: str):
    assert read_text(line).paragraphs == ()


def test_shares_can_come_from_another_model():
    def none(lines: Sequence[Line]) -> Matrix:
        return np.zeros(len(lines), dtype=np.float32)

    assert read_text("\n".join(("Home | News", *STORY, "Contact")), shares=none).paragraphs == ()


# ── dates ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words", ["10:12 16 July", "/ 17 July , 2018", "Published: Tuesday, Nov 19, 2019 at 7:07 p.m. EST", "2019-11-19"]
)
def test_lines_that_hold_a_date_alone(words: str):
    assert is_date_line(words)


@pytest.mark.parametrize("words", ["", "July", "In May 2019 he left", "Room 1200", "214"])
def test_lines_that_hold_more_or_less_than_a_date(words: str):
    assert not is_date_line(words)
