"""Whose act is announced: whether the subject of "… will …" is the body that the speaker belongs to or speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from onrecord.languages import table
from onrecord.model import Attribution, quote

_WORD = re.compile(r"[\w'’\-.&]+")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_CLAUSE = re.compile(r"[.!?;\n“”\"]\s|,|\b(?:said|says|told|that|and|but|has|have|had|is|was|are|were|will|would)\b")
_OPENING = 14
"""So many words into a content its subject has met its verb."""
_BEFORE, _AFTER = 90, 70
"""Characters around a name in which its office stands."""
_MENTIONS = 3
_STEM = 4
_SHORTEST = 3


def speaks_for(text: str, attribution: Attribution) -> bool:
    """As in "Norland will pay", said by Norland's envoy, or "the union will strike", said by its chairman."""
    subject = _acting(quote(text, attribution.content))
    source = quote(text, attribution.source)
    if not subject or not source:
        return False
    if source.split()[0].lower() in ("its", "their"):
        return True
    names = [word for word in subject if word[0].isupper()]
    offices = list(_offices(text, source))
    common = {word.lower() for word in subject} & {_POSSESSIVE.sub("", word.lower()) for word in source.split()[:-1]}
    return bool(common & _bodies()) or any(_same_body(name, word) for name in names for word in offices)


def _acting(content: str) -> list[str]:
    """The words of the subject before "will" and an act; none where it only undergoes something."""
    words = table("en", "kinds")["acts"]
    found = [match.group() for match in islice(_WORD.finditer(content), _OPENING)]
    at = next((n for n, word in enumerate(found) if word.lower() in words["announcing"]), 0)
    after = [word.lower() for word in found[at + 1 : at + 4] if word.lower() not in words["between"]]
    if not after or after[0] in words["undergone"] or any(w.lower() in words["clauses"] for w in found[1:at]):
        return []
    return [_POSSESSIVE.sub("", word) for word in found[:at] if word not in ("That", "The", "A")]


def _offices(text: str, source: str) -> Iterator[str]:
    """The capitalised words of the source's office, and of what stands around the same name elsewhere."""
    yield from _named(source)
    if source.removeprefix("The ").removeprefix("the ") in _countries():
        return
    name = source.partition(",")[0].rpartition(" ")[2]
    if len(name) < _SHORTEST or not name[0].isupper():
        return
    for match in islice(re.finditer(rf"\b{re.escape(name)}\b", text), _MENTIONS):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        yield from _named(_CLAUSE.split(before)[-1])
        after = re.match(rf", (?:[^,.\n“”\"]{{1,{_AFTER}}})(?=,)", text[match.end() : match.end() + _AFTER + 3])
        if after is not None:
            yield from _named(after.group())


def _named(phrase: str) -> Iterator[str]:
    """Capitalised words, save where somebody is sent to ("envoy to Ulm", "ambassador in Ulm")."""
    elsewhere = False
    for match in _WORD.finditer(phrase):
        word = match.group()
        if word in ("to", "in", "at", "with", "on", "against"):
            elsewhere = True
        elif word in ("of", "and", "for") or not word[0].isupper():
            elsewhere = elsewhere and word in ("the", "for", "and")
        elif not elsewhere and len(word) > 1:
            yield _POSSESSIVE.sub("", word)


def _same_body(name: str, word: str) -> bool:
    """The same word, names of one country, or one stem ("Veldova", "Veldovan")."""
    if name == word or (name in _countries() and _countries().get(name) == _countries().get(word)):
        return True
    shorter = min(len(name), len(word))
    return shorter > _STEM and name[: shorter - 1] == word[: shorter - 1] and abs(len(name) - len(word)) <= 3


@cache
def _bodies() -> frozenset[str]:
    return frozenset(table("en", "kinds")["acts"]["bodies"])


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("en", "places")["country"]:
        names = [row["name"], row.get("capital", ""), *row.get("demonyms", ()), *row.get("aliases", ())]
        found |= {name: row["name"] for name in names if name}
    return found
