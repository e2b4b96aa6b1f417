"""Bodies as speakers: "the ministry", "the Tesmaran army", "police", "it"."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.resolution.lexicon import bare, lexicon, phrase
from onrecord.resolution.speakers.cast import Cast, Member
from onrecord.resolution.speakers.cutting import HELD
from onrecord.resolution.speakers.sources import Source
from onrecord.resolution.speakers.voices import Voice

_AGENCY = re.compile(r" (?:[Nn]ews [Aa]gency|[Nn]ews [Ss]ervice|[Pp]oll|survey)$")
_LONGEST = 7
"""Words of the longest name that a body is called by common words."""
_NEAR = 2
"""Sentences back in which the newspaper that is spoken of is named."""
_MAIN = 3
"""So many times an article names the body that it is about, and twice as often as any other."""


def name(member: Member) -> str:
    """How a body is called: agencies go without "news agency", polls without "poll"."""
    short = _AGENCY.sub("", member.name)
    return member.name if phrase(short) in lexicon().demonyms else short


def several(cast: Cast, source: Source) -> tuple[Member, ...]:
    """The bodies and lands that a source joins: "Oslo and Lund Bank"."""
    members = [cast.of(m) for m in source.heads]
    return tuple(dict.fromkeys(m for m in members if m is not None))


def _side(cast: Cast, source: Source) -> Member | None:
    """The land whose side speaks: "the Norvania side"."""
    lands = [m for i in cast.within(source.span) if (m := cast.of(cast.mentions[i])) is not None and m.sort == "place"]
    return lands[0] if source.head == "side" and len(lands) == 1 else None


def meant(cast: Cast, source: Source, last: Voice | None) -> Member | None:
    """The body that "the ministry" or "the interior ministry" means: of those met so far, else of all."""
    if not source.definite or source.head == "side":
        return _side(cast, source)
    wanted = {w for w in source.plain if w not in lexicon().determiners}
    fits = [m for m in cast.ending(source.head) if wanted <= set(m.words)]
    met = [m for m in fits if m.mentions[0].span.start < source.span.start]
    met = [m for m in met if source.head in (m.words[0], m.words[-1])] or met
    chosen = met or [m for m in fits if len(m.words) > len(wanted)]
    if len(chosen) > 1 and last is not None:
        chosen = [m for m in chosen if m in last.members]
    return chosen[0] if len(chosen) == 1 else None


def subject(cast: Cast, source: Source) -> Member | None:
    """The body that the sentence before, or this one so far, is about: "The Lund Bloc met. The bloc said …"."""
    if not _is_general(source):
        return None
    sentence = cast.words.sentence_at(source.span.start)
    first = cast.words.sentences[max(0, sentence - 1)].start
    return about(cast, Span(first, source.span.start)) or _main(cast)


def about(cast: Cast, span: Span) -> Member | None:
    """The first body of a stretch that is no object and no possessor."""
    for i in cast.within(span):
        mention = cast.mentions[i]
        member = cast.of(mention)
        if member is None or mention.words[0] in lexicon().networks:
            continue
        if member.sort == "body" and not mention.possessive:
            before = cast.words.tokens[mention.first - 1].lower if mention.first else ""
            if before not in lexicon().object_markers:
                return member
    return None


def _main(cast: Cast) -> Member | None:
    """The body that an article is about: it is named far more often than any other that is no outlet."""
    bodies = [m for m in cast.members if m.sort == "body" and m.words not in lexicon().outlets]
    ranked = sorted(bodies, key=lambda m: -len(m.mentions))[:2]
    often = [len(m.mentions) for m in ranked]
    return ranked[0] if often and often[0] >= max(_MAIN, 2 * sum(often[1:])) else None


def _is_general(source: Source) -> bool:
    return source.definite and len(source.plain) <= 2 and source.head in lexicon().any_body


def continues(source: Source, last: Voice) -> bool:
    """Whether a general word ("the group", "the company") goes on with the body that spoke last."""
    if not source.definite or len(source.plain) > 2 or not last.body:
        return False
    own = last.members[0].words
    paper = is_outlet(last.members[0])
    return source.head in own or source.head in lexicon().any_body or (paper and source.head in lexicon().papers)


def is_outlet(member: Member) -> bool:
    """Whether a body is an outlet by its name."""
    return member.words in lexicon().outlets or (len(member.words) > 1 and member.words[-1] in lexicon().media_heads)


def paper(cast: Cast, source: Source) -> Member | None:
    """The one outlet that this sentence so far and the two before name: "the Norvanian daily"."""
    if source.head not in lexicon().papers or not source.definite:
        return None
    first = cast.words.sentences[max(0, cast.words.sentence_at(source.span.start) - _NEAR)].start
    met = (cast.of(cast.mentions[i]) for i in cast.within(Span(first, source.span.start)))
    found = {m for m in met if m is not None and m.sort == "body" and is_outlet(m)}
    return found.pop() if len(found) == 1 else None


def national(cast: Cast, noun: str) -> str | None:
    """What "the government" is called in full, if the article calls one so: "the Norvanian government"."""
    tokens, found = cast.words.tokens, set()
    for i in range(1, len(tokens)):
        if tokens[i].lower == noun and tokens[i].gap == " " and (bare(tokens[i - 1].text),) in lexicon().demonyms:
            found.add(f"{tokens[i - 1].text} {noun}")
    return found.pop() if len(found) == 1 else None


def called(cast: Cast, source: Source) -> str | None:
    """The name of a body that is called by common words, with what tells it from others: "the Tesmaran army"."""
    shown = cast.words.text[slice(*source.span)].split()
    core = shown[1:] if shown[0].lower() in lexicon().determiners else shown
    some_paper = source.head in lexicon().papers - lexicon().any_body  # "a Norvan newspaper" is no name
    if source.sort != "body" or not core or some_paper:
        return None
    if [bare(w) for w in core] == ["police"]:
        return "Police"
    core = core[1:] if core[0].endswith(HELD) and len(core) > 1 else core
    land = phrase(core[0].removesuffix("'s").removesuffix("’s"))
    landed = land in lexicon().demonyms or land in lexicon().places or bool(cast.within(source.span))
    whose = core == shown and landed and core[0][-2:] in ("'s", "’s")
    names_it = core[0][0].isupper() and (shown != core or landed) and source.plain[-1] == source.head
    of = core[1:2] == ["of"] and all(w[0].isupper() or w == "the" for w in core[2:])
    telling = whose or names_it or (of and source.definite)
    return " ".join(core).strip(",.;:") if telling and 1 < len(core) <= _LONGEST else None
