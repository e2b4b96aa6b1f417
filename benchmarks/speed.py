"""How fast texts are read, in words a second on one core, and how near that is to the model alone.

    python benchmarks/speed.py --data ../shared/data [--articles N]

Reads the first N articles of `polnear/dev/text` three times and takes the quickest of each. All is told in the
processor's own seconds, so that a busy machine changes little.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.articles import article_from_text
from onrecord.extraction import extract
from onrecord.model import Article
from onrecord.models.reader.scan import OUTPUTS, feed_of, open_reader, scan
from onrecord.models.reader.windows import windows_of, words_with_looks
from onrecord.resolution import resolve

FORMULA = """formula: words as the reader has them (runs of letters and digits, signs), batch 1, one thread, one run
  model alone    the shipped file on the texts' own windows, its numbers made beforehand
  scan           from a text to what the model tells
  extract        from an article's text to its statements (cleaning and resolution left out)
  of the model   the speed of extract over the model's alone; what is read a second time counts against it
  read again     words inside a statement that are scanned once more, as a text of their own, for statements in them
  whole          extract, and resolution behind it: speakers, relays, windows, figures, restatements
  resolution     what it adds to the time of extract
  start          a new process until it has scanned one sentence, and the most memory that it took"""
RUNS = 3
SENTENCE = "The ferry will sail again in May, the harbour master said."
STARTED = f"""
import time
from onrecord.models.reader.scan import scan
scan({SENTENCE!r})
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(time.process_time(), status["VmHWM"].split()[0])
"""


def seconds(work: Callable[[], object]) -> float:
    """The processor's seconds for it, nothing kept from before."""
    scan.cache_clear()
    start = time.process_time()
    work()
    return time.process_time() - start


def started() -> tuple[float, float]:
    """Seconds and megabytes of a new process that scans one sentence."""
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)  # noqa: S603
    spent, kilobytes = done.stdout.split()
    return float(spent), int(kilobytes) / 1024


def table(articles: list[Article]) -> str:
    """All that is measured, one line each."""
    words = sum(len(words_with_looks(article.text).spans) for article in articles)
    feeds = [feed_of(one) for article in articles for one in windows_of(words_with_looks(article.text))]
    session = open_reader()
    works: dict[str, Callable[[], object]] = {
        "model alone": lambda: [session.run(OUTPUTS, feed) for feed in feeds],
        "scan": lambda: [scan(article.text) for article in articles],
        "extract": lambda: [extract(article) for article in articles],
        "whole": lambda: [resolve(article, extract(article)) for article in articles],
    }
    spent = dict.fromkeys(works, float("inf"))
    for _ in range(RUNS):  # in turns, so that what else the machine does meets each alike
        spent |= {name: min(spent[name], seconds(work)) for name, work in works.items()}
    again = scan.cache_info().misses - len(articles)
    alone, extracting = spent["model alone"], spent["extract"]
    first, memory = started()
    return "\n".join(
        [
            f"{len(articles)} articles, {words} words, {len(feeds)} windows, and {again} parts of them read again",
            *(f"{name:13} {words / spent[name]:>7.0f} words/s" for name in works),
            f"{'whole':13} {len(articles) / spent['whole']:>7.1f} articles/s",
            f"{'of the model':13} {alone / extracting:>7.1%} (scan: {alone / spent['scan']:.1%})",
            f"{'resolution':13} {spent['whole'] / extracting - 1:>+7.1%}",
            f"{'start':13} {first:>7.2f} s, {memory:.0f} MB",
        ]
    )


def texts_of(data: Path, count: int) -> list[Article]:
    """The first articles of the folder.

    Raises:
        SystemExit: there are none.
    """
    paths = sorted((data / "polnear" / "dev" / "text").glob("*.txt"))[:count]
    if not paths:
        raise SystemExit(f"{data / 'polnear' / 'dev' / 'text'}: no texts (.txt)")
    return [article_from_text(path.read_text(encoding="utf-8")) for path in paths]


def main(arguments: list[str] | None = None) -> None:
    """Print the formula and the table."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--data", type=Path, required=True, help="the shared data")
    command.add_argument("--articles", type=int, default=40, metavar="N", help="how many are read (default 40)")
    options = command.parse_args(arguments)
    print(FORMULA)
    print(table(texts_of(options.data, options.articles)))


if __name__ == "__main__":
    main()
