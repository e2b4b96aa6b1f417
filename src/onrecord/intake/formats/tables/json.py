"""JSON of stories: one on a line, a list of them, one after another, or a document that holds a list."""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.errors import PageDamaged, PageError, PageNotText, PageTooLarge, UsageError
from onrecord.intake.format import Format, Part
from onrecord.intake.formats.tables.columns import is_enough, names_for, no_fit, normal
from onrecord.intake.formats.tables.row import flat, page_of, part_of, row_of
from onrecord.intake.links import LeftOut
from onrecord.intake.reading.json import value_of
from onrecord.intake.reading.lines import Lines
from onrecord.intake.reading.values import Value, Values
from onrecord.intake.source import Source
from onrecord.model import Page

_OBJECTS = re.compile(r"\s{0,999}(?:\[\s{0,999})?\{\s{0,999}(?:\"[^\"\n]{0,200}\"\s{0,99}:|\}\s{0,99}[\n,\]])")
_MOST_UNFIT = 1_000
"""Objects without a text or an address after which a document that had no other is given up."""
_PIECE = 262_144
_GIVEN, _ROW = "onrecord columns", "row"


def _looks_like(head: str) -> float:
    return 0.95 if _OBJECTS.match(head.lstrip("\ufeff")) else 0.0


def _parts(source: Source) -> Iterator[Part]:
    """Object by object: memory holds one."""
    unfit, fit, told = 0, False, ""
    for value in _values(source):
        for part in _made(value, source):
            if isinstance(part, _Unfit):
                unfit, told = unfit + 1, told or no_fit(part.keys, source.settings.columns)
            else:
                fit = fit or not isinstance(part, PageError)
                yield part
        if unfit > _MOST_UNFIT and not fit:
            break
    if unfit and not fit:
        raise PageNotText(source.name, f"this is JSON, but {told}")
    if unfit:
        yield LeftOut(source=source.name, counts={"object without a text or an address": unfit})


@dataclass(frozen=True, slots=True)
class _Unfit:
    """An object whose keys hold neither a page nor where it is."""

    keys: tuple[str, ...]


def _values(source: Source) -> Iterator[Value]:
    most = source.settings.page_bytes
    is_by_line = _is_whole(source.text().lstrip("\ufeff \t\r\n").partition("\n")[0])
    return _by_line(source, most) if is_by_line else _by_bracket(source, most)


def _is_whole(line: str) -> bool:
    """Whether the first line is a whole object: then each is, and a broken one doesn't cost the others."""
    try:
        return isinstance(json.loads(line, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _by_line(source: Source, most: int) -> Iterator[Value]:
    lines, size, number = Lines(source, longest=most), 0, 1
    for line in lines:
        size += len(line)
        if size > most:
            if line.endswith(b"\n"):
                told = f"a line of {size / 1e6:.0f} MB; if it is a story, raise page_bytes in onrecord.toml"
                yield Value("", number, told, too_large=True)
        elif text := line.decode(lines.encoding_for(line), errors="replace").strip("\ufeff\0 \t\r\n"):
            yield Value(text, number)
        if line.endswith(b"\n"):
            size, number = 0, number + 1
    if size > most:
        yield Value("", number, f"a line of {size / 1e6:.0f} MB, cut short", too_large=True)


def _by_bracket(source: Source, most: int) -> Iterator[Value]:
    values, stream = Values(most), source.open()
    decoder = getincrementaldecoder(source.encoding)(errors="replace")
    while data := stream.read(_PIECE):
        yield from values.over(decoder.decode(data).removeprefix("\ufeff"))
    yield from values.over(decoder.decode(b"", final=True))
    yield from values.end()


def _made(value: Value, source: Source) -> Iterator[Part | _Unfit]:
    """What an object is or holds."""
    name, given = f"{source.name}, line {value.line:,}", source.settings.columns
    row = _object(value, name)
    if isinstance(row, PageError):
        yield row
        return
    listed = _listed(row, given)
    for number, each in enumerate(listed, 1):
        yield _part(each, _written(each), f"{name}, item {number:,}", source)
    if not listed:
        yield _part(row, value.text, name, source)


def _object(value: Value, name: str) -> dict[str, Any] | PageError:
    if value.problem:
        return PageTooLarge(name, value.problem) if value.too_large else PageDamaged(name, value.problem)
    try:
        found = value_of(value.text.encode(errors="replace"), name)
    except PageDamaged as error:
        return error
    return found if isinstance(found, dict) else PageDamaged(name, "no JSON object")


def _listed(holder: dict[str, Any], given: tuple[str, ...], depth: int = 2) -> list[dict[str, Any]]:
    """The objects of the list that a document wraps; none where it is a row itself."""
    members = {normal(key): value for key, value in holder.items()}
    for name in names_for("lists"):
        value = members.get(name)
        if isinstance(value, dict) and depth:
            if inner := _listed(value, given, depth - 1):
                return inner
        elif isinstance(value, list) and value and isinstance(value[0], dict) and is_enough(flat(value[0]), given):
            return [each for each in value if isinstance(each, dict)]
    return []


def _part(row: dict[str, Any], raw: str, name: str, source: Source) -> Part | _Unfit:
    given = source.settings.columns
    if not is_enough(flat(row), given):
        return _Unfit(tuple(row))
    kept = _written({_GIVEN: given})[:-1] + f', "{_ROW}": {raw}}}' if given else raw
    page = Page(data=kept.encode(errors="replace"), name=name, format=ROW.name)
    return part_of(row_of(row, given), page, source)


def _written(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _opened(page: Page) -> Page:
    """The row's text; ``page`` holds its object as it arrived, in a person's word on its keys where there is one."""
    row: Any = value_of(page.data, page.name)
    given: tuple[str, ...] = ()
    if isinstance(row, dict) and row.keys() == {_GIVEN, _ROW} and isinstance(row[_GIVEN], list):
        row, given = row[_ROW], tuple(map(str, row[_GIVEN]))
    if not isinstance(row, dict):
        raise PageDamaged(page.name, "no JSON object")
    try:
        return page_of(row_of(row, given), page)
    except UsageError as error:  # bytes that only pretend to come from here
        raise PageDamaged(page.name, str(error)) from error


FORMAT = Format(name="json", what="JSON", looks_like=_looks_like, parts=_parts)
ROW = Format(name="json row", what="a row of JSON", opened=_opened)
