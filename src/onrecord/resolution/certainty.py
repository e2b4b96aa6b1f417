"""Which statements are shown as confident: their words, speaker and kind are likely all right."""

from __future__ import annotations

from onrecord.model import Statement

WORDS, KIND = 0.9, 0.5
"""Chosen on the open gold (benchmarks/expectations.py) so that at least half of the expectations stay above them."""


def is_sure(statement: Statement) -> bool:
    """Whether the attribution and the kind are likely right, and somebody is named of whom there is no other choice."""
    speaker = statement.speaker
    named = speaker.name is not None and not speaker.alternatives
    return named and statement.confidence >= WORDS and statement.kind_confidence >= KIND
