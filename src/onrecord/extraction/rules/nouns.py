"""Nouns for cues: "her remark that …", "the court's promise to …", "the claim that …"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extraction.rules import contents
from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.lexicon import is_finite, words
from onrecord.extraction.rules.sources import Range

_SOURCE = 14
"""How many tokens a source behind "by" may take."""
_REACH = 3
"""How many words may stand between the possessor and the noun ("Roe's first public remark")."""


def attributions(document: Document, bounds: Range, found: list[Found]) -> Iterator[Found]:
    """Noun cues outside of what was found already.

    Only after a verb or preposition: at the head of a sentence, what follows "that" runs into the main clause.
    """
    tokens = document.tokens
    taken = [(one.first, one.last) for one in found]
    for number in range(bounds[0] + 1, bounds[1] - 2):
        if not _is_cue(tokens, number) or any(low <= number < high for low, high in taken):
            continue
        if tokens[number + 1].low == "by":
            made = _made_by(document, number, bounds)
            if made is not None:
                yield made
            continue
        first = _possessor(tokens, bounds[0], number)
        if first == bounds[0] or (first is None and not _stands_alone(tokens, number)):
            continue
        end = contents.right_end(document, number + 1, bounds[1], tight=True)
        content = contents.trimmed(document, number + 1, end)
        if content is not None and content[1] - content[0] > 2:
            yield _found(document, (first, number), content, bounds[0])


def _is_cue(tokens: tuple[Token, ...], number: int) -> bool:
    token, following = tokens[number], tokens[number + 1].low
    if token.quoted >= 0 or token.is_capital:
        return False
    if following in ("that", "by"):
        return token.low in words("claim_nouns") or token.low in words("promise_nouns")
    return following == "to" and token.low in words("promise_nouns") and not is_finite(tokens[number + 2].low)


def _made_by(document: Document, noun: int, bounds: Range) -> Found | None:
    """As in "a claim by the union that …": the source stands behind "by"."""
    tokens = document.tokens
    that = next((n for n in range(noun + 3, min(bounds[1] - 2, noun + _SOURCE)) if tokens[n].low == "that"), -1)
    source = contents.trimmed(document, noun + 2, that) if that > 0 else None
    if source is None or any(_is_broken(tokens, n) for n in range(*source)):
        return None
    content = contents.trimmed(document, that, contents.right_end(document, that, bounds[1], tight=True))
    return (
        Found(content=(content,), cue=(noun, noun + 2), source=source, rule="noun", lemma="noun") if content else None
    )


def _is_broken(tokens: tuple[Token, ...], number: int) -> bool:
    token = tokens[number]
    return token.quoted >= 0 or token.text in (",", ";", ":") or (is_finite(token.low) and not token.is_capital)


def _stands_alone(tokens: tuple[Token, ...], number: int) -> bool:
    return tokens[number].low in words("sourceless_nouns") and tokens[number - 1].low in ("the", "a", "an", "any")


def _possessor(tokens: tuple[Token, ...], low: int, number: int) -> int | None:
    """The token number of "her" or "Roe's" before a noun."""
    for place in range(number - 1, max(low, number - 1 - _REACH) - 1, -1):
        word = tokens[place].low
        if word in words("possessives") or word.endswith(("'s", "s'")):
            return place
        if not tokens[place].is_word or word in words("prepositions") or word in words("determiners"):
            return None
    return None


def _found(document: Document, place: tuple[int | None, int], content: Range, low: int) -> Found:
    possessor, noun = place
    if possessor is None:
        return Found(content=(content,), cue=(noun, noun + 1), source=None, rule="noun", lemma="noun")
    first = possessor
    while first > low and document.tokens[first].is_capital and document.tokens[first - 1].is_capital:
        first -= 1
    if not document.tokens[possessor].is_capital and document.tokens[first - 1].low in words("determiners"):
        first -= 1
    return Found(
        content=(content,), cue=(possessor + 1, noun + 1), source=(first, possessor + 1), rule="noun", lemma="noun"
    )
