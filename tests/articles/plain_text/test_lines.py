"""What a line looks like, as numbers."""

from __future__ import annotations

import textwrap

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import growth

from onrecord.articles.plain_text.lines import (
    COLUMNS,
    WORD_IDS,
    Line,
    best_segment,
    ends_a_sentence,
    features,
    is_chrome_heading,
    mean_around,
    read_lines,
    shifted,
    word_ids,
)
from onrecord.articles.plain_text.wrapping import logical_lines


def test_lines_keep_their_indent_bullet_and_the_empty_lines_before():
    lines = read_lines("Menu\n\n\n    * First item\n  2. Second\nLast")
    assert lines == (
        Line("Menu"),
        Line("* First item", indent=4, blank=2, bullet="*"),
        Line("2. Second", indent=2, bullet="2."),
        Line("Last"),
    )


@pytest.mark.parametrize("empty", ["", " \n\t\n", "***\n---\n", "\u200b\n\ufeff", "\0\0"])
def test_a_line_without_a_word_is_no_line(empty: str):
    assert read_lines(empty) == ()


def test_every_line_has_a_row_of_all_columns():
    lines = read_lines("A line.\n\n* another\nThe third, which is longer than the other two put together.")
    assert features(lines).shape == (3, COLUMNS)
    assert word_ids(lines).shape == (3, WORD_IDS)
    assert features(()).shape == (0, COLUMNS)


def test_hashed_words_are_the_same_whatever_the_case_and_the_digits():
    first, second = word_ids((Line("Published 2019"), Line("PUBLISHED 2024")))
    assert (first == second).all()
    assert first[0] > 0
    assert first[3:].sum() == 0


@given(st.text(max_size=300))
def test_features_are_finite_for_any_text(text: str):
    assert np.isfinite(features(read_lines(text))).all()


@given(st.lists(st.floats(-5, 5, width=32), min_size=1, max_size=30))
def test_no_other_run_sums_to_more_than_the_best_segment(scores: list[float]):
    start, end = best_segment(np.array(scores, dtype=np.float32))
    best = sum(scores[start:end])
    every = [sum(scores[i:j]) for i in range(len(scores)) for j in range(i, len(scores) + 1)]
    assert best == pytest.approx(max(every), abs=1e-3)


def test_neighbours_stop_at_the_ends():
    column = np.array([1, 2, 3], dtype=np.float32)
    assert shifted(column, 1, -1).tolist() == [2, 3, -1]
    assert shifted(column, -2, -1).tolist() == [-1, -1, 1]
    assert shifted(column, 5, -1).tolist() == [-1, -1, -1]
    assert mean_around(column, 1).tolist() == [1.5, 2, 2.5]


@pytest.mark.parametrize("words", ["He left.", "“He left.”", "Did he?", "(He left.)", "他走了。"])
def test_ends_a_sentence(words: str):
    assert ends_a_sentence(words)


@pytest.mark.parametrize("words", ["Menu", "He said:", "12.5 km", ""])
def test_does_not_end_a_sentence(words: str):
    assert not ends_a_sentence(words)


def test_chrome_headings_are_short():
    assert is_chrome_heading("Related stories")
    assert is_chrome_heading("34 Comments")
    assert not is_chrome_heading("The ministry made no comment on what the two delegations had agreed in the night.")


# ── lines as they were meant ─────────────────────────────────────────────────

_PARAGRAPHS = (
    "The harbour master of Orvelund told reporters that the ferry would sail again before the end of the week, "
    "once divers had looked at the well-known sandbank where it ran aground on Monday night.",
    "Nobody was hurt, he said.",
    "A spokeswoman for the line, Tamsin Orrery, said that passengers would be paid back in full and that the crew "
    "had done everything that the rules ask for when the fog comes in as quickly as it did then.",
)


@pytest.mark.parametrize("width", [50, 60, 72, 80])
@pytest.mark.parametrize(("between", "indent"), [("\n\n", ""), ("\n\n\n", "  "), ("\n", "  ")])
def test_hard_wrapped_paragraphs_are_joined(width: int, between: str, indent: str):
    text = between.join(textwrap.fill(paragraph, width, initial_indent=indent) for paragraph in _PARAGRAPHS)
    assert [line.strip() for line in logical_lines(text) if line] == list(_PARAGRAPHS)


def test_paragraphs_on_lines_of_their_own_stay_apart():
    text = "\n".join(_PARAGRAPHS)
    assert logical_lines(text) == _PARAGRAPHS


def test_a_list_of_short_lines_is_not_joined():
    text = "Home\nWorld\nPolitics and elections in the north\nSport\nWeather for the coming week in the islands\nMore"
    assert logical_lines(text) == tuple(text.split("\n"))


def test_wide_gaps_after_full_stops_part_a_long_line():
    assert logical_lines("   ".join(_PARAGRAPHS)) == _PARAGRAPHS


@given(st.lists(st.sampled_from(_PARAGRAPHS), max_size=6), st.sampled_from(["\n", "\n\n", "   "]))
def test_no_word_is_lost(paragraphs: list[str], between: str):
    text = between.join(paragraphs)
    assert " ".join(" ".join(logical_lines(text)).split()) == " ".join(text.split())


def test_work_grows_with_the_lines():
    lines = read_lines("The crew said so, again.\n* item\n" * 300)
    assert growth(features, lines, lines * 4) <= 5
