from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import RecordDamaged
from onrecord.model import (
    Article,
    Capture,
    Copy,
    FigureQuestion,
    Lineage,
    Origin,
    Span,
    Statement,
    StoryDate,
)
from onrecord.record import codec

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)
spans = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))

for kind, strategy in ((str, texts), (float, numbers), (Span, spans)):
    st.register_type_strategy(kind, strategy)

NOUNS = [
    (Statement, codec.statement),
    (Article, codec.article),
    (StoryDate, codec.story_date),
    (Capture, codec.capture),
    (Copy, codec.copy),
    (Origin, codec.origin),
    (Lineage, codec.lineage),
    (FigureQuestion, codec.question),
]


@pytest.mark.parametrize(("kind", "decode"), NOUNS, ids=lambda value: getattr(value, "__name__", ""))
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_stored_comes_back_equal(kind: type[Any], decode: Callable[[str], Any], data: st.DataObject) -> None:
    # every field is drawn, those with defaults too
    noun = data.draw(st.builds(kind, **{f.name: ... for f in fields(kind)}))
    again = decode(codec.encode(noun))
    assert again == noun
    assert all(type(getattr(again, f.name)) is type(getattr(noun, f.name)) for f in fields(kind))


def test_spans_come_back_as_spans() -> None:
    again = codec.statement(codec.encode(Statement(id="s", content=(Span(1, 4),))))
    assert isinstance(again.content[0], Span)


@given(st.text(max_size=20))
def test_a_lone_surrogate_becomes_one_code_point(text: str) -> None:
    again = codec.article(codec.encode(Article(id="a", revision="r", url=None, title="", text=text)))
    assert len(again.text) == len(text)
    assert all(new in (old, "\ufffd") for old, new in zip(text, again.text, strict=True))


def test_nul_is_kept_in_the_noun_and_not_in_the_column() -> None:
    assert codec.origin(codec.encode(Origin(name="a\0b", article=None, articles=(), why=""))).name == "a\0b"
    assert codec.column("a\0b\ud800") == "a b\ufffd"


def test_a_field_added_later_has_its_default() -> None:
    assert codec.statement('{"id": "s", "content": [[0, 4]], "new": 1}') == Statement(id="s", content=(Span(0, 4),))


@pytest.mark.parametrize(
    "stored", ["", "{", '{"id": 1, "content": []}', '{"id": "s"}', '{"id": "s", "content": [], "kind": "x"}']
)
def test_what_is_no_noun_is_damage(stored: str) -> None:
    with pytest.raises(RecordDamaged, match="a stored Statement"):
        codec.statement(stored)


def test_days_are_days() -> None:
    day = date(2031, 3, 1)
    assert codec.story_date(codec.encode(StoryDate(status="stated", earliest=day, latest=day))).latest == day


def test_a_statement_that_was_stored_before_kinds_had_a_confidence_is_read():
    stored = codec.encode(Statement(id="s1", content=(Span(0, 4),), kind="denial", kind_confidence=0.5))
    before = stored.replace('"kind_confidence":0.5,', "")
    assert before != stored
    assert codec.statement(before) == Statement(id="s1", content=(Span(0, 4),), kind="denial")
