"""Speakers as rows: what the terminal, JSON and CSV share."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from io import StringIO

from onrecord.exports.table import cell
from onrecord.identities import names_of, outlets_of, roles_of, span_of
from onrecord.model import Identity, SpeakerMatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role, the first and last day on which it was told (ISO 8601), and in how many articles."""

    role: str
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Another speaker that may be the same, and why."""

    id: str
    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One speaker, in the order in which the columns are written. Days are ISO 8601."""

    id: str
    name: str
    sort: str
    partial: bool
    """A surname or common words alone: kept apart from others that are called so."""
    spellings: tuple[str, ...]
    roles: tuple[Role, ...]
    statements: int
    expectations: int
    articles: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    why: str
    decided: tuple[str, ...]
    matches: tuple[Match, ...]
    """What is suggested, until a person confirms or rejects it."""


COLUMNS = tuple(field.name for field in fields(Row))


def rows_of(
    speakers: Iterable[Identity], matches: Iterable[SpeakerMatch], known: Mapping[str, Identity]
) -> Iterator[Row]:
    """The rows of speakers. ``known``: all of the record by id, for the names of those that they may be."""
    mine: dict[str, list[tuple[str, SpeakerMatch]]] = defaultdict(list)
    for match in matches:
        mine[match.one].append((match.other, match))
        mine[match.other].append((match.one, match))
    for each in speakers:
        found = [Match(id=id, name=known[id].name, reasons=match.reasons) for id, match in mine[each.id] if id in known]
        yield _row(each, tuple(sorted(found, key=lambda match: (match.name, match.id))))


def _row(speaker: Identity, matches: tuple[Match, ...]) -> Row:
    first, last = span_of(speaker.appearances)
    return Row(
        id=speaker.id,
        name=speaker.name,
        sort=speaker.sort,
        partial=all(each.partial for each in speaker.appearances),
        spellings=names_of(speaker),
        roles=tuple(
            Role(role=held.role, first=_iso(held.first), last=_iso(held.last), articles=held.articles)
            for held in roles_of(speaker)
        ),
        statements=sum(each.statements for each in speaker.appearances),
        expectations=sum(each.expectations for each in speaker.appearances),
        articles=len({each.article for each in speaker.appearances}),
        outlets=outlets_of(speaker),
        first=_iso(first),
        last=_iso(last),
        why=speaker.why,
        decided=speaker.decided,
        matches=matches,
    )


def as_json(rows: Sequence[Row]) -> str:
    """A list of objects, one a speaker."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Sequence[Row]) -> str:
    """One row a speaker, UTF-8, RFC 4180; a cell that a spreadsheet would run is written as text."""
    made = StringIO(newline="")
    writer = csv.DictWriter(made, fieldnames=COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: cell(value) for name, value in asdict(row).items()})
    return made.getvalue()


def _iso(day: object) -> str | None:
    return str(day) if day else None
