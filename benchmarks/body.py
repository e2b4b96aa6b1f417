"""Body against chrome: how much of the story is found, and how much that isn't the story comes with it.

    python benchmarks/body.py --data ../shared/data [--task html|text|light|plain] [--folds] [--predictions FILE]

Tasks: `html` the pages of article-extraction; `text` the same pages rendered to plain text by inscriptis;
`light` their gold bodies with three to ten real chrome lines of other pages around and inside;
`plain` stories without any chrome. The shipped line model was trained on the pages of `text` and `light`:
`--folds` scores models that were each trained without a fifth of the pages (needs the group `training`).
`--predictions` is JSON Lines `{"file": …, "body": …}` for `--task html` (if none is named) or `text`, `file` a key of
ground-truth.json: a file that exists is scored, one that doesn't is written. Without ground-truth.json all pages of
`article-extraction/html` are read, and nothing is scored.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.light_chrome import LONGEST, LightPage, light_page
from benchmarks.predictions import Row, parser, scored_or_written, unscored

from onrecord.articles.plain_text.text import TextPage, read_text

FORMULA = """formula: 4-grams of \\w+ tokens with counts (a shorter text is one gram); for each page
  tp = Σ min(gold, found), P = tp / found, R = tp / gold; P and R are means over the pages, F1 = 2PR / (P + R)
  light, plain: a line is found where its tokens stand in the body, in order (plain: in the body or the title);
  lost = body lines not found / body lines, kept = chrome lines found / chrome lines"""
SEED = 99
WEIGHTS = Path(__file__).parent.parent / "src" / "onrecord" / "models" / "data" / "weights.json"
LIGHT_PAGES = 3
"""Light pages made of each gold body."""
_TOKEN = re.compile(r"\w+")

Reader = Callable[[str], TextPage]
"""Plain text → what was read in it."""


@dataclass(frozen=True, slots=True)
class Score:
    """Means over pages, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Of the two means."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.4f}  R {self.recall:.4f}  F1 {self.f1:.4f}"


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text's tokens, with counts."""
    tokens = _TOKEN.findall(text)
    if len(tokens) < 4:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False))


def page_score(gold: str, found: str) -> Score:
    """P and R of one page, as in the benchmark's evaluate.py."""
    wanted, got = shingles(gold), shingles(found)
    if wanted == got:
        return Score(1.0, 1.0)
    hits = (wanted & got).total()
    return Score(hits / max(1, got.total()), hits / max(1, wanted.total()))


def score(pairs: Iterable[tuple[str, str]]) -> Score:
    """The means over (gold, found) pairs."""
    each = [page_score(gold, found) for gold, found in pairs]
    return Score(sum(s.precision for s in each) / len(each), sum(s.recall for s in each) / len(each))


# ── html and text ────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page of article-extraction."""

    name: str
    html: str
    body: str


def gold_pages(data: Path) -> list[GoldPage]:
    """All pages, in the order of their names."""
    folder = data / "article-extraction"
    gold = json.loads(_gold_file(data).read_text(encoding="utf-8"))
    return [
        GoldPage(name, _html(folder / "html" / f"{name}.html.gz"), gold[name]["articleBody"]) for name in sorted(gold)
    ]


def bare_pages(data: Path) -> list[GoldPage]:
    """All pages of a folder that came without gold."""
    paths = sorted((data / "article-extraction" / "html").glob("*.html.gz"))
    return [GoldPage(path.name.removesuffix(".html.gz"), _html(path), "") for path in paths]


