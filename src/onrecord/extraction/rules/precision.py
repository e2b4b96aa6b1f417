"""How often each rule is right: measured, not felt."""

from __future__ import annotations

from onrecord.languages import table

UNMEASURED = 0.5
"""For a rule that the measured articles never fired: neither trusted nor dismissed."""


def confidence(rule: str, lemma: str) -> float:
    """The share of a rule's finds that were right (0-1), by the verb where it was frequent enough to measure."""
    measured = table("en", "rule_precision")["rules"]
    return float(measured.get(f"{rule}.{lemma}", measured.get(rule, UNMEASURED)))
