"""Speakers for a terminal: who they are, in order of their names, and what is suggested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.exports.speakers.rows import Role, Row

SHOWN = 6
"""Roles, outlets and suggestions of one speaker that are listed."""


def told(rows: Sequence[Row]) -> RenderableType:
    """The speakers; those of whom only a part of a name is known, and nothing else, a line for each name."""
    lone = [row for row in rows if row.partial and not row.matches and not row.decided]
    lines: list[Text] = []
    for row in rows:
        if row not in lone or len(rows) == 1:
            lines += [*_speaker(row), Text()]
    if lone and len(rows) > 1:
        lines += [Text("Part of a name alone, so each is kept apart", style="bold"), *_lone(lone)]
    return Group(*lines)


def _speaker(row: Row) -> Iterator[Text]:
    part = "; part of a name" if row.partial else ""
    yield Text.assemble((row.name, "bold"), (f"  {row.id}  {row.sort}{part}", "dim"))
    if others := [name for name in row.spellings if name != row.name]:
        yield Text(f"  also {'; '.join(others)}")
    if row.roles:
        more = f"; and {len(row.roles) - SHOWN} more" if len(row.roles) > SHOWN else ""
        yield Text(f"  {'; '.join(map(_role, row.roles[:SHOWN]))}{more}")
    yield Text(f"  {_heard(row)}", style="dim")
    for decided in row.decided:
        yield Text(f"  {decided}", style="yellow")
    for match in row.matches[:SHOWN]:
        yield Text(f"  ? may be {match.name} ({match.id}): {'; '.join(match.reasons)}", style="cyan")
        yield Text(f"      onrecord speakers confirm {row.id} {match.id}, or reject", style="dim")
    if len(row.matches) > SHOWN:
        yield Text(f"  ? and {len(row.matches) - SHOWN} more; --format json has every one", style="cyan")


def _role(role: Role) -> str:
    """``foreign minister (2013–2016)``."""
    if role.first is None or role.last is None:
        return role.role
    if role.first == role.last:
        return f"{role.role} ({role.first})"
    years = role.first[:4], role.last[:4]
    return f"{role.role} ({'–'.join(years) if years[0] != years[1] else f'{role.first} to {role.last}'})"


def _heard(row: Row) -> str:
    days = "" if row.first is None else row.first if row.first == row.last else f"{row.first} to {row.last}"
    outlets = ", ".join(row.outlets[:SHOWN]) + (" …" if len(row.outlets) > SHOWN else "")
    due = f", {row.expectations} can fall due" if row.expectations else ""
    said = f"{_many(row.statements, 'statement')} in {_many(row.articles, 'article')}{due}"
    return " · ".join(filter(None, (said, days, f"through {outlets}" if outlets else "")))


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _lone(rows: Sequence[Row]) -> Iterator[Text]:
    ordered = sorted(rows, key=lambda row: (row.name.casefold(), row.id))
    for _, same in groupby(ordered, key=lambda row: row.name.casefold()):
        each = list(same)
        said = sum(row.statements for row in each)
        ids = ", ".join(row.id for row in each[:SHOWN]) + (" …" if len(each) > SHOWN else "")
        yield Text.assemble(
            f"  {each[0].name}", (f"  {_many(said, 'statement')} in {_many(len(each), 'article')}  {ids}", "dim")
        )
