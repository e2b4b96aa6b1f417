"""The pages that the line model learns from: rendered, labelled, and laid out anew as light and plain pages."""

from __future__ import annotations

import gzip
import json
import random
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import trafilatura
from benchmarks.light_chrome import LONGEST, light_page
from inscriptis import get_text
from rapidfuzz.distance import LCSseq

from onrecord.articles.plain_text.lines import Line, read_lines

Shares = npt.NDArray[np.float32]
PARTS = 4
"""What is made from a page stays together in one of these."""
_TOKEN = re.compile(r"\w+")
_RUN = 3
"""Tokens in a row that must be the gold's for each of them to count in full."""
_BRIEF = 0.3
"""What a light brief weighs: its lines would outweigh those of other pages, as it has so few."""
_STRAY = 0.34
"""What a token of a shorter run counts."""


@dataclass(frozen=True, slots=True)
class Source:
    """A page as it came: rendered text, body in paragraphs, and the title that its head gives."""

    name: str
    text: str
    body: str
    title: str

    @property
    def part(self) -> int:
        """Everything made from a page is in one part, so that a model can be kept from all of it."""
        return zlib.crc32(self.name.encode()) % PARTS

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs, white space collapsed."""
        return [" ".join(line.split()) for line in self.body.split("\n") if line.strip()]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines, the share of each that is body, which part it belongs to, and how much it weighs in training."""

    lines: tuple[Line, ...]
    story: Shares
    part: int
    weight: float = 1.0


def gold_pages(data: Path) -> list[Source]:
    """The pages of ``article-extraction``, in the order of their names."""
    folder = data / "article-extraction"
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [_gold_page(folder / "html" / f"{name}.html.gz", gold[name]["articleBody"]) for name in sorted(gold)]


def _gold_page(path: Path, body: str) -> Source:
    html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
    return Source(path.name.removesuffix(".html.gz"), get_text(html), body, title_of(html))


def title_of(html: str) -> str:
    """The title that trafilatura finds in the head, empty if none."""
    found = trafilatura.extract_metadata(html)
    return " ".join((found.title or "").split()) if found else ""


def silver_pages(data: Path) -> list[Source]:
    """The pages of ``page-dates`` with the body that trafilatura finds: silver, for training alone."""
    found = []
    for path in sorted((data / "page-dates").glob("*.gz")):
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        body = trafilatura.extract(html, include_comments=False, favor_precision=True) or ""
        if len(body) > 300:
            found.append(Source(path.name, get_text(html), body, title_of(html)))
    return found


# ── labels ───────────────────────────────────────────────────────────────────


def label(lines: Sequence[str], gold: str) -> Shares:
    """The share of each line that is in the gold text, by the longest common subsequence of their tokens.

    A line of four tokens or more whose 4-grams are hardly in the gold has matched by chance.
    """
    tokens = [_TOKEN.findall(line) for line in lines]
    owner = [at for at, found in enumerate(tokens) for _ in found]
    wanted = _TOKEN.findall(gold)
    hits = np.zeros(len(lines), dtype=np.float32)
    for op in LCSseq.opcodes([t for found in tokens for t in found], wanted):
        if op.tag == "equal":
            long = op.src_end - op.src_start >= _RUN
            for at in range(op.src_start, op.src_end):
                hits[owner[at]] += 1 if long else _STRAY
    grams = set(_grams(wanted))
    shares = [_share(found, hit, grams) for found, hit in zip(tokens, hits, strict=True)]
    return np.array(shares, dtype=np.float32)


def _grams(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False))


def _share(tokens: Sequence[str], hits: np.float32, gold: set[tuple[str, ...]]) -> float:
    if not tokens:
        return 0.0
    aligned = min(1.0, float(hits) / len(tokens))
    own = _grams(tokens)
    if not own:
        return aligned
    known = sum(gram in gold for gram in own) / len(own)
    return aligned if known >= 0.3 else min(aligned, known)


# ── layouts ──────────────────────────────────────────────────────────────────


