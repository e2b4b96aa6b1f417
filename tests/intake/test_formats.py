from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake import FORMATS
from onrecord.intake.formats import format_of


def test_the_table_names_its_formats():
    assert list(FORMATS) == ["html", "text"]
    assert all(name == known.name for name, known in FORMATS.items())


@given(st.text())
def test_every_text_has_a_format(text: str):
    assert format_of(text).name in FORMATS


def test_a_hostile_beginning_takes_a_moment():
    start = time.process_time()
    for head in ("<" * 65_000, "<p " * 20_000, "<!--" * 16_000, "<?xml " * 10_000, " " * 65_000, "</a>" * 16_000):
        format_of(head)
    assert time.process_time() - start < 3
