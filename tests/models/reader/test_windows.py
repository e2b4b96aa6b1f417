"""A text as windows: every word once, in order, none wider than it may be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import growth

from onrecord.models.reader.windows import LOOKS, WIDTH, windows_of, words_with_looks
from onrecord.models.reader.wordpiece import END, START

WORDS = st.sampled_from(
    ["Roe", "said", "“", "”", '"', "Yes", ".", "unceasingly", "\n", "x" * 90, "42", "NATO", "é", ")"]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=120).map(" ".join))


@given(TEXTS, st.sampled_from([104, WIDTH, 256]))
def test_every_word_stands_in_one_window(text: str, width: int):
    words = words_with_looks(text)
    windows = list(windows_of(words, width))
    assert len(words.spans) == len(words.pieces) == len(words.looks)
    assert [at for one in windows for at in range(one.first, one.last)] == list(range(len(words.spans)))
    for one in windows:
        assert 2 < len(one.ids) == len(one.looks) <= width
        assert (one.ids[0], one.ids[-1]) == (START, END)
        assert len(one.starts) == one.last - one.first
        for number, start in zip(range(one.first, one.last), one.starts, strict=True):
            pieces = words.pieces[number]
            assert one.ids[start : start + len(pieces)] == pieces
            assert set(one.looks[start : start + len(pieces)]) == {words.looks[number]}


@given(TEXTS)
def test_looks_are_among_those_that_the_model_knows(text: str):
    assert all(0 <= look < LOOKS for look in words_with_looks(text).looks)


@given(TEXTS)
def test_lines_hold_every_word_and_break_where_the_text_does(text: str):
    words = words_with_looks(text)
    assert [at for first, last in words.lines for at in range(first, last)] == list(range(len(words.spans)))
    for (_, last), (first, _) in pairwise(words.lines):
        assert "\n" in text[words.spans[last - 1][1] : words.spans[first][0]]


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Roe said yes", [13, 0, 0]),
        ("he “will Go” NATO 42", [12, 8, 4, 5, 8, 2, 3]),
        ('say "a" b', [12, 8, 4, 8, 0]),
        ("it's ‘so’ a", [12, 0, 0, 8, 0, 0, 0]),
        ("“a\nb", [20, 4, 12]),
    ],
)
def test_looks(text: str, looks: list[int]):
    assert list(words_with_looks(text).looks) == looks


def test_a_long_line_is_cut_behind_a_sentence():
    text = "The ferry sails at noon. " * 40
    words = words_with_looks(text)
    for one in list(windows_of(words))[:-1]:
        assert text[slice(*words.spans[one.last - 1])] == "."


def test_closing_marks_stay_with_their_sentence():
    text = "He said “the ferry sails at noon.” " * 40
    words = words_with_looks(text)
    for one in list(windows_of(words))[:-1]:
        assert text[slice(*words.spans[one.last - 1])] == "”"


def test_short_lines_share_a_window_and_none_is_torn():
    text = "\n".join(["The ferry sails at noon and comes back at night"] * 40)
    words = words_with_looks(text)
    ends = {last for _, last in words.lines}
    windows = list(windows_of(words))
    assert len(windows) == 4
    assert all(one.last in ends for one in windows)


def test_a_text_without_words_has_no_window():
    assert list(windows_of(words_with_looks(" \n\x00 "))) == []


@pytest.mark.parametrize("unit", ["said ", "“", '."', "\n", "a\n", "x", "e\u0301", "ab1-"])
def test_work_grows_with_the_text(unit: str):
    def windows(text: str) -> object:
        return list(windows_of(words_with_looks(text)))

    assert growth(windows, unit * 3_000, unit * 12_000) < 4.5
