"""How well attributions are read: sources, cues, contents and their links, against PolNeAR.

    python benchmarks/attribution.py --data ../shared/data [--part dev] [--predictions FILE]

``FILE`` is JSON Lines, one object for each article: ``{"file", "attributions": [{"source": [[s, e]], "cue": …,
"content": …, "confidence"}]}`` in code points of the article's text (a confidence may be missing). One that exists is
scored; one that doesn't is written by the package's own reader. Texts of a part without annotations are read, and
nothing is scored.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attribution_scores import (
    ROLES,
    SCORES,
    Case,
    Relation,
    Tokens,
    breakdown,
    calibration_error,
    interval,
    total,
)
from benchmarks.predictions import Row, parser, scored_or_written, unscored

if TYPE_CHECKING:
    from onrecord.model import Attribution, Statement

FORMULA = r"""formula: all scores are on word tokens (`\w+` with inner apostrophes, hyphens, stops), no punctuation.
Where several people annotated an article, the alphabetically first one is the gold. Gold without content is dropped.

    P = matched / predicted    R = matched / gold    F1 = 2PR / (P + R)

role exact        an attribution's tokens of that role, as a set, equal those of a gold attribution (each used once)
role token F1     over the tokens that carry the role in any attribution
run exact         over runs of neighbouring tokens of one role in one attribution (as CofeNet counts)
whole exact       source, cue and content are all equal
whole relaxed     content Jaccard >= .5; source Jaccard >= .5 or both absent; cues share a token; one to one
ECE               in ten bins of the confidence: |mean confidence - share that is whole relaxed|, weighted by size
"""
_WORD = re.compile(r"\w+(?:['’\-.&@/]\w+)*")
_QUOTED = re.compile(r"[\"“”„«»]|''|``")

Pieces = list[list[int]]


# ── reading ──────────────────────────────────────────────────────────────────


def gold_of(annotations: str) -> list[dict[str, Pieces]]:
    """The relations of a brat stand-off file; those without content are dropped."""
    spans: dict[str, Pieces] = {}
    found: list[dict[str, Pieces]] = []
    for line in annotations.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T") and "\t" in rest:
            places = rest.split("\t")[0].split(" ", 1)[1]
            spans[name] = sorted([int(x) for x in place.split()] for place in places.split(";"))
        elif name.startswith("E"):
            found.append(_event(rest, spans))
    return [relation for relation in found if relation["content"]]


def _event(arguments: str, spans: dict[str, Pieces]) -> dict[str, Pieces]:
    relation: dict[str, Pieces] = {role: [] for role in ROLES}
    for argument in arguments.split():
        label, _, name = argument.partition(":")
        role = label.rstrip("0123456789").lower()
        if role in relation:
            relation[role] = sorted(relation[role] + spans.get(name, []))
    return relation


def texts(data: Path, part: str) -> Iterator[tuple[str, str]]:
    """File name and text of each article of a part, annotated or not.

    Raises:
        SystemExit: there are none.
    """
    folder = data / "polnear" / part / "text"
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise SystemExit(f"{folder}: no articles (.txt)")
    yield from ((path.name, path.read_text(encoding="utf-8")) for path in paths)


def articles(data: Path, part: str) -> Iterator[tuple[str, str, list[dict[str, Pieces]]]]:
    """File name, text and gold of each article; the alphabetically first annotator's."""
    folder = data / "polnear" / part
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        stem = path.stem.rpartition("_")[0]
        if stem not in seen:
            seen.add(stem)
            text = (folder / "text" / f"{stem}.txt").read_text(encoding="utf-8")
            yield f"{stem}.txt", text, gold_of(path.read_text(encoding="utf-8"))


def cases(data: Path, part: str, predictions: Path | None) -> list[Case]:
    """Gold and predictions side by side; none where nothing is annotated."""
    annotated = list(articles(data, part))
    if not annotated:
        return []
    rows = predicted(((file, text) for file, text, _ in annotated), predictions)
    given = {row["file"]: row["attributions"] for row in rows}
    return [case_of(file, text, gold, given.get(file, [])) for file, text, gold in annotated]


def predicted(named: Iterable[tuple[str, str]], predictions: Path | None) -> list[Row]:
    """A row for each article: those of the file if it exists, else the reader's own."""

    def rows() -> Iterator[Row]:
        for file, text in named:
            yield {"file": file, "attributions": _read(text)}

    return scored_or_written(predictions, rows, keys=("file", "attributions"))


