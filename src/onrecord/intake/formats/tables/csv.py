"""CSV, and what goes by that name: commas, semicolons, tabs or bars, in any encoding, row by row."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from onrecord.errors import PageDamaged, PageNotText, PageTooLarge
from onrecord.intake.format import Format, Part
from onrecord.intake.formats.tables.columns import is_enough, known, mapping, no_fit, normal
from onrecord.intake.formats.tables.dialect import Dialect, dialect_of, dialect_told
from onrecord.intake.formats.tables.records import Record, Records
from onrecord.intake.formats.tables.row import page_of, part_of, row_of
from onrecord.intake.reading.lines import Lines
from onrecord.intake.source import Source
from onrecord.model import Page


def _looks_like(head: str) -> float:
    """Above what its cells look like where its columns have names that are known, else below."""
    dialect = dialect_of(head)
    if dialect is None:
        return 0.0
    return 0.94 if is_enough(dialect.names(head)) else 0.5


def _parts(source: Source) -> Iterator[Part]:
    """Row by row: memory holds one."""
    dialect = dialect_of(source.text())
    if dialect is None:
        raise PageNotText(source.name, "this is not a table any more; was it changed while it was read?")
    most = source.settings.page_bytes
    records = iter(Records(Lines(source, longest=most), dialect, most))
    for _ in range(dialect.above):
        next(records, None)
    head = next(records, None)
    if head is None or head.problem:
        raise PageDamaged(source.name, f"the names of its columns can't be read: {head.problem if head else 'none'}")
    yield from _under(head, records, dialect, source)


def _under(head: Record, records: Iterator[Record], dialect: Dialect, source: Source) -> Iterator[Part]:
    names, given = [cell.strip() for cell in head.cells], source.settings.columns
    if not is_enough(names, given):
        raise PageNotText(source.name, f"this is a table, but {no_fit(names, given)}")
    above = dialect.told.encode() + _head(head, names, given, dialect)
    for record in records:
        yield _part(record, names, above, source)


def _part(record: Record, names: list[str], above: bytes, source: Source) -> Part:
    name = f"{source.name}, line {record.line:,}"
    if record.problem:
        return PageTooLarge(name, record.problem) if record.too_large else PageDamaged(name, record.problem)
    if any(cell.strip() for cell in record.cells[len(names) :]):
        counted = f"{len(record.cells)} cells in a table of {len(names)} columns"
        return PageDamaged(name, f"{counted}: does a cell need quotation marks around it?")
    row = row_of(dict(zip(names, record.cells, strict=False)), source.settings.columns)
    page = Page(data=above + record.raw, name=name, format=ROW.name, encoding=record.encoding)
    return part_of(row, page, source)


def _head(head: Record, names: list[str], given: tuple[str, ...], dialect: Dialect) -> bytes:
    """The line with the columns' names as it arrived, or with a person's word worked in."""
    if not given:
        return head.raw.removeprefix(BOM_UTF8).rstrip(b"\r\n") + b"\n"
    quoted = (json.dumps(name, ensure_ascii=False) for name in _named(names, given))
    return f"{dialect.delimiter.join(quoted)}\n".encode(head.encoding, errors="replace")


def _named(names: list[str], given: tuple[str, ...]) -> list[str]:
    """The columns' names with a person's word worked in, so that a row can be read again on its own."""
    roles = {column: role for role, column in mapping(given).items()}
    known_names = known()
    outvoted = {name for role in roles.values() for name in known_names[role]}
    named = ((name, normal(name)) for name in names)
    return [roles.get(told) or (f"other {name}" if told in outvoted else name) for name, told in named]


def _opened(page: Page) -> Page:
    """The row's text; ``page`` holds how its table is written, the columns' names, and the row as it arrived."""
    told = dialect_told(page.text)
    rows = list(islice(told[0].rows(StringIO(told[1], newline="")), 2)) if told else []
    if len(rows) < 2:
        raise PageDamaged(page.name, "a row of a table without the names of its columns")
    return page_of(row_of(dict(zip(map(str.strip, rows[0]), rows[1], strict=False))), page)


FORMAT = Format(name="csv", what="a table (CSV)", looks_like=_looks_like, parts=_parts)
ROW = Format(name="csv row", what="a row of a table", opened=_opened)
