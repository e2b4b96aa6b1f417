"""How well statements are found and understood in whole articles, by TERMS' scope, against gold of our own.

    python benchmarks/statements.py --data ../shared/data [--gold FILE …] [--given] [--predictions FILE]

``FILE`` of the predictions is JSON Lines, one object for each article: ``{"corpus", "key", "statements": [{"source":
[[s, e]], "cue": …, "content": …, "confidence", …}]}`` in code points of the article's text; the other fields are those
of ``onrecord read --format json`` (a confidence may be missing; without ``speaker`` the spans alone are scored). One
that exists is scored; one that doesn't is written by the package itself, resolved as a user gets them.

``--given`` hands the gold's own sources, cues and contents to the package: what it makes of them is all that counts.
"""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attribution import case_of, print_scores
from benchmarks.attribution_scores import Case, Count
from benchmarks.predictions import Row, parser, scored_or_written
from benchmarks.statement_scores import Pairing, paired
from benchmarks.windows import text_of

from benchmarks import statement_scores as scores

FORMULA = r"""formula: on word tokens (`\w+` with inner apostrophes, hyphens, stops), no punctuation; one to one
whole exact       source, cue and content are all equal
whole relaxed     content Jaccard >= .5; source Jaccard >= .5 or both absent; cues share a token or are both absent
ECE               in ten bins of the confidence: |mean confidence - share that is whole relaxed|, weighted by size
the rest is counted where content Jaccard >= .5 (one to one, the nearest first):
speaker           right name (letter case, marks, a leading "the" aside), or rightly none; wrong: another name than the
                  gold's, or one where it has none; unnamed: none though the gold has one; part: a shorter or longer one
speaker, found    F1 over all statements: content found and speaker right
relay             of the gold chains, those found exactly; false: predicted chains that are not their statement's
macro             mean F1 of the labels that the gold has
ECE of the kind   in ten bins of how likely the kind is said to be: |mean of it - share that is right|, by size
insertions        equal but for brackets and stops at the ends     restated   pairs of statements of one claim
venue             of the pairs: word Jaccard >= .5, articles aside; event, its place: of pairs whose gold is an
                  expectation
headline          over all statements: content found and told to be the headline's
day said          of the pairs whose gold says when: right day, month or year
"""
GOLD = {
    "Wikinews": Path(__file__).with_name("gold") / "statements-wikinews.jsonl",
    "Tehran Times": Path(__file__).with_name("gold") / "statements-tehran.jsonl",
}
KEYS = ("corpus", "key", "statements")
Predict: TypeAlias = Callable[[Path, Iterable[Mapping[str, Any]]], Iterator[Row]]


def gold_of(path: Path) -> list[Row]:
    """The labelled articles of a part, a line each."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def labelled_text(data: Path, line: Mapping[str, Any]) -> str:
    """The text that a line of gold labels.

    Raises:
        SystemExit: it isn't in the data, or is another by now.
    """
    text = text_of(data, line["corpus"], line["key"])
    if hashlib.sha256(text.encode()).hexdigest() != line["sha256"]:
        raise SystemExit(f"{line['key']}: not the text that was labelled")
    return text


def predicted(data: Path, gold: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """What the package finds in each article."""
    import onrecord

    for line in gold:
        text = labelled_text(data, line)
        yield _row(line, onrecord.statements(text, published=line["published"], outlet=line.get("outlet")))


def given(data: Path, gold: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """What the package makes of the gold's own spans, in each article."""
    from onrecord import articles, extraction, resolution
    from onrecord.model import Attribution, Span

    def attribution(one: Mapping[str, Any]) -> Attribution:
        content, cue, source = (tuple(Span(*span) for span in one[role]) for role in ("content", "cue", "source"))
        return Attribution(content=content, cue=cue, source=source)

    for line in gold:
        published = line["published"] and date.fromisoformat(line["published"])
        text = labelled_text(data, line)
        article = articles.article_from_text(text, published=published, outlet=line.get("outlet"))
        told = [extraction.as_statement(article, attribution(one)) for one in line["statements"]]
        yield _row(line, resolution.resolve(article, told))


def _row(line: Mapping[str, Any], statements: Iterable[Any]) -> Row:
    import msgspec

    told = [msgspec.to_builtins(one) for one in statements]
    rounded = [one | {name: round(one[name], 3) for name in ("confidence", "kind_confidence")} for one in told]
    return {"corpus": line["corpus"], "key": line["key"], "statements": rounded}


def cases(data: Path, gold: Iterable[Row], rows: Iterable[Row]) -> list[Case]:
    """Gold and predictions side by side, as token sets."""
    return [case_of(line["key"], text, line["statements"], found) for line, text, found in _sides(data, gold, rows)]


def pairings(data: Path, gold: Iterable[Row], rows: Iterable[Row]) -> list[Pairing]:
    """Gold and predictions side by side, as they are, with who answers whom."""
    made = []
    for line, text, found in _sides(data, gold, rows):
        case = case_of(line["key"], text, line["statements"], found)
        contents = [one.content for one in case.gold], [one.content for one in case.predicted]
        made.append(paired(text, line["statements"], found, contents))
    return made


