"""A colon or a dash for a cue: headlines ("Minister: talks off") and names before a quotation."""

from __future__ import annotations

from onrecord.extraction.rules import contents, sources
from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.found import Found
from onrecord.extraction.rules.lexicon import is_finite, verb_forms, words
from onrecord.extraction.rules.sources import Range

_LONGEST_NAME = 6
_SHORTEST = 6
"""A quotation of fewer tokens after a colon is a name or a title."""
_SPEECHLIKE = frozenset(("no", "not", "never", "we", "i", "our", "us"))
_DECIDING = frozenset(("will", "won't", "must", "should", "cannot", "can't", "ready"))


def named(document: Document, first: int, last: int) -> Found | None:
    """A paragraph that is all quotation after a name: "Al Roe: “We go on.”"."""
    colon = _colon(document, first, last)
    if colon < 0 or document.tokens[colon + 1].quoted < 0:
        return None
    content = contents.trimmed(document, colon + 1, last)
    if content is None or not all(t.is_capital for t in document.tokens[first:colon] if t.is_word):
        return None
    return Found(content=(content,), cue=(colon, colon + 1), source=(first, colon), rule="colon", lemma=":")


def heading(document: Document, first: int, last: int) -> Found | None:
    """As in "Al Roe: Talks are off" or "“We go on”: Al Roe on the talks": the first line of a text."""
    if first > 0 or (first, last) not in document.lines or not document.tokens[first].is_capital:
        return _quoted_heading(document, first, last)
    colon = _colon(document, first, last)
    content = contents.trimmed(document, colon + 1, last) if colon > 0 else None
    if content is None or content[1] - content[0] < 3 or not _may_speak(document, first, colon):
        return None
    return Found(content=(content,), cue=(colon, colon + 1), source=(first, colon), rule="colon", lemma=":")


def _may_speak(document: Document, first: int, colon: int) -> bool:
    """A common noun that speaks, or a name that speaks in the story, or whose words sound like speech.

    Else what stands before the colon is a topic or a place ("Slippery business: …", "Ulm: 31 dead").
    """
    name = [t for t in document.tokens[first:colon] if t.is_word]
    if name[-1].low in words("speakers"):
        return True
    if not all(t.is_capital for t in name):
        return False
    opening = document.tokens[colon + 1 : colon + 6]
    sounds = opening[0].quoted >= 0 or opening[0].low in _SPEECHLIKE or any(t.low in _DECIDING for t in opening)
    return sounds or len(document.paragraphs) == 1 or _speaks_later(document, colon, name[-1].text)


def _speaks_later(document: Document, after: int, name: str) -> bool:
    """Whether a verb of speech stands beside the name in the story."""
    tokens = document.tokens
    return any(
        tokens[n].text == name and any(t.low in verb_forms() for t in (tokens[n - 1], *tokens[n + 1 : n + 3]))
        for n in range(after + 1, len(tokens))
    )


def announced(document: Document, bounds: Range, found: list[Found]) -> Found | None:
    """As in "The court found no ground for it: “In our view …”": a quotation that only a colon gives to the subject."""
    tokens = document.tokens
    first, last = bounds
    for colon in range(first + 2, last - 1):
        if tokens[colon].text != ":" or tokens[colon].quoted >= 0 or tokens[colon + 1].quoted < 0:
            continue
        quotation = document.quoted_tokens[tokens[colon + 1].quoted]
        verb = next((n for n in range(first + 1, colon) if is_finite(tokens[n].low) and not tokens[n].is_capital), -1)
        source = sources.before_verb(tokens, first, verb) if verb > first else None
        taken = any(low < quotation[1] and quotation[0] < high for one in found for low, high in one.content)
        if source is None or taken or quotation[1] - quotation[0] < _SHORTEST or not _is_person(tokens[slice(*source)]):
            return None
        return Found(content=(quotation,), cue=(colon, colon + 1), source=source, rule="colon", lemma=":")
    return None


def _is_person(source: tuple[Token, ...]) -> bool:
    """A name, a pronoun of a person, or a common noun that speaks."""
    last = source[-1]
    return last.is_capital or last.low in ("he", "she", "they") or last.low in words("speakers") | words("finders")


def _quoted_heading(document: Document, first: int, last: int) -> Found | None:
    tokens = document.tokens
    if first > 0 or tokens[first].quoted < 0:
        return None
    end = document.quoted_tokens[tokens[first].quoted][1]
    if end + 1 >= last or tokens[end].text not in (":", "–", "—", "-") or not tokens[end + 1].is_capital:
        return None
    name = end + 1
    while name < last and tokens[name].is_capital:
        name += 1
    return Found(content=((first, end),), cue=(end, end + 1), source=(end + 1, name), rule="colon", lemma=":")


def _colon(document: Document, first: int, last: int) -> int:
    """The colon after a short name without a verb, or -1."""
    for number in range(first, min(last - 1, first + _LONGEST_NAME + 1)):
        token = document.tokens[number]
        if token.quoted >= 0:
            return -1
        if token.text == ":":
            return number if number > first and document.tokens[number + 1].start > token.end else -1
        if token.is_word and is_finite(token.low) and not token.is_capital:
            return -1
    return -1
