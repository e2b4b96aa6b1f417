"""How the time of reading grows with the text: a megabyte against a hundred kilobytes.

    python benchmarks/growth.py --data ../shared/data [--sizes 100000 1000000]

`news` is PolNeAR's articles, one behind the other; the other texts are made here. Told in the processor's own seconds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from onrecord.articles import article_from_text
from onrecord.extraction import extract
from onrecord.model import Article
from onrecord.models.reader.scan import scan
from onrecord.resolution import resolve

FORMULA = """formula: the processor's seconds for one text of each size, read as one article
  extract, resolve   from the text to its statements; from those to speakers, windows, figures, groups
  growth             seconds a character of the longest text, over those of the shortest (1: linear)"""
FIRST = ("Ada", "Bo", "Cem", "Dora", "Emre", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kai", "Lea", "Mads", "Nora", "Otto")
LAST = ("Brandt", "Castell", "Dorn", "Eklund", "Farber", "Greve", "Holt", "Ibsen", "Jansky", "Korda", "Lindt", "Marlow")
ROLES = ("mayor of Ulm", "harbour master", "minister of water", "head of the dam board", "spokesman of the farmers")


def names() -> Iterator[str]:
    """Lines that each name one of 180 people, who then speaks as "he", by surname and by office."""
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    for person, role in zip(cycle(people), cycle(ROLES), strict=False):
        yield f"{person}, the {role}, said on Friday that the dam would hold until spring. He added that it leaks."
        yield f"{person.split()[1]} told the Ulm Courier that 40 farms had been flooded, the {role} said."


def equal() -> Iterator[str]:
    """One statement again and again."""
    return cycle(("The dam will hold until May, the mayor of Ulm said.",))


def interview() -> Iterator[str]:
    """Questions and answers."""
    return cycle(("Q: Will the dam hold?", "A: It will hold until May. We have asked for 40 pumps.", ""))


def text_of(lines: Iterator[str], size: int) -> str:
    """Lines until there are so many characters."""
    made: list[str] = []
    length = 0
    while length < size:
        made.extend(islice(lines, 50))
        length = sum(map(len, made)) + len(made)
    return "\n".join(made)[:size]


def news(data: Path) -> Iterator[str]:
    """The lines of real articles, over and over.

    Raises:
        SystemExit: there are none.
    """
    paths = sorted((data / "polnear" / "dev" / "text").glob("*.txt"))
    if not paths:
        raise SystemExit(f"{data / 'polnear' / 'dev' / 'text'}: no texts (.txt)")
    return cycle([line for path in paths for line in path.read_text(encoding="utf-8").splitlines()])


def spent(article: Article) -> tuple[float, float, int]:
    """Seconds of extraction and of resolution, and how many statements."""
    scan.cache_clear()
    start = time.process_time()
    statements = extract(article)
    middle = time.process_time()
    resolve(article, statements)
    return middle - start, time.process_time() - middle, len(statements)


def main(arguments: list[str] | None = None) -> None:
    """Print the formula and a line for each text and size."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--data", type=Path, required=True, help="the shared data")
    command.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000], help="characters of a text")
    options = command.parse_args(arguments)
    print(FORMULA)
    for name, lines in {
        "news": news(options.data),
        "names": names(),
        "equal": equal(),
        "interview": interview(),
    }.items():
        rates = []
        for size in sorted(options.sizes):
            extracting, resolving, count = spent(article_from_text(text_of(lines, size)))
            rates.append((extracting + resolving) / size)
            print(
                f"{name:10} {size:>9,} characters   {count:>6,} statements   "
                f"extract {extracting:6.2f} s   resolve {resolving:6.2f} s",
                flush=True,
            )
        print(f"{name:10} growth {rates[-1] / rates[0]:.2f}", flush=True)


if __name__ == "__main__":
    main()
