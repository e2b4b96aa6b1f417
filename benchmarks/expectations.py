"""The figure that counts: expectations that are wholly right, against gold of our own.

    python benchmarks/expectations.py --data ../shared/data [--gold FILE …] [--given] [--predictions FILE]

``FILE`` of the predictions is as in ``benchmarks/statements.py``: a file that one of the two wrote serves the other.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attribution_scores import Count
from benchmarks.predictions import parser
from benchmarks.statement_scores import EXPECTED, One, Pairing, wrong_in
from benchmarks.statements import options_of, pairings, print_count, ratio, scored

FORMULA = """formula: an expectation is a statement of kind forecast, commitment or schedule
wholly right      content Jaccard >= .5 (one to one), the right speaker (or rightly none), an expectation in the gold,
                  too, and the same window: first and last day, vague, or none; P = right / predicted, R = right / gold
confident         of those that the program shows as confident, the share that is wholly right, and how many they are
what was wrong    of the gold expectations whose words were found, by the parts that are wrong; `not found`: no words
"""


@dataclass(slots=True)
class Tally:
    """What came of the expectations."""

    count: Count = field(default_factory=Count)
    sure: list[bool] = field(default_factory=list)
    """Of those that are shown as confident, whether each is right."""
    wrong: Counter[str] = field(default_factory=Counter)


def tally(found: Iterable[Pairing]) -> Tally:
    """Over all articles."""
    made = Tally()
    for pairing in found:
        _add(made, pairing)
    return made


def _add(made: Tally, pairing: Pairing) -> None:
    answers = {predicted: gold for gold, predicted in pairing.partner.items()}
    right = 0
    for number, one in enumerate(pairing.predicted):
        if one["kind"] not in EXPECTED:
            continue
        is_right = number in answers and not wrong_in(pairing.gold[answers[number]], one)
        right += is_right
        if is_sure(one):
            made.sure.append(is_right)
    wanted = [number for number, one in enumerate(pairing.gold) if one["kind"] in EXPECTED]
    made.wrong.update(_wrong(pairing, number) for number in wanted)
    expected = sum(one["kind"] in EXPECTED for one in pairing.predicted)
    made.count = made.count.plus(Count(right, expected, len(wanted)))


def _wrong(pairing: Pairing, number: int) -> str:
    if number not in pairing.partner:
        return "not found"
    parts = wrong_in(pairing.gold[number], pairing.predicted[pairing.partner[number]])
    return " and ".join(parts) or "nothing"


def is_sure(one: One) -> bool:
    """Whether the program shows it as confident."""
    return bool(one.get("sure", False))


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    options = options_of(parser(__file__, f"{__doc__}\n{FORMULA}"), arguments)
    parts, rows = scored(options)
    print(FORMULA)
    for name, lines in parts.items():
        _print(name, tally(pairings(options.data, lines, rows)))
    return 0


def _print(name: str, made: Tally) -> None:
    count, sure = made.count, made.sure
    print(f"{name}: {count.gold} expectations in the gold, {count.predicted} predicted")
    print_count("wholly right", count)
    precision, share = ratio(sum(sure), len(sure)), ratio(len(sure), count.predicted)
    print(f"confident         P {precision}   ({sum(sure)} of {len(sure)}; of the predicted {share})")
    print("what was wrong    " + "   ".join(f"{what} {times}" for what, times in made.wrong.most_common()))
    print()


if __name__ == "__main__":
    raise SystemExit(main())
