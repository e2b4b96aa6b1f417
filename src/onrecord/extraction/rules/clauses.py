"""Content after its cue: said that …, called on X to …, adding that …, hopes to …."""

from __future__ import annotations

from onrecord.extraction.rules import contents, inverted, soundness, sources
from onrecord.extraction.rules.cues import Cue
from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.found import Found, Rule
from onrecord.extraction.rules.lexicon import is_finite, verb_forms, words
from onrecord.extraction.rules.sources import Range

_WH = frozenset(("whether", "if", "how", "why", "what", "who", "when", "where", "which"))
_SETS_OFF = frozenset((",", "-", "—", "–", ";", "."))
_BEFORE_PARTICIPLE = frozenset(("by", "while", "in", "and", "after", "before", "without", "when", "upon", "even"))
_LEADS_IN = frozenset(("however", ",", "still", "even", "yet", "so", "also"))
_NAMING = frozenset(("call", "dub", "label", "brand"))
_SUBORDINATE = frozenset(
    (
        "as",
        "if",
        "because",
        "since",
        "while",
        "when",
        "after",
        "before",
        "although",
        "though",
        "besides",
        "despite",
        "by",
    )
)
_TO_BY = 7
_ASIDE = 10
_ABSOLUTE = 6
_TO_FIGURE = 12
_NO_START = frozenset(("—", "–", "-", "(", ")", "."))


def after_cue(document: Document, cue: Cue, bounds: Range, found: list[Found]) -> Found | None:
    """The attribution whose content follows this cue, or None. ``found``: those before it in the sentence."""
    if cue.verb.kind == "impersonal" or (cue.passive and cue.verb.lemma == "expect"):
        return _impersonal(document, cue, bounds)
    if not _may_attribute(document, cue):
        return None
    source = _source(document, cue, bounds, found)
    if source is not None and cue.is_finite and not cue.passive:
        source = soundness.sound(document, cue, source)
    if (source is None and not cue.passive) or _names(document, cue, source):
        return None
    start = contents.after_addressee(document, cue, bounds[1])
    if _leaves_gap(document, cue, source, start, bounds):
        return None
    content = _content(document, cue, start, (bounds[0], _limit(document, cue, source, bounds)))
    if content is None:
        return None
    return Found(
        content=(*_wrapped(document, cue, source, bounds[0]), content),
        cue=(cue.first, cue.last),
        source=source,
        rule=_rule(document, cue, content),
        lemma=cue.verb.lemma,
    )


def _may_attribute(document: Document, cue: Cue) -> bool:
    """A passive only of a verb that allows it or with "by"; an -ing form only where it makes a clause."""
    if cue.passive:
        return cue.verb.passive or "by" in (t.low for t in document.tokens[cue.last : cue.last + 1])
    return cue.shape != "ing" or _is_participle_clause(document, cue)


def _names(document: Document, cue: Cue, source: Range | None) -> bool:
    """As in "a party called The Nine": a participle that gives a name, after a common noun."""
    tokens = document.tokens
    if cue.verb.lemma not in _NAMING or source is None or cue.last - cue.first > 1 or cue.last + 1 >= len(tokens):
        return False
    named = tokens[cue.last] if tokens[cue.last].is_word else tokens[cue.last + 1]
    return (
        named.is_capital and not tokens[source[1] - 1].is_capital and tokens[source[1] - 1].low not in words("pronouns")
    )


def _limit(document: Document, cue: Cue, source: Range | None, bounds: Range) -> int:
    """How far the content may reach: to the comma that closes a subordinate or relative clause around the cue."""
    tokens = document.tokens
    first = bounds[0]
    while first < cue.first and (tokens[first].low in words("conjunctions") or tokens[first].low in _LEADS_IN):
        first += 1
    if tokens[first].low == "as" and cue.last < bounds[1] and tokens[cue.last].text in (",", ":"):
        return bounds[1]
    start = source[0] if source is not None else cue.first
    opening = {t.low for t in tokens[first : min(start, first + 4)]} or {tokens[first].low}
    if opening & _SUBORDINATE and first < cue.first and not any(t.text == "," for t in tokens[first : cue.first]):
        return contents.first_comma(document, cue.last, bounds[1])
    if source is not None and tokens[source[1] - 1].low in words("relatives"):
        comma = contents.first_comma(document, cue.last, bounds[1])
        if comma + 1 < bounds[1] and is_finite(tokens[comma + 1].low):
            return comma
    return bounds[1]


