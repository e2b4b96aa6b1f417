"""One row of a table, by the roles of its columns, and what intake makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import PageEmpty
from onrecord.intake.addresses import web_address
from onrecord.intake.format import Part
from onrecord.intake.formats import html
from onrecord.intake.formats.feeds.entry import is_teaser, name_of, plain
from onrecord.intake.formats.tables.columns import known, mapping, names_for, normal, roles_of
from onrecord.intake.links import Link
from onrecord.intake.source import Source
from onrecord.model import Page, Stated

_CUT = re.compile(r"\[\+\d{1,7} chars\]\s*$")
"""How a well-known news interface ends the beginnings of texts that it gives."""
_SHORTER_THAN_WHOLE = 800  # characters; a longer text that ends in dots is one all the same
_LONGEST_SHORT = 1_000  # characters of what is stated
_BETWEEN_NAMES = re.compile(r"\s*[;|]\s*|\s+(?:and|&)\s+")
_COMMA = re.compile(r"\s*,\s*")
_DIGITS = re.compile(r"\d{8}|\d{10}(?:\.\d{1,9})?|\d{13}")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)")
_MOST_NAMES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says, as text; the empty string where it says nothing."""

    url: str | None
    text: str
    marked_up: bool
    stated: Stated
    captured_at: datetime | None

    @property
    def is_link(self) -> bool:
        """Whether what it has of the text is no more than its beginning, and an address says where the rest is."""
        return self.url is not None and (not self.text or bool(_CUT.search(self.text)) or self._is_teaser())

    def _is_teaser(self) -> bool:
        return len(self.text) < _SHORTER_THAN_WHOLE and is_teaser(plain(self.text) if self.marked_up else self.text)


def row_of(cells: Mapping[str, Any], given: tuple[str, ...] = ()) -> Row:
    """The row with these cells; ``given`` is a person's word on its columns (``Settings.columns``)."""
    values = _by_role(cells, given)

    def first(role: str) -> str:
        return next(filter(None, (_text(value) for value in values[role])), "")

    def short(role: str) -> str | None:
        return plain(first(role))[:_LONGEST_SHORT] or None

    url = _address(values)
    markup, text = first("html"), first("text")
    text = markup or text or ("" if url else first("summary"))
    return Row(
        url=url,
        text=text,
        marked_up=bool(markup) or html.FORMAT.looks_like(text[:20_000]) > 0,
        captured_at=_moment(first("captured")),
        stated=Stated(
            title=short("title"),
            byline=tuple(_names(values["byline"])),
            outlet=_outlet(values["outlet"]),
            published=_day(first("published")),
            changed=_day(first("changed")),
            language=short("language"),
            credits=tuple(_names(values["credits"])),
        ),
    )


def part_of(row: Row, page: Page, source: Source) -> Part:
    """``page`` (the row as it arrived) where the row holds a text; else a link, or the error that there is neither."""
    stated, known_to_be = row.stated, source.known
    if row.text and not row.is_link:
        return replace(
            page,
            name=row.url or page.name,
            url=row.url,
            captured_at=row.captured_at or known_to_be.captured_at,
            published=known_to_be.published,
            outlet=known_to_be.outlet,
        )
    if row.url is None:
        return PageEmpty(page.name, "a row with neither a text nor a web address")
    return Link(
        url=row.url,
        source=source.name,
        title=stated.title,
        published=stated.published,
        changed=stated.changed,
        outlet=stated.outlet,
        byline=stated.byline,
        language=stated.language,
    )


def page_of(row: Row, page: Page) -> Page:
    """The row's own text as a page, with what its other columns state."""
    made = "html" if row.marked_up else "text"
    return replace(page, data=row.text.encode(errors="replace"), encoding="utf-8", format=made, stated=row.stated)


