"""Names of persons, organisations and places in a text, against the automatic tags that come with PolNeAR.

    python benchmarks/entities.py --data ../shared/data [--part dev] [--predictions FILE]

The tags are CoreNLP's, not people's: a score says how near the reader comes to that program. `--predictions` is JSON
Lines `{"file", "entities": [[start, end, kind]]}` in code points. A file that exists is scored, one that doesn't is
written.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attribution import texts
from benchmarks.attribution_scores import Count
from benchmarks.predictions import Row, parser, scored_or_written

KINDS = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}
FORMULA = """formula: P = matched / found    R = matched / tagged    F1 = 2PR / (P + R)
  exact   the same first and last character, and the same kind; neighbouring tokens of one tag are one name"""
KEYS = ("file", "entities")

Name = tuple[int, int, str]


def tagged(path: Path) -> Iterator[tuple[str, set[Name]]]:
    """File name and names of each article of a ``corenlp_….jsonl.gz``."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["file"], set(_names(row["sentences"]))


def _names(sentences: Iterable[list[list[object]]]) -> Iterator[Name]:
    for sentence in sentences:
        start = end = 0
        before = ""
        for token in [*sentence, [0, 0, "", "O"]]:
            tag = str(token[3])
            if tag != before and before in KINDS:
                yield start, end, KINDS[before]
            if tag != before:
                start = int(str(token[0]))
            end, before = int(str(token[1])), tag


def predicted(articles: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """The reader's names in each article."""
    from onrecord.models.reader.scan import scan

    for file, text in articles:
        yield {"file": file, "entities": [[*one.span, one.kind] for one in scan(text).entities]}


def scores(gold: dict[str, set[Name]], rows: Iterable[Row]) -> dict[str, Count]:
    """Counts for each kind, and for all."""
    counts = dict.fromkeys([*KINDS.values(), "all"], Count())
    for row in rows:
        found = {(start, end, kind) for start, end, kind in row["entities"]}
        names = gold.get(row["file"], set())
        for kind in KINDS.values():
            own, theirs = ({one for one in some if one[2] == kind} for some in (found, names))
            counts[kind] = counts[kind].plus(Count(len(own & theirs), len(own), len(theirs)))
        counts["all"] = counts["all"].plus(Count(len(found & names), len(found), len(names)))
    return counts


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    command = parser(__file__, f"{__doc__}\n{FORMULA}")
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds polnear/)")
    command.add_argument("--part", default="dev", help="the folder in polnear/: dev (default), train …")
    options = command.parse_args(arguments)
    gold = dict(tagged(options.data / "polnear" / f"corenlp_{options.part}.jsonl.gz"))
    articles = texts(options.data, options.part)
    rows = scored_or_written(options.predictions, lambda: predicted(articles), keys=KEYS)
    print(FORMULA)
    print(f"{'':14}{'P':>7}{'R':>7}{'F1':>7}")
    for kind, count in scores(gold, rows).items():
        print(f"{kind:14}{count.precision:7.3f}{count.recall:7.3f}{count.f1:7.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
