"""Stories without any page around them: what people paste, and what most archives hold."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.plain_text.lines import Line
from onrecord.articles.plain_text.text import read_text
from onrecord.articles.plain_text.undressed import is_headline

WHO = (
    "the mayor", "Orla Vendry", "Captain Tam Brost", "the council", "a spokesman", "the harbour office", "residents",
    "Judge Irven Moll", "two shepherds", "the ferry company", "Dr Pell Hasker", "the builders' union",
)  # fmt: skip
SAID = ("said", "announced", "denied", "warned", "told reporters", "insisted", "wrote in a letter", "repeated")
WHAT = (
    "the river wall would be finished by May", "nobody had been asked to leave", "12 people were taken to hospital",
    "the bridge at Corrin stays shut until Friday", "prices had risen by 4 per cent", "work starts in the spring",
    "the vote would be held again", "nobody was hurt in the fire", "the ferry would sail on Monday",
)  # fmt: skip
SHORT = (
    "Snow fell again overnight.", "Few believed it.", "The hearing goes on.", "“We have waited long enough,” she said.",
    '"Nobody has asked us," he said.', "It was the third such storm this year.", "What happens next is unclear.",
    "Few went home.", "He declined to comment.", "The company, which employs 340 people, gave no reply.",
)  # fmt: skip
TITLE_WORDS = (
    "Dunmere", "wall", "ferry", "council", "storm", "bridge", "vote", "nearly", "done", "again", "closed", "Corrin",
    "new", "harbour", "talks", "delayed", "after", "long", "dispute", "over", "roof", "spring", "say", "shepherds",
    "third", "time",
)  # fmt: skip


def sentence(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return rng.choice(SHORT)
    told = f"{rng.choice(WHO)} {rng.choice(SAID)} {rng.choice(('', 'that '))}{rng.choice(WHAT)}."
    return told[0].upper() + told[1:]


def story(seed: int) -> tuple[str, list[str], str]:
    """A title of 2 to 14 words, one to eight paragraphs of one to four sentences, and the text of both."""
    rng = random.Random(seed)  # noqa: S311 -- stories by number, not secrets
    title = " ".join(rng.sample(TITLE_WORDS, rng.randint(2, 14)))
    title = title[0].upper() + title[1:] + rng.choice(("", "", "", "?"))
    paragraphs = [" ".join(sentence(rng) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(1, 8))]
    between = rng.choice(("\n\n", "\n"))
    return title, paragraphs, title + rng.choice(("\n\n", between)) + between.join(paragraphs) + rng.choice(("", "\n"))


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 1_000_000))
def test_a_story_alone_is_its_title_and_all_its_paragraphs(seed: int):
    title, paragraphs, text = story(seed)
    read = read_text(text)
    assert (read.title, list(read.paragraphs), read.chrome) == (title, paragraphs, ())


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 1_000_000))
def test_a_story_without_a_headline_keeps_all_its_paragraphs(seed: int):
    _, paragraphs, _ = story(seed)
    read = read_text("\n\n".join(paragraphs))
    assert [line for line in (read.title, *read.paragraphs) if line] == paragraphs


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_byline_and_date_between_headline_and_story_are_neither(between: str):
    title, first, second = (
        "Third storm shuts Corrin bridge",
        "The bridge was shut on Monday.",
        "It opens on Friday, the council said.",
    )
    read = read_text(between.join((title, "By Orla Vendry", "Tuesday, March 5, 2019", first, second)))
    assert (read.title, read.paragraphs) == (title, (first, second))
    assert [entry.words for entry in read.chrome] == ["By Orla Vendry", "Tuesday, March 5, 2019"]


@pytest.mark.parametrize(
    "notice",
    [
        "We use cookies to improve your visit, see our privacy policy.",
        "All rights reserved.",
        "The Dunmere Post is not responsible for the content of other sites.",
    ],
)
def test_a_notice_under_a_story_is_no_paragraph_of_it(notice: str):
    title, paragraphs, text = story(3)
    read = read_text(f"{text.rstrip()}\n\n{notice}")
    assert (read.title, list(read.paragraphs)) == (title, paragraphs)
    assert [entry.words for entry in read.chrome] == [notice]


@pytest.mark.parametrize(
    "words", ["Search", "12 May 2019", "By Orla Vendry", "It rained all night.", " ".join(["word"] * 26)]
)
def test_what_no_headline_looks_like(words: str):
    assert not is_headline(Line(words))


@pytest.mark.parametrize("words", ["New roof", "Search for missing boat goes on", "Who pays?", "‘We were never asked’"])
def test_what_a_headline_may_look_like(words: str):
    assert is_headline(Line(words))


def test_a_headline_that_ends_in_a_full_stop_stands_above_its_byline():
    first, second = "The bridge was shut on Monday, the council said.", "It opens on Friday."
    read = read_text(f"Third storm shuts Corrin bridge.\nBy Orla Vendry.\n\n{first}\n\n{second}\n\nSee also | More")
    assert (read.title, read.paragraphs) == ("Third storm shuts Corrin bridge.", (first, second))
