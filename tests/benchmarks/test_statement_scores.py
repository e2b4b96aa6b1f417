"""What is counted of names, kinds, chains and groups."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.attribution_scores import Count
from benchmarks.expectations import tally
from benchmarks.statement_scores import Pairing, paired

from benchmarks import statement_scores as scores

TEXT = "Ada Brandt said the dam would hold. She denied it leaks. The mayor [of Ulm] hoped so."


def told(number: int, **fields: Any) -> dict[str, Any]:
    plain = {"id": f"s{number}", "content": [[0, 5]], "cue": [], "source": [], "speaker": None, "kind": "report"}
    return {**plain, "relay": [], "insertions": [], "restates": None, "due": None, **fields}


def pairing(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> Pairing:
    together = {number: number for number in range(min(len(gold), len(predicted)))}
    return Pairing(text=TEXT, gold=gold, predicted=predicted, partner=together)


def test_each_finds_the_nearest_and_none_is_used_twice() -> None:
    words = [frozenset(range(4)), frozenset(range(10, 14))]
    found = [frozenset(range(3)), frozenset(range(4)), frozenset({13, 20, 21})]
    assert dict(paired(TEXT, [told(0), told(1)], [told(2)] * 3, (words, found)).partner) == {0: 1}


@pytest.mark.parametrize(
    ("gold", "predicted", "counted"),
    [
        ("Ada Brandt", {"name": "ADA BRANDT"}, (1, 0, 0, 0)),
        ("The Dam Board", {"name": "Dam Board"}, (1, 0, 0, 0)),
        ("Zoë Brandt", {"name": "Zoe Brandt"}, (1, 0, 0, 0)),
        (None, {"name": None}, (1, 0, 0, 0)),
        ("Ada Brandt", {"name": None}, (0, 1, 0, 0)),
        ("Ada Brandt", {"name": "Brandt"}, (0, 0, 1, 1)),
        ("Ada Brandt", {"name": "Ada Meyer"}, (0, 0, 1, 0)),
        (None, {"name": "Ada Brandt"}, (0, 0, 1, 0)),
    ],
)
def test_a_name_is_right_unnamed_or_wrong(
    gold: str | None, predicted: dict[str, Any], counted: tuple[int, ...]
) -> None:
    found = scores.names([pairing([told(0, speaker=gold)], [told(0, speaker=predicted)])])["all"]
    assert (found.right, found.unnamed, found.wrong, found.part) == counted


@pytest.mark.parametrize(
    ("source", "kind"), [([[0, 10]], "name"), ([[36, 39]], "pronoun"), ([[57, 66]], "role"), ([], "absent")]
)
def test_the_type_of_a_source(source: list[list[int]], kind: str) -> None:
    assert scores.source_type(TEXT, told(0, source=source, speaker="Ada Brandt")) == kind


def test_labels_the_gold_lacks_do_not_count_in_the_mean() -> None:
    gold = [told(0), told(1), told(2, kind="denial")]
    found = scores.labels([pairing(gold, [told(0), told(1, kind="appeal"), told(2, kind="denial")])], "kind")
    assert found.macro == pytest.approx((2 / 3 + 1) / 2)
    assert (found.of, found.right, set(found.each)) == (3, 2, {"report", "denial"})


def test_a_chain_is_exact_or_false() -> None:
    gold = [told(0, relay=["APA", "TASS"]), told(1), told(2, relay=["Reuters"])]
    found = scores.chains([pairing(gold, [told(0, relay=["apa", "TASS"]), told(1, relay=["Fars"]), told(2)])])
    assert (found.gold, found.exact, found.false, found.predicted) == (2, 1, 1, 3)


def test_brackets_belong_to_an_insertion_or_not() -> None:
    gold, predicted = told(0, insertions=[[67, 75]]), told(0, insertions=[[68, 74], [0, 3]])
    assert scores.insertions(pairing([gold], [predicted])) == Count(1, 2, 1)


def test_every_two_of_a_group_restate_each_other() -> None:
    gold = [told(0, restates="s2"), told(1, restates="s2"), told(2)]
    predicted = [told(0), told(1, restates="s2"), told(2), told(3, restates="s0")]
    assert scores.restated(pairing(gold, predicted)) == Count(1, 2, 3)


def test_an_expectation_has_to_be_right_in_every_part() -> None:
    due = {"vague": False, "earliest": "2017-12-01", "latest": "2017-12-31"}
    gold = [told(n, kind="forecast", speaker="Ada Brandt", due=due) for n in range(5)] + [told(5)]
    same = {"kind": "schedule", "speaker": {"name": "Ada Brandt"}, "due": due}
    predicted = [
        told(0, **same, sure=True),
        told(1, **{**same, "speaker": {"name": None}}),
        told(2, **{**same, "due": {**due, "vague": True}}),
        told(3, **{**same, "kind": "report"}),
    ]
    found = tally([pairing(gold, predicted)])
    assert found.count == Count(1, 3, 5)
    assert found.sure == [True]
    assert found.wrong == {"nothing": 1, "speaker": 1, "window": 1, "kind": 1, "not found": 1}


def test_a_report_taken_for_a_forecast_is_no_right_one() -> None:
    found = tally([pairing([told(0)], [told(0, kind="forecast", sure=True)])])
    assert (found.count, found.sure) == (Count(0, 1, 0), [False])


def test_how_far_kinds_are_from_as_likely_as_they_say() -> None:
    gold = [told(number, kind="report") for number in range(4)]
    predicted = [
        told(number, kind=kind, kind_confidence=0.75) for number, kind in enumerate(["report"] * 3 + ["denial"])
    ]
    assert scores.kind_error([pairing(gold, predicted)]) == pytest.approx(0.0)
    sure = [one | {"kind_confidence": 0.95} for one in predicted]
    assert scores.kind_error([pairing(gold, sure)]) == pytest.approx(0.2)
    assert scores.kind_error([pairing(gold, gold)]) is None


def test_a_venue_is_found_by_half_of_its_words_and_no_article_counts() -> None:
    gold = [told(n, venue=venue) for n, venue in enumerate([[[67, 75]], [[16, 23]], []])]
    predicted = [told(n, venue=venue) for n, venue in enumerate([[[71, 75]], [[16, 19]], [[0, 3]]])]
    assert scores.places_found(pairing(gold, predicted), "venue") == Count(1, 2, 2)


def test_events_and_places_count_on_expectations_alone() -> None:
    dam, ulm = {"span": [16, 23], "place": [71, 74]}, {"span": [16, 23], "place": None}
    gold = [told(0, kind="schedule", event=dam), told(1, kind="forecast", event=dam), told(2, event=None)]
    predicted = [told(0, event={"span": [20, 23], "place": [71, 74]}), told(1, event=ulm), told(2, event=dam)]
    assert scores.places_found(pairing(gold, predicted), "event") == Count(2, 2, 2)
    assert scores.places_found(pairing(gold, predicted), "place") == Count(1, 1, 2)


def test_a_headlines_statement_has_to_be_known_as_one() -> None:
    gold = [told(n, in_headline=n < 2) for n in range(3)]
    predicted = [told(n, in_headline=n != 1) for n in range(3)]
    assert scores.headlines(pairing(gold, predicted)) == Count(1, 2, 2)


@pytest.mark.parametrize(
    ("said", "first", "last", "right"),
    [
        ("2019-05-03", "2019-05-03", "2019-05-03", 1),
        ("2019-05-03", "2019-05-02", "2019-05-03", 0),
        ("2019-02", "2019-02-01", "2019-02-28", 1),
        ("2019-02", "2019-02-01", "2019-02-01", 0),
        ("2019", "2019-01-01", "2019-12-31", 1),
        ("2019", None, "2019-12-31", 0),
    ],
)
def test_words_are_said_on_the_golds_day_month_or_year(said: str, first: str | None, last: str, right: int) -> None:
    gold = [told(0, said_on=said), told(1, said_on=None)]
    predicted = [told(n, said_on={"earliest": first, "latest": last}) for n in range(2)]
    assert scores.days_said([pairing(gold, predicted)]) == (right, 1)
