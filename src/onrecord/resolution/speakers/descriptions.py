"""Whom a description means: "the Russian chief negotiator", "the envoy", "the official"."""

from __future__ import annotations

from onrecord.resolution.lexicon import lexicon
from onrecord.resolution.speakers.cast import Cast, Member
from onrecord.resolution.speakers.roles import Role
from onrecord.resolution.speakers.sources import Source
from onrecord.resolution.speakers.voices import Voice

_LATER = 100


def bearers(cast: Cast, source: Source, in_force: Voice | None, *, headline: bool = False) -> list[Member]:
    """The persons whom a definite description fits best: one, where it can be told; several, where it can't.

    A headline's description may fit anybody of the article, a sentence's mostly somebody named before it.
    """
    role = source.role
    if role is None:
        return []
    met = [m for m in cast.met(source.span.start) if m.evidence]
    later = [m for m in cast.persons[:_LATER] if m.evidence]
    return _best(met, role, in_force) or _best(later, role, in_force, exactly=not headline)


def _best(met: list[Member], role: Role, in_force: Voice | None, *, exactly: bool = False) -> list[Member]:
    met = [m for m in met if not _clashes(m, role)]
    exact = [m for m in met if any(_exact(r, role) for r in m.roles)]
    wide = [m for m in met if any(_wide(r, role) for r in m.roles)]
    landed = [m for m in met if role.countries & m.countries]
    for fits in (exact,) if exactly else (exact, wide, landed):
        if len(fits) == 1:
            return fits
        if fits:
            speaking = in_force.members if in_force else ()
            telling = [m for m in fits if _telling(m, role)]
            return [m for m in fits if m in speaking] or telling or fits
    return []


def _telling(member: Member, role: Role) -> bool:
    """Whether what tells the description from others ("relief official") is in one of the person's roles."""
    own = {w for r in member.roles for w in (*r.names, *r.modifiers)}
    return bool(role.modifiers & own)


def _agrees(own: Role, asked: Role) -> bool:
    return not (own.countries and asked.countries) or bool(own.countries & asked.countries)


def _exact(own: Role, asked: Role) -> bool:
    if not _agrees(own, asked):
        return False
    shared = own.heads & asked.heads
    return bool(shared) and not (asked.modifiers & lexicon().contrasts) - own.modifiers


def _wide(own: Role, asked: Role) -> bool:
    """Whether the description is a wider word for the role: "the diplomat" for an envoy."""
    if not _agrees(own, asked):
        return False
    wider = {m for head in asked.heads for m in lexicon().groups.get(head, ())}
    return bool(wider & own.heads)


def _clashes(member: Member, role: Role) -> bool:
    """Whether gender, land or another name in the description speaks against a person."""
    gender = lexicon().gender_of(role.heads)
    if gender is not None and member.gender not in (None, gender):
        return True
    if role.countries and member.countries and not role.countries & member.countries:
        return True
    own = {w for r in member.roles for w in (*r.names, *r.modifiers, *r.heads)}
    silent = not any(r.names for r in member.roles) and any(_exact(r, role) for r in member.roles)
    return not silent and not role.names <= own | set(member.words)