def _sides(data: Path, gold: Iterable[Row], rows: Iterable[Row]) -> Iterator[tuple[Row, str, list[dict[str, Any]]]]:
    found = {(row["corpus"], row["key"]): row["statements"] for row in rows}
    for line in gold:
        yield line, labelled_text(data, line), found.get((line["corpus"], line["key"]), [])


def options_of(command: ArgumentParser, arguments: list[str] | None) -> Namespace:
    """The options that the benchmarks of statements share."""
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds wikinews/ and tehran-times/)")
    command.add_argument("--gold", type=Path, nargs="+", help="other gold than our own open one, JSON Lines")
    command.add_argument("--given", action="store_true", help="sources, cues and contents are the gold's own")
    return command.parse_args(arguments)


def scored(options: Namespace) -> tuple[dict[str, list[Row]], list[Row]]:
    """The parts of the gold, and all of them together where they are several; and the predictions."""
    named = {path.stem.removeprefix("statements-"): path for path in options.gold} if options.gold else GOLD
    parts = {name: gold_of(path) for name, path in named.items()}
    every = [line for lines in parts.values() for line in lines]
    predict: Predict = given if options.given else predicted
    rows = scored_or_written(options.predictions, lambda: predict(options.data, every), keys=KEYS)
    return ({**parts, "together": every} if len(parts) > 1 else parts), rows


def main(arguments: list[str] | None = None) -> int:
    """Print a table for each corpus and one for all."""
    options = options_of(parser(__file__, f"{__doc__}\n{FORMULA}"), arguments)
    parts, rows = scored(options)
    print(FORMULA)
    for name, lines in parts.items():
        if not options.given:
            _print(name, cases(options.data, lines, rows))
        _print_fields(name, pairings(options.data, lines, rows))
        print()
    return 0


def _print(name: str, found: list[Case]) -> None:
    sizes = sum(len(c.gold) for c in found), sum(len(c.predicted) for c in found)
    print(f"{name}: {len(found)} articles, {sizes[0]} gold, {sizes[1]} predicted")
    print_scores(found, ("whole exact", "whole relaxed", "source exact", "cue exact", "content exact"))


def _print_fields(name: str, found: list[Pairing]) -> None:
    """What is understood; only the fields that gold and predictions both have."""
    told = [one for pairing in found for one in (*pairing.gold, *pairing.predicted)]
    has = {field for field in told[0] if all(field in one for one in told)} if told else set()
    print(f"{name}: {sum(len(pairing.partner) for pairing in found)} statements with a partner")
    if "speaker" in has:
        _print_names(found)
    for field in ("kind", "stance", "strength", "form"):
        if field in has:
            _print_labels(field, found)
    if "kind" in has and (error := scores.kind_error(found)) is not None:
        print(f"{'ECE of the kind':18}{error:.3f}")
    if "relay" in has:
        chains = scores.chains(found)
        print(
            f"relay             exact {chains.exact} of {chains.gold} ({ratio(chains.exact, chains.gold)})   "
            f"false {chains.false} of {chains.predicted} statements ({ratio(chains.false, chains.predicted)})"
        )
    for field, called, score in (
        ("insertions", "insertions", scores.insertions),
        ("restates", "restated", scores.restated),
        ("in_headline", "headline", scores.headlines),
    ):
        if field in has:
            print_count(called, _sum(map(score, found)))
    _print_occasions(has, found)


def _print_occasions(has: set[str], found: list[Pairing]) -> None:
    for field, called, part in (
        ("venue", "venue", "venue"),
        ("event", "event", "event"),
        ("event", "its place", "place"),
    ):
        if field in has:
            print_count(called, _sum(scores.places_found(pairing, part) for pairing in found))
    if "said_on" in has:
        right, of = scores.days_said(found)
        print(f"day said          right {right} of {of} ({ratio(right, of)})")


def _print_names(found: list[Pairing]) -> None:
    for kind, names in scores.names(found).items():
        if names.of:
            print(
                f"speaker {kind:10}right {ratio(names.right, names.of)}   unnamed {ratio(names.unnamed, names.of)}   "
                f"wrong {ratio(names.wrong, names.of)} (a part: {names.part})   of {names.of}"
            )
    print_count("speaker, found", _sum(map(scores.speakers_found, found)))


def _print_labels(field: str, found: list[Pairing]) -> None:
    told = scores.labels(found, field)
    each = "  ".join(f"{label} {count.f1:.2f} ({count.gold})" for label, count in told.each.items())
    print(f"{field:18}macro {told.macro:.3f}   right {ratio(told.right, told.of)}   {each}")


def print_count(name: str, count: Count) -> None:
    """Precision, recall and F1 in a line."""
    print(
        f"{name:18}P {count.precision:.3f}   R {count.recall:.3f}   F1 {count.f1:.3f}   "
        f"({count.matched} right, {count.predicted} predicted, {count.gold} gold)"
    )


def _sum(counts: Iterable[Count]) -> Count:
    whole = Count()
    for count in counts:
        whole = whole.plus(count)
    return whole


def ratio(part: int, whole: int) -> str:
    """A share to three decimals; a dash of nothing."""
    return f"{part / whole:.3f}" if whole else "-"


if __name__ == "__main__":
    raise SystemExit(main())
