"""Texts that nobody meant to be read: spans stay inside, nothing crashes, work grows with the length alone."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import growth
from tests.extraction.reading import article

from onrecord.extraction import attributions, encoder, extract
from onrecord.extraction.quotations import quotations
from onrecord.model import Article, Spans, Statement
from onrecord.models.reader.scan import Scan, scan

ODD = {
    "no spaces": "“dam”,saidRoe." * 40,
    "one word": "x" * 2_000,
    "one line": "“It broke,” Ada Roe said on Friday. " * 60,
    "quotation marks": '"' * 1_000,
    "opening marks": "“" * 1_000,
    "closing marks": "”" * 1_000,
    "opening marks with words": "“dam, " * 400,
    "single marks": "'a " * 800,
    "unpaired": "“It broke, Ada Roe said. " * 60,
    "emoji": "“😀👩‍👩‍👧 broke 😀,” 😀 said. " * 60,
    "combining": "“Éa broke,” Zoé said. " * 60,
    "capitals": "“IT BROKE,” ADA ROE SAID. HE SAID IT WAS SO. " * 40,
    "right to left": "“הסכר נשבר,” אמר רו. قال رو إن السد انهار. " * 40,
    "cues only": "said " * 800,
    "cues and commas": "she said, " * 400,
    "colons": "Roe: " * 400,
    "brackets": "“[dam] (in May) ” she said " * 100,
    "commas": ", " * 1_000,
    "participles": "he said, adding that, saying " * 100,
    "according": "according to " * 300,
    "nested": "Roe said that Lee said that " * 100,
    "dashes": "it - was — so – she said " * 100,
    "paragraphs": "“It broke.\n" * 300,
    "long paragraphs": "“It broke at noon and we all ran.\n" * 300,
    "blank": " \n\t\n ",
    "empty": "",
}


def _is_sound(spans: Spans, length: int) -> bool:
    ends = [0]
    for start, end in spans:
        if not ends[-1] <= start < end <= length:
            return False
        ends.append(end)
    return True


def _all_sound(text: str) -> bool:
    read = article(text, title="")
    found = extract(read)
    sets = [(s.content, s.cue, s.source, s.insertions) for s in found]
    sets += [(a.content, a.cue, a.source, ()) for a in attributions(text)]
    return all(content and all(_is_sound(spans, len(text)) for spans in (content, *rest)) for content, *rest in sets)


@pytest.mark.parametrize("name", ODD)
def test_spans_stay_inside_odd_texts(name: str) -> None:
    assert _all_sound(ODD[name])


@given(st.text(alphabet="aB. ,:;\n\"'“”‘’«»()[]–-é́😀א", max_size=120))
@settings(max_examples=150, deadline=None)
def test_spans_stay_inside_any_marks(text: str) -> None:
    assert _all_sound(text)


WORDS = [
    "Ada Roe",
    "said",
    "that",
    "the dam",
    "broke",
    ",",
    ".",
    "“",
    "”",
    '"',
    "according to",
    "adding",
    "and",
    "who",
    "he",
]
MORE = [
    "\n",
    ":",
    "told",
    "reporters",
    "called",
    "for",
    "has",
    "not",
    "on Friday",
    "(",
    ")",
    "[",
    "]",
    "was",
    "quoted as saying",
]


@given(st.lists(st.sampled_from(WORDS + MORE), max_size=60))
@settings(max_examples=200, deadline=None)
def test_spans_stay_inside_any_order_of_telling_words(words: list[str]) -> None:
    assert _all_sound(" ".join(words))


def _anew(read: Article) -> tuple[Statement, ...]:
    """Read with nothing kept from the time before."""
    scan.cache_clear()
    quotations.cache_clear()
    return extract(read)


LONG = [name for name, text in ODD.items() if len(text) > 100]


@pytest.mark.parametrize("name", LONG)
def test_four_times_the_text_is_about_four_times_the_work(name: str) -> None:
    quarter = ODD[name][: len(ODD[name]) // 4]
    assert growth(_anew, article(quarter), article(ODD[name])) <= 5


@pytest.mark.parametrize("name", LONG)
def test_the_model_sees_no_text_more_than_twice(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    @lru_cache(maxsize=scan.cache_parameters()["maxsize"])
    def counted(text: str) -> Scan:
        seen.append(len(text))
        return scan(text)

    monkeypatch.setattr(encoder, "scan", counted)
    extract(article(ODD[name]))
    assert sum(seen) <= 2 * len(ODD[name])


def test_two_hundred_thousand_letters_on_one_line_are_read() -> None:
    assert _all_sound("Ada Roe said that the dam broke and “held”, " * 4_600)


def test_all_capitals_are_read() -> None:
    (found,) = extract(article("ADA ROE SAID THAT THE DAM BROKE."))
    assert found.content
