from __future__ import annotations

import pytest

from .builder import one


@pytest.mark.parametrize(
    ("tail", "venue"),
    [
        ("Karl Lund said at a press briefing in Oslo", "at a press briefing in Oslo"),
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


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Karl Lund told the Argus it rains.", "told the Argus"),
        ("Karl Lund told a regular news briefing it rains.", "told a regular news briefing"),
        ("Karl Lund told the UN envoy it rains.", ""),
        ("Karl Lund on the forum said it rains.", ""),
    ],
)
def test_who_is_told_is_a_venue_where_it_is_an_outlet_or_an_occasion(text: str, venue: str) -> None:
    found = one(text, "it rains", "Karl Lund", "told" if "told" in text else "said")
    assert " ".join(text[slice(*s)] for s in found.venue) == venue
