"""Questions as one SVG: self-contained, no script, with a title and a description for those who can't see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from onrecord.exports import wording
from onrecord.exports.figures.lines import Line, Scale, Voice, scale_of, voices
from onrecord.exports.figures.summary import summary
from onrecord.model import Article, FigureQuestion

WIDTH = 880
LEFT = 250
RIGHT = 24
ROW = 22
VOICE = 26
HEAD = 74
BARE = 20
AXIS = 42
KEY = 34
OPEN = 46
"""Pixels of an open end's arrow, and the sizes of the parts."""

STYLE = """
.figures {
  color-scheme: light dark;
  --ink: #1d1c1a; --quiet: #5c5852; --line: #d5d0c7; --paper: #fcfbf8; --odd: #9b2c1f; --dot: #2a5a8f;
}
@media (prefers-color-scheme: dark) {
  .figures {
    --ink: #e9e6e0; --quiet: #aaa59c; --line: #45494d; --paper: #181a1c; --odd: #f09a8c; --dot: #86b4e6;
  }
}
.figures text { font: 13px system-ui, "DejaVu Sans", sans-serif; fill: var(--ink); }
.figures .head { font-size: 16px; font-weight: 650; }
.figures .quiet { fill: var(--quiet); font-size: 12px; }
.figures .voice { font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 5px; }
.figures .end { text-anchor: end; font-variant-numeric: tabular-nums; }
.figures .mid { text-anchor: middle; }
.figures .grid { stroke: var(--line); stroke-width: 1; }
.figures .range { stroke: var(--dot); stroke-width: 2.5; fill: none; }
.figures .arrow { fill: var(--dot); }
.figures .dot { fill: var(--dot); stroke: var(--dot); stroke-width: 2; }
.figures .copied .dot { fill: var(--paper); }
.figures .copied .range, .figures .disputed .range { stroke-dasharray: 4 3; }
.figures .cross { stroke: var(--quiet); stroke-width: 2.5; }
.figures .disputed .range { stroke: var(--quiet); }
.figures .disputed .arrow { fill: var(--quiet); }
.figures .odd .range, .figures .odd .dot { stroke: var(--odd); }
.figures .odd .dot, .figures .odd .arrow { fill: var(--odd); }
.figures .odd.copied .dot { fill: var(--paper); }
.figures .odd .flag { fill: var(--odd); font-weight: 700; }
.figures .paper { fill: var(--paper); }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chart:
    """One question with where it stands."""

    question: FigureQuestion
    voices: tuple[Voice, ...]
    scale: Scale
    head: int

    @property
    def height(self) -> int:
        """In pixels."""
        return self.head + sum(VOICE + ROW * len(voice.lines) for voice in self.voices) + AXIS + KEY


def drawn(questions: Sequence[FigureQuestion], articles: Mapping[str, Article], *, headed: bool = True) -> str:
    """One SVG with every question under the other; ``headed``: with what each is called over it."""
    head = HEAD if headed else BARE
    charts = [_Chart(question=q, voices=voices(q, articles), scale=scale_of(q), head=head) for q in questions]
    tops = list(accumulate((chart.height for chart in charts), initial=0))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figures" viewBox="0 0 {WIDTH} {tops[-1]}" width="{WIDTH}" '
        f'height="{tops[-1]}" role="img" aria-labelledby="figures-title figures-about">',
        f'<title id="figures-title">{_title(questions)}</title>',
        f'<desc id="figures-about">{_description(charts)}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{tops[-1]}"/>',
    ]
    for chart, top in zip(charts, tops, strict=False):
        parts += [f'<g transform="translate(0 {top})">', *_chart(chart), "</g>"]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _title(questions: Sequence[FigureQuestion]) -> str:
    named = questions[0].question if len(questions) == 1 else f"{len(questions)} questions that figures answer"
    return f"Figures: {_safe(named)}"


def _description(charts: Sequence[_Chart]) -> str:
    told = [
        f"{chart.question.question}: {summary(chart.question)}. "
        + "; ".join(f"{voice.name}: {', '.join(map(_spoken, voice.lines))}" for voice in chart.voices)
        for chart in charts
    ]
    return _safe(". ".join(told))


def _spoken(line: Line) -> str:
    marks = [
        "in a copy" if line.copied else "",
        "cited to be doubted" if line.disputed else "",
        "in conflict" if line.in_conflict else "",
    ]
    day = wording.one_day(line.day) if line.day else "day not known"
    return " ".join(filter(None, (line.label, f"({day}", *marks))) + ")"


def _chart(chart: _Chart) -> Iterator[str]:
    bottom = chart.height - AXIS - KEY
    if chart.head == HEAD:
        yield _text(chart.question.question, 16, 26, "head", most=100)
        yield _text(summary(chart.question), 16, 46, "quiet")
    yield from _grid(chart.scale, chart.head - 8, bottom)
    y = chart.head
    for voice in chart.voices:
        yield _text(voice.name, 16, y + 12, "voice", most=110)
        y += VOICE
        for line in voice.lines:
            yield from _line(line, chart.scale, y)
            y += ROW
    yield from _key(bottom + AXIS)


def _grid(scale: Scale, top: int, bottom: int) -> Iterator[str]:
    for tick in scale.ticks:
        x = _x(scale, tick)
        yield f'<path class="grid" d="M{x} {top}V{bottom}"/>'
        yield _text(wording.number(tick), x, bottom + 18, "quiet mid")
    if scale.logarithmic:
        yield _text("each mark is ten times the one before", WIDTH - RIGHT, bottom + 34, "quiet end")


def _line(line: Line, scale: Scale, y: int) -> Iterator[str]:
    kinds = ("copied", line.copied), ("disputed", line.disputed), ("odd", line.in_conflict)
    names = " ".join(name for name, is_so in kinds if is_so)
    where = f"{_safe(_spoken(line))}: {_safe(', '.join(line.where))}"
    yield f'<g class="{names}" transform="translate(0 {y})"><title>{where}</title>'
    day = wording.short_day(line.day) if line.day else "no day"
    yield _text(f"{day} · {line.label}", LEFT - 34, 4, "end", most=30)
    if line.in_conflict:
        yield _text("!", LEFT - 24, 4, "flag")
    yield from _range(line, scale)
    yield from _dot(line, scale)
    yield "</g>"


def _range(line: Line, scale: Scale) -> Iterator[str]:
    low = _x(scale, line.low) if line.low is not None else None
    high = _x(scale, line.high) if line.high is not None else None
    if low is not None and high is None:
        tip = min(low + OPEN, WIDTH - 6)
        yield f'<path class="range" d="M{low} 0H{tip - 6}"/><path class="arrow" d="M{tip} 0l-8 -5v10z"/>'
        yield f'<path class="range" d="M{low} -5v10"/>'
    elif high is not None and low is None:
        tip = max(high - OPEN, LEFT - 10)
        yield f'<path class="range" d="M{high} 0H{tip + 6}"/><path class="arrow" d="M{tip} 0l8 -5v10z"/>'
        yield f'<path class="range" d="M{high} -5v10"/>'
    elif low is not None and high is not None and low != high:
        yield f'<path class="range" d="M{low} -5v10M{low} 0H{high}M{high} -5v10"/>'


def _dot(line: Line, scale: Scale) -> Iterator[str]:
    if line.best is None:
        return
    x = _x(scale, line.best)
    if line.disputed:
        yield f'<path class="cross" d="M{x - 5} -5l10 10M{x - 5} 5l10 -10"/>'
    else:
        yield f'<circle class="dot" cx="{x}" cy="0" r="4.5"/>'


def _key(y: int) -> Iterator[str]:
    yield f'<g transform="translate(16 {y})">'
    for at, (drawing, words) in enumerate(_KEYS):
        yield f'<g transform="translate({at * 172} 0)">{drawing}{_text(words, 26, 4, "quiet")}</g>'
    yield "</g>"


_KEYS = (
    ('<circle class="dot" cx="12" cy="0" r="4.5"/>', "said"),
    ('<g class="copied"><circle class="dot" cx="12" cy="0" r="4.5"/></g>', "in a copy"),
    ('<path class="cross" d="M7 -5l10 10M7 5l10 -10"/>', "cited to be doubted"),
    ('<path class="range" d="M0 0H14"/><path class="arrow" d="M22 0l-8 -5v10z"/>', "open end"),
    ('<g class="odd"><text class="flag" x="9" y="4">!</text></g>', "in conflict"),
)


def _x(scale: Scale, value: float) -> int:
    return round(LEFT + scale.at(value) * (WIDTH - LEFT - RIGHT))


def _text(words: str, x: int, y: int, name: str, *, most: int = 140) -> str:
    shown = words if len(words) <= most else words[: most - 1] + "…"
    return f'<text class="{name}" x="{x}" y="{y}">{_safe(shown)}</text>'


def _safe(words: str) -> str:
    """For XML: escaped, and without the characters that it can't hold."""
    return escape("".join(c if c.isprintable() else " " for c in words))
