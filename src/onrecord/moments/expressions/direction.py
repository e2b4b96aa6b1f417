"""Past or future: what the tense, the modals, the infinitives and the cue words of a clause say. Never a default."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.model import Span
from onrecord.moments.expressions.lexicon import TIMES
from onrecord.moments.expressions.verbs import FORETELLING, FUTURE, PAST, PRESENT, looks_past, signal

__all__ = ["FUTURE", "PAST", "PRESENT", "direction"]

_SMALL: Final = TIMES["small_words"]
_CUES: Final = frozenset(TIMES["future"]["cues"])
_TOKEN: Final = re.compile(
    r"(?:[A-Z]\.){2,6}(?:-[A-Za-z]+)?|[A-Za-z]{1,6}n['’]t\b|['’](?:ll|d|s|ve|re|m)\b|[A-Za-z]+(?:-[A-Za-z]+)*|\d+|[^\w\s]"
)
_LEADS: Final = frozenset(TIMES["small_words"]["leads"])
_ASIDE: Final = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|[—–][^—–;\"“”]{4,200}[—–]")
"""What brackets and dashes add has verbs of its own: "the League (a body outlawed in Arven) will …"."""
_CLAUSE_ASIDE: Final = re.compile(
    r",\s(?:who|whose|which)\s[^,;:\"“”—–]{4,160},"
    r"(?=\s(?:will|would|shall|is|are|has|have|had|may|might|can|could|must|should"
    r"|(?!(?:this|thus|plus|less|across|unless|besides|perhaps)\b)[a-z]{3,16}(?:ed|s))\b)"
)
"""So does a clause between commas: "the minister, who came on Monday, will …"."""
_FULL: Final = {"wo": "will", "ca": "can", "sha": "shall"}
_MOST: Final = 34
"""Tokens looked at on either side."""
_FORWARD: Final = frozenset(TIMES["future"]["forward"])
_FORWARD_BEFORE: Final = frozenset(TIMES["future"]["forward_before"])
_MOVERS: Final = frozenset(TIMES["future"]["movers"])
_MOVED_PAIRS: Final = frozenset((verb, way) for verb, *ways in TIMES["future"]["moved"] for way in ways)
_MODALS: Final = frozenset(TIMES["future"]["modals"]) - {"would", "could", "'d", "’d"}
_GRANTED: Final = frozenset(TIMES["future"]["granted"])
_MOVED_WITHIN: Final = 14
_COPULA: Final = frozenset({"is", "are"})
_NEARLY_DUE: Final = frozenset({"due", "to", "scheduled", "planned", "set", "will"})
_TOLD: Final = frozenset({"was", "were", "had", "did"})
_QUOTES: Final = frozenset({'"', "”"})
_MARKS: Final = frozenset({",", ".", "?", "!"})
_JOINS: Final = frozenset({"and", "but", ",", "."})
_TO_COME: Final = _CUES | _FORWARD | {"to", "going"}
_CLAUSE_STARTS: Final = frozenset(_SMALL["clause_starts"])
_MOVED_TO: Final = frozenset({"until", "till", "to", "through"})


def direction(text: str, span: Span, sentence: Span) -> int | None:
    """PAST, FUTURE, PRESENT or None for the clause that a time expression (with its preposition) stands in.

    PRESENT ("is on Friday", "is meeting them on Friday") is what with a day ahead means that day, and with "today" now.
    """
    left = _tokens(_CLAUSE_ASIDE.sub(" ", _ASIDE.sub(" ", text[sentence.start : span.start])))[-_MOST:]
    right = _tokens(_CLAUSE_ASIDE.sub(" ", _ASIDE.sub(" ", text[span.end : sentence.end])))[:_MOST]
    lead = text[span.start : span.end].split(maxsplit=1)[0].lower()
    if left and lead not in _LEADS and left[-1].lower() in _LEADS:
        lead = left.pop().lower()
    if left and (left[-1].lower() in {"has", "have"} or _points_forward(left, lead) or _moves(left, lead)):
        return FUTURE
    if left and left[-1] in _COPULA and right and right[0] == "to":
        return FUTURE
    opened = _ahead(right) if not left or _begins_clause(left, right) else None
    if (at_once := opened or _at_once(left, right)) is not None:
        return at_once
    behind = _behind(left, right)
    if behind is not None or (right and right[0] == "that"):
        return _unless_told(behind, right)  # an offer Friday that …: what follows is the offer
    return _ahead(right)


def _unless_told(behind: int | None, right: Sequence[str]) -> int | None:
    """Is coming off a strong debate Thursday, when many called him …: the aside tells of that day."""
    if behind == PRESENT and [t.lower() for t in right[:2]] == [",", "when"]:
        return _ahead(right[2:])
    return behind


def _begins_clause(left: Sequence[str], right: Sequence[str]) -> bool:
    """After "that", a mark or a quotation's beginning; not after a word in quotes: he was “alone” today and …"""
    closes = left[-1] in _QUOTES and len(left) > 1 and left[-2].isalnum()
    return left[-1].lower() in _CLAUSE_STARTS and not closes and not _ends_clause(left, right)


