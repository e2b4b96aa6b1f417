"""Titles and authors of HTML pages against the gold of ``gold/titles.jsonl``; see ``gold/titles.md`` for its rules.

``python benchmarks/titles.py --data ../shared/data`` scores this program and bare trafilatura on the same pages;
``--predictions FILE`` is JSON Lines ``{"file", "title", "authors"}``: a file that exists is scored instead of this
program, one that doesn't is written. Where no page of the gold is in the folder, all its pages are read and nothing
is scored. ``--gold benchmarks/gold/titles-other.jsonl`` scores pages of other sorts and languages;
``python benchmarks/titles.py show --data ../shared/data`` prints the gold.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import json
import random
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.predictions import Row, parser, scored_or_written, unscored

GOLD = Path(__file__).parent / "gold" / "titles.jsonl"
FOLDER = "article-extraction/html"
RESAMPLES = 2_000
SEED = 20_171_031
KEYS = ("file", "title", "authors")

FORMULA = """\
title exact   share of pages whose title equals the gold title, after: NFC, whitespace collapsed and trimmed, single
              quotes of all kinds as ', double quotes as ", dashes as -, "..." as one ellipsis; letter case counts
authors exact share of pages whose set of authors equals the gold set, after: letter case, diacritics, full stops and
              a leading "The" dropped, whitespace collapsed; an empty set is right where the gold set is empty
in brackets   95 % interval: percentiles of 2,000 bootstrap samples of the pages"""

_TAG = re.compile(r"<[^>]*>")
_SAME = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "´": "'", "`": "'"}
                      | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """The title and the authors of one page."""

    title: str
    authors: tuple[str, ...]


def same_title(title: str) -> str:
    """The title in the form that is compared."""
    text = unicodedata.normalize("NFC", title).translate(_SAME).replace("...", "…")
    return " ".join(text.split())


def same_author(name: str) -> str:
    """A name in the form that is compared."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(letters.replace(".", " ").casefold().split()).removeprefix("the ")


def pages_of(lines: Iterable[Mapping[str, Any]], data: Path) -> dict[str, str]:
    """The HTML of the pages that the gold labels, decoded, by file name; none where none of them is there.

    Raises:
        SystemExit: some are there and some are not.
    """
    paths = {line["file"]: data / line.get("folder", FOLDER) / line["file"] for line in lines}
    missing = [path for path in paths.values() if not path.is_file()]
    if missing and len(missing) < len(paths):
        raise SystemExit(f"{missing[0]}: a labelled page is not there")
    return {} if missing else {file: _html(path) for file, path in paths.items()}


def all_pages(data: Path) -> dict[str, str]:
    """The HTML of all pages of the folder, by file name.

    Raises:
        SystemExit: there are none.
    """
    pages = {path.name: _html(path) for path in sorted((data / FOLDER).glob("*.html.gz"))}
    if not pages:
        raise SystemExit(f"{data / FOLDER}: no pages (.html.gz)")
    return pages


