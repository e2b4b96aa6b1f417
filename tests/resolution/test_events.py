from __future__ import annotations

import pytest

from .builder import one


@pytest.mark.parametrize(
    ("content", "event", "place"),
    [
        ("The congress of national dialogue will open in Oslo", "The congress of national dialogue", "Oslo"),
        ("they will hold this forum in Bergen on Friday", "this forum", "Bergen"),
        ("the next round of peace talks will be held soon", "the next round of peace talks", None),
        ("they will meet soon", None, None),
    ],
)
def test_the_naming_words_of_an_event_and_its_place(content: str, event: str | None, place: str | None) -> None:
    text = f"Karl Lund said {content}."
    found = one(text, content, "Karl Lund", "said", kind="schedule").event
    assert (found and text[slice(*found.span)]) == event
    assert (found and found.place and text[slice(*found.place)]) == place


def test_a_report_has_no_event() -> None:
    found = one("Karl Lund said the talks went well.", "the talks went well", "Karl Lund", "said", kind="report")
    assert found.event is None
