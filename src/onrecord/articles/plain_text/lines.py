"""What a line of plain text looks like, as numbers: the line model decides from these alone.

Its words reach the model hashed (:func:`word_ids`), so that what "share" or "teilen" means is learnt;
the only word lists are those of headings that the story ends at ("comments", "related").
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onrecord.articles.plain_text.wrapping import logical_lines
from onrecord.languages import table

Matrix = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]

LOOKED_AT = 4000
"""Characters of a line that are looked at: a longer line is prose or rubbish, and more tells no more."""
BUCKETS = 8192
"""Hash buckets for words; bucket 0 is no word."""
WORD_IDS = 24
"""Hashed words and pairs that a line is known by."""

_PADDING = " \t\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_WORD = re.compile(r"\w+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts that write no spaces, or few
_CLOSING = "\"'”’»)] "
_STOP = re.compile("[.!?…。！？؟]+[\"'”’»)\\]]?(?=\\s|$)|[。！？]")
_COMMA = re.compile("[,;،、，；]")
_QUOTE = re.compile('["“”„«»‘’「」]')
_BRACKET = re.compile(r"[()\[\]{}<>]")
_BAR = re.compile(r"[|»›·•→▸/\\]")
_LINK = re.compile(r"https?:|www\.|\w@\w|\.com\b|\.org\b")
_HANDLE = re.compile(r"(?<!\w)[@#]\w")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
DAY = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d(?:[./-]\d{1,2}[./-]\d{1,2})?)(?!\d)|\d年")
_BULLET = re.compile(r"(?:[*+•◦▪‣·●○■□>›»→▸►–—-]|o(?=\s\S))(?:\s+|$)")
_NUMBER = re.compile(r"\(?\d{1,3}[.)](?:\s+|$)")
_SPEAKER = re.compile(r"[^\W\d_][\w.'’-]{0,20}(?: [\w.'’-]{1,20}){0,3}:\s")
_GAP = re.compile(r"\S {2,}(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something in it. ``blank`` counts the empty lines before it; ``bullet`` is its mark, if any."""

    words: str
    indent: int = 0
    blank: int = 0
    bullet: str = ""


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines that hold a word, in order."""
    found: list[Line] = []
    blank = 0
    for raw in logical_lines(text):
        words = raw.strip(_PADDING)
        if not _WORD.search(words):
            blank += 1
            continue
        mark = _BULLET.match(words) or _NUMBER.match(words)
        indent = len(raw) - len(raw.lstrip())
        found.append(Line(words, min(indent, 80), min(blank, 9), mark.group().strip() if mark else ""))
        blank = 0
    return tuple(found)


def word_ids(lines: Sequence[Line]) -> Ids:
    """The hashed words and pairs of words at the start of each line, 0 where there is no more."""
    ids = np.zeros((len(lines), WORD_IDS), dtype=np.int32)
    for row, line in enumerate(lines):
        words = [_digitless(w) for w in _WORD.findall(line.words[:400].lower())[: WORD_IDS // 2]]
        grams = words + [f"{a} {b}" for a, b in pairwise(words)]
        for column, gram in enumerate(grams[:WORD_IDS]):
            ids[row, column] = 1 + zlib.crc32(gram.encode("utf-8", "replace")) % (BUCKETS - 1)
    return ids


def _digitless(word: str) -> str:
    return "0" * min(len(word), 4) if word.isdigit() else word


# ── a line by itself ─────────────────────────────────────────────────────────


def count_words(words: str) -> float:
    """Words, where two characters of a script without spaces make one."""
    return len(_WORD.findall(words)) + len(_WIDE.findall(words)) / 2


def ends_a_sentence(words: str) -> bool:
    """Whether the line ends as a sentence does, quotation marks and brackets left aside."""
    return words.rstrip(_CLOSING)[-1:] in tuple(".!?。！？؟")


def _own(line: Line) -> list[float]:
    words = line.words[:LOOKED_AT]
    tokens = _WORD.findall(words)
    count = count_words(words)
    letters = max(1, sum(map(len, tokens)))
    several = max(1, len(tokens))
    stripped = words.rstrip(_CLOSING)
    return [
        math.log1p(len(line.words)),
        math.log1p(count),
        letters / several,
        sum(map(str.isdigit, words)) / len(words),
        sum(t[0].isupper() for t in tokens) / several,
        sum(len(t) > 1 and t.isupper() for t in tokens) / several,
        sum(len(t) <= 3 and t.islower() for t in tokens) / several,
        1 - letters / max(1, len(words.replace(" ", ""))),
        math.log1p(len(_STOP.findall(words))),
        math.log1p(len(_COMMA.findall(words))),
        math.log1p(len(_QUOTE.findall(words))),
        math.log1p(len(_BRACKET.findall(words))),
        math.log1p(len(_BAR.findall(words))),
        math.log1p(len(_GAP.findall(words))),
        float(ends_a_sentence(words)),
        float(stripped[-1:] == ":"),
        float(stripped[-3:] == "..." or stripped[-1:] == "…"),
        float(words[:1].islower()),
        float(words[:1].isdigit()),
        float(bool(_QUOTE.match(words))),
        float(bool(_LINK.search(words))),
        float(bool(_HANDLE.search(words))),
        float(bool(_COPYRIGHT.search(words))),
        float(len(CLOCK.findall(words)) > 0),
        float(len(DAY.findall(words)) > 0),
        float(bool(_SPEAKER.match(words))),
        float(bool(line.bullet)),
        float(line.bullet[:1].isdigit()),
        float(line.blank),
        float(line.indent),
    ]


OWN = 30
"""Columns of :func:`_own`."""
_LOG_WORDS, _UPPER, _STOPS, _COMMAS, _ENDS, _BULLETED, _BLANK, _INDENT = 1, 4, 8, 9, 14, 26, 28, 29
_HANDLES, _CLOCKS, _DAYS, _SPEAKERS = 21, 23, 24, 25


def features(lines: Sequence[Line]) -> Matrix:
    """One row a line: what it looks like, what stands around it, and where it stands in the page."""
    if not lines:
        return np.zeros((0, COLUMNS), dtype=np.float32)
    own = np.array([_own(line) for line in lines], dtype=np.float32)
    words = np.expm1(own[:, _LOG_WORDS])
    prose = _prose(own)
    parts = [own, _neighbours(own), _means(own, prose), _place(lines, own, words, prose), _headings(lines, own)]
    return np.concatenate(parts, axis=1).astype(np.float32)


def _prose(own: Matrix) -> Matrix:
    """How much of a running sentence there is in each line, in words: below 0 for what is none."""
    words = np.minimum(np.expm1(own[:, _LOG_WORDS]), 100)
    running = (words >= 8) & ((own[:, _STOPS] > 0) | (own[:, _COMMAS] > 0) | (words >= 25)) & (own[:, _UPPER] < 0.6)
    return np.where(running, words, -3.0).astype(np.float32)


# ── what stands around it ────────────────────────────────────────────────────

_SEEN_NEARBY = (_LOG_WORDS, _UPPER, _STOPS, _ENDS, _BULLETED, _BLANK)
_REACH = (-3, -2, -1, 1, 2, 3)


def shifted(column: Matrix, by: int, fill: float = 0.0) -> Matrix:
    """The column with row ``i`` showing row ``i + by``; ``fill`` beyond the ends."""
    out = np.full_like(column, fill)
    if by >= len(column) or -by >= len(column):
        return out
    if by > 0:
        out[:-by] = column[by:]
    else:
        out[-by:] = column[:by]
    return out


def mean_around(column: Matrix, reach: int) -> Matrix:
    """The mean over the rows up to ``reach`` before and after, cut at the ends."""
    total = np.concatenate([[0.0], np.cumsum(column, dtype=np.float64)])
    at = np.arange(len(column))
    low, high = np.maximum(0, at - reach), np.minimum(len(column), at + reach + 1)
    return np.asarray((total[high] - total[low]) / (high - low), dtype=np.float32)


def _neighbours(own: Matrix) -> Matrix:
    seen = [shifted(own[:, c], by, -1.0) for by in _REACH for c in _SEEN_NEARBY]
    indents = [own[:, _INDENT] - shifted(own[:, _INDENT], by, -9.0) for by in _REACH]
    return np.stack(seen + indents, axis=1)


def _means(own: Matrix, prose: Matrix) -> Matrix:
    columns = [own[:, c] for c in (_LOG_WORDS, _STOPS, _BULLETED, _UPPER)] + [prose]
    return np.stack([mean_around(c, reach) for c in columns for reach in (3, 10, 30)], axis=1)


# ── where it stands in the page ──────────────────────────────────────────────


def best_segment(scores: Matrix) -> tuple[int, int]:
    """The half-open run of rows with the largest sum; empty where no score is above 0."""
    total = np.concatenate([[0.0], np.cumsum(scores, dtype=np.float64)])
    lowest = np.minimum.accumulate(total)
    end = int(np.argmax(total - lowest))
    return int(np.argmin(total[: end + 1])), end


def _place(lines: Sequence[Line], own: Matrix, words: Matrix, prose: Matrix) -> Matrix:
    count = len(lines)
    at = np.arange(count, dtype=np.float32)
    start, end = best_segment(prose)
    inside = (at >= start) & (at < end)
    is_prose = prose > 0
    prose_words = np.where(is_prose, words, 0)
    all_prose = max(1.0, float(prose_words.sum()))
    before = np.concatenate([[0.0], np.cumsum(prose_words)[:-1]])
    seen = Counter(line.words for line in lines)
    columns = [
        at / count,
        np.full(count, math.log1p(count)),
        np.log1p(at),
        np.log1p(count - 1 - at),
        inside,
        np.sign(at - start) * np.log1p(abs(at - start)),
        np.sign(end - 1 - at) * np.log1p(abs(end - 1 - at)),
        np.full(count, float(prose_words[start:end].sum()) / all_prose),
        np.full(count, is_prose.mean()),
        np.full(count, is_prose[start:end].mean() if end > start else 0.0),
        np.full(count, math.log1p(all_prose)),
        before / all_prose,
        _at_home(own, prose_words),
        _indent_share(own, prose_words),
        np.array([min(seen[line.words], 5) for line in lines]),
        _familiar(lines, is_prose & inside),
        _runs(own[:, _BULLETED] > 0),
        _runs(is_prose),
        np.full(count, own[:, _BLANK].mean()),
        np.full(count, own[:, _BULLETED].mean()),
    ]
    return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)


def _at_home(own: Matrix, prose_words: Matrix) -> Matrix:
    """How far a line's indent is from the one that most prose stands at."""
    weights = np.bincount(own[:, _INDENT].astype(int), weights=prose_words)
    return own[:, _INDENT] - float(np.argmax(weights))


