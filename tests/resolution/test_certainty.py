from __future__ import annotations

import pytest

from onrecord.model import Span, Speaker, Statement
from onrecord.resolution.certainty import is_sure

NAMED = Speaker(name="Ada Brandt")


@pytest.mark.parametrize(
    ("speaker", "confidence", "kind_confidence", "sure"),
    [
        (NAMED, 0.9, 0.5, True),
        (NAMED, 0.89, 0.99, False),
        (NAMED, 0.99, 0.49, False),
        (Speaker(anonymous=True, description="a clerk"), 0.99, 0.99, False),
        (Speaker(name="Ada Brandt", alternatives=("Bo Brandt",)), 0.99, 0.99, False),
    ],
)
def test_words_kind_and_speaker_all_have_to_be_likely(
    speaker: Speaker, confidence: float, kind_confidence: float, *, sure: bool
):
    told = Statement(
        id="s1", content=(Span(0, 4),), speaker=speaker, confidence=confidence, kind_confidence=kind_confidence
    )
    assert is_sure(told) is sure
