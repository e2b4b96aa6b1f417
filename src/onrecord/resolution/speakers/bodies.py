"""Bodies as speakers: "the ministry", "the Tesmaran army", a capital for its country, "it"."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.resolution.lexicon import lexicon, phrase
from onrecord.resolution.speakers.cast import Cast, Member
from onrecord.resolution.speakers.sources import Source
from onrecord.resolution.speakers.voices import Voice
from onrecord.resolution.tokens import Words

_AGENCY = re.compile(r" (?:[Nn]ews [Aa]gency|[Nn]ews [Ss]ervice)$")


def name(member: Member) -> str:
    """How a body is called: a capital speaks for its country; agencies go without "news agency"."""
    country = lexicon().capitals.get(member.words) or lexicon().countries.get(member.words)
    if country:
        return country.name
    short = _AGENCY.sub("", member.name)
    return member.name if phrase(short) in lexicon().demonyms else short


def several(cast: Cast, source: Source) -> tuple[Member, ...]:
    """The bodies and lands that a source joins: "Oslo and Lund Bank"."""
    members = [cast.of(m) for m in source.heads]
    return tuple(dict.fromkeys(m for m in members if m is not None))


def meant(cast: Cast, source: Source) -> Member | None:
    """The one body that "the ministry" or "the interior ministry" can mean: of those met so far, else of all."""
    if not source.definite:
        return None
    wanted = {w for w in source.plain if w not in lexicon().determiners}
    fits = [m for m in cast.ending(source.head) if wanted <= set(m.words)]
    met = [m for m in fits if m.mentions[0].span.start < source.span.start]
    met = [m for m in met if source.head in (m.words[0], m.words[-1])] or met
    chosen = met or [m for m in fits if len(m.words) > len(wanted)]
    return chosen[0] if len(chosen) == 1 else None


def subject(cast: Cast, source: Source) -> Member | None:
    """The body that the sentence before, or this one so far, is about: "The Lund Bloc met. The bloc said …"."""
    if not source.definite or len(source.plain) > 2 or source.head not in lexicon().any_body:
        return None
    sentence = cast.words.sentence_at(source.span.start)
    first = cast.words.sentences[max(0, sentence - 1)].start
    for i in cast.within(Span(first, source.span.start)):
        mention = cast.mentions[i]
        member = cast.of(mention)
        if member is not None and member.sort == "body" and not mention.possessive:
            before = cast.words.tokens[mention.first - 1].lower if mention.first else ""
            if before not in lexicon().object_markers:
                return member
    return None


def continues(source: Source, last: Voice) -> bool:
    """Whether a general word ("the group", "the statement") goes on with the body that spoke last."""
    if not source.definite or len(source.plain) > 2 or not last.body:
        return False
    own = last.members[0].words
    if source.sort == "document":
        return source.head in lexicon().spoken_documents
    if source.head in own:
        return True
    paper = own in lexicon().outlets
    return source.head in lexicon().any_body or (paper and source.head in lexicon().papers)


def called(words: Words, source: Source) -> str | None:
    """The name of a body that is called by common words, with what tells it from others: "the Tesmaran army"."""
    if source.sort != "body" or not source.definite:
        return None
    shown = words.text[slice(*source.span)].split()
    core = shown[1:] if shown[0].lower() in lexicon().determiners else shown
    telling = len(core) > 1 and len(core) <= 4 and source.plain[-1] == source.head
    return " ".join(core).strip(",.;:") if telling else None
