"""Fits the weights of ``languages/en/restating.toml``: which two statements of an article tell one claim.

    python -m training.restating --data ../shared/data

Logistic regression with a penalty on the squares, by Newton's steps, over all pairs of statements of the labelled
articles; the labels are the restating pairs of ``training/reader/labels/restates.jsonl`` and of the open gold. Prints
the weights, and what they give where each article is judged by weights that others gave (five parts).
"""

from __future__ import annotations

import json
import sys
import zlib
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from onrecord import articles, extraction, resolution
from onrecord.model import Attribution, Span
from onrecord.resolution.claims import claims
from onrecord.resolution.likeness import Likeness

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.statements import GOLD, gold_of, labelled_text

LABELS = Path(__file__).with_name("reader") / "labels"
PENALTY, STEPS, PARTS, THRESHOLD = 3.0, 30, 5, 0.3
Floats: TypeAlias = npt.NDArray[np.float64]
Line: TypeAlias = Mapping[str, Any]
Place: TypeAlias = tuple[tuple[int, int], ...]


def lines() -> Iterator[tuple[Line, set[frozenset[Place]]]]:
    """Each labelled article with the pairs of contents that tell one claim."""
    known = {(one["corpus"], one["key"]): one for path in LABELS.glob("kinds-*.jsonl") for one in gold_of(path)}
    for row in gold_of(LABELS / "restates.jsonl"):
        yield known[row["corpus"], row["key"]], _closed([(_place(a), _place(b)) for a, b in row["restates"]])
    for line in (one for path in GOLD.values() for one in gold_of(path)):
        by_id = {one["id"]: _place(one["content"]) for one in line["statements"]}
        told = [(by_id[s["id"]], by_id[s["restates"]]) for s in line["statements"] if s["restates"]]
        yield line, _closed(told)


def _place(content: list[list[int]]) -> Place:
    return tuple((start, end) for start, end in content)


def _closed(pairs: list[tuple[Place, Place]]) -> set[frozenset[Place]]:
    """Every two of a group: what restates one thing is one thing."""
    groups: list[set[Place]] = []
    for pair in pairs:
        touched = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touched] + [set(pair).union(*touched)]
    return {frozenset(two) for group in groups for two in combinations(sorted(group), 2)}


def examples(data: Path, line: Line, pairs: set[frozenset[Place]]) -> Iterator[tuple[dict[str, float], bool]]:
    """Every pair of an article's statements: what speaks for and against it, and whether it is one claim."""
    published = line["published"] and date.fromisoformat(line["published"])
    article = articles.article_from_text(labelled_text(data, line), published=published)
    told = [extraction.as_statement(article, _attribution(one)) for one in line["statements"]]
    found = claims(article, iter(resolution.resolve(article, told)))
    likeness = Likeness(article, found)
    places = [tuple((start, end) for start, end in claim.statement.content) for claim in found]
    for one, two in combinations(range(len(found)), 2):
        yield likeness.told(one, two), frozenset((places[one], places[two])) in pairs


def _attribution(one: Line) -> Attribution:
    content, cue, source = (tuple(Span(*span) for span in one[role]) for role in ("content", "cue", "source"))
    return Attribution(content=content, cue=cue, source=source)


def fitted(rows: Floats, labels: Floats) -> Floats:
    """The weights, the constant last; columns are brought to one spread before the penalty."""
    spread = rows.std(axis=0) + 1e-6
    rows = np.c_[rows / spread, np.ones(len(rows))]
    penalty = np.diag([PENALTY] * (rows.shape[1] - 1) + [1e-6])
    weights: Floats = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - labels) + penalty @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(curve, slope)
    weights /= np.r_[spread, 1]
    return weights


def main() -> int:
    """Print the weights and what they give."""
    command = ArgumentParser(description=__doc__)
    command.add_argument("--data", type=Path, required=True)
    data = command.parse_args().data
    told = [(one, line["key"]) for line, pairs in lines() for one in examples(data, line, pairs)]
    names = list(told[0][0][0])
    rows = np.array([[float(features[name]) for name in names] for (features, _), _ in told])
    labels = np.array([float(label) for (_, label), _ in told])
    part = np.array([zlib.crc32(key.encode()) % PARTS for _, key in told])
    chances = np.zeros(len(rows))
    for number in range(PARTS):
        weights = fitted(rows[part != number], labels[part != number])
        chances[part == number] = 1 / (1 + np.exp(-rows[part == number] @ weights[:-1] - weights[-1]))
    taken = chances > THRESHOLD
    right = float((taken * labels).sum())
    print(f"judged by others' weights: P {right / taken.sum():.2f}  R {right / labels.sum():.2f}")
    print(json.dumps(dict(zip([*names, "always"], fitted(rows, labels).round(2).tolist(), strict=True)), indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
