"""Agencies and outlets by name, known ones and those that only call themselves an agency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.languages import table

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
NAME = rf"{_CAPITAL}[\w.&'’-]{{0,30}}(?:[ /]{_CAPITAL}[\w.&'’-]{{0,30}}){{0,4}}"
"""A run of capitalised words, as a pattern."""
_KIND = re.compile(r"\s+(?:state |official |state-run )?(?:news agency|newswire|agency)$", re.I)
_ARTICLE = re.compile(r"^(?:the|iran's|russia's|china's|syria's)\s+", re.I)
_ACRONYM = re.compile(r"\s*\(([A-Z]{2,8})\)")
_WORD = rf"{_CAPITAL}[\w'’-]{{1,30}}"
_KINDS = "|".join(map(re.escape, table("en", "outlets")["suffixes"]))
_SAID_TO_BE = re.compile(rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}}) (?:{_KINDS})(?!\w)(?:\s*\((?P<short>[A-Z]{{2,8}})\))?")


class Named(NamedTuple):
    """An agency or outlet where it is named. ``name`` as the record writes it."""

    start: int
    end: int
    name: str


def named_in(text: str) -> tuple[Named, ...]:
    """The agencies and outlets that a short text names, in order."""
    found = {hit.start: hit for hit in (*_unknown(text), *_known(text))}
    short = {hit.name for hit in _unknown(text) if hit.name.isupper()}
    for name in short:  # "the Norvan Press Agency (NPA) …, NPA said"
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            found.setdefault(match.start(), Named(match.start(), match.end(), name))
    kept: list[Named] = []
    for hit in sorted(found.values()):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)


def canonical(words: str) -> str | None:
    """The name that is written for an agency or outlet, None where the words name none that is known."""
    bare = _bare(words)
    return _names().get(bare) or _names().get(bare.title() if bare.isupper() else bare)


def in_slot(words: str) -> str:
    """The name in a place that holds nothing but a name: what isn't known is taken as it stands."""
    if unknown := _SAID_TO_BE.fullmatch(_ARTICLE.sub("", words.strip())):
        return canonical(words) or _called(unknown)
    return canonical(words) or _after_place(words) or _KIND.sub("", words.strip(" .,:;"))


def calls_itself_agency(words: str) -> bool:
    """Whether the name itself says that it is an agency's: "Norvan Press Agency"."""
    return _SAID_TO_BE.fullmatch(_ARTICLE.sub("", words.strip())) is not None


def _after_place(words: str) -> str | None:
    """The agency after its bureau's place, nothing between them: "Tolbur SANA"."""
    last = words.split()[-1:]
    return canonical(last[0]) if last and last[0].isupper() else None


def _bare(words: str) -> str:
    return _KIND.sub("", _ARTICLE.sub("", _ACRONYM.sub("", words.strip()))).strip(" .,:")


def _known(text: str) -> Iterator[Named]:
    for match in _pattern().finditer(text):
        name = _names()[match.group()]
        yield Named(match.start(), match.end(), name)


def _unknown(text: str) -> Iterator[Named]:
    for match in _SAID_TO_BE.finditer(text):
        yield Named(match.start(), match.end(), canonical(match.group()) or _called(match))


def _called(match: re.Match[str]) -> str:
    """Its initials where it gives them; else its name, "News Agency" left out, "Press Agency" kept."""
    name = _ARTICLE.sub("", match["name"])
    kind = match.group()[len(match["name"]) :].split("(")[0].strip()
    return match["short"] or (name if kind.lower() == "news agency" else f"{name} {kind}")


@cache
def _names() -> dict[str, str]:
    """Every way of writing a name → the name."""
    known = table("en", "outlets")
    both = {**known["outlets"], **known["agencies"]}
    return {written: name for name, others in both.items() for written in (name, *others)}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
