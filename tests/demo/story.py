"""The bundled story, kept in a record, and what differs from its gold (``expected.json``)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.model import Article, Statement

GOLD: dict[str, Any] = json.loads(Path(__file__).with_name("expected.json").read_text(encoding="utf-8"))

SAME_CONTENT = 0.5
"""Statements are matched one to one from this Jaccard overlap of their content's words on."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def plain(text: str | None) -> str:
    return " ".join((text or "").split())


def overlap(one: str, other: str) -> float:
    """Jaccard overlap of the word counts of two texts."""
    mine, theirs = words(one), words(other)
    shared = sum(min(mine.count(word), theirs.count(word)) for word in set(mine))
    union = len(mine) + len(theirs) - shared
    return shared / union if union else 0.0


def match(article: Article, found: tuple[Statement, ...], gold: list[dict[str, Any]]) -> dict[str, Statement]:
    """Gold ids to the statements that have their words, the best overlap first."""
    pairs = sorted(
        (
            (overlap(article[statement.content], " ".join(expected["words"])), expected["id"], statement)
            for expected in gold
            for statement in found
            if statement.in_headline == expected["in_headline"]
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2].id),
    )
    matched: dict[str, Statement] = {}
    for share, id, statement in pairs:
        if share >= SAME_CONTENT and id not in matched and statement not in matched.values():
            matched[id] = statement
    return matched


def differences(article: Article, statement: Statement, gold: dict[str, Any], ids: dict[str, str]) -> Iterator[str]:
    """What a statement has otherwise than its gold, each in a line; ``ids``: statement ids to gold ids."""
    name, also = gold["speaker"]["name"], gold.get("name_also", [])
    if not _same_name(statement.speaker.name, [name, *also]):
        yield f"speaker {statement.speaker.name!r}, not {name!r}"
    if name is None and not also and gold["speaker"]["anonymous"] != statement.speaker.anonymous:
        yield f"anonymous {statement.speaker.anonymous}"
    for field in ("kind", "stance", "strength"):
        allowed = [gold[field], *gold.get(f"{field}_also", [])]
        if getattr(statement, field) not in allowed:
            yield f"{field} {getattr(statement, field)}, not {gold[field]}"
    if gold["form"] and statement.form != gold["form"]:
        yield f"form {statement.form}, not {gold['form']}"
    if list(statement.relay) not in [gold["relay"], *gold.get("relay_also", [])]:
        yield f"relay {statement.relay}, not {gold['relay']}"
    if [plain(article[span]) for span in statement.insertions] != [plain(each) for each in gold["insertions"]]:
        yield f"insertions {[article[span] for span in statement.insertions]}, not {gold['insertions']}"
    restates = ids.get(statement.restates or "")
    if restates not in [gold["restates"], *gold.get("restates_also", [])]:
        yield f"restates {restates}, not {gold['restates']}"
    yield from _time_differences(statement, gold)


def _same_name(name: str | None, allowed: list[str | None]) -> bool:
    if name is None:
        return None in allowed
    return any(
        other
        and set(words(name)) <= set(words(other)) | {"the", "general", "dr"}
        and set(words(other)) <= set(words(name)) | {"the", "general", "dr"}
        for other in allowed
    )


def _time_differences(statement: Statement, gold: dict[str, Any]) -> Iterator[str]:
    said = _days(statement.said_on)
    if gold["said_on"] and said != _days_of(gold["said_on"]):
        yield f"said {said}, not {_days_of(gold['said_on'])}"
    due, expected = statement.due, gold["due"]
    if (due is None) != (expected is None):
        yield f"due {due and due.value}, not {expected and expected['value']}"
    elif due and _days(due) != _days_of(expected):
        yield f"due {_days(due)} ({due.value}), not {_days_of(expected)} ({expected['value']})"


def _days(moment: Any) -> tuple[str | None, str | None]:
    if moment is None:
        return (None, None)
    return tuple(day.isoformat() if day else None for day in (moment.earliest, moment.latest))  # type: ignore[return-value]  # of two


def _days_of(gold: dict[str, Any]) -> tuple[str | None, str | None]:
    return (gold["earliest"], gold["latest"])
