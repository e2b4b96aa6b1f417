"""A question for a terminal: a dot-range plot and a table, as wide as it is; readable without colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from onrecord.exports import wording
from onrecord.exports.figures.lines import Line, Scale, scale_of, voices
from onrecord.exports.figures.rows import Row, rows_of
from onrecord.exports.figures.summary import summary
from onrecord.model import Article, FigureQuestion

WIDE = 100
"""From so many columns on, the table has a column for each thing; below it has two lines a figure."""
LEAST = 16
"""Columns that a plot has at least."""
MOST = 80
"""Columns that a plot has at most: wider ones are no easier to read."""
NAME = 34
"""Characters of a name in a line with another one."""
SHOWN = 8
"""Conflicts that are listed."""
KEY = "● said   ○ in a copy   × cited to be doubted   ▸ ◂ open end   ! in conflict"


def told(question: FigureQuestion, articles: Mapping[str, Article]) -> RenderableType:
    """A question with its plot, what conflicts and what updates, and the table."""
    return Group(_head(question), _Plot(question, articles), *_pairs(question), _Listing(question, articles))


def _head(question: FigureQuestion) -> RenderableType:
    lines = [Text.assemble((question.question, "bold"), (f"  {question.id}", "dim"))]
    lines.append(Text(f"Together because {question.why}.", style="dim"))
    lines += [Text(decided, style="yellow") for decided in question.decided]
    return Group(*lines)


def _pairs(question: FigureQuestion) -> Iterator[Text]:
    yield Text(summary(question), style="red" if question.conflicts else "dim")
    told = tuple(
        dict.fromkeys(
            f"{_short(question, one)}  against  {_short(question, other)}" for one, other in question.conflicts
        )
    )  # what a headline and its lede tell alike is told once
    for each in told[:SHOWN]:
        yield Text(f"  ! {each}", style="red")
    if len(told) > SHOWN:
        yield Text(f"  and {len(told) - SHOWN} more; --format csv has every one", style="dim")


def _short(question: FigureQuestion, at: int) -> str:
    cited = question.figures[at]
    day = f", {wording.short_day(cited.said)}" if cited.said else ""
    name = cited.speaker or "not known"
    return f"{wording.amount(cited.figure)} ({name if len(name) <= NAME else name[: NAME - 1] + '…'}{day})"


class _Plot:
    """Draws itself as wide as it may."""

    def __init__(self, question: FigureQuestion, articles: Mapping[str, Article]) -> None:
        self._voices, self._scale = voices(question, articles), scale_of(question)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        labels = [_label(line) for voice in self._voices for line in voice.lines]
        left = min(max(map(len, labels), default=0), max(options.max_width - LEAST - 4, 8))
        width = max(min(options.max_width - left - 4, MOST), 8)
        for voice in self._voices:
            yield Text(voice.name, overflow="ellipsis", no_wrap=True)
            for line in voice.lines:
                yield _drawn(line, self._scale, left, width)
        yield from _axis(self._scale, left, width)
        yield Text(KEY, style="dim")


def _label(line: Line) -> str:
    day = wording.short_day(line.day) if line.day else "no day"
    return f"{day:>6}  {line.label}"


def _drawn(line: Line, scale: Scale, left: int, width: int) -> Text:
    cells = [" "] * width
    start, end = _ends(line, scale, width)
    cells[start : end + 1] = "─" * (end + 1 - start)
    if line.low is None:
        cells[start] = "◂"
    elif line.high is None:
        cells[end] = "▸"
    elif start != end:
        cells[start], cells[end] = "├", "┤"
    if line.best is not None:
        cells[_column(line.best, scale, width)] = mark(line)
    elif line.low is not None and line.high is None:
        cells[start] = "├"
    label = _label(line)
    label = label if len(label) <= left else label[: left - 1] + "…"
    return Text.assemble(
        f"  {label:<{left}} ",
        ("!" if line.in_conflict else " ", "bold red"),
        ("".join(cells).rstrip(), "red" if line.in_conflict else "dim" if line.copied or line.disputed else ""),
    )


def mark(line: Line) -> str:
    """The dot of a figure."""
    return "×" if line.disputed else "○" if line.copied else "●"


def _ends(line: Line, scale: Scale, width: int) -> tuple[int, int]:
    """The columns of a line's ends; an open one goes on for a little, or to the edge where none is near."""
    low = _column(line.low, scale, width) if line.low is not None else None
    high = _column(line.high, scale, width) if line.high is not None else None
    open_to = max(width // 8, 3)
    if low is None:
        return max((high or 0) - open_to, 0), max(high or 0, 1)
    return (low, high) if high is not None else (min(low, width - 2), min(low + open_to, width - 1))


def _column(value: float, scale: Scale, width: int) -> int:
    return round(scale.at(value) * (width - 1))


def _axis(scale: Scale, left: int, width: int) -> Iterator[Text]:
    ruler, numbers = ["─"] * width, [" "] * width
    free = 0
    for tick in scale.ticks:
        at = _column(tick, scale, width)
        ruler[at] = "┴"
        words = wording.number(tick)
        start = max(at - len(words) // 2, 0)
        if start >= free and start + len(words) <= width:
            numbers[start : start + len(words)] = words
            free = start + len(words) + 2
    note = " (each mark ten times the one before)" if scale.logarithmic else ""
    yield Text(" " * (left + 4) + "".join(ruler), style="dim")
    yield Text(" " * (left + 4) + "".join(numbers).rstrip() + note, style="dim")


class _Listing:
    """The figures as a table where there is room, else two lines each."""

    def __init__(self, question: FigureQuestion, articles: Mapping[str, Article]) -> None:
        self._rows = tuple(rows_of(question, articles))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from (_table(self._rows, options.max_width),) if options.max_width >= WIDE else _stacked(self._rows)


def _table(rows: Sequence[Row], width: int) -> Table:
    room = max(width - _FIXED, 40)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for name in ("low", "best", "high"):
        table.add_column(name, justify="right", no_wrap=True, min_width=4)
    for name, share in (("of what", 0.27), ("who", 0.33)):
        table.add_column(name, max_width=int(room * share), no_wrap=True)
    table.add_column("stance", min_width=8, no_wrap=True)
    table.add_column("said on", min_width=10, no_wrap=True)
    for name, share in (("origin", 0.18), ("article", 0.22)):
        table.add_column(name, max_width=int(room * share), no_wrap=True)
    table.add_column("id", min_width=9, no_wrap=True, style="dim")
    for row in rows:
        ends = (wording.number(each) or "–" for each in (row.low, row.best, row.high))
        origin = f"(copy) {row.origin}" if row.copied else row.origin
        what = f"{row.noun} {row.population}".strip()
        shown = (what, _who(row), row.stance, row.said or "–", origin, row.article, row.figure)
        table.add_row(*ends, *(Text(each, overflow="ellipsis") for each in shown), style="red" if row.conflicts else "")
    return table


_FIXED = 58
"""Columns that the numbers, the stance, the day, the id and the space between take."""


def _stacked(rows: Sequence[Row]) -> Iterator[Text]:
    for row in rows:
        about = "about " if row.approximate else ""
        ends = f"{about}low {_end(row.low)}, best {_end(row.best)}, high {_end(row.high)}"
        yield Text.assemble(
            ("! " if row.conflicts else "  ", "bold red"),
            (f"{ends} {row.noun}".rstrip(), "bold"),
            f"  {row.said or 'no day'}  ",
            (row.figure, "dim"),
        )
        if row.population:
            yield Text(f"    of: {row.population}")
        copy = " (copy)" if row.copied else ""
        yield Text(f"    {_who(row)} {row.stance}; {row.origin}{copy}, “{row.article}”", style="dim")


def _who(row: Row) -> str:
    return f"{row.who}, own words" if row.own_words and row.who == row.outlet else row.who


def _end(value: float | None) -> str:
    return wording.number(value) or "–"
