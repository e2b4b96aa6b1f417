"""Who says it after an inverted cue: "said Al Roe, a farmer"."""

from __future__ import annotations

from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.lexicon import verb_forms, words
from onrecord.extraction.rules.sources import LONGEST, Range

_ENDING_MARKS = frozenset((";", ":", "—", "–", "…", "!", "?"))
_ENDING_WORDS = frozenset(
    ("because", "when", "while", "although", "though", "if", "as", "but", "after", "before", "during")
)


def after(document: Document, start: int, last: int) -> Range | None:
    """The source of an inverted cue ("said Al Roe, a farmer"): from ``start`` to where the noun phrase ends."""
    tokens = document.tokens
    last = min(last, start + LONGEST)
    if start >= last or not _opens_phrase(tokens[start]):
        return None
    number = start
    while number < last and not _ends_phrase(tokens, number, (start, last)):
        number += 1
    while number > start and not tokens[number - 1].is_word and tokens[number - 1].text not in ")":
        number -= 1
    return (start, number) if number > start else None


def _opens_phrase(token: Token) -> bool:
    if token.quoted >= 0:
        return False
    return (
        token.is_capital
        or token.low in words("determiners")
        or token.low in words("pronouns")
        or token.text[0].isalpha()
    )


def _ends_phrase(tokens: tuple[Token, ...], number: int, bounds: Range) -> bool:
    token = tokens[number]
    start, last = bounds
    if token.quoted >= 0 or token.text in _ENDING_MARKS or token.low in _ENDING_WORDS:
        return True
    if not token.is_word:
        return number + 1 >= last if token.text == "." else token.text == "," and _comma_ends(tokens, number, last)
    if number == start:
        return False
    if tokens[start].low in words("subjects") - {"who"}:
        return True
    if any(t.low in ("who", "which", "that", "whose") for t in tokens[start:number]):
        return False
    return _is_adverbial(tokens, number, bounds)


def _comma_ends(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    """After a comma an apposition goes on; a participle, an adverbial, a clause or a further cue doesn't."""
    if number + 1 >= last:
        return True
    following = tokens[number + 1]
    if following.quoted >= 0 or following.low in words("conjunctions") or following.low in words("clause_openers"):
        return True
    if following.low in words("subjects") - {"who", "one"} or following.low in (
        "with",
        "in",
        "on",
        "at",
        "during",
        "citing",
    ):
        return True
    if following.low in verb_forms() and following.low.endswith("ing"):
        return True
    return (following.low.endswith("ing") and not following.is_capital) or following.low in (
        "referred",
        "asked",
        "according",
    )


def _is_adverbial(tokens: tuple[Token, ...], number: int, bounds: Range) -> bool:
    """Whether a time or place phrase begins here; places only after a bare name ("said Roe in Ulm")."""
    token = tokens[number]
    if token.low in words("times") and not token.is_capital:
        return tokens[number - 1].low not in words("determiners") and token.low not in (
            "may",
            "now",
            "second",
            "minute",
        )
    if token.is_capital and token.low.endswith("day") and token.low in words("times"):
        return True
    if token.low not in ("in", "on", "at", "to", "of", "following"):
        return False
    following = tokens[number + 1].low if number + 1 < bounds[1] else ""
    if token.low == "on" and following in words("times"):
        return True
    if token.low == "of":
        return False
    name = all(t.is_capital or not t.is_word for t in tokens[bounds[0] : number])
    return name and not any(t.text == "," for t in tokens[bounds[0] : number])
