"""Confidence is the measured precision of the rule that fired."""

from tests.extraction.reading import only

from onrecord.extraction.rules.precision import UNMEASURED, confidence
from onrecord.languages import table


def test_a_verb_measured_by_itself_outranks_its_rule() -> None:
    measured = table("en", "rule_precision")["rules"]
    assert confidence("tag_quotation", "say") == measured["tag_quotation.say"]
    assert confidence("tag_quotation", "bellow") == measured["tag_quotation"]
    assert confidence("no_such_rule", "say") == UNMEASURED


def test_measured_numbers_are_shares() -> None:
    assert all(0 <= share <= 1 for share in table("en", "rule_precision")["rules"].values())


def test_a_quotation_with_its_tag_is_surer_than_a_phrase_after_a_cue() -> None:
    sure, unsure = only("“It broke,” Ada Roe said."), only("Ada Roe supports the plan.")
    assert sure.confidence > unsure.confidence
