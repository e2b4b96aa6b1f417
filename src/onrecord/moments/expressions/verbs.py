"""What one verb, or one noun that looks ahead, says of past and future; `direction` asks word after word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.moments.expressions.lexicon import TIMES

PAST, FUTURE, PRESENT = -1, 1, 2

_SMALL: Final = TIMES["small_words"]
_MODALS: Final = frozenset(TIMES["future"]["modals"])
_CUES: Final = frozenset(TIMES["future"]["cues"])
_PLANS: Final = frozenset(TIMES["future"]["plans"])
_PRESENT_PLURAL: Final = frozenset(TIMES["future"]["present_plural"])
_WARNINGS: Final = frozenset({"warn", "warns", "warned", "warning"})
_PLURAL: Final = frozenset({"they", "we", "you", "i"})
_NO_PLURAL: Final = frozenset({"is", "was", "has", "does", "this", "its", "his", "as", "thus", "us"})
_PRESENT: Final = frozenset(TIMES["future"]["present"])
_DECIDING: Final = frozenset(TIMES["past"]["deciding"])
FORETELLING: Final = frozenset(TIMES["future"]["foretelling"])
_DESCRIBING: Final = frozenset((verb, way) for verb, *ways in TIMES["past"]["describing"] for way in ways)
_SPEAKING: Final = frozenset(TIMES["past"]["speaking"])
_IMPLICATIVE: Final = frozenset(TIMES["past"]["implicative"])
_PREPOSITION_TO: Final = frozenset(TIMES["past"]["preposition_to"])
_NO_INFINITIVE: Final = frozenset(TIMES["past"]["not_infinitive"])
_IRREGULAR: Final = frozenset(TIMES["past"]["irregular"])
_NOT_PAST: Final = frozenset(TIMES["not_past"]["words"])
_GROUP: Final = frozenset(TIMES["auxiliaries"]["bare"])
_FINITE: Final = frozenset(TIMES["auxiliaries"]["finite"])
_PRESENT_BE: Final = frozenset(TIMES["auxiliaries"]["present_passive"])
_COME: Final = frozenset({"come", "become", "run", "overcome"})
_COPULA: Final = frozenset({"is", "are"})
_SAME_FORMS: Final = frozenset(TIMES["past"]["same_forms"])
_DETERMINERS: Final = frozenset([*_SMALL["determiners"], "of"])
_PRONOUNS: Final = frozenset(_SMALL["pronouns"])
_NOUN_ENDS: Final = tuple(_SMALL["noun_ends"])
_HYPOTHETICAL: Final = frozenset(_SMALL["hypothetical"])
_DUE_TO: Final = frozenset(TIMES["future"]["due_to"])
_TIMETABLES: Final = frozenset(TIMES["future"]["timetables"])
_PAST_TOO: Final = frozenset(TIMES["not_past"]["past_too"])
_PAST_BEFORE: Final = frozenset({"", "by", "from", "to", "in", "sharply", "slightly"})
"""Before these a form that mostly describes is a verb: increased by a third."""


def signal(tokens: Sequence[str], i: int) -> int | None:
    """PAST, FUTURE, 0 (a verb that says neither) or None (no verb)."""
    word = tokens[i].lower()
    if word in _MODALS and tokens[i] != "May":
        return _modal(tokens, i)
    if word == "to":
        return _infinitive(tokens, i)
    if word == "since" or _is_compared(tokens, i, word):
        return PAST
    if (word in _CUES and (i == 0 or tokens[i - 1] != "to")) or _comes_due(tokens, i) or _is_plan(tokens, i):
        return PAST if _had_been(tokens, i) else FUTURE
    if _is_timetable(tokens, i, word):
        return FUTURE
    return 0 if word == "does" else _verb(tokens, i, word)


def _is_timetable(tokens: Sequence[str], i: int, word: str) -> bool:
    """The fair opens, voters go: present forms that tell a timetable."""
    before = tokens[i - 1] if i else ""
    if word in _PRESENT_PLURAL:
        return before.lower() in _PLURAL or (before.endswith("s") and before.isalpha() and before not in _NO_PLURAL)
    return word in _PRESENT and before != "to" and not _is_noun(tokens, i)


def _is_compared(tokens: Sequence[str], i: int, word: str) -> bool:
    """Less than forecast in May."""
    return i > 0 and tokens[i - 1] == "than" and (word in _CUES or word in FORETELLING)


def _had_been(tokens: Sequence[str], i: int) -> bool:
    return [t.lower() for t in tokens[max(0, i - 2) : i]] == ["had", "been"]


def _comes_due(tokens: Sequence[str], i: int) -> bool:
    """Is due in Oslo; not due to."""
    if tokens[i].lower() != "due" or i + 1 >= len(tokens):
        return False
    predicate = i > 0 and tokens[i - 1].lower() in _FINITE and tokens[i + 1] != "to"
    return predicate or i == len(tokens) - 2


def _is_plan(tokens: Sequence[str], i: int) -> bool:
    """His plans for, its pledge of, aimed at: what looks ahead."""
    following = tokens[i + 1].lower() if i + 1 < len(tokens) else ""
    aimed = tokens[i] == "aimed" and following == "at"
    warned = tokens[i].lower() in _WARNINGS and "of" in tokens[i + 1 : i + 4]
    return aimed or warned or (tokens[i] in _PLANS and following in {"for", "of", "to"})


def _verb(tokens: Sequence[str], i: int, word: str) -> int | None:
    if word in {"was", "were", "had", "did"} or (word in _COME and i and tokens[i - 1].lower() in {"has", "have"}):
        return PAST
    if (word in _COPULA and i >= len(tokens) - 3) or (word.endswith("ing") and _is_progressive(tokens, i)):
        return PRESENT
    if word in _TIMETABLES and i == len(tokens) - 1 and i and not _is_noun(tokens, i):
        return FUTURE
    if word in FORETELLING and i < len(tokens) - 1:
        return PAST if _was_put_at(tokens, i) else FUTURE
    if word in _SPEAKING:
        return FUTURE if i and tokens[i - 1].lower() == "be" else PAST
    return _past_form(tokens, i, word) if looks_past(word) or _is_told(tokens, i, word) else None


def _was_put_at(tokens: Sequence[str], i: int) -> bool:
    """The volume was estimated at: of what is over."""
    return tokens[i] == "estimated" and i > 0 and tokens[i - 1] in {"was", "were"} and tokens[i + 1] == "at"


def looks_past(word: str) -> bool:
    """Whether a word has the form of a past verb or participle, and is none that only describes."""
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)


def _is_told(tokens: Sequence[str], i: int, word: str) -> bool:
    """Increased by a third, retired from: no mere descriptions."""
    following = tokens[i + 1].lower() if i + 1 < len(tokens) else ""
    return word in _PAST_TOO and following in _PAST_BEFORE


def _past_form(tokens: Sequence[str], i: int, word: str) -> int | None:
    following = tokens[i + 1].lower() if i + 1 < len(tokens) else ""
    if _is_noun(tokens, i) or (word, following) in _DESCRIBING:
        return None
    return FUTURE if _is_base(tokens, i, word) else _of_group(tokens, i)


def _is_base(tokens: Sequence[str], i: int, word: str) -> bool:
    """Will help Arven cut costs; would be surprised if it closed: these forms tell no past."""
    before = [t.lower() for t in tokens[max(0, i - 7) : i]]
    if "if" in before:
        return any(t.lower() in _MODALS for t in tokens[max(0, i - 12) : i])
    return word in _SAME_FORMS and bool({"help", "let", "make"} & set(before))


def _is_progressive(tokens: Sequence[str], i: int) -> bool:
    while i > 1 and (tokens[i - 1].lower() in _GROUP or tokens[i - 1].endswith("ly")):
        i -= 1
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
    if before in {"have", "has", "is", "are"} or _is_due(tokens, i):
        return PAST if before == "due" and _had_been(tokens, i - 1) else FUTURE
    if _was_to_have(tokens, i) or (before in _CUES and _had_been(tokens, i - 1)):
        return PAST
    if before == "had":
        return FUTURE if _is_reported(tokens, i) else PAST
    if before in _IMPLICATIVE and _is_infinitive(tokens, i):
        return _of_group(tokens, i - 1)  # will be able to, was able to
    if before in _PREPOSITION_TO or not _is_infinitive(tokens, i) or _tells_purpose(tokens, i):
        return None
    return FUTURE


def _is_due(tokens: Sequence[str], i: int) -> bool:
    """Is due to hold; but what is so due to rain is not to come."""
    verb = tokens[i + 1] if i + 1 < len(tokens) else ""
    if i == 0 or tokens[i - 1].lower() != "due":
        return False
    is_predicate = i > 1 and tokens[i - 2].lower() in _FINITE
    return verb in _DUE_TO or (is_predicate and verb.islower() and verb not in _NO_INFINITIVE)


def _was_to_have(tokens: Sequence[str], i: int) -> bool:
    """It was to have expired."""
    return i > 0 and tokens[i - 1].lower() in {"was", "were"} and tokens[i + 1 : i + 2] == ["have"]


def _is_reported(tokens: Sequence[str], i: int) -> bool:
    """Said that it had to decide by Friday: what had to be is still to come."""
    return any(t.lower() in {"that", "said", "says", "saying", "added"} for t in tokens[max(0, i - 12) : i])


def _is_infinitive(tokens: Sequence[str], i: int) -> bool:
    """Whether what follows "to" is a verb: no noun by its ending, no form with -s or -ing."""
    verb = tokens[i + 1] if i + 1 < len(tokens) else ""
    if not verb.islower() or verb in _NO_INFINITIVE or verb.endswith((*_NOUN_ENDS, "ing")):
        return False
    return not verb.endswith("s") or verb.endswith("ss") or verb == "focus"


def _tells_purpose(tokens: Sequence[str], i: int) -> bool:
    """He moved to Arven to study: what was done to an end is as past as the deed."""
    for j in range(i - 1, max(-1, i - 9), -1):
        word = tokens[j].lower()
        if (word in _MODALS and tokens[j] != "May") or word in {",", ";", "that", '"', "“", "”"}:
            return False
        if word in _DECIDING:
            return word in {"was", "were"} and any(t.lower().endswith("ing") for t in tokens[j + 1 : i])
        if looks_past(word):
            return not _is_noun(tokens, j) and _of_group(tokens, j) == PAST and word not in _CUES
    return False


def _is_noun(tokens: Sequence[str], i: int) -> bool:
    """A set date, a domestically made missile, a still unspecified date."""
    if i > 1 and (tokens[i - 1].endswith("ly") or tokens[i - 1] in _GROUP):
        i -= 1
    return i > 0 and tokens[i - 1].lower() in _DETERMINERS - {"that"}  # "states that voted"


def _of_group(tokens: Sequence[str], i: int) -> int:
    """The direction of a past form or participle, from the auxiliaries before it ("will be held", "was held")."""
    bare = False
    for j in range(i - 1, max(-1, i - 6), -1):
        word = tokens[j].lower()
        if word in _MODALS and tokens[j] != "May":
            return _modal(tokens, j)
        if word == "to":
            return PAST if _tells_purpose(tokens, j) or _was_to_have(tokens, j) else FUTURE
        bare = bare or word == "be"
        if bare:
            continue  # may all be dismissed: what stands before "be" is a modal's
        if word in _PRESENT_BE:
            return 0
        if word in _FINITE - {"have"}:
            return PAST
        if word not in _GROUP and not word.endswith("ly"):
            return PAST
    return FUTURE if bare else PAST
