"""Past or future: what the tense, the modals, the infinitives and the cue words of a clause say. Never a default."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from onrecord.model import Span
from onrecord.moments.expressions.lexicon import TIMES

PAST, FUTURE, PRESENT = -1, 1, 2

_TOKEN: Final = re.compile(r"[A-Za-z]{1,6}n['’]t\b|['’](?:ll|d|s|ve|re|m)\b|[A-Za-z]+(?:-[A-Za-z]+)*|\d+|[^\w\s]")
_LEADS: Final = frozenset(TIMES["small_words"]["leads"])
_ASIDE: Final = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
"""What brackets add has verbs of its own: "the League (a body outlawed in Arven) will …"."""
_FULL: Final = {"wo": "will", "ca": "can", "sha": "shall"}
_MOST: Final = 34
"""Tokens looked at on either side."""
_MODALS: Final = frozenset(TIMES["future"]["modals"])
_CUES: Final = frozenset(TIMES["future"]["cues"])
_FORWARD: Final = frozenset(TIMES["future"]["forward"])
_FORWARD_BEFORE: Final = frozenset(TIMES["future"]["forward_before"])
_MOVERS: Final = frozenset(TIMES["future"]["movers"])
_MOVED_PAIRS: Final = frozenset((verb, way) for verb, *ways in TIMES["future"]["moved"] for way in ways)
_MOVED_WITHIN: Final = 10
_PLANS: Final = frozenset(TIMES["future"]["plans"])
_PRESENT: Final = frozenset(TIMES["future"]["present"])
_DECIDING: Final = frozenset(TIMES["past"]["deciding"])
_SPEAKING: Final = frozenset(TIMES["past"]["speaking"])
_IMPLICATIVE: Final = frozenset(TIMES["past"]["implicative"])
_PREPOSITION_TO: Final = frozenset(TIMES["past"]["preposition_to"])
_NO_INFINITIVE: Final = frozenset(TIMES["past"]["not_infinitive"])
_IRREGULAR: Final = frozenset(TIMES["past"]["irregular"])
_NOT_PAST: Final = frozenset(TIMES["not_past"]["words"])
_GROUP: Final = frozenset(TIMES["auxiliaries"]["bare"])
_FINITE: Final = frozenset(TIMES["auxiliaries"]["finite"])
_PRESENT_BE: Final = frozenset(TIMES["auxiliaries"]["present_passive"])
_COPULA: Final = frozenset({"is", "are"})
_JOINS: Final = frozenset({"and", "but", ",", "."})
_SAME_FORMS: Final = frozenset(TIMES["past"]["same_forms"])
_TO_COME: Final = _CUES | _FORWARD | {"to", "going"}
_SMALL: Final = TIMES["small_words"]
_DETERMINERS: Final = frozenset([*_SMALL["determiners"], "of"])
_CLAUSE_STARTS: Final = frozenset(_SMALL["clause_starts"])
_PRONOUNS: Final = frozenset(_SMALL["pronouns"])
_NOUN_ENDS: Final = tuple(_SMALL["noun_ends"])
_HYPOTHETICAL: Final = frozenset(_SMALL["hypothetical"])


def direction(text: str, span: Span, sentence: Span) -> int | None:
    """PAST, FUTURE, PRESENT or None for the clause that a time expression (with its preposition) stands in.

    PRESENT ("is on Friday", "is meeting them on Friday") is what with a day ahead means that day, and with "today" now.
    """
    left = _tokens(_ASIDE.sub(" ", text[sentence.start : span.start]))[-_MOST:]
    right = _tokens(_ASIDE.sub(" ", text[span.end : sentence.end]))[:_MOST]
    lead = text[span.start : span.end].split(maxsplit=1)[0].lower()
    if left and lead not in _LEADS and left[-1].lower() in _LEADS:
        lead = left.pop().lower()
    if left and (left[-1].lower() in {"has", "have"} or _points_forward(left, lead) or _moves(left, lead)):
        return FUTURE
    if not left or (left[-1].lower() in _CLAUSE_STARTS and not _ends_clause(left, right)):
        ahead = _ahead(right)
        if ahead is not None:
            return ahead
    behind = _behind(left, right)
    return behind if behind is not None else _ahead(right)


def _ends_clause(left: Sequence[str], right: Sequence[str]) -> bool:
    """He left the pact, his own idea, on 8 May and plans …: the comma before it closes an aside."""
    return left[-1] == "," and bool(right) and right[0].lower() in _JOINS


def _moves(left: Sequence[str], lead: str) -> bool:
    """Put off until, extended its offer through, moved the vote to: the clause names the day to come."""
    if lead not in _FORWARD_BEFORE:
        return False
    near = [t.lower() for t in left[-_MOVED_WITHIN:]]
    since = max((i for i, t in enumerate(near) if t in _CLAUSE_STARTS), default=-1)
    return any(t in _MOVERS for t in near[since + 1 :]) or any(
        (a, b) in _MOVED_PAIRS for a, b in pairwise(near[since + 1 :])
    )


def _ahead(tokens: Sequence[str]) -> int | None:
    """What the first verb after it says, within the sentence or the quotation."""
    for i in range(len(tokens)):
        if tokens[i] in {";", '"', "”", "“"} and i > 1:
            return None
        if tokens[i] in _COPULA:
            return FUTURE if i + 1 < len(tokens) and tokens[i + 1].lower() in _TO_COME else PRESENT
        sign = _signal(tokens, i)
        if sign is not None:
            return sign or None
    return None


def _behind(tokens: Sequence[str], right: Sequence[str]) -> int | None:
    """What the nearest verb before it says; where "that" comes first, its clause has its verb behind the expression."""
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i] == "that" and (ahead := _ahead(right)) is not None:
            return ahead
        sign = _signal(tokens, i)
        if sign is not None:
            return sign or None
    return None


def _tokens(text: str) -> list[str]:
    """Words and marks; "won't" is "will not"."""
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        if token.endswith(("n't", "n’t")):
            tokens += [_FULL.get(token[:-3].lower(), token[:-3]), "not"]
        else:
            tokens.append(token)
    return tokens


def _signal(tokens: Sequence[str], i: int) -> int | None:
    """PAST, FUTURE, 0 (a verb that says neither) or None (no verb)."""
    word = tokens[i].lower()
    if word in _MODALS and tokens[i] != "May":
        return _modal(tokens, i)
    if word == "to":
        return _infinitive(tokens, i)
    if word in _CUES or (word == "due" and i == len(tokens) - 2) or _is_plan(tokens, i):
        return PAST if _had_been(tokens, i) else FUTURE
    if word in _PRESENT and not _is_noun(tokens, i) and (i == 0 or tokens[i - 1] != "to"):
        return FUTURE
    return _verb(tokens, i, word)


def _had_been(tokens: Sequence[str], i: int) -> bool:
    return [t.lower() for t in tokens[max(0, i - 2) : i]] == ["had", "been"]


def _is_plan(tokens: Sequence[str], i: int) -> bool:
    """His plans for, its pledge of: nouns that look ahead."""
    return tokens[i].lower() in _PLANS and i + 1 < len(tokens) and tokens[i + 1].lower() in {"for", "of", "to"}


def _verb(tokens: Sequence[str], i: int, word: str) -> int | None:
    if word in {"was", "were", "had", "did"}:
        return PAST
    if word in _COPULA and i >= len(tokens) - 3:
        return PRESENT
    if word.endswith("ing") and _is_progressive(tokens, i):
        return PRESENT
    if word in _SPEAKING:
        return FUTURE if i and tokens[i - 1].lower() == "be" else PAST
    if word in _IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
        return None if _is_noun(tokens, i) else FUTURE if _is_base(tokens, i, word) else _of_group(tokens, i)
    return None


def _is_base(tokens: Sequence[str], i: int, word: str) -> bool:
    """Will help Arven cut costs; would be surprised if it closed: these forms tell no past."""
    before = [t.lower() for t in tokens[max(0, i - 7) : i]]
    if "if" in before:
        return any(t.lower() in _MODALS for t in tokens[max(0, i - 12) : i])
    return word in _SAME_FORMS and bool({"help", "let", "make"} & set(before))


def _is_progressive(tokens: Sequence[str], i: int) -> bool:
    before = tokens[i - 1].lower() if i else ""
    if before in {"'s", "’s"}:
        return i > 1 and tokens[i - 2].lower() in _PRONOUNS
    return before in _PRESENT_BE


def _modal(tokens: Sequence[str], i: int) -> int:
    following = [t.lower() for t in tokens[i + 1 : i + 3]]
    hypothetical = tokens[i].lower() in _HYPOTHETICAL and "have" in following
    return PAST if hypothetical else FUTURE


def _infinitive(tokens: Sequence[str], i: int) -> int | None:
    before = tokens[i - 1].lower() if i else ""
    verb = tokens[i + 1] if i + 1 < len(tokens) else ""
    if before in {"have", "has", "is", "are"}:
        return FUTURE
    if before in _CUES and _had_been(tokens, i - 1):
        return PAST
    if before in _PREPOSITION_TO or not verb.islower() or verb in _NO_INFINITIVE or verb.endswith(_NOUN_ENDS):
        return FUTURE if before == "due" and verb in {"be", "begin", "start", "meet", "end", "expire"} else None
    if (verb.endswith("s") and not verb.endswith("ss") and verb != "focus") or verb.endswith("ing"):
        return None
    if before in _IMPLICATIVE:
        return PAST
    return None if _tells_purpose(tokens, i) else FUTURE


def _tells_purpose(tokens: Sequence[str], i: int) -> bool:
    """He moved to Arven to study: what was done to an end is as past as the deed."""
    for j in range(i - 1, max(-1, i - 9), -1):
        word = tokens[j].lower()
        if (word in _MODALS and tokens[j] != "May") or word in {",", ";", "that", '"', "“", "”"}:
            return False
        if word in _DECIDING:
            return word in {"was", "were"} and any(t.lower().endswith("ing") for t in tokens[j + 1 : i])
        if word in _IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
            return not _is_noun(tokens, j)
    return False


def _points_forward(tokens: Sequence[str], lead: str) -> bool:
    """Right before the expression and its preposition: "postponed until", "moved to", "due out in"; not "set on"."""
    word = tokens[-2 if tokens[-1] == "out" and len(tokens) > 1 else -1].lower()
    return word == "due" or (word in _FORWARD and (lead not in _LEADS or lead in _FORWARD_BEFORE))


def _is_noun(tokens: Sequence[str], i: int) -> bool:
    """A set date, a domestically made missile."""
    if i > 1 and tokens[i - 1].endswith("ly"):
        i -= 1
    return i > 0 and tokens[i - 1].lower() in _DETERMINERS


def _of_group(tokens: Sequence[str], i: int) -> int:
    """The direction of a past form or participle, from the auxiliaries before it ("will be held", "was held")."""
    for j in range(i - 1, max(-1, i - 6), -1):
        word = tokens[j].lower()
        if word in _MODALS and tokens[j] != "May":
            return _modal(tokens, j)
        if word == "to":
            return FUTURE
        if word in _PRESENT_BE:
            return 0
        if word in _FINITE - {"have"}:
            return PAST
        if word not in _GROUP and not word.endswith("ly"):
            return PAST
    return PAST
