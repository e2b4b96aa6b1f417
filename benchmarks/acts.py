"""Whether a cue tells, holds or does neither, as the reader has it, against the classes of reporting verbs.

    python benchmarks/acts.py --data ../shared/data [--part dev] [--predictions FILE]

The classes are those of `languages/en/reporting_verbs.toml`, from which the reader learnt: a score says how well it
learnt them, not how people would judge. Of PolNeAR's attributions those count whose cue has a verb of the list.
`--predictions` is JSON Lines `{"file", "acts": [[start, end, act]]}`, the anchors in code points. A file that exists is
scored, one that doesn't is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attribution import Pieces, articles
from benchmarks.attribution_scores import Count
from benchmarks.predictions import Row, parser, scored_or_written

from onrecord.extraction.scope import head_of
from onrecord.model import Attribution, Span

ACTS = ("speech", "attitude", "other")
SPEECH = frozenset({"speech", "question", "appeal", "promise", "denial", "accusation", "judgement"})
FORMULA = """formula: of the gold cues with a verb of the list in which the reader has an anchor
  P = right / called so    R = right / of that class    F1 = 2PR / (P + R)"""
KEYS = ("file", "acts")

Article = tuple[str, str, list[dict[str, Pieces]]]
Cue = tuple[list[int], str]


def act_of(text: str, one: dict[str, Pieces]) -> str | None:
    """The class of a gold cue's verb; None where the list hasn't got it."""
    content, cue, source = (tuple(Span(*span) for span in one[role]) for role in ("content", "cue", "source"))
    head = head_of(text, Attribution(content=content, cue=cue, source=source))
    if head is None:
        return None
    return "speech" if head.verb.kind in SPEECH else "attitude" if head.verb.kind == "attitude" else "other"


def predicted(every: Iterable[Article]) -> Iterator[Row]:
    """The reader's anchors in each article, and what it takes them for."""
    from onrecord.models.reader.scan import scan

    for file, text, _ in every:
        yield {"file": file, "acts": [[*one.anchor, one.act] for one in scan(text).told]}


def scores(every: Iterable[Article], rows: Iterable[Row]) -> dict[str, Count]:
    """Counts for each class."""
    given = {row["file"]: row["acts"] for row in rows}
    counts = dict.fromkeys(ACTS, Count())
    for file, text, gold in every:
        for right, called in _pairs(text, gold, given.get(file, [])):
            for act in ACTS:
                counts[act] = counts[act].plus(Count(right == called == act, called == act, right == act))
    return counts


def _pairs(text: str, gold: list[dict[str, Pieces]], acts: list[list[object]]) -> Iterator[tuple[str, str]]:
    for one in gold:
        right = act_of(text, one)
        for start, end in one["cue"] if right else ():
            called = [str(act) for at, to, act in acts if start <= int(str(at)) and int(str(to)) <= end]
            if called and right:
                yield right, called[0]


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    command = parser(__file__, f"{__doc__}\n{FORMULA}")
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds polnear/)")
    command.add_argument("--part", default="dev", help="the folder in polnear/: dev (default), train …")
    options = command.parse_args(arguments)
    every = list(articles(options.data, options.part))
    rows = scored_or_written(options.predictions, lambda: predicted(every), keys=KEYS)
    print(FORMULA)
    print(f"{'':14}{'P':>7}{'R':>7}{'F1':>7}   cues")
    for act, count in scores(every, rows).items():
        print(f"{act:14}{count.precision:7.3f}{count.recall:7.3f}{count.f1:7.3f}{count.gold:7}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
