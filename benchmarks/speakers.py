"""How well the same speaker is told across articles, against pairs of names labelled by hand.

    python benchmarks/speakers.py [--gold FILE] [--show]

Each pair is put into a record of its own as two articles that know nothing else, so that the name, the role and the day
alone decide. ``--show`` prints the pairs that are joined, suggested or left apart against their label. The data folder
is not needed: names, roles and days are all there is.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from onrecord import comparison
from onrecord.model import Article, Entry, Span, Speaker, Statement, StoryDate

GOLD = Path(__file__).with_name("gold") / "speakers.jsonl"
FORMULA = """formula: joined = the program makes one of them by itself; suggested = it asks a person
joined, precision     of the joined pairs, those labelled `same` (`unsure` counts as wrong)
joined, recall        of the pairs labelled `same`, those joined
suggested, precision  of the suggested pairs, those labelled `same`; in brackets those that are `same` or `unsure`
found, recall         of the pairs labelled `same`, those joined or suggested
"""


def pairs(path: Path = GOLD) -> list[dict[str, Any]]:
    """The labelled pairs."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def answer(pair: dict[str, Any]) -> str:
    """What the program makes of a pair: ``joined``, ``suggested`` or ``apart``."""
    entries = [_entry(side, pair[side]) for side in ("one", "other")]
    identities, matches = comparison.identify(entries)
    held = {each.article: identity.id for identity in identities for each in identity.appearances}
    if len(held) == len(entries) and len(set(held.values())) == 1:
        return "joined"
    return "suggested" if any({match.one, match.other} == set(held.values()) for match in matches) else "apart"


def _entry(id: str, told: dict[str, Any]) -> Entry:
    day = told["day"] and date.fromisoformat(told["day"])
    text = "Words."
    story = StoryDate(status="stated", earliest=day, latest=day) if day else StoryDate()
    article = Article(id=id, revision=id, url=None, title="", text=text, date=story)
    speaker = Speaker(name=told["name"], role=told["role"])
    return Entry(article=article, statement=Statement(id=id, content=(Span(0, len(text)),), speaker=speaker))


def scored(gold: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    """Each pair with the program's answer."""
    for pair in gold:
        yield pair, answer(pair)


def share(part: int, whole: int) -> str:
    """A share with what it was made of."""
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def main() -> None:
    """Score and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="not needed")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--show", action="store_true", help="print what is against its label")
    asked = parser.parse_args()
    found = list(scored(pairs(asked.gold)))
    count = Counter((pair["label"], given) for pair, given in found)
    joined = sum(count[label, "joined"] for label in ("same", "different", "unsure"))
    suggested = sum(count[label, "suggested"] for label in ("same", "different", "unsure"))
    same = sum(count["same", given] for given in ("joined", "suggested", "apart"))
    either = count["same", "suggested"] + count["unsure", "suggested"]
    print(FORMULA)
    print(f"pairs                 {len(found)}: {dict(Counter(pair['label'] for pair, _ in found))}")
    print(f"joined, precision     {share(count['same', 'joined'], joined)}")
    print(f"joined, recall        {share(count['same', 'joined'], same)}")
    print(f"suggested, precision  {share(count['same', 'suggested'], suggested)} [{share(either, suggested)}]")
    print(f"found, recall         {share(count['same', 'joined'] + count['same', 'suggested'], same)}")
    _by_kind(found)
    if asked.show:
        for pair, given in found:
            if (pair["label"], given) not in {("same", "joined"), ("same", "suggested"), ("different", "apart")}:
                print(pair["label"], given, *(tuple(pair[side].values()) for side in ("one", "other")), sep="  ")


def _by_kind(found: Iterable[tuple[dict[str, Any], str]]) -> None:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for pair, given in found:
        kinds[f"{pair['label']}: {pair['kind']}"][given] += 1
    print(f"\n{'':40}joined  suggested  apart")
    for kind, count in sorted(kinds.items()):
        print(f"{kind:40}{count['joined']:6}{count['suggested']:11}{count['apart']:7}")


if __name__ == "__main__":
    main()
