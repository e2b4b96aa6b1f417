from __future__ import annotations

import pytest

from .builder import one


@pytest.mark.parametrize(
    ("tail", "venue"),
    [
        ("Karl Lund said at a news conference in Oslo", "at a news conference in Oslo"),
        ("Karl Lund said on Twitter", "on Twitter"),
        ("Karl Lund said in a televised speech on Friday", "in a televised speech"),
        ("Karl Lund told CNN", "told CNN"),
        ("Karl Lund told reporters", "told reporters"),
        ("Karl Lund said", None),
    ],
)
def test_where_the_words_were_said(tail: str, venue: str | None) -> None:
    text = f"The sea is rising, {tail}."
    found = one(text, "The sea is rising", "Karl Lund", "told" if "told" in tail else "said")
    assert [text[slice(*s)] for s in found.venue] == ([venue] if venue else [])