def _indent_share(own: Matrix, prose_words: Matrix) -> Matrix:
    """The share of the page's prose that stands at the line's indent."""
    indents = own[:, _INDENT].astype(int)
    weights = np.bincount(indents, weights=prose_words)
    return np.asarray(weights[indents] / max(1.0, float(weights.sum())), dtype=np.float32)


def _familiar(lines: Sequence[Line], story: npt.NDArray[np.bool_]) -> Matrix:
    """The share of a line's longer words that the page's run of prose uses too, in another line."""
    longer = [{w for w in _WORD.findall(line.words[:LOOKED_AT].lower()) if len(w) > 3} for line in lines]
    used: Counter[str] = Counter()
    for words, told in zip(longer, story, strict=True):
        if told:
            used.update(words)
    shares = [
        sum(used[w] > told for w in words) / len(words) if words else -1.0
        for words, told in zip(longer, story, strict=True)
    ]
    return np.array(shares, dtype=np.float32)


def _runs(flags: npt.NDArray[np.bool_]) -> Matrix:
    """For each row, how long the run of equal flags is that it stands in (log), below 0 where the flag is off."""
    edges = np.flatnonzero(np.diff(flags)) + 1
    bounds = np.concatenate([[0], edges, [len(flags)]])
    lengths = np.repeat(np.diff(bounds), np.diff(bounds))
    return np.asarray(np.where(flags, np.log1p(lengths), -np.log1p(lengths)), dtype=np.float32)


