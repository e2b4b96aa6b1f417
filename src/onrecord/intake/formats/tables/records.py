"""The rows of a CSV text as they arrived, one by one, whatever is wrong with the others."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.intake.formats.tables.dialect import Dialect
from onrecord.intake.reading.lines import Lines

_MOST_TRIED_AGAIN = 20
_LOOKED_AT = 6  # lines under one that was left open


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its bytes, its cells, the number of its first line. ``problem``: why it has no cells."""

    raw: bytes
    cells: list[str]
    line: int
    encoding: str = "utf-8"
    problem: str = ""
    too_large: bool = False


class Records:
    """The rows that lines hold. Memory holds one row, of at most ``most`` bytes."""

    def __init__(self, lines: Lines, dialect: Dialect, most: int) -> None:
        self._lines = iter(lines)
        self._encoding_for = lines.encoding_for
        self._dialect = dialect
        self._most = most
        self._again: deque[bytes] = deque()
        self._line = 0
        self._left = _MOST_TRIED_AGAIN
        # how long a cell may be is csv's setting for the whole process: it is only ever raised
        csv.field_size_limit(max(csv.field_size_limit(), 2 * most))

    def __iter__(self) -> Iterator[Record]:
        """The rows, from the first; empty lines are none."""
        while True:
            taken = _Taken(self, self._line + 1)
            row = next(self._dialect.rows(taken), None)
            if row is None:
                return
            if record := self._record(taken, row):
                yield record

    def next_part(self) -> bytes | None:
        """The next line, or a part of a long one; None at the end."""
        part = self._again.popleft() if self._again else next(self._lines, None)
        self._line += part is not None and part.endswith(b"\n")
        return part

    def text_of(self, raw: bytes) -> str:
        """Lines decoded, without NULs and a byte order mark."""
        text = raw.decode(self._encoding_for(raw), errors="replace").removeprefix("\ufeff")
        return text.replace("\0", "")

    def is_torn(self, taken: _Taken) -> bool:
        """Whether a row that goes on and on is one that an open quotation mark glued to the rows under it."""
        return self._left > 0 and len(taken.lines) > 1 and self._are_rows(taken.lines)

    def is_too_large(self, taken: _Taken) -> bool:
        """Whether a row is over the limit."""
        return taken.size > self._most

    def _record(self, taken: _Taken, row: list[str]) -> Record | None:
        raw = b"".join(taken.lines)
        if taken.ended and taken.lines:
            return self._left_open(taken)
        if self.is_too_large(taken):
            size = f"{taken.size / 1e6:.0f} MB"
            told = f"a row of {size}; if it is a story, raise page_bytes in onrecord.toml"
            return Record(b"", [], taken.first, problem=told, too_large=True)
        if not any(cell.strip() for cell in row):
            return None
        return Record(raw, row, taken.first, self._encoding_for(raw))

    def _left_open(self, taken: _Taken) -> Record:
        """A quotation mark that nothing closes: where rows follow, they are read again without it."""
        told = f"a quotation mark in it is never closed, to the end of the file (line {self._line:,})"
        if self.is_torn(taken):
            self._left -= 1
            self._again.extend(taken.lines[1:])
            self._line = taken.first
            told = "a quotation mark in it is never closed; the lines under it were read as rows of their own"
        return Record(b"", [], taken.first, problem=told)

    def _are_rows(self, lines: list[bytes]) -> bool:
        """Whether lines under the first one are rows rather than the text of a story that was cut."""
        under = [self._dialect.cells(self.text_of(line)) for line in lines[1:_LOOKED_AT]]
        width = max(map(len, under), default=0)
        return width > 1 and sum(len(row) == width for row in under) > len(under) / 2


@dataclass(slots=True)
class _Taken:
    """The lines of one row, as csv asks for them. Behind the limit, only what may end the row is handed on."""

    records: Records
    first: int
    lines: list[bytes] = field(default_factory=list)
    size: int = 0
    ended: bool = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._whole_line()
        if line is None or (self._is_refused() and self.records.is_torn(self)):
            self.ended = True
            raise StopIteration
        if self._is_refused():
            self.lines.clear()
            return '"' * (line.count(b'"') % 2) + "\n"
        return self.records.text_of(line)

    def _is_refused(self) -> bool:
        return self.records.is_too_large(self)

    def _whole_line(self) -> bytes | None:
        """The next line, its parts joined; behind the limit no more than its quotation marks."""
        parts: list[bytes] = []
        while (part := self.records.next_part()) is not None:
            self.size += len(part)
            parts.append(b'"' * (part.count(b'"') % 2) if self._is_refused() else part)
            if part.endswith(b"\n"):
                break
        if not parts:
            return None
        self.lines.append(b"".join(parts))
        return self.lines[-1]