def _wrapped(document: Document, cue: Cue, source: Range | None, first: int) -> tuple[Range, ...]:
    """What of the content stands before the cue: "what he called …", and the subject of a passive."""
    tokens = document.tokens
    if source is not None and not cue.passive and source[1] == cue.first:
        before = source[0] - 1
        follows = tokens[cue.last].low if cue.last < len(tokens) else ""
        gap = tokens[before].low == "what" or (tokens[before].low == "which" and is_finite(follows))
        if before >= first and gap and tokens[before].quoted < 0:
            return ((before, before + 1),)
    if cue.passive and "addressee" not in cue.verb.takes:
        subject = sources.before(document, first, cue.first)
        if subject is not None and tokens[subject[0]].low not in ("it", "there"):
            return (subject,)
    return ()


def _leaves_gap(document: Document, cue: Cue, source: Range | None, start: int, bounds: Range) -> bool:
    """As in "what she had voiced in May was a hope": "what" is all that was said, and the main clause follows."""
    tokens = document.tokens
    if source is None or source[0] <= bounds[0] or tokens[source[0] - 1].low != "what" or "object" in cue.verb.takes:
        return False
    while start < bounds[1] and (tokens[start].low in words("prepositions") or tokens[start].low in words("times")):
        start += 1
    opening = tokens[min(start, bounds[1] - 1)]
    return opening.quoted >= 0 or is_finite(opening.low)


def _is_participle_clause(document: Document, cue: Cue) -> bool:
    """As in ", adding that", "by saying", "while calling": a telling act, set off from its sentence."""
    if cue.verb.kind in ("attitude", "knowledge", "evidence", "impersonal"):
        return False
    before = document.tokens[cue.first - 1] if cue.first else None
    if before is None or before.text in _SETS_OFF or before.low in _BEFORE_PARTICIPLE:
        return True
    told = verb_forms().get(before.low)
    follows = before.low in words("vehicles") or (told is not None and told.shape == "past")
    return follows or _absolute(document, cue) is not None


def _absolute(document: Document, cue: Cue) -> Range | None:
    """As in "with some estimates suggesting": who is said to tell."""
    tokens = document.tokens
    for number in range(cue.first - 1, max(0, cue.first - _ABSOLUTE), -1):
        if tokens[number].low == "with" and number + 1 < cue.first:
            return (number + 1, cue.first)
        if not tokens[number].is_word or tokens[number].quoted >= 0:
            return None
    return None


def _rule(document: Document, cue: Cue, content: Range) -> Rule:
    if cue.passive:
        return "passive"
    if cue.shape == "ing":
        return "participle"
    opening = document.tokens[content[0]]
    if opening.quoted >= 0:
        return "after_quotation"
    return "after_clause" if "quotation" in cue.verb.takes else "after_phrase"


def _content(document: Document, cue: Cue, start: int, bounds: Range) -> Range | None:
    tokens = document.tokens
    last = bounds[1]
    while start < last and tokens[start].text in (",", ":") and tokens[start].quoted < 0:
        start += 1
    start = _past_aside(document, cue, start, last)
    if start >= last or not _fits(document, cue, start, last) or _tells_by(tokens, start, last):
        return None
    end = contents.right_end(document, start, last, tight=_is_tight(document, cue, start))
    if "clause" not in cue.verb.takes or ("phrase" in cue.verb.takes and tokens[start].low in words("determiners")):
        end = contents.before_time(document, start, end)
    return contents.trimmed(document, start, end)


def _tells_by(tokens: tuple[Token, ...], start: int, last: int) -> bool:
    """As in "concluded his letter by saying that": the act of telling comes after."""
    for number in range(start, min(last - 1, start + _TO_BY)):
        if tokens[number].quoted >= 0 or tokens[number].low == "that":
            return False
        told = verb_forms().get(tokens[number + 1].low)
        if tokens[number].low == "by" and told is not None and told.shape == "ing":
            return told.verb.kind == "speech"
    return False


def _past_aside(document: Document, cue: Cue, start: int, last: int) -> int:
    """As in "read, in part, "…"": past a phrase between commas that a quotation follows."""
    tokens = document.tokens
    if "quotation" not in cue.verb.takes or start >= last or tokens[start].low not in words("prepositions"):
        return start
    for number in range(start + 1, min(last - 1, start + _ASIDE)):
        if tokens[number].text in (",", ":") and tokens[number + 1].quoted >= 0:
            return number + 1
        if tokens[number].quoted >= 0 or is_finite(tokens[number].low):
            return start
    return start


def _is_tight(document: Document, cue: Cue, start: int) -> bool:
    return cue.verb.lemma not in ("say", "tell") and document.tokens[start].quoted < 0


