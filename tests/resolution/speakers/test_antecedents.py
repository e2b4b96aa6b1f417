from __future__ import annotations

import pytest

from onrecord.resolution import resolve

from ..builder import article, statement


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Lund May Not Know, But He Fully Agreed To Rain", "Karl Lund"),
        ("Lund Met Holt Before He Fully Agreed To Rain", None),
    ],
)
def test_he_in_a_headline_is_the_one_man_whom_it_names(title: str, who: str | None) -> None:
    told = article("Karl Lund met farmers.\n\nErik Holt left.", title=title)
    found = resolve(told, [statement(told, "To Rain", "He", "Agreed", in_headline=True)])[0].speaker
    assert found.name == who
