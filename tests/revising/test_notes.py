from __future__ import annotations

import pytest

from onrecord.revising.notes import is_note


@pytest.mark.parametrize(
    "sentence",
    [
        "Correction: The council meets on Friday.",
        "CORRECTION (4 March): The council meets on Friday.",
        "Editor’s note: this story has been changed.",
        "(This article was amended on 4 March.)",
        "An earlier version of this article gave another name.",
        "Update, 14:30: The bridge is open again.",
    ],
)
def test_notes_of_an_editor_are_known(sentence: str):
    assert is_note(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Corrections officers went on strike.",
        "Updated figures show a rise, the office said.",
        "The minister asked for a correction of the map.",
        "This article of faith divides them.",
    ],
)
def test_what_only_begins_like_one_is_none(sentence: str):
    assert not is_note(sentence)
