from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake import FORMATS, page_from_bytes
from onrecord.intake.formats import format_of_text
from onrecord.settings import Settings


def test_the_table_names_its_formats():
    assert {"html", "text", "gzip"} <= set(FORMATS)
    assert all(name == known.name for name, known in FORMATS.items())


@given(st.text())
def test_every_text_has_a_format(text: str):
    assert format_of_text(text)[0].name in FORMATS


@pytest.mark.parametrize(
    ("unit", "format"),
    [("<", "text"), ("<p ", "text"), ("<!--", "text"), ("<?xml ", "text"), (" ", "text"), ("</a>", "html")],
)
def test_a_million_characters_have_a_format_whatever_they_are(unit: str, format: str):
    """Work that is quadratic in the text would not end."""
    assert format_of_text(unit * (1_000_000 // len(unit)))[0].name == format


def test_a_fragment_that_closes_no_tag_is_html_when_it_begins_with_one() -> None:
    data = b"<p>The wall stands, the mayor said.<p>It is of stone.<br><p>It was dear.<p>It is done."
    assert page_from_bytes(data, "old.htm", settings=Settings()).format == "html"
    prose = b"The tag <p> opens a paragraph, <br> breaks a line, <li> is an item and <td> is a cell, she said."
    assert page_from_bytes(prose, "prose.txt", settings=Settings()).format == "text"
