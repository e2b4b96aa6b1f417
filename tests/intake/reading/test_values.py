from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.reading.values import Value, Values


def split(text: str, *, size: int = 7, most: int = 10_000) -> list[Value]:
    values = Values(most)
    found = [value for at in range(0, len(text), size) for value in values.over(text[at : at + size])]
    return [*found, *values.end()]


_OBJECT = st.dictionaries(
    st.text('a"\\{[]}\n', max_size=5), st.text('a"\\{[]}\n,', max_size=8) | st.lists(st.integers())
)


@given(st.lists(_OBJECT, min_size=1, max_size=5), st.integers(1, 9), st.sampled_from([None, 1]), st.booleans())
def test_objects_come_back_whole_however_they_are_cut(rows: list[Any], size: int, indent: int | None, listed: bool):
    text = json.dumps(rows, indent=indent) if listed else "\n".join(json.dumps(row, indent=indent) for row in rows)
    assert [json.loads(value.text) for value in split(text, size=size)] == rows


def test_lines_are_numbered():
    assert [value.line for value in split('[\n{"a": 1},\n\n{"b":\n2}, {"c": 3}]')] == [2, 4, 5]


def test_what_is_no_object_cut_or_too_large_is_told():
    one, junk, cut = split('[{"a": 1}, 5, {"b": ')
    assert one.text == '{"a": 1}'
    assert "no JSON object: '5'" in junk.problem
    assert "cut short" in cut.problem
    large, small = split(f'[{{"a": "{"x" * 100}"}}, {{"b": 1}}]', most=50)
    assert large.too_large
    assert small.text == '{"b": 1}'