def _fits(document: Document, cue: Cue, start: int, last: int) -> bool:
    """Whether what follows is something that this verb takes."""
    takes = cue.verb.takes
    if "figure" in takes:
        return _sets_figure(document.tokens, start, last)
    if cue.particle or cue.passive:
        return bool(takes or cue.particle)
    wanted = _wanted(document.tokens[start], cue, start)
    if wanted is not None:
        pointing = document.tokens[start].low == "that" and not _has_clause(document.tokens, start + 1, last)
        return bool(takes & wanted) and not (pointing and "clause" not in takes)
    if document.tokens[start].low in words("prepositions") or document.tokens[start].text in _NO_START:
        return cue.verb.lemma == "say" and document.tokens[start].low not in ("of", "by")
    return bool(takes & {"phrase", "object"}) or ("clause" in takes and _has_clause(document.tokens, start, last))


def _sets_figure(tokens: tuple[Token, ...], start: int, last: int) -> bool:
    """As in "put the toll at 19": a determiner, a noun or more, and "at" before a number."""
    if tokens[start].low not in words("determiners"):
        return False
    ats = (n for n in range(start + 2, min(last - 1, start + _TO_FIGURE)) if tokens[n].low == "at")
    at = next(ats, -1)
    return at > 0 and any(t.text[0].isdigit() for t in tokens[at + 1 : min(last, at + 4)])


def _wanted(token: Token, cue: Cue, start: int) -> frozenset[str] | None:
    """What a verb has to take for its content to open like this; None where the opening doesn't tell."""
    if token.quoted >= 0:
        return frozenset(("quotation", "clause", "phrase", "object"))
    if token.low == "that":
        return frozenset(("clause", "that", "object", "phrase"))
    if token.low == "to":
        return frozenset(("infinitive", "object") if start > cue.last else ("infinitive",))
    return frozenset(("question", "phrase", "clause")) if token.low in _WH else None


def _has_clause(tokens: tuple[Token, ...], start: int, last: int) -> bool:
    subjects = words("subjects")
    return any(t.quoted >= 0 or is_finite(t.low) or t.low in subjects for t in tokens[start : min(last, start + 40)])


def _source(document: Document, cue: Cue, bounds: Range, found: list[Found]) -> Range | None:
    tokens = document.tokens
    if cue.passive:
        return _agent(document, cue, bounds)
    if cue.shape in ("ing", "base"):
        return _shared(document, cue, bounds, found)
    first = _clause_start(found, bounds[0])
    source = sources.before(document, first, cue.first)
    if source is None and found:
        return found[-1].source
    return source if source is None or _may_speak(tokens[source[0]]) else None


def _may_speak(opening: Token) -> bool:
    """Whether a subject may open like this: no "there", no participle, infinitive or preposition."""
    if opening.low in ("there", "to"):
        return False
    return opening.is_capital or not (opening.low.endswith("ing") or opening.low in words("prepositions"))


def _clause_start(found: list[Found], first: int) -> int:
    return max((one.last for one in found), default=first)


def _agent(document: Document, cue: Cue, bounds: Range) -> Range | None:
    """As in "was told by the court that": the source behind "by"."""
    tokens = document.tokens
    if cue.last < bounds[1] and tokens[cue.last].low == "by":
        return inverted.after(document, cue.last + 1, bounds[1])
    return None


def _shared(document: Document, cue: Cue, bounds: Range, found: list[Found]) -> Range | None:
    """A participle's source is the subject of its sentence: that of the attribution before it, if there is one."""
    absolute = _absolute(document, cue)
    if absolute is not None:
        return absolute
    if found and found[-1].source is not None:
        return found[-1].source
    tokens = document.tokens
    for number in range(bounds[0], cue.first):
        token = tokens[number]
        if token.quoted < 0 and number > bounds[0] and is_finite(token.low) and not token.is_capital:
            subject = sources.before_verb(tokens, bounds[0], number)
            return subject if subject is not None and _may_speak(tokens[subject[0]]) else None
    return None


def _impersonal(document: Document, cue: Cue, bounds: Range) -> Found | None:
    """As in "is expected to", "seems": PolNeAR's scope; the content is what is expected, with its subject."""
    subject = sources.before(document, bounds[0], cue.first)
    rest = (
        contents.trimmed(document, cue.last, contents.right_end(document, cue.last, bounds[1]))
        if cue.last < bounds[1]
        else None
    )
    if subject is None or rest is None or document.tokens[rest[0]].low not in ("to", "like", "that"):
        return None
    return Found(
        content=(subject, rest), cue=(cue.first, cue.last), source=None, rule="impersonal", lemma=cue.verb.lemma
    )
