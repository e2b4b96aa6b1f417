"""The shipped reader on texts of every sort: what it tells stays inside the text and on the borders of words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.effort import growth

from onrecord.model import Span
from onrecord.models.reader import scan as module
from onrecord.models.reader.scan import ACTS, FLOOR, KINDS, Scan, scan
from onrecord.models.reader.windows import windows_of, words_with_looks
from onrecord.models.reader.wordpiece import words_of

TEXT = (
    "The mayor of Norhaven, Ilse Brandt, said on Monday that the bridge would open again after a year.\n"
    "“Nobody has been asked to pay twice,” she told reporters. The harbour board hopes the ferries will run until then."
)
PARTS = st.sampled_from(
    ["Ilse Brandt", "said", "told", "hopes", "that", "“", "”", '"', "’", ".", ",", "\n", "the ferry will sail", "(",
     "according to", "😀", "e\u0301", "مرحبا", "\x00", "\ud800", "\u202e", "NATO SAID", "x" * 120, "42", "\u0301"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(PARTS, max_size=60).map(" ".join), st.lists(PARTS, max_size=40).map("".join)
)


def check(text: str, found: Scan) -> None:
    spans = words_of(text)
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}

    def on_words(span: Span) -> bool:
        return span.start < span.end and span.start in starts and span.end in ends

    for one in found.told:
        assert on_words(one.anchor)
        for part in (one.source, one.cue, one.content):
            assert all(on_words(span) for span in part)
            assert all(a.end <= b.start for a, b in pairwise(part))
        assert one.act in ACTS
        assert one.anchor_odds >= FLOOR
        assert one.share <= 0
        assert 0 <= one.confidence <= 1
    places = [one.span for one in found.entities]
    assert all(on_words(span) for span in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert all(one.kind in KINDS for one in found.entities)
    anchors = [one.anchor for one in found.told]
    assert anchors == sorted(anchors)


def test_what_is_told_of_a_plain_text():
    told = {TEXT[slice(*one.anchor)]: one for one in scan(TEXT).told if one.confidence > 0.5}
    assert {"said", "told", "hopes"} <= set(told)
    quoted = told["told"]
    assert [TEXT[slice(*span)] for span in quoted.source] == ["she"]
    assert "Nobody has been asked to pay twice" in TEXT[slice(*quoted.content[0])]
    assert quoted.act == "speech"
    assert ("Ilse Brandt", "person") in {(TEXT[slice(*one.span)], one.kind) for one in scan(TEXT).entities}


def test_a_text_is_read_alike_alone_and_behind_others():
    block = f"{TEXT}\n" + "The ferry sailed at noon and came back at night, as on every day of that long summer. " * 3
    many = scan("\n".join([block] * 20))
    check("\n".join([block] * 20), many)
    assert len(many.told) >= 20 * 3


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text(text: str):
    check(text, scan(text))


LONG = {
    "no spaces": "shesaidthattheferrywouldsail" * 300,
    "no spaces, but signs": "she.said,that;" * 300,
    "one line": "The mayor said that the ferry would sail again, as she hopes. " * 120,
    "emoji": "😀👩‍👩‍👧🇨🇭" * 400,
    "combining marks": "e\u0301\u0302\u0303" * 4_000,
    "marks alone": "\u0301" * 15_000,
    "right to left": "\u202eقال الوزير إن الجسر سيفتح\u202c " * 150,
    "capitals": "THE MAYOR SAID THAT THE FERRY WOULD SAIL. " * 120,
    "quotation marks": "“" * 5_000 + '"' * 5_000,
    "unpaired": ("“He said it was so. " + "said Roe” " * 3) * 60,
    "NUL": "The mayor\x00 said\x00 so.\x00" * 200,
    "lone surrogates": "\ud800 said \udfff" * 400,
    "cues alone": "said " * 1_500,
    "lines alone": "\n" * 50_000,
}


@pytest.mark.parametrize("name", LONG)
def test_hostile_texts(name: str):
    check(LONG[name], scan(LONG[name]))


@pytest.mark.parametrize("unit", ["She said so, he told us. ", "“said”", "No\n"])
def test_work_grows_with_the_text(unit: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "_TOGETHER", 32)
    assert growth(scan.__wrapped__, unit * 100, unit * 400) < 4.6


def test_200_kilobytes_on_one_line_take_a_window_for_each_hundred_words():
    text = "The mayor said that the ferry would sail. " * 4_800
    windows = list(windows_of(words_with_looks(text)))
    assert len(text) > 200_000
    assert len(windows) <= len(words_of(text)) / 100 + 1
    assert max(len(one.ids) for one in windows) <= 128
