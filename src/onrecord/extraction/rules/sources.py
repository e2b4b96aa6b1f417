"""Who says it: the noun phrase before a cue, or after an inverted one."""

from __future__ import annotations

from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.lexicon import is_finite, words

Range = tuple[int, int]
"""Token numbers ``[first, last)``."""

_BREAKS = frozenset((";", ":", "—", "–", "(", ")", "[", "]", "•", "*", "…", "-", "--"))
_PERSONAL = frozenset(("he", "she", "they", "it", "we", "i", "you", "there"))
_THEN = frozenset(
    (
        "then",
        "however",
        "meantime",
        "now",
        "later",
        "recently",
        "therefore",
        "meanwhile",
        "earlier",
        "immediately",
        "quickly",
    )
)
_RELATIVE = frozenset(("who", "which", "that", "whose"))
_BEFORE_TIME = frozenset(("last", "this", "on", "earlier", "late", "next", "that"))
_MAY_DESCRIBE = frozenset(("early", "late"))
_LY = frozenset(
    ("barely", "recently", "strongly", "flatly", "publicly", "repeatedly", "quickly", "openly", "immediately")
)
_TITLES_IN_ING = frozenset(("managing", "acting", "leading", "founding", "ruling", "outgoing", "incoming"))
LONGEST = 60
"""A source longer than this many tokens is taken for a misreading; it also keeps the walk linear."""


def before(document: Document, first: int, start: int) -> Range | None:
    """The subject that ends right before token ``start``, in a sentence that begins at ``first``."""
    tokens = document.tokens
    last = start
    last = _before_adverbs(tokens, first, last)
    low = max(first, last - LONGEST)
    if last <= low:
        return None
    if tokens[last - 1].low in words("relatives"):
        return _relative(tokens, low, last)
    if (tokens[last - 1].low in _PERSONAL or tokens[last - 1].low in words("contractions")) and not (
        last - 2 >= low and tokens[last - 2].low in ("and", "or")
    ):
        return (last - 1, last)
    if _is_comma(document, last - 1):
        return _before_relative(tokens, low, last - 1) or _before_comma(tokens, low, last - 1)
    return _head(tokens, low, last)