# ── headings that end a story ────────────────────────────────────────────────


_SHORT = 8
"""Words of a heading."""


@cache
def _heading(topic: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("en", "chrome")["short"][topic]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _headings(lines: Sequence[Line], own: Matrix) -> Matrix:
    words = np.expm1(own[:, _LOG_WORDS])
    marks = [_marked(lines, words, topic) for topic in ("comments", "related")]
    columns = [*marks, *map(_since, marks), *(_since(m[::-1])[::-1] for m in marks)]
    seen = [*marks, *(own[:, c] for c in (_CLOCKS, _DAYS, _SPEAKERS, _HANDLES, _COMMAS))]
    columns += [mean_around(column, reach) for column in seen for reach in (5, 15)]
    columns += [np.log1p(np.cumsum(m)) for m in marks]
    usual = float(np.median(words[words >= 15])) if (words >= 15).any() else 15.0
    columns += [own[:, _LOG_WORDS] - math.log1p(usual), np.full(len(lines), math.log1p(usual))]
    columns += [np.full(len(lines), m.mean()) for m in marks]
    return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)


def is_chrome_heading(words: str) -> bool:
    """Whether a line of a few words is the heading of comments, or of related items."""
    short = count_words(words[:LOOKED_AT]) <= _SHORT
    return short and any(_heading(topic).search(words[:200]) for topic in ("comments", "related"))


@cache
def _related() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, table("en", "chrome")["related"]["headings"])), re.IGNORECASE)


def is_related_heading(words: str) -> bool:
    """Whether a line opens as the headings of lists of other stories do, and holds little else."""
    found = _related().match(words[:200])
    return found is not None and len(words) <= 2 * found.end() + 4 and not ends_a_sentence(words)


def _marked(lines: Sequence[Line], words: Matrix, topic: str) -> Matrix:
    """1 for the short lines that hold a word of such headings."""
    pattern = _heading(topic)
    found = [bool(n <= _SHORT and pattern.search(line.words[:200])) for line, n in zip(lines, words, strict=True)]
    return np.array(found, dtype=np.float32)


def _since(flags: Matrix) -> Matrix:
    """Lines since the last flag (log), 200 where there was none."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags > 0, at, -200))
    return np.log1p(np.minimum(at - last, 200)).astype(np.float32)


COLUMNS = OWN + len(_REACH) * (len(_SEEN_NEARBY) + 1) + 5 * 3 + 20 + 6 + 14 + 6
"""Columns of :func:`features`."""
