"""Words of English: closed classes, reporting verbs, names of outlets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from onrecord.languages import table

VerbClass: TypeAlias = Literal[
    "speech",
    "question",
    "appeal",
    "promise",
    "denial",
    "accusation",
    "judgement",
    "attitude",
    "knowledge",
    "evidence",
    "impersonal",
    "topic",
]
Shape: TypeAlias = Literal["base", "present", "past", "participle", "ing"]

_MEDIA = ("news agency", "press agency", "news service", "newswire", "newspaper", "television", "daily", "radio")
_SHAPES: tuple[Shape, ...] = ("base", "present", "past", "ing", "participle")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A reporting verb, and whether it takes what was said as a clause."""

    lemma: str
    kind: VerbClass
    clause: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForm:
    """One form of a reporting verb; a regular past is its participle too."""

    verb: Verb
    shape: Shape


@cache
def words(topic: str) -> frozenset[str]:
    """A closed class from ``languages/en/clauses.toml``."""
    return frozenset(table("en", "clauses")[topic].split())


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every form of every reporting verb, lower case. A past outranks the same spelling as base or participle."""
    forms: dict[str, VerbForm] = {}
    for lemma, row in table("en", "reporting_verbs")["verbs"].items():
        verb = Verb(lemma=lemma, kind=row["class"], clause=row.get("clause", False))
        for shape, form in zip(_SHAPES, row["forms"], strict=False):
            if form and (form not in forms or shape == "past"):
                forms[form] = VerbForm(verb=verb, shape=shape)
    return forms


@cache
def _outlets() -> frozenset[str]:
    """Names of outlets and agencies, lower case, without "the"."""
    tables = (table("en", "outlets")[sort] for sort in ("agencies", "outlets"))
    names = (name for rows in tables for key, others in rows.items() for name in (key, *others))
    return frozenset(_bare(name) for name in names)


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def is_outlet(name: str) -> bool:
    """Whether it is the name of an outlet or an agency that is known, or says that it is one ("… news agency")."""
    bare = _bare(name)
    return bare in _outlets() or bare.endswith(_MEDIA)


@cache
def finite_forms() -> frozenset[str]:
    """Words that make a clause finite."""
    verbs = {form for form, known in verb_forms().items() if known.shape in ("past", "present")}
    return words("finite") | words("auxiliaries") | verbs


def is_finite(word: str) -> bool:
    """Whether a lower-case word looks like a finite verb (a form in -ed counts: a participle now and then, too)."""
    if word in finite_forms():
        return True
    return len(word) > 4 and word.endswith("ed") and "-" not in word and word not in words("not_finite")