def _before_adverbs(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Without "also", "barely", "then" and "last year" at its end."""
    while last > first and tokens[last - 1].quoted < 0:
        token = tokens[last - 1]
        adverb = (
            token.low in words("cue_adverbs") or token.low in _THEN or (token.low.endswith("ly") and token.low in _LY)
        )
        timely = last - 2 >= first and _is_timely(tokens, last - 2)
        if not (adverb or timely):
            break
        last -= 2 if timely else 1
    return last


def _is_timely(tokens: tuple[Token, ...], number: int) -> bool:
    """As in "last week", "on Monday" and, of months and years, "in October"."""
    opening, token = tokens[number], tokens[number + 1]
    if opening.low == "in":
        return token.is_capital and token.low in words("times") and number > 0 and tokens[number - 1].is_capital
    return token.low in words("times") and opening.low in _BEFORE_TIME


def _is_comma(document: Document, number: int) -> bool:
    """A comma, be it the last mark inside a quotation."""
    token = document.tokens[number]
    if token.quoted < 0:
        return token.text == ","
    return document.quoted_tokens[token.quoted][1] == number + 1 and document.tokens[number - 1].text == ","


def _relative(tokens: tuple[Token, ...], low: int, last: int) -> Range:
    """A relative pronoun, or "all of whom"."""
    first = last - 1
    if first - 2 >= low and tokens[first - 1].low == "of":
        first -= 2
    return (first, last)


def _before_relative(tokens: tuple[Token, ...], low: int, comma: int) -> Range | None:
    """As in "Roe, who lost twice, in Ulm and in Bonn, said": the phrase before the relative clause."""
    for number in range(comma - 1, low, -1):
        if tokens[number].text == "," and tokens[number].quoted < 0 and is_finite(tokens[number + 1].low):
            return None
        if tokens[number].quoted < 0 and tokens[number].low in words("relatives") and tokens[number - 1].text == ",":
            head = _head(tokens, low, number - 1)
            leans = head is not None and _leans_back(tokens, head, low)
            whole = (_before_comma(tokens, low, number - 1) if leans else None) or head
            return (whole[0], comma) if whole is not None and tokens[number].low == "who" else whole
    return None


def _head(tokens: tuple[Token, ...], low: int, last: int) -> Range | None:
    """A noun phrase that ends at ``last``, a bracket at its end included ("Jon Roe (D-Ohio)")."""
    if last <= low or tokens[last - 1].text != ")":
        return _phrase(tokens, low, last)
    number = last - 2
    while number > low and tokens[number].text != "(":
        number -= 1
    found = _phrase(tokens, low, number) if number > low else None
    return (found[0], last) if found else None


def _before_comma(tokens: tuple[Token, ...], low: int, comma: int) -> Range | None:
    """What stands between commas: an apposition belongs to the source, a clause or an adverbial doesn't."""
    best: Range | None = None
    end = stop = comma
    for opening in range(comma - 1, low, -1):
        if tokens[opening].text != "," or tokens[opening].quoted >= 0:
            continue
        inserted = tokens[opening + 1 : end]
        head = _head(tokens, low, opening)
        if (
            not inserted
            or head is None
            or is_finite(inserted[0].low)
            or (best is not None and _is_no_head(tokens, head, low))
        ):
            break
        if inserted[0].low in words("relatives") or not _is_apposition(inserted):
            stop = opening
        best = (head[0], stop)
        if not _leans_back(tokens, head, low):
            break
        end = opening
    return best


def _leans_back(tokens: tuple[Token, ...], head: Range, low: int) -> bool:
    """Whether a head looks like an apposition itself ("53", "a farmer", "Ohio") and a comma stands before it."""
    if head[0] <= low or tokens[head[0] - 1].text != ",":
        return False
    first = tokens[head[0]]
    return first.text[0].isdigit() or first.low in ("a", "an", "the", "one", "former") or head[1] - head[0] == 1


def _is_no_head(tokens: tuple[Token, ...], head: Range, low: int) -> bool:
    """Whether the piece before a comma is an adverbial or a clause of its own."""
    clause = any(_is_verb_here(tokens, number) for number in range(*head))
    return _opens_adverbial(tokens, head, low) or (clause and not any(t.low in _RELATIVE for t in tokens[slice(*head)]))


def _opens_adverbial(tokens: tuple[Token, ...], head: Range, low: int) -> bool:
    """Whether the piece that holds a head opens like an adverbial ("On Tuesday", "Last week")."""
    first = head[0]
    while first > low and tokens[first - 1].text not in _BREAKS and tokens[first - 1].text != ",":
        first -= 1
    opening = tokens[first].low
    return opening in words("prepositions") or opening in words("times") or opening in words("clause_openers")


def _is_apposition(piece: tuple[Token, ...]) -> bool:
    first = piece[0]
    if first.low in words("prepositions") or first.low in words("clause_openers") or first.low in words("times"):
        return False
    if (
        first.low in words("cue_adverbs")
        or first.low.endswith("ly")
        or first.low in ("however", "too", "for", "therefore")
    ):
        return False
    return not first.low.endswith("ing") or first.is_capital or first.low in _TITLES_IN_ING


def _phrase(tokens: tuple[Token, ...], low: int, last: int) -> Range | None:
    """The longest noun phrase that ends at ``last``: back to the clause's beginning, then past what opens it."""
    number = last - 1
    while number >= low and not _is_boundary(tokens, number, last):
        number = _before_bracket(tokens, low, number) - 1
    first = number + 1
    if number >= low and tokens[number].low in words("conjunctions"):
        shared = _shared_subject(tokens, low, number, first == last)
        if shared is not None:
            return shared
    first = _past_opening(tokens, first, last)
    return (first, last) if first < last and any(t.is_word for t in tokens[first:last]) else None


def _before_bracket(tokens: tuple[Token, ...], low: int, number: int) -> int:
    """The number itself, or that of the opening bracket where a short bracket ends right before it."""
    if number <= low or tokens[number - 1].text != ")":
        return number
    opening = number - 2
    while opening > max(low, number - 10) and tokens[opening].text != "(":
        opening -= 1
    return opening if tokens[opening].text == "(" else number


def _is_boundary(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    token = tokens[number]
    if token.text == "," or token.text in _BREAKS or token.quoted >= 0:
        return True
    if token.low in ("and", "or", "but", "yet", "nor"):
        return _splits_clauses(tokens, number, last)
    if token.low in ("who", "which", "that") and number < last - 1:
        return not (is_finite(tokens[number + 1].low) and token.low != "that") and not _is_inner_that(tokens, number)
    if token.low in words("relatives"):
        return number != last - 1
    return token.low in words("clause_openers") and not (
        token.low == "for" or (token.low == "that" and number == last - 1)
    )


def _is_inner_that(tokens: tuple[Token, ...], number: int) -> bool:
    """As in "groups that have endorsed him say": the clause belongs to the subject, as no verb takes it."""
    if tokens[number].low != "that" or number == 0:
        return False
    return is_finite(tokens[number + 1].low) and not is_finite(tokens[number - 1].low)


def _splits_clauses(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    """Whether "and" joins two clauses: a finite verb stands before it in the same clause, or nothing after it."""
    if number == last - 1 or tokens[number].low in ("but", "yet", "nor"):
        return True
    back = _before_bracket(tokens, max(0, number - 12), number) - 1
    while back >= max(0, number - 12) and tokens[back].text not in (",", ";", ".", "(") and tokens[back].quoted < 0:
        if tokens[back].low in words("clause_openers"):
            break
        if _is_verb_here(tokens, back):
            return True
        back -= 1
    return False


def _is_verb_here(tokens: tuple[Token, ...], number: int) -> bool:
    token = tokens[number]
    if token.is_capital or not is_finite(token.low):
        return False
    previous = tokens[number - 1].low if number else ""
    return previous not in words("determiners") - words("pronouns") and previous not in words("prepositions")


def _shared_subject(tokens: tuple[Token, ...], low: int, conjunction: int, bare: bool) -> Range | None:
    """As in "Roe left the room and said": the subject of the first verb, where the cue follows the conjunction."""
    if not bare:
        return None
    verb = -1
    number = conjunction - 1
    while (
        number >= low and tokens[number].text not in (";", ":") and tokens[number].low not in ("because", "while", "as")
    ):
        if tokens[number].quoted < 0 and _is_verb_here(tokens, number):
            verb = number
        number -= 1
    if verb < 0:
        return None
    return before_verb(tokens, number + 1, verb)


def before_verb(tokens: tuple[Token, ...], low: int, verb: int) -> Range | None:
    """The subject of the first verb of a clause: auxiliaries and adverbs left out, adverbials before it skipped."""
    last = verb
    while last > low and tokens[last - 1].low in words("auxiliaries"):
        last -= 1
    last = _before_adverbs(tokens, low, last)
    if last == low:
        return None
    if tokens[last - 1].text == ",":
        return _before_comma(tokens, low, last - 1)
    return _phrase(tokens, low, last)


def _past_opening(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Skip what opens a clause before its subject: conjunctions, time words, and a phrase with a preposition."""
    while first < last - 1 and (tokens[first].low in words("conjunctions") or not tokens[first].is_word):
        first += 1
    start = first
    while first < last - 1 and _is_time(tokens, first, last):
        first += 1
    if first == start and tokens[first].low in words("prepositions") and tokens[first].low not in ("like",):
        return _after_preposition(tokens, first, last)
    return first


def _is_time(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    token = tokens[number]
    following = tokens[number + 1].low if number + 1 < last else ""
    if token.low in _MAY_DESCRIBE:
        return following in words("times") or following in ("on", "in")
    if token.low in words("times") or (token.text.isdigit() and len(token.text) == 4):
        return True
    return token.low in words("time_openers") and (following in words("times") or following[:2] in ("19", "20"))


def _after_preposition(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """As in "At a rally in Ulm Mr. Roe said": the last run of capitals, or the pronoun, is the subject."""
    number = last - 1
    if tokens[number].low in words("subjects"):
        return number
    while number > first and (tokens[number].is_capital or tokens[number].text in (".", "'")):
        number -= 1
    if number + 1 < last:
        return number + 1
    while number > first + 1 and tokens[number].low not in ("the", "a", "an"):
        number -= 1
    return number if number > first + 1 and tokens[number - 1].low not in words("prepositions") else first