def training_set(gold: Sequence[Source], silver: Sequence[Source], seed: int) -> list[Labelled]:
    """Every page as rendered, with its indents taken out, as a light page, as a plain story and as a brief.

    Briefs are made light, too: without them a short page was taken for one that holds nothing but its story.
    """
    rng = random.Random(seed)
    every = [*gold, *silver]
    whole = {
        source.name: _labelled(source, source.text, 2.0 if at < len(gold) else 1.0) for at, source in enumerate(every)
    }
    chrome = chrome_lines(every, whole)
    pages = list(whole.values())
    pages += [_labelled(source, bare(source.text), 0.5) for source in gold]
    for at, source in enumerate(every):
        others = [chrome[s.name] for s in every if s.part == source.part and s is not source and s.name in chrome]
        pages += [_light(source, others, rng) for _ in range(3 if at < len(gold) else 2)]
        brief = [_light(_brief(source, rng), others, rng) for _ in range(2 if at < len(gold) else 1)]
        brief.append(_touched(_brief(source, rng) if rng.random() < 0.5 else source, others, rng))
        pages += [replace(page, weight=_BRIEF) for page in brief]
        pages += [_plain(source, source.paragraphs, rng), _plain(source, source.paragraphs[: rng.randint(1, 3)], rng)]
        pages += [_plain(source, _run_together(source.paragraphs, rng), rng)] * (at % 3 > 0)
    return [page for page in pages if page.lines]


def _labelled(source: Source, text: str, weight: float = 1.0) -> Labelled:
    lines = read_lines(text)
    return Labelled(lines, label([line.words for line in lines], source.body), source.part, weight)


def chrome_lines(sources: Iterable[Source], whole: Mapping[str, Labelled]) -> dict[str, list[str]]:
    """The chrome of each page, line by line, without the title and what is longer than a light page takes."""
    found = {}
    for source in sources:
        page = whole[source.name]
        lines = [
            line.words
            for line, share in zip(page.lines, page.story, strict=True)
            if share < 0.1 and len(line.words) <= LONGEST and _TOKEN.search(line.words) and line.words != source.title
        ]
        if lines:
            found[source.name] = lines
    return found


_EMPTY = re.compile(r"\n\s*\n")


def bare(text: str) -> str:
    """The text as other renderers give it: no indents, no empty lines."""
    return "\n".join(line.strip() for line in _EMPTY.sub("\n", text).split("\n"))


def _light(source: Source, chrome: Sequence[Sequence[str]], rng: random.Random) -> Labelled:
    page = light_page(source.title if rng.random() < 0.8 else "", source.paragraphs, chrome, rng)
    return _marked(source, page.text, [line for line, told in zip(page.lines, page.story, strict=True) if told])


def _brief(source: Source, rng: random.Random) -> Source:
    """The page with the first one to four paragraphs of its story alone."""
    return replace(source, body="\n".join(source.paragraphs[: rng.randint(1, 4)]))


def _touched(source: Source, chrome: Sequence[Sequence[str]], rng: random.Random) -> Labelled:
    """A story with one or two lines of chrome above it or below: a masthead, a notice."""
    head = [source.title] if source.title and rng.random() < 0.7 else []
    lines = [rng.choice(rng.choice(chrome)) for _ in range(rng.choice((1, 1, 2)))]
    above = rng.random() < 0.4
    parts = [*lines * above, *head, *source.paragraphs, *lines * (not above)]
    return _marked(source, rng.choice(("\n", "\n\n", "\n\n")).join(parts), source.paragraphs)


def _run_together(paragraphs: Sequence[str], rng: random.Random) -> list[str]:
    """The lead, and the rest in one line, or in two: as some archives keep their stories."""
    lead = rng.choice((0, 1, 1, 1, 2))
    middle = rng.choice((len(paragraphs), len(paragraphs), rng.randint(lead, max(lead, len(paragraphs)))))
    parts = [*paragraphs[:lead], " ".join(paragraphs[lead:middle]), " ".join(paragraphs[middle:])]
    return [part for part in parts if part]


def _plain(source: Source, story: Sequence[str], rng: random.Random) -> Labelled:
    head = [source.title] if source.title and rng.random() < 0.5 else []
    return _marked(source, rng.choice(("\n", "\n\n", "\n\n")).join([*head, *story]), story)


def _marked(source: Source, text: str, story: Sequence[str]) -> Labelled:
    told = {_collapsed(part.words) for paragraph in story for part in read_lines(paragraph)}
    lines = read_lines(text)
    return Labelled(lines, np.array([_collapsed(line.words) in told for line in lines], np.float32), source.part)


def _collapsed(words: str) -> str:
    return " ".join(words.split())
