"""Whether what stands before a cue can be its source: a noun phrase, and no chopped piece of a sentence."""

from __future__ import annotations

from onrecord.extraction.rules.cues import Cue
from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.lexicon import words
from onrecord.extraction.rules.sources import Range

_OPENS_PHRASE = frozenset(("some", "many", "several", "most", "his", "her", "its", "their", "another"))
_GLUED = frozenset(("The", "A", "An", "This", "His", "Her", "Its", "Their"))
_NEAR_TO = frozenset(
    ("close", "familiar", "adviser", "advisers", "adviser", "known", "loyal", "according", "aide", "envoy")
)
_CLOSING = {")": "(", "]": "["}


def sound(document: Document, cue: Cue, source: Range) -> Range | None:
    """The source, without a heading or a subject glued to it; None where it is no noun phrase.

    A cue that takes no quotation could as well be a noun or an adjective ("plans", "detailed"), and asks for more.
    """
    tokens = document.tokens
    first, last = _unglued(tokens, source)
    opening = tokens[first]
    if not (opening.is_word or opening.text in "[(") or opening.low == "according" or _opens_with_verb(opening):
        return None
    weak = "quotation" not in cue.verb.takes
    if weak and (_ends_in_infinitive(tokens, first, last) or not opening.text[0].isalpha()):
        return None
    return (first, last) if _is_closed(tokens[first:last]) else None


def _unglued(tokens: tuple[Token, ...], source: Range) -> Range:
    """From the last article that opens a phrase of its own: "Work to go on The minister", "Roe some analysts"."""
    first, last = source
    for number in range(last - 1, first, -1):
        token, before = tokens[number], tokens[number - 1]
        opens = token.text in _GLUED and before.is_word and not before.text.isupper()
        if opens and number + 1 < last and (not tokens[number + 1].is_capital or not _leads(before)):
            return (number, last)
        if token.low in ("the", "a", "an") and before.low in ("later", "earlier", "ago", "today", "yesterday"):
            return (number, last)
        if token.low in _OPENS_PHRASE and before.is_capital and not _leads(before):
            return (number, last)
    return source


def _leads(before: Token) -> bool:
    """Words that "the" may follow inside a phrase, or inside a name ("Der Spiegel", "Jack the Lad")."""
    return (
        before.low in words("prepositions")
        or before.low in words("conjunctions")
        or before.low in words("determiners")
        or before.low in words("clause_openers")
        or before.low in words("relatives")
    )


def _opens_with_verb(opening: Token) -> bool:
    return opening.low in (words("modals") | words("be") | words("have")) - {"may", "will", "to", "do"} or (
        opening.low in ("may", "will") and not opening.is_capital
    )


def _ends_in_infinitive(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    if last - 2 < first or tokens[last - 2].low != "to" or tokens[last - 1].is_capital:
        return False
    return last - 2 == first or tokens[last - 3].low not in _NEAR_TO


def _is_closed(source: tuple[Token, ...]) -> bool:
    """Whether every bracket has its partner."""
    marks = [token.text for token in source]
    return all(marks.count(closing) == marks.count(opening) for closing, opening in _CLOSING.items())
