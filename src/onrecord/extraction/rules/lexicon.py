"""Words of English as the rules ask for them: closed classes and reporting verbs."""

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

_SHAPES: tuple[Shape, ...] = ("base", "present", "past", "ing", "participle")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A reporting verb: what it may take, and the particles that may follow it inside the cue."""

    lemma: str
    kind: VerbClass
    takes: frozenset[str]
    particles: frozenset[str]
    bare: bool = True
    """Whether it is a cue without its particle."""
    passive: bool = False
    """Whether its passive without a speaker attributes."""


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
        verb = Verb(
            lemma=lemma,
            kind=row["class"],
            takes=frozenset(row["takes"]),
            particles=frozenset(row.get("particles", ())),
            bare=row.get("bare", True),
            passive=row.get("passive", False),
        )
        for shape, form in zip(_SHAPES, row["forms"], strict=False):
            if form and (form not in forms or shape == "past"):
                forms[form] = VerbForm(verb=verb, shape=shape)
    return forms


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
