"""Who speaks in a document: "a report by the Norvan Bank", "the Bank's statement", "its website"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Span
from onrecord.resolution.lexicon import bare, lexicon
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.names import Mention
from onrecord.resolution.tokens import Token

_BY = ("by", "from", "of")
_WHERE = {"in": ("article", "report", "story", "column", "editorial"), "on": ("data", "account", "page")}
"""Whose document it is by where it stands: "a report in the Norvan Times"."""


def is_document(word: str) -> bool:
    """Whether a word is a document's."""
    return word in lexicon().documents


def owner(cast: Cast, core: Sequence[Token], inside: Sequence[Mention]) -> Mention | None:
    """Whose document it is by the words before its noun: "the Bank's report", "NATO guidelines"."""
    head = core[-1]
    before = [m for m in inside if core[0].start <= m.span.start and m.span.end <= head.start]
    for mention in reversed(before):
        member = cast.of(mention)
        if member is None or mention.words[0] in lexicon().networks:
            continue
        whose = mention.possessive or member.sort == "body" or (bare(head.text) in lexicon().worded_documents)
        if whose and (mention.possessive or member.sort != "person"):
            return mention
    return None


def writer(part: Sequence[Token], core: int) -> Span | None:
    """The words that say who wrote it, after "by", or directly after the noun: "from the bank", "of the bank"."""
    for i in range(core, len(part) - 1):
        word = part[i].lower
        if word == "by" or (word in _BY and i == core):
            return Span(part[i + 1].start, part[-1].end)
        if i == core and bare(part[core - 1].text) in _WHERE.get(word, ()):
            return Span(part[i + 1].start, part[-1].end)
    return None
