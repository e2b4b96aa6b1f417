"""How a figure moved."""

from __future__ import annotations

import pytest

from onrecord.resolution.figures import find


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Prices rose 5 % to 300 crowns.", ["rose", "rose 5 %"]),
        ("Prices rose by 5 crowns.", ["rose"]),
        ("The toll doubled to 40.", ["doubled"]),
        ("The guild cut 40 jobs.", ["cut"]),
        ("They saw a 5 percent drop.", ["drop"]),
        ("Up to 40 men came.", [None]),
        ("Prices rose, and 40 men came.", [None]),
        ("40 men drop stones.", [None]),
        ("The tide rose while the mayor of the town fed 40 men.", [None]),
    ],
)
def test_changes(text: str, changes: list[str | None]) -> None:
    assert [figure.change for figure in find(text)] == changes