def _by_role(cells: Mapping[str, Any], given: tuple[str, ...]) -> dict[str, list[Any]]:
    """The values for each role, the best first; what a person named goes before what names tell."""
    named = flat(cells)
    said = mapping(given)
    taken = frozenset(said.values())
    return {
        role: [named[said[role]]]
        if said.get(role) in named
        else [named[name] for name in names if name in named and name not in taken]
        for role, names in known().items()
    }


def flat(cells: Mapping[str, Any], depth: int = 2) -> dict[str, Any]:
    """By normal names; the members of an object that only wraps the row are the row's own."""
    found: dict[str, Any] = {}
    for key, value in cells.items():
        if isinstance(value, dict) and depth and _wraps(normal(key), value):
            found = flat(value, depth - 1) | found
        else:
            found[normal(key)] = value
    return found


def _wraps(key: str, inner: Mapping[str, Any]) -> bool:
    """Whether an object only holds the row, rather than being a value that has a name or an address."""
    roles = roles_of(inner)
    if key == "source":  # an outlet, but for what search engines write out
        return not roles.isdisjoint(("text", "html"))
    return key in names_for("wrappers") and bool(roles - {"title"})


def _address(values: Mapping[str, list[Any]]) -> str | None:
    """The row's own; else that of a page in a column that names sources."""
    own = (web_address(_text(_one(value))) for value in values["url"])
    sources = (web_address(_text(_one(value))) for value in values["outlet"])
    pages = (address for address in sources if address and urlsplit(address).path.strip("/"))
    return next(filter(None, own), None) or next(pages, None)


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _text(value: Any) -> str:
    """A value as text: a number as it is written, a list by lines, an object by what names it."""
    if isinstance(value, str):
        return value.replace("\0", "").strip()
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_plain_text, value)))
    return _plain_text(value)


def _plain_text(value: Any) -> str:
    if isinstance(value, dict):
        named = {normal(str(key)): each for key, each in value.items()}
        told = (named[name] for name in names_for("values") if isinstance(named.get(name), str))
        return next(told, "").strip()
    is_told = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if is_told else ""


def _outlet(values: list[Any]) -> str | None:
    """A name rather than an address: of an address it is what reads like one, its host."""
    for value in values:
        name = plain(_text(value))[:200]
        if name and not web_address(name):
            return name
    return None


def _names(values: list[Any]) -> Iterator[str]:
    listed: Any = next((value for value in values if _text(value)), [])
    written = [_plain_text(each) for each in listed] if isinstance(listed, list) else _split(_text(listed))
    for each in written[:_MOST_NAMES]:
        if name := name_of(each):
            yield name


def _split(written: str) -> list[str]:
    """Names in one cell. A comma parts them only where each piece could be a whole name: not in "Brandvik, Ole"."""
    pieces = _BETWEEN_NAMES.split(written[:_LONGEST_SHORT])
    by_comma = [_COMMA.split(piece) for piece in pieces]
    return [
        name
        for piece, names in zip(pieces, by_comma, strict=True)
        for name in (names if all(" " in each for each in names) else [piece])
    ]


def _day(written: str) -> str | None:
    """As written, or ISO 8601 for digits run together: a day, or seconds or milliseconds since 1970."""
    if _DIGITS.fullmatch(written):
        return _of_digits(written) or written
    if compact := _COMPACT.fullmatch(written):
        return "{}-{}-{}T{}:{}:{}{}".format(*compact.groups())
    return " ".join(written[:_LONGEST_SHORT].split()) or None


def _of_digits(written: str) -> str | None:
    try:
        if len(written) == 8:
            return date.fromisoformat(written).isoformat()
        seconds = float(written) / (1_000 if len(written) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError):
        return None


def _moment(written: str) -> datetime | None:
    """When the row's page was captured, if that is plain to see and no day to come."""
    try:
        found = datetime.fromisoformat(_day(written) or "")
    except ValueError:
        return None
    moment = found if found.tzinfo else found.replace(tzinfo=UTC)
    return moment if moment <= datetime.now(UTC) else None