def _at_once(left: Sequence[str], right: Sequence[str]) -> int | None:
    """The talks on Monday were; Vorn on Monday announced; he on Friday will: the time of the verb that follows."""
    if not left or not right:
        return None
    follows, told = right[0].lower(), not _NEARLY_DUE & {t.lower() for t in left[-4:]}
    if told and (follows in _TOLD or (left[-1][0].isupper() and looks_past(follows))):
        return PAST
    return FUTURE if right[0] in _MODALS and left[-1].isalnum() and not looks_past(left[-1].lower()) else None


def _ends_clause(left: Sequence[str], right: Sequence[str]) -> bool:
    """He left the pact, his own idea, on 8 May and plans …: the comma before it closes an aside."""
    return left[-1] == "," and bool(right) and right[0].lower() in _JOINS


def _moves(left: Sequence[str], lead: str) -> bool:
    """Put off until, extended its offer through, moved the vote to: the clause names the day to come."""
    if lead not in _MOVED_TO:
        return False
    near = [t.lower() for t in left[-_MOVED_WITHIN:]]
    since = max((i for i, t in enumerate(near) if t in _CLAUSE_STARTS), default=-1)
    clause = near[since + 1 :]
    granted = lead in {"until", "till"} and not _GRANTED.isdisjoint(clause) and "had" not in clause
    return granted or any(t in _MOVERS for t in clause) or any(pair in _MOVED_PAIRS for pair in pairwise(clause))


def _ahead(tokens: Sequence[str]) -> int | None:
    """What the first verb after it says, within the sentence or the quotation."""
    for i in range(len(tokens)):
        if tokens[i] == "’" or (tokens[i] in {";", '"', "”", "“"} and i > 1):
            return None
        if tokens[i] in _COPULA:
            return FUTURE if i + 1 < len(tokens) and tokens[i + 1].lower() in _TO_COME else PRESENT
        sign = PAST if tokens[i].lower() in FORETELLING and i < 2 else signal(tokens, i)
        if sign is not None:
            return sign or None
    return None


def _behind(tokens: Sequence[str], right: Sequence[str]) -> int | None:
    """What the nearest verb before it says; where "that" comes first, its clause has its verb behind the expression."""
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i] in _QUOTES and i > 0 and tokens[i - 1] in _MARKS:
            return None  # “… must be held,” the agency on Tuesday quoted him
        if tokens[i] == "that" and _opens_clause(tokens, right) and (ahead := _ahead(right)) is not None:
            return ahead
        sign = signal(tokens, i)
        if sign is not None:
            return sign or None
    return None


def _opens_clause(tokens: Sequence[str], right: Sequence[str]) -> bool:
    """Said that the army on Tuesday had …; not "will reach that number on Tuesday, when voters …"."""
    return not right or right[0] not in {",", "."} or tokens[-1] == ","


def _tokens(text: str) -> list[str]:
    """Words and marks; "won't" is "will not"."""
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        if token.endswith(("n't", "n’t")):
            tokens += [_FULL.get(token[:-3].lower(), token[:-3]), "not"]
        else:
            tokens.append(token)
    return tokens


def _points_forward(tokens: Sequence[str], lead: str) -> bool:
    """Right before the expression and its preposition: "postponed until", "moved to", "due out in"; not "set on"."""
    word = tokens[-2 if tokens[-1] == "out" and len(tokens) > 1 else -1].lower()
    return word == "due" or (word in _FORWARD and (lead not in _LEADS or lead in _FORWARD_BEFORE))
