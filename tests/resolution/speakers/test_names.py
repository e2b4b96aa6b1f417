from __future__ import annotations

import pytest

from onrecord.models.reader.scan import Entity
from onrecord.resolution.speakers.names import mentions
from onrecord.resolution.speakers.tags import Tags
from onrecord.resolution.tokens import Words

from ..builder import span


@pytest.mark.parametrize(
    ("text", "tagged", "named"),
    [
        ("Tesmara waits. The envoy to Tesmara Karl Lund said so.", "Tesmara Karl Lund", ("karl", "lund")),
        ("Nobody waits. The envoy to Tesmara Karl Lund said so.", "Tesmara Karl Lund", ("tesmara", "karl", "lund")),
        ("Tesmara waits. It was given to Tesmara Karl Lund.", "Tesmara Karl Lund", ("tesmara", "karl", "lund")),
    ],
)
def test_what_an_office_is_to_is_no_part_of_a_name_where_it_stands_alone_elsewhere(
    text: str, tagged: str, named: tuple[str, ...]
) -> None:
    words = Words(text)
    found = mentions(words, Tags(words, [Entity(span=span(text, tagged), kind="person")]))
    assert [mention.words for mention in found if "lund" in mention.words] == [named]
