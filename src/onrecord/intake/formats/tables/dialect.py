"""Whether the beginning of a text is a table, and how its cells are parted."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.intake.addresses import web_address
from onrecord.intake.formats.tables.columns import roles_of

_DELIMITERS = (",", ";", "\t", "|")
_SEPARATOR_LINE = re.compile(r"\ufeff?\"?sep=(.)(\\?)\"?\r?\n", re.I)
"""What Excel writes above a table to tell itself; a backslash behind it is our own, for a table that escapes."""
_NAME = re.compile(r"[\w#@.:/()&\"' -]{0,60}")
_MOST_WORDS = 4  # of a column's name
_ROWS = 12
_IN_STEP = 4  # one row in so many, under columns that have names that are known
_FEWEST_ROWS = 3  # under which cells in step may be chance
_ESCAPED = re.compile(r"\\\"(?=[^,;\t|\r\n])")
"""A quotation mark behind a backslash inside a cell; at its end, the backslash may be the cell's own."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written. ``above``: lines before the one with the columns' names."""

    delimiter: str
    escapes: bool = False
    above: int = 0

    @property
    def told(self) -> str:
        """The line above a table from which ``dialect_told`` knows it again."""
        return f"sep={self.delimiter}" + "\\" * self.escapes + "\n"

    def names(self, text: str) -> list[str]:
        """What the columns of a table that begins so are called."""
        rows = islice(self.rows(io.StringIO(text.removeprefix("\ufeff"), newline="")), self.above, None)
        return next(filter(any, rows), [])

    def cells(self, text: str) -> list[str]:
        """The cells of the first row in a text."""
        return next(self.rows(io.StringIO(text, newline="")), [])

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The rows in lines that keep their ends."""
        return csv.reader(
            lines, delimiter=self.delimiter, escapechar="\\" if self.escapes else None, skipinitialspace=True
        )


def dialect_told(text: str) -> tuple[Dialect, str] | None:
    """The dialect that the line above a table tells, and the table under it."""
    found = _SEPARATOR_LINE.match(text)
    return (Dialect(found[1], bool(found[2])), text[found.end() :]) if found else None


def dialect_of(head: str) -> Dialect | None:
    """How a table that begins so is written; None: it is none."""
    separated = _SEPARATOR_LINE.match(head)
    body = head[separated.end() :] if separated else head
    escapes = bool(_ESCAPED.search(body)) and '""' not in body.replace(',""', "")
    above = int(separated is not None)
    delimiters = (separated[1],) if separated else _DELIMITERS
    tried = [Dialect(sign, escapes, above) for sign in delimiters if sign.isprintable() or sign == "\t"]
    scored = [(_score(each, body), each) for each in tried]
    best, told = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return told if best > 0 else _alone(body, above)


def _score(dialect: Dialect, body: str) -> float:
    """How much the first rows look like a table's in this dialect."""
    rows = _first_rows(dialect, body)
    if not rows or len(rows[0]) < 2 or not _are_names(rows[0]):
        return 0.0
    width, under = len(rows[0]), rows[1:]
    in_step = sum(len(row) == width for row in under)
    roles = roles_of(rows[0])
    if roles & {"url", "text", "html", "summary"} and len(roles) > 1:
        return len(roles) + width / 1_000 if _IN_STEP * in_step >= len(under) else 0.0
    fewest = _FEWEST_ROWS if dialect.delimiter in "\t|" or width > 2 else 2 * _FEWEST_ROWS
    return width / 1_000 if len(under) >= fewest and in_step == len(under) else 0.0


def _first_rows(dialect: Dialect, body: str) -> list[list[str]]:
    """Without empty lines, and without the last one where it may be cut."""
    rows: list[list[str]] = []
    try:
        for row in dialect.rows(io.StringIO(body, newline="")):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) > _ROWS:
                break
    except csv.Error:
        return rows
    is_cut = 2 < len(rows) <= _ROWS and not body.endswith("\n")
    return rows[:-1] if is_cut else rows


def _are_names(cells: Sequence[str]) -> bool:
    """Whether cells may be the names of columns: few words each, no two the same, none of them a value."""
    names = [cell.strip().removeprefix("\ufeff") for cell in cells]
    told = [name for name in names if name]
    return (
        2 * len(told) > len(names)
        and len({name.casefold() for name in told}) == len(told)
        and all(_NAME.fullmatch(name) and len(name.split()) <= _MOST_WORDS for name in told)
        and not any(web_address(name) or name.isdigit() or name.endswith((".", "?", "!")) for name in told)
    )


def _alone(body: str, above: int) -> Dialect | None:
    """A single column of addresses under its name."""
    lines = [line.strip().strip('"') for line in body.lstrip("\ufeff").splitlines()[: _ROWS + 1] if line.strip()]
    is_one = len(lines) > 1 and "url" in roles_of(lines[:1]) and all(map(web_address, lines[1:-1] or lines[1:]))
    return Dialect(",", False, above) if is_one else None
