"""The parts alone, on text as it is given."""

from __future__ import annotations

from datetime import date

from onrecord.pipeline import parts

from .builder import BODY


def test_statements_have_spans_into_the_text_as_it_was_given():
    text = "  " + BODY
    found = parts.statements(text, published="2031-10-06")
    quoted = ["".join(text[start:end] for start, end in each.content) for each in found]
    assert any(words.startswith('"We have the stone') for words in quoted)
    assert any(each.due and each.due.latest == date(2031, 10, 31) for each in found)


def test_parts_work_alone():
    text = "The pier will open on 3 May 2031, and 40 men were hired on Monday, Tilda Rask said."
    said_on = "2031-04-02"
    assert [text[slice(*each.span)] for each in parts.times(text, published=said_on)] == ["3 May 2031", "Monday"]
    assert [each.latest for each in parts.windows(text, said_on=said_on)] == [date(2031, 5, 3)]
    assert [(each.low, each.noun) for each in parts.figures(text)] == [(40, "men")]
    assert len(parts.attributions(text)) == 1
