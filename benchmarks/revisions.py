"""What is reported of a changed page.

    python benchmarks/revisions.py --data DIR [--gold FILE] [--misses]

Each case (`gold/revisions.jsonl`, its labels in `gold/revisions.md`) is added to a fresh record twice, before and after
its change, from bytes on: the page is cleaned, read, kept, and what the record then tells is held against the labels.
The pages are the repository's own, so `--data` is not read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from onrecord.intake import page_from_bytes
from onrecord.model import Added, Article, Reading, Statement
from onrecord.pipeline.face import Record
from onrecord.pipeline.run import read_page
from onrecord.pipeline.verbs import open_record
from onrecord.settings import Settings

GOLD = Path(__file__).with_name("gold") / "revisions.jsonl"
START = datetime(2031, 1, 1, tzinfo=UTC)
FORMULA = """formula: a case is right if
  kinds     the kinds of change told are exactly those of the gold (none: no revision at all)
  vanished  the statements told to have vanished are those of the gold, one or several to a sentence
  stayed    each statement of the gold keeps its id
  says      each altered figure is named as the gold has it"""

Case: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the record tells of one case."""

    kinds: frozenset[str]
    lines: tuple[str, ...]
    vanished: tuple[tuple[Article, Statement], ...]
    before: dict[str, str]
    after: dict[str, str]
    """The words of the statements before and after, by their ids."""


def told(case: Case, folder: Path) -> Told:
    """Add both pages of a case to a record, and ask it."""
    with open_record(folder) as record:
        (first, one), (second, _) = (_add(record, case, which, days) for days, which in enumerate(("before", "after")))
        article = record.article(second.article)
        after = {s.id: article[s.content] for s in record.statements(second.article)}
        if first.article != second.article:
            before = {s.id: one.article[s.content] for s in one.statements}
            return Told(kinds=frozenset({"another story"}), lines=(), vanished=(), before=before, after=after)
        changes = [change for revision in record.revisions(second.article) for change in revision.changes]
        states = record.store.states(second.article)
        return Told(
            kinds=frozenset(change.kind for change in changes),
            lines=tuple(change.words for change in changes),
            vanished=tuple((each.article, each.statement) for each in record.vanished(second.article)),
            before={s.id: states[0].article[s.content] for s in states[0].statements},
            after=after,
        )


def _add(record: Record, case: Case, which: str, days: int) -> tuple[Added, Reading]:
    page = page_from_bytes(case[which].encode(), case["key"], settings=Settings(), url=case["url"])
    reading = read_page(replace(page, captured_at=START + timedelta(days=days)))
    return record.add(reading), reading


def wrong(case: Case, found: Told) -> Iterator[str]:
    """What is not as the gold has it: nothing for a case that is right."""
    if found.kinds != set(case["kinds"]):
        yield f"kinds: {sorted(found.kinds)}, not {case['kinds']}"
    spots = [(article, statement, _sentence(article, statement)) for article, statement in found.vanished]
    for words in case["vanished"]:
        if not any(words in article[statement.content] for article, statement, _ in spots):
            yield f"vanished: “{words}” is not told"
    for article, statement, sentence in spots:
        if not any(words in sentence for words in case["vanished"]):
            yield f"vanished: “{article[statement.content]}” is told and has not"
    for words in case["stayed"]:
        if not any(words in said and id in found.before for id, said in found.after.items()):
            yield f"stayed: “{words}” has another id"
    for words in case["says"]:
        if not any(words in line for line in found.lines):
            yield f"says: {words!r} is not among {found.lines}"


def _sentence(article: Article, statement: Statement) -> str:
    """The paragraph that a statement begins in."""
    at = statement.content[0].start
    return next((article[span] for span in article.paragraphs if span.start <= at < span.end), article.title)


def main() -> None:
    """Score every case, by part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="not read")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    args = parser.parse_args()
    right: dict[str, Counter[bool]] = defaultdict(Counter)
    for line in args.gold.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        with TemporaryDirectory() as folder:
            found = list(wrong(case, told(case, Path(folder) / "record")))
        right[case["part"]][not found] += 1
        if args.misses and found:
            print(f"{case['key']} ({case['note']})", *found, sep="\n  ", file=sys.stderr)
    print(FORMULA)
    whole: Counter[bool] = sum(right.values(), Counter())
    for part, counted in (*right.items(), ("together", whole)):
        print(f"{part:<10} right {counted[True]:>3} of {counted.total():>3}  {counted[True] / counted.total():.3f}")


if __name__ == "__main__":
    main()