def _html(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def rendered(html: str) -> str:
    """The page as inscriptis renders it (group ``bench``)."""
    from inscriptis import get_text

    return str(get_text(html))


def whole_article(page: GoldPage) -> str:
    """The body that Onrecord finds in a page; empty where it finds no article."""
    from onrecord.articles.clean import clean
    from onrecord.errors import PageError
    from onrecord.model import Page

    try:
        article = clean(Page(data=page.html.encode(), name=page.name, format="html"))
    except PageError:
        return ""
    return "\n".join(article[span] for span in article.paragraphs)


def html_task(data: Path) -> None:
    """Onrecord against trafilatura alone, in the same run."""
    import trafilatura

    def theirs(page: GoldPage) -> str:
        return trafilatura.extract(page.html, include_comments=False, favor_precision=True) or ""

    pages = gold_pages(data)
    for name, reader in (("onrecord, whole article", whole_article), ("trafilatura, favor_precision", theirs)):
        _timed(f"html   {name}", pages, reader)


def _timed(name: str, pages: Sequence[GoldPage], reader: Callable[[GoldPage], str]) -> None:
    start = time.perf_counter()
    found = [reader(page) for page in pages]
    speed = len(pages) / (time.perf_counter() - start)
    result = score((page.body, body) for page, body in zip(pages, found, strict=True))
    print(f"{name:<48} {result}  ({len(pages)} pages, {speed:.0f} pages/s)")


def text_task(data: Path) -> None:
    """The shipped model on the pages that it was trained on, and what the lines allow at best."""
    texts = {page.name: rendered(page.html) for page in gold_pages(data)}
    _timed(
        "text   shipped model (TRAINED ON these pages)",
        gold_pages(data),
        lambda page: body_of(read_text(texts[page.name])),
    )


def body_of(page: TextPage) -> str:
    """What is scored: the body's paragraphs."""
    return "\n".join(page.paragraphs)


READERS: dict[str, Callable[[GoldPage], str]] = {
    "html": whole_article,
    "text": lambda page: body_of(read_text(rendered(page.html))),
}
"""What predicts a page's body, by task."""


def given_task(data: Path, task: str, predictions: Path) -> None:
    """Predictions for one task, written if they aren't there; a page without one counts as found empty."""
    gold = _gold_file(data).is_file()
    pages = gold_pages(data) if gold else bare_pages(data)

    def rows() -> Iterator[Row]:
        for page in pages:
            yield {"file": page.name, "body": READERS[task](page)}

    given = {row["file"]: row["body"] for row in scored_or_written(predictions, rows, keys=("file", "body"))}
    if not gold:
        print(unscored(len(given), predictions, f"no {_gold_file(data)}"))
        return
    result = score((page.body, given.get(page.name, "")) for page in pages)
    print(f"{task:<6} predictions  {result}  ({sum(page.name in given for page in pages)} of {len(pages)} pages)")


def _gold_file(data: Path) -> Path:
    return data / "article-extraction" / "ground-truth.json"


# ── light chrome ─────────────────────────────────────────────────────────────


@dataclass
class Lines:
    """Lines counted over pages."""

    story: int = 0
    lost: int = 0
    chrome: int = 0
    kept: int = 0
    titles: int = 0
    titles_right: int = 0

    def add(self, page: LightPage, read: TextPage) -> None:
        """Count one page: a line is kept where its words stand in the body's paragraphs."""
        found = _known("\n".join(read.paragraphs))
        for line, told in zip(page.lines, page.story, strict=True):
            words = _known(line)
            if told is None:
                self.titles += 1
                self.titles_right += _known(read.title) == words
            elif words.strip():
                inside = words in found
                self.story += told
                self.lost += told and not inside
                self.chrome += not told
                self.kept += inside and not told

    def __str__(self) -> str:
        return (
            f"body lines lost {self.lost}/{self.story} = {self.lost / max(1, self.story):.2%}   "
            f"chrome lines kept {self.kept}/{self.chrome} = {self.kept / max(1, self.chrome):.2%}   "
            f"titles right {self.titles_right}/{self.titles} = {self.titles_right / max(1, self.titles):.1%}"
        )


def _known(text: str) -> str:
    """Its tokens, with one space before, between and after, so that whole lines are looked for."""
    return f" {' '.join(_TOKEN.findall(text))} "


def light_pages(pages: Sequence[tuple[str, str, str, str]], seed: int = SEED) -> Iterator[LightPage]:
    """Light pages of (name, title, body, rendered text): each story with the chrome of the others."""
    rng = random.Random(seed)  # noqa: S311 -- the same pages each time are the point
    chrome = {name: _chrome(text, body, title) for name, title, body, text in pages}
    for name, title, body, _ in pages:
        others = [lines for other, lines in chrome.items() if other != name and lines]
        paragraphs = [" ".join(line.split()) for line in body.split("\n") if line.strip()]
        for _ in range(LIGHT_PAGES):
            yield light_page(title, paragraphs, others, rng)


def _chrome(text: str, body: str, title: str) -> list[str]:
    """The lines of a page that share no 4-gram with the gold body, nor stand in it whole."""
    grams, whole = shingles(body), _known(body)
    return [
        line.strip()
        for line in text.split("\n")
        if _TOKEN.search(line)
        and len(line.strip()) <= LONGEST
        and line.strip() != title
        and _known(line) not in whole
        and not (shingles(line) & grams)
    ]


def light_task(data: Path) -> None:
    """The shipped model on light pages made of the pages that it was trained on."""
    counted = Lines()
    rows = [(page.name, title_of(page.html), page.body, rendered(page.html)) for page in gold_pages(data)]
    for page in light_pages(rows):
        counted.add(page, read_text(page.text))
    print(f"light  shipped model (TRAINED ON these pages): {counted}")


def title_of(html: str) -> str:
    """The title that trafilatura finds in the page's head."""
    import trafilatura

    found = trafilatura.extract_metadata(html)
    return " ".join((found.title or "").split()) if found else ""


# ── plain stories ────────────────────────────────────────────────────────────


def plain_task(data: Path) -> None:
    """Lines of stories without chrome that the shipped model takes for chrome; it never saw these texts."""
    for name, texts in plain_stories(data):
        lost, lines, empty = plain_score(texts, read_text)
        share = f"lines lost {lost}/{lines} = {lost / lines:.2%}"
        print(f"plain  {name:<14} {share}   ({len(texts)} stories, {empty} without a body)")


def plain_stories(data: Path) -> Iterator[tuple[str, list[str]]]:
    """Three corpora of plain stories. What is chrome in them all the same is counted as lost."""
    yield "polnear", [path.read_text(encoding="utf-8") for path in sorted((data / "polnear/train/text").glob("*"))]
    with (data / "wikinews/wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        yield "wikinews", [f"{row['title']}\n\n{_undated(row['text'])}" for row in csv.DictReader(file)]
    paths = sorted((data / "tehran-times").glob("*.txt"))[::9]
    yield "tehran-times", [path.read_text(encoding="utf-8") for path in paths]


def _undated(text: str) -> str:
    """Without the date that a Wikinews text opens with: it is chrome."""
    first, _, rest = text.partition("\n")
    return rest if re.search(r", \d{4}\s*$", first) else text


def plain_score(texts: Sequence[str], reader: Reader) -> tuple[int, int, int]:
    """Lines lost (neither body nor title), lines, and stories where nothing was found."""
    lost = lines = empty = 0
    for text in texts:
        read = reader(text)
        empty += not read.paragraphs
        found = _known("\n".join((read.title, *read.paragraphs)))
        told = [line for line in text.split("\n") if _TOKEN.search(line)]
        lines += len(told)
        lost += sum(_known(line) not in found for line in told)
    return lost, lines, empty


# ── folds ────────────────────────────────────────────────────────────────────


def folds_task(data: Path, seed: int) -> Mapping[str, str]:
    """`text` and `light` by models that have not seen the pages. Takes minutes."""
    from training.lines.folds import folds

    counted = Lines()
    pairs: list[tuple[str, str]] = []
    for model, left in folds(data, seed):
        pairs += [(source.body, body_of(read_text(source.text, shares=model.shares))) for source in left]
        for page in light_pages([(s.name, s.title, s.body, s.text) for s in left]):
            counted.add(page, read_text(page.text, shares=model.shares))
    result = {"text": str(score(pairs)), "light": str(counted)}
    for task, line in result.items():
        print(f"{task:<6} five folds by page, seed {seed}: {line}")
    return result


# ── command ──────────────────────────────────────────────────────────────────

TASKS: dict[str, Callable[[Path], None]] = {
    "html": html_task,
    "text": text_task,
    "light": light_task,
    "plain": plain_task,
}


def recorded() -> None:
    """The five-fold scores that the training of the shipped model wrote down: those on pages that it has not seen."""
    scores = json.loads(WEIGHTS.read_text(encoding="utf-8"))["lines"]["scores_five_folds"]
    print("five folds by page, as kept when the shipped model was made (`--folds` measures anew, in about 20 minutes):")
    for name, result in scores.items():
        print(f"{name:<6} {result}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the formula and the table."""
    command = parser(__file__, __doc__, "--task html or text")
    command.add_argument("--data", type=Path, default=Path("../shared/data"), help="the shared data")
    command.add_argument("--task", choices=sorted(TASKS))
    command.add_argument("--folds", action="store_true", help="train without each fifth of the pages and score on it")
    command.add_argument("--seed", type=int, default=7, help="of the folds")
    options = command.parse_args(arguments)
    task = options.task or "html"
    if options.predictions and (options.folds or task not in READERS):
        command.error("--predictions is for --task html or text")
    needed = options.data / "article-extraction" if options.predictions else _gold_file(options.data)
    if not needed.exists():
        print(f"skipped: no {needed}; say where the data is with --data")
        return 0
    print(FORMULA)
    if options.predictions:
        given_task(options.data, task, options.predictions)
    elif options.folds:
        folds_task(options.data, options.seed)
    else:
        for name in [options.task] if options.task else TASKS:
            TASKS[name](options.data)
        if not options.task:
            recorded()
    return 0


if __name__ == "__main__":
    sys.exit(main())
