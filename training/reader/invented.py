"""Texts written for training, of the kinds that US politics lacks; ``labels/invented.txt`` says how they are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

Pieces = list[list[int]]
Marked = tuple[str, str, list[dict[str, Pieces]]]

FILE = Path(__file__).parent / "labels" / "invented.txt"
_HEADER = re.compile(r"@ ([a-z0-9-]+): ([a-z]+(?: [a-z]+)*)")
_MARK = re.compile(r"\{(\d+(?:,\d+)*)([SQC])\|([^{}|]*)\}")
_ROLES = {"S": "source", "Q": "cue", "C": "content"}


def invented(path: Path = FILE) -> Iterator[Marked]:
    """Name, text and attributions of each, in code points of the text; a headline is set off by a blank line.

    Raises:
        ValueError: a text is marked otherwise than the file's top says; names its line.
    """
    names: set[str] = set()
    for number, lines in _blocks(path):
        header = _HEADER.fullmatch(lines[0])
        if header is None:
            raise ValueError(f"{path.name}:{number}: a text opens with '@ name: kinds', not {lines[0][:40]!r}")
        if header[1] in names:
            raise ValueError(f"{path.name}:{number}: there is a {header[1]} already")
        names.add(header[1])
        yield header[1], *unmarked(lines[1:], f"{path.name}:{{}}", number + 1)


def kinds(path: Path = FILE) -> Iterator[str]:
    """The kinds that the texts' headers name, as often as they do."""
    for _, lines in _blocks(path):
        yield from lines[0].partition(": ")[2].split()


def _blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The number of each block's first line, and its lines; comments are left out."""
    block: list[str] = []
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate([*lines, ""], 1):
        if line and not line.startswith("#"):
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def unmarked(lines: list[str], where: str, first: int) -> tuple[str, list[dict[str, Pieces]]]:
    """The text of marked lines and its attributions.

    Args:
        lines: as the file has them.
        where: names a line in errors, with ``{}`` for its number.
        first: the number of the first line.
    """
    text = ""
    found: dict[int, dict[str, Pieces]] = {}
    for number, line in enumerate(lines, first):
        if text:
            text += "\n\n" if number == first + 1 and lines[0].startswith("= ") else "\n"
        try:
            text = _read(line.removeprefix("= "), text, found)
        except ValueError as error:
            raise ValueError(f"{where.format(number)}: {error}") from None
    try:
        _check(found)
    except ValueError as error:
        raise ValueError(f"{where.format(first - 1)}: {error}") from None
    return text, [found[number] for number in sorted(found)]


def _read(line: str, text: str, found: dict[int, dict[str, Pieces]]) -> str:
    """The text with the line's words added, whose marks are added to ``found``."""
    at = 0
    for mark in _MARK.finditer(line):
        text += _plain(line[at : mark.start()])
        numbers, role, words = mark.groups()
        if not words or words != words.strip():
            raise ValueError(f"a mark begins and ends with a word or a sign: {mark[0]!r}")
        if "," in numbers and role != "S":
            raise ValueError(f"only a source is shared: {mark[0]!r}")
        for number in map(int, numbers.split(",")):
            told = found.setdefault(number, {name: [] for name in _ROLES.values()})
            told[_ROLES[role]].append([len(text), len(text) + len(words)])
        text += words
        at = mark.end()
    return text + _plain(line[at:])


def _plain(words: str) -> str:
    if bad := re.search(r"[{}|]", words):
        raise ValueError(
            f"a mark that is not closed, opened or written in full: {words[max(0, bad.start() - 20) :][:50]!r}"
        )
    return words


def _check(found: dict[int, dict[str, Pieces]]) -> None:
    if sorted(found) != list(range(1, len(found) + 1)):
        raise ValueError(f"attributions are numbered from 1 without gaps, not {sorted(found)}")
    for number, told in found.items():
        if len(told["cue"]) != 1:
            raise ValueError(f"attribution {number} has {len(told['cue'])} cues, not one")
        if not told["content"]:
            raise ValueError(f"attribution {number} has no content")
