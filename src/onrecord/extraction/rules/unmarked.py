"""Tags without a comma, as damaged text and hasty copy have them: "The army left a monitor said", "… said Al Roe"."""

from __future__ import annotations

from onrecord.extraction.rules import contents, inverted
from onrecord.extraction.rules.cues import Cue
from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.lexicon import is_finite, words
from onrecord.extraction.rules.sources import Range

_LEMMAS = frozenset(("say", "report", "add", "tell"))
_MODIFIERS = 4
"""So many words may describe a speaker ("local military sources")."""
_LEAST = 3
"""A clause has so many tokens at least."""


def tag(document: Document, here: list[Cue], bounds: Range) -> Found | None:
    """The attribution of a sentence whose tag ends it, with nothing to set it off from what was said."""
    for cue in here:
        if cue.verb.lemma not in _LEMMAS or not cue.is_finite or cue.passive or cue.last - cue.first > 2:
            continue
        found = _closing(document, cue, bounds) or _inverted(document, cue, bounds)
        if found is not None:
            return found
    return None


def _closing(document: Document, cue: Cue, bounds: Range) -> Found | None:
    """As in "The army left a monitor said on Monday": the speaker right before, no content after."""
    tokens = document.tokens
    if not _ends_here(document, cue, bounds[1]):
        return None
    source = _speaker(tokens, bounds[0], cue.first)
    return _found(document, cue, source, bounds[0], source[0]) if source is not None else None


def _inverted(document: Document, cue: Cue, bounds: Range) -> Found | None:
    """As in "Men were killed said observatory head Al Roe.": the rest of the sentence is a name with its office."""
    tokens = document.tokens
    if cue.last >= bounds[1] or cue.verb.lemma != "say":
        return None
    source = inverted.after(document, cue.last, bounds[1])
    if source is None or not _names_somebody(tokens[slice(*source)]):
        return None
    if any(is_finite(token.low) and not token.is_capital for token in tokens[source[0] : bounds[1]]):
        return None
    return _found(document, cue, source, bounds[0], cue.first)


def _names_somebody(source: tuple[Token, ...]) -> bool:
    """An office in lower case before a name, or an article before a speaker."""
    if source[0].low in ("the", "a", "an"):
        return any(token.low in words("speakers") for token in source)
    return any(token.low in words("speakers") for token in source) and source[-1].is_capital


def _ends_here(document: Document, cue: Cue, last: int) -> bool:
    """Nothing but time and place follows; "told" has an addressee, too."""
    tokens = document.tokens
    number = cue.last
    while number < last and cue.verb.lemma == "tell" and tokens[number].is_capital:
        number += 1
    end = last
    while end > number and not tokens[end - 1].is_word:
        end -= 1
    return end == number or contents.is_adverbial(document, number, end)


def _speaker(tokens: tuple[Token, ...], first: int, last: int) -> Range | None:
    """A common noun that speaks, with its article or what describes it: "the group", "military sources"."""
    body = _body(tokens, first, last)
    if body is not None:
        return body
    noun = last - 1
    if noun <= first or tokens[noun].low not in words("speakers"):
        return None
    start = noun
    while start > max(first, noun - _MODIFIERS) and _describes(tokens[start - 1]):
        start -= 1
    if start > first and tokens[start - 1].low in ("the", "a", "an", "another", "some"):
        return (start - 1, last)
    described = start < noun and not tokens[start - 1].is_capital
    return (start, last) if described or _opens_clause(tokens, start) else None


def _body(tokens: tuple[Token, ...], first: int, last: int) -> Range | None:
    """As in "on Monday the Office for Rivers said": an article and a name of two words or more."""
    start = last
    while start > first and (tokens[start - 1].is_capital or (start < last and tokens[start - 1].low in ("of", "for"))):
        start -= 1
    named = start > first and tokens[start - 1].low == "the" and last - start > 1
    return (start - 1, last) if named and tokens[start - 2].low not in words("prepositions") else None


def _describes(token: Token) -> bool:
    """A lower-case adjective or noun in front of another."""
    return (
        token.quoted < 0
        and token.text.isalpha()
        and not token.is_capital
        and not is_finite(token.low)
        and token.low
        not in words("prepositions") | words("determiners") | words("clause_openers") | words("conjunctions")
    )


def _opens_clause(tokens: tuple[Token, ...], start: int) -> bool:
    """After a name in a place ("from Kest military sources"): what is in lower case begins anew."""
    return tokens[start - 1].is_capital and tokens[start - 2].low in words("prepositions")


def _found(document: Document, cue: Cue, source: Range, first: int, end: int) -> Found | None:
    content = contents.trimmed(document, contents.past_dateline(document, first, end), end)
    if content is None or content[1] - content[0] < _LEAST:
        return None
    inside = document.tokens[slice(*content)]
    if inside[0].low in words("clause_openers") or not any(is_finite(t.low) for t in inside[1:]):
        return None
    return Found(content=(content,), cue=(cue.first, cue.last), source=source, rule="unmarked", lemma=cue.verb.lemma)