def _html(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", errors="replace")


def gold_of(lines: Iterable[Mapping[str, Any]], pages: Mapping[str, str]) -> dict[str, Named]:
    """The gold by file name; its spans are read from the pages.

    Raises:
        SystemExit: a title isn't the one that was labelled (the page is another one).
    """
    found = {}
    for line in lines:
        title = " ".join(_TAG.sub("", pages[line["file"]][s:e]) for s, e in line["title"]["spans"])
        title = " ".join(html.unescape(title).split())
        if hashlib.sha256(title.encode()).hexdigest() != line["title_sha256"]:
            raise SystemExit(f"{line['file']}: not the page that was labelled (its title has another hash)")
        found[line["file"]] = Named(title, tuple(line["authors"]))
    return found


def hits(gold: Mapping[str, Named], predicted: Mapping[str, Named]) -> dict[str, list[bool]]:
    """For each score, which pages (in the gold's order) are right. A page that was not predicted is wrong."""
    titles, authors = [], []
    for file, right in gold.items():
        given = predicted.get(file)
        titles.append(given is not None and same_title(given.title) == same_title(right.title))
        authors.append(
            given is not None and set(map(same_author, given.authors)) == set(map(same_author, right.authors))
        )
    return {"title exact": titles, "authors exact": authors}


def interval(right: list[bool]) -> tuple[float, float]:
    """The 95 % bootstrap interval of a share."""
    chance = random.Random(SEED)  # noqa: S311
    shares = sorted(sum(chance.choices(right, k=len(right))) / len(right) for _ in range(RESAMPLES))
    return shares[int(0.025 * RESAMPLES)], shares[int(0.975 * RESAMPLES) - 1]


def by_trafilatura(page: str) -> Named:
    """What bare trafilatura says (its authors are one string, joined by semicolons)."""
    from trafilatura import extract_metadata

    found = extract_metadata(page)
    authors = (found.author or "").split(";") if found else []
    return Named((found.title or "") if found else "", tuple(a.strip() for a in authors if a.strip()))


def by_onrecord(page: str) -> Named:
    """What this program says; nothing where it finds no article."""
    from onrecord.articles import clean
    from onrecord.errors import PageHasNoArticle
    from onrecord.intake import page_from_bytes
    from onrecord.settings import Settings

    try:
        article = clean(page_from_bytes(page.encode(), "page", settings=Settings()))
    except PageHasNoArticle:
        return Named("", ())
    return Named(article.title, article.byline)


def rows_of(pages: Mapping[str, str]) -> Iterator[Row]:
    """What this program says of each page."""
    for file, page in pages.items():
        named = by_onrecord(page)
        yield {"file": file, "title": named.title, "authors": named.authors}


def table(scores: Mapping[str, Mapping[str, list[bool]]]) -> Iterator[str]:
    """The printed table: one line for each score of each system."""
    for system, by_score in scores.items():
        for score, right in by_score.items():
            low, high = interval(right)
            share = sum(right) / len(right)
            yield f"{system:<12} {score:<14} {share:.3f} [{low:.3f}, {high:.3f}]  {sum(right)} of {len(right)}"


def misses(gold: Mapping[str, Named], predicted: Mapping[str, Named]) -> Iterator[str]:
    """Each page that is wrong, with what it should have been."""
    right = hits(gold, predicted)
    for at, (file, named) in enumerate(gold.items()):
        given = predicted.get(file, Named("", ()))
        if not right["title exact"][at]:
            yield f"{file[:16]} title   {given.title!r}\n{'':16} gold    {named.title!r}"
        if not right["authors exact"][at]:
            yield f"{file[:16]} authors {'; '.join(given.authors)!r}\n{'':16} gold    {'; '.join(named.authors)!r}"


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _arguments(given: list[str] | None) -> argparse.Namespace:
    command = parser(__file__, __doc__)
    command.add_argument("what", nargs="?", choices=("score", "show"), default="score")
    command.add_argument("--data", type=Path, required=True, help="the shared data (holds article-extraction/html)")
    command.add_argument("--gold", type=Path, default=GOLD, help="gold of the same shape for other pages")
    command.add_argument("--misses", action="store_true", help="list the pages that are wrong")
    return command.parse_args(given)


def main(argv: list[str] | None = None) -> int:
    """Runs the benchmark; the exit status is 0."""
    arguments = _arguments(argv)
    lines = _lines(arguments.gold)
    pages = pages_of(lines, arguments.data)
    gold = gold_of(lines, pages) if pages else {}
    if arguments.what == "show":
        for file, named in gold.items():
            print(f"{file}\n    {named.title}\n    {'; '.join(named.authors) or '(no author)'}")
        return 0
    print(FORMULA, "", sep="\n")
    rows = scored_or_written(arguments.predictions, lambda: rows_of(pages or all_pages(arguments.data)), keys=KEYS)
    if not pages:
        print(unscored(len(rows), arguments.predictions, f"no page of {arguments.gold} is in {arguments.data}"))
        return 0
    system = "predictions" if arguments.predictions else "onrecord"
    given = {row["file"]: Named(row["title"], tuple(row["authors"])) for row in rows}
    bare = {file: by_trafilatura(page) for file, page in pages.items()}
    print(*table({system: hits(gold, given), "trafilatura": hits(gold, bare)}), sep="\n")
    if arguments.misses:
        print("", *misses(gold, given), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