def case_of(file: str, text: str, gold: Iterable[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> Case:
    """Gold and predictions of one article as token sets."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    return Case(
        file=file,
        gold=tuple(_relation(text, words, one) for one in gold),
        predicted=tuple(_relation(text, words, one) for one in predicted),
        confidences=tuple(one["confidence"] for one in predicted if "confidence" in one),
    )


def _read(text: str) -> list[dict[str, Any]]:
    from onrecord.extraction import attributions

    return [as_json(one) for one in attributions(text)]


def as_json(one: Attribution | Statement) -> dict[str, Any]:
    """The spans of one, and its confidence."""
    pieces = {role: [list(span) for span in getattr(one, role)] for role in ROLES}
    return {**pieces, "confidence": round(one.confidence, 3)}


def _relation(text: str, words: list[tuple[int, int]], one: Mapping[str, Any]) -> Relation:
    source, cue, content = (_tokens(words, one[role]) for role in ROLES)
    cue_words = " ".join(text[s:e] for s, e in one["cue"]).lower()
    return Relation(
        source, cue, content, _form(text, one["content"]), _cue_class(cue_words), _source_type(text, one["source"])
    )


def _tokens(words: list[tuple[int, int]], pieces: Pieces) -> Tokens:
    found: set[int] = set()
    for start, end in pieces:
        number = bisect_left(words, start, key=lambda word: word[1] - 1)
        while number < len(words) and words[number][0] < end:
            found.add(number)
            number += 1
    return frozenset(found)


def _form(text: str, pieces: Pieces) -> str:
    content = " ".join(text[s:e] for s, e in pieces).strip()
    marks = len(_QUOTED.findall(content))
    if not marks:
        return "indirect"
    return "direct" if _QUOTED.match(content) and marks <= 2 * len(pieces) and _QUOTED.search(content[-2:]) else "mixed"


def _cue_class(words: str) -> str:
    if not any(c.isalnum() for c in words):
        return "mark"
    return next(
        (
            verb
            for verb in ("said", "according to", "told", "says", "say", "added", "wrote")
            if verb in words.split() or verb == words
        ),
        "other",
    )


def _source_type(text: str, pieces: Pieces) -> str:
    source = " ".join(text[s:e] for s, e in pieces)
    if not source:
        return "absent"
    if source.lower() in ("he", "she", "they", "it", "who", "which", "i", "we", "that"):
        return "pronoun"
    return "name" if any(word[0].isupper() for word in source.split()[1:] or source.split()) else "noun"


def report(found: list[Case]) -> dict[str, Any]:
    """All scores, as they are printed."""
    return {name: {"count": total(found, score), "interval": interval(found, score)} for name, score in SCORES.items()}


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    command = parser(__file__, f"{__doc__}\n{FORMULA}")
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds polnear/)")
    command.add_argument("--part", default="dev", help="the folder in polnear/: dev (default), train …")
    options = command.parse_args(arguments)
    print(FORMULA)
    found = cases(options.data, options.part, options.predictions)
    if not found:
        rows = predicted(texts(options.data, options.part), options.predictions)
        print(unscored(len(rows), options.predictions, f"polnear/{options.part} has no annotations"))
        return 0
    _print(found)
    return 0


def print_scores(found: list[Case], scores: Iterable[str]) -> None:
    """The named scores with their intervals, and how well the confidence is calibrated."""
    print(f"{'':24}{'P':>7}{'R':>7}{'F1':>7}   95 % of F1")
    for name in scores:
        count, (low, high) = total(found, SCORES[name]), interval(found, SCORES[name])
        print(f"{name:24}{count.precision:7.3f}{count.recall:7.3f}{count.f1:7.3f}   {low:.3f}-{high:.3f}")
    error = calibration_error(found)
    if error is not None:
        print(f"{'ECE of confidence':24}{error:7.3f}")


def _print(found: list[Case]) -> None:
    sizes = sum(len(c.gold) for c in found), sum(len(c.predicted) for c in found)
    print(f"{len(found)} articles, {sizes[0]} gold, {sizes[1]} predicted")
    print_scores(found, SCORES)
    for field in ("form", "source_type", "cue_class"):
        print(f"\nby {field}: gold, recall exact, recall relaxed")
        for name, (n, exact, near) in breakdown(found, field).items():
            print(f"  {name:20}{n:6}{exact:7.3f}{near:7.3f}")


if __name__ == "__main__":
    raise SystemExit(main())
