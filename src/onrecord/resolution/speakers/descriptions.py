"""Whom a description means: "the Russian chief negotiator", "the envoy", "the official"."""

from __future__ import annotations

from onrecord.model import Span
from onrecord.resolution.lexicon import lexicon
from onrecord.resolution.speakers.cast import Cast, Member
from onrecord.resolution.speakers.roles import Role
from onrecord.resolution.speakers.sources import Source
from onrecord.resolution.speakers.voices import Voice

_LATER = 100
_EXACT, _ENOUGH, _UNTITLED, _NOW, _MARGIN = 3.0, 2.0, 1.0, 2.0, 1.0
"""What it counts to be called just so; by a wider word, or of that land; by nothing; to be speaking; and the lead."""
_FOLLOWING = 5
"""Sentences behind a lead in which whom it calls by an office is named."""
_NEXT = 2
"""Sentences in which somebody goes on under an office that nothing tells of."""
_LEAD = 3
"""Sentences behind the first, a headline and a line with the day among them, in which an office may stand for a name
to come."""


def bearers(cast: Cast, source: Source, in_force: Voice | None, *, headline: bool = False) -> list[Member]:
    """The persons whom a definite description fits best: one, where it can be told; several, where it can't.

    A headline's description may fit anybody of the article, a sentence's mostly somebody named before it.
    """
    role = source.role
    if role is None or not role.heads.isdisjoint(lexicon().nobodies):
        return []
    met = [m for m in cast.met(source.span.start) if m.evidence]
    later = [m for m in cast.persons[:_LATER] if m.evidence]
    speaking = in_force.members if in_force else ()
    return _best(met, role, speaking) or _best(later, role, speaking, exactly=not headline)


def _best(met: list[Member], role: Role, speaking: tuple[Member, ...], *, exactly: bool = False) -> list[Member]:
    """The likeliest; several, where the next one is hardly less likely."""
    scores = {m: _score(m, role, now=m in speaking) for m in met if not _clashes(m, role)}
    least = _EXACT if exactly else _ENOUGH
    ranked = sorted((m for m, score in scores.items() if score >= least), key=lambda m: -scores[m])
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _MARGIN:
        return ranked
    return ranked[:1]


def _score(member: Member, role: Role, *, now: bool) -> float:
    """How well a description fits a person; ``now``: he or she is speaking."""
    if any(_exact(r, role) for r in member.roles):
        fit = _EXACT + _telling(member, role)
    elif any(_wide(r, role) for r in member.roles) or role.countries & member.countries:
        fit = _ENOUGH - bool(role.countries and not member.countries)
    else:
        told = told_offices(member) or role.countries or role.names or role.heads.isdisjoint(lexicon().groups)
        fit = 0 if told else _UNTITLED
    return fit + _NOW * now if fit else 0


def goes_on(cast: Cast, source: Source, last: Voice) -> list[Member]:
    """Who has just spoken, where an office that nothing else tells of is spoken of next: "the harbour master"."""
    member, role = last.members[0], source.role
    if role is None or not role.heads.isdisjoint(lexicon().nobodies) or _clashes(member, role, named=False):
        return []
    far = cast.words.sentence_at(source.span.start) - cast.words.sentence_at(last.place) > _NEXT
    if far or not source.plain or source.plain[0] != "the" or not lexicon().unnamed.isdisjoint(source.plain):
        return []
    between = (cast.of(cast.mentions[i]) for i in cast.within(Span(last.place, source.span.start)))
    others = any(m is not None and m is not member and m.sort == "person" and m.strong for m in between)
    return [] if others else [member]


def introduced(cast: Cast, source: Source, *, sure: bool = False) -> list[Member]:
    """Whom a lead calls by an office only: the first one who speaks by name behind it, where the office fits.

    ``sure``: it has to fit a title; else it is enough that nothing speaks against it.
    """
    words = cast.words
    here = words.sentence_at(source.span.end)
    if source.role is None or not source.role.heads.isdisjoint(lexicon().nobodies):
        return []
    if words.sentence_at(source.span.start) > _LEAD or here + 1 >= len(words.sentences):
        return []
    end = words.sentences[min(here + _FOLLOWING, len(words.sentences) - 1)].end
    for i in cast.within(Span(source.span.end, end)):
        mention = cast.mentions[i]
        member = cast.of(mention)
        if member is None or member.sort != "person" or not cast.in_source(mention) or len(member.words) < 2:
            continue
        new = member.mentions[0].span.start > source.span.start
        fits = new and _may_be(member, source.role, sure=sure)
        return [member] if fits else []
    return []


def _may_be(member: Member, role: Role, *, sure: bool) -> bool:
    """Whether nothing that is said of a person speaks against an office."""
    if _clashes(member, role, named=False):
        return False
    fits = any(_exact(r, role) or _wide(r, role) for r in member.roles)
    return fits or (not sure and not told_offices(member)) or bool(role.countries & member.countries)


def told_offices(member: Member) -> list[Role]:
    """What a person is called besides ranks and honorifics, which anybody may have: "Major General", "Dr"."""
    ranks = {w for title in lexicon().honorifics for w in title}
    return [r for r in member.titles if r.modifiers or r.names or not {w for h in r.heads for w in h.split()} <= ranks]


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
    differs = (asked.modifiers & lexicon().contrasts) - own.modifiers or _lower(own) - _lower(asked)
    return bool(shared) and not differs


def _lower(role: Role) -> frozenset[str]:
    """What makes another office of one: "deputy", "former"."""
    return (role.modifiers | role.heads) & lexicon().lower_offices


def _is_above(member: Member, role: Role) -> bool:
    """Whether a person is told to have the office itself, never the lower one that is asked for: "vice president"."""
    lower = _lower(role) | {w for head in role.heads for w in head.split()} & lexicon().lower_offices
    held = [r for r in member.titles if r.heads & role.heads]
    kept = {w for r in held for w in (*r.modifiers, *(part for head in r.heads for part in head.split()))}
    return bool(held and lower - {"former", "ex"} - kept)


def _wide(own: Role, asked: Role) -> bool:
    """Whether the description is a wider word for the role: "the diplomat" for an envoy."""
    if not _agrees(own, asked):
        return False
    wider = {m for head in asked.heads for m in lexicon().groups.get(head, ())}
    return bool(wider & own.heads)


def _clashes(member: Member, role: Role, *, named: bool = True) -> bool:
    """Whether gender, land or another name in the description speaks against a person."""
    gender = lexicon().gender_of(role.heads)
    if gender is not None and member.gender not in (None, gender):
        return True
    if role.countries and member.countries and not role.countries & member.countries:
        return True
    if _is_above(member, role):
        return True
    own = {w for r in member.roles for w in (*r.names, *r.modifiers, *r.heads)}
    silent = not any(r.names for r in member.roles) and any(_exact(r, role) for r in member.roles)
    return named and not silent and not role.names <= own | set(member.words)
