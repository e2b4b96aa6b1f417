"""What was said: how far a clause, a phrase or a run of quotations reaches."""

from __future__ import annotations

from onrecord.extraction.rules.cues import Cue
from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.lexicon import is_finite, verb_forms, words
from onrecord.extraction.rules.sources import Range

_DASHES = frozenset(("—", "–", "-", "--"))
_ASIDES = frozenset(("which", "who", "whose", "where", "but", "while", "whereas", "though", "a", "an", "the"))
_OPENS_ASIDE = frozenset(("when", "while", "as", "if", "after", "before", "earlier", "shortly", "because", "during"))
_STOPS = frozenset(".;:,!?…—–-")


def trimmed(document: Document, first: int, last: int) -> Range | None:
    """Without marks at either end, save quotation marks, brackets and what stands inside quotations."""
    tokens = document.tokens
    while first < last and _is_loose(tokens[first]):
        first += 1
    while last > first and (_is_loose(tokens[last - 1], ending=True) or _dangles(tokens[last - 1])):
        last -= 1
    return (first, last) if first < last and any(t.is_word for t in tokens[first:last]) else None


def _is_loose(token: Token, *, ending: bool = False) -> bool:
    if token.quoted >= 0 or token.is_word:
        return False
    return token.text in _STOPS and not (ending and token.text in "!?…")


def _dangles(token: Token) -> bool:
    """A conjunction at the end, after which something else was said."""
    return token.quoted < 0 and token.low in ("and", "but")


def right_end(document: Document, start: int, last: int, *, tight: bool = False) -> int:
    """Where a content that begins at ``start`` ends in a sentence that ends at ``last``.

    Before a participle or coordinated cue of the same speaker ("…, adding that", "… and called for"), before a
    cue with a subject of its own ("…, according to") and after a quotation that ends in a comma. ``tight``: the
    content is a phrase or little more, and clauses after a comma or dash are the article's own; after "that" not
    before its verb has come.
    """
    tokens = document.tokens
    near = tight and tokens[start].low != "that"
    for number in range(start + 1, last):
        if _ends_content(document, number, (start, last), tight=near):
            return number + (tokens[number].quoted >= 0)
        near = near or (tight and _is_plain_verb(tokens[number]))
    return last


def _ends_content(document: Document, number: int, bounds: Range, *, tight: bool) -> bool:
    tokens, last = document.tokens, bounds[1]
    token = tokens[number]
    if token.low in _TELLS_ON and tokens[number - 1].low not in words("prepositions") | {"as"}:
        return True
    if token.quoted >= 0:
        return _closes_with_comma(document, number) and not _quotes_again(tokens, number + 1, last)
    if token.text == ";" or (tight and _is_dash(tokens, number) and not _is_paired(tokens, bounds)):
        return True
    if token.text == ",":
        aside = tight and _is_aside(tokens, number + 1, last) and not _resumes(tokens, number + 1, last)
        return aside or _breaks_off(tokens, number, last)
    return token.low in ("and", "but") and _joins(tokens, number, bounds, tight=tight)


def _joins(tokens: tuple[Token, ...], number: int, bounds: Range, *, tight: bool) -> bool:
    """Whether "and" goes on with a further cue, or after a phrase with any further verb."""
    last = bounds[1]
    if tight and tokens[number].low == "and" and _joins_verb(tokens, number + 1, bounds):
        return True
    return tokens[number - 1].text != "," and _joins_cue(tokens, number, last)


def _is_dash(tokens: tuple[Token, ...], number: int) -> bool:
    """A dash between words, not one inside a name ("U.S.–Mexico")."""
    return tokens[number].text in _DASHES and tokens[number].start > tokens[number - 1].end


def _is_paired(tokens: tuple[Token, ...], bounds: Range) -> bool:
    """Whether the dashes are two around an aside, after which the content goes on."""
    return sum(tokens[n].text in _DASHES and tokens[n].quoted < 0 for n in range(*bounds)) == 2


def _joins_verb(tokens: tuple[Token, ...], number: int, bounds: Range) -> bool:
    """As in "praised the plan and left": a further verb of the same subject, right after "and".

    Where the content has a verb of its own ("that the raid killed two and hurt nine"), that one's subject has both.
    """
    start, last = bounds
    if number >= last or any(_is_plain_verb(token) for token in tokens[start : number - 1]):
        return False
    return _is_plain_verb(tokens[number])


def _is_plain_verb(token: Token) -> bool:
    return token.quoted < 0 and not token.is_capital and is_finite(token.low)


def _closes_with_comma(document: Document, number: int) -> bool:
    token = document.tokens[number]
    return document.quoted_tokens[token.quoted][1] == number + 1 and document.tokens[number - 1].text == ","


def _quotes_again(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    """Whether a list of quotations goes on."""
    return any(t.quoted >= 0 for t in tokens[number : min(last, number + 2)])


def _is_aside(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    if number >= last:
        return False
    low = tokens[number].low
    if low == "and":
        return any(_is_plain_verb(t) for t in tokens[number + 1 : min(last, number + 10)])
    return low in _ASIDES or (low.endswith("ing") and not tokens[number].is_capital)


def _resumes(tokens: tuple[Token, ...], start: int, last: int) -> bool:
    """As in "a part, which was new, was failing": after a relative clause the main verb comes."""
    if tokens[start].low not in words("relatives"):
        return False
    comma = next((n for n in range(start + 1, min(last - 1, start + 16)) if tokens[n].text == ","), -1)
    return comma > 0 and tokens[comma + 1].low in words("auxiliaries")


def first_comma(document: Document, start: int, last: int) -> int:
    """The first comma (or the end of a quotation that ends in one) from ``start`` on; ``last`` where there is none."""
    tokens = document.tokens
    for number in range(start, last):
        if tokens[number].quoted < 0:
            if tokens[number].text == ",":
                return number
        elif document.quoted_tokens[tokens[number].quoted][1] == number + 1 and tokens[number - 1].text == ",":
            return number + 1
    return last


def _breaks_off(tokens: tuple[Token, ...], comma: int, last: int) -> bool:
    number = comma + 1
    if number >= last:
        return False
    if tokens[number].low in words("cue_adverbs") and number + 1 < last and tokens[number + 1].low.endswith("ing"):
        number += 1
    low = tokens[number].low
    if low in ("and", "but", "while", "or", "before", "then", "though", "although") and number + 1 < last:
        if _joins_cue(tokens, number, last) or _new_speaker(tokens, number + 1, last):
            return True
        low = tokens[number + 1].low
    if low in ("according", "although", "though"):
        return True
    known = verb_forms().get(low)
    return known is not None and known.shape == "ing" and known.verb.kind not in ("knowledge", "impersonal", "evidence")


def _new_speaker(tokens: tuple[Token, ...], start: int, last: int) -> bool:
    """Somebody else speaks: a short subject with a past cue of speech after it ("but Roe said")."""
    for number in range(start + 1, min(last, start + 6)):
        token = tokens[number]
        if token.quoted >= 0 or token.text == ",":
            return False
        known = verb_forms().get(token.low)
        if known is not None and known.shape == "past" and known.verb.kind in ("speech", "denial", "accusation"):
            return tokens[start].is_capital or tokens[start].low in words("determiners")
        if is_finite(token.low) and not token.is_capital:
            return False
    return False


def _joins_cue(tokens: tuple[Token, ...], conjunction: int, last: int) -> bool:
    """As in "and called for": a finite past cue right after the conjunction, or after an adverb."""
    number = conjunction + 1
    while number < last and (tokens[number].low in words("cue_adverbs") or tokens[number].low in ("then", "later")):
        number += 1
    if number >= last or tokens[number].quoted >= 0:
        return False
    known = verb_forms().get(tokens[number].low)
    if known is None or known.shape != "past" or known.verb.kind in ("attitude", "knowledge", "evidence"):
        return False
    return bool(known.verb.takes & {"quotation", "clause", "object", "infinitive"} or known.verb.particles)


def after_addressee(document: Document, cue: Cue, last: int) -> int:
    """Past the addressee, time, place and vehicle that may stand between cue and content.

    The object of "asked him to leave" is no mere addressee: it stays in the content.
    """
    tokens = document.tokens
    number = cue.last
    told = _past_pronoun(tokens, cue, last)
    if told > 0:
        return told
    if "addressee" in cue.verb.takes and not cue.passive and not cue.particle:
        number = _past_addressee(tokens, number, last)
        if "object" in cue.verb.takes and number < last and tokens[number].low == "to":
            return cue.last
    return past_adverbials(tokens, number, last)


_BEGINS = frozenset(("starting", "beginning", "effective", "due", "scheduled", "held"))
_TELLS_ON = frozenset(("saying", "adding"))
_OBJECTS = frozenset(("me", "us", "him", "her", "them", "you"))
_QUOTE_WITHIN = 7
_TERMS = frozenset(
    ("by", "until", "till", "before", "within", "through", "after", "from", "since", "for", "next", "coming")
)
"""Before a time they set a term, which belongs to what was said."""
_DATELINE = 14
"""The longest dateline, in tokens."""
OPENS_CLAUSE = frozenset(("that", "how", "why", "what", "whether", "if", "to", "about"))
_OPENS_ADVERBIAL = frozenset(("on", "in", "at", "during", "after"))


def _past_pronoun(tokens: tuple[Token, ...], cue: Cue, last: int) -> int:
    """As in "promised her in May that" and "urged voters, "Look"": where the words themselves begin, or -1."""
    number = cue.last
    if "object" not in cue.verb.takes or number >= last:
        return -1
    if tokens[number].low in _OBJECTS and "clause" in cue.verb.takes:
        number = past_adverbials(tokens, number + 1, last)
        return number if number < last and tokens[number].low == "that" else -1
    if "quotation" in cue.verb.takes:
        for place in range(number + 1, min(last - 1, number + _QUOTE_WITHIN)):
            if tokens[place].text == "," and tokens[place].quoted < 0 and tokens[place + 1].quoted >= 0:
                return place + 1
    return -1


def _past_addressee(tokens: tuple[Token, ...], start: int, last: int) -> int:
    """The addressee reaches to "that", a quotation, a comma or colon, "to", a time, or a new subject."""
    if start < last and tokens[start].low in words("addressees"):
        return start + 1
    for number in range(start, min(last, start + 14)):
        token = tokens[number]
        if token.quoted >= 0 or token.text in (",", ":") or token.low in OPENS_CLAUSE:
            return number
        if number > start and _opens_something(token):
            return number
        if number > start and is_finite(token.low) and not token.is_capital:
            return max(start + 1, _subject_before(tokens, start, number))
    return start


def _opens_something(token: Token) -> bool:
    return token.low in words("times") or token.low in _OPENS_ADVERBIAL or token.low in words("subjects")


def _subject_before(tokens: tuple[Token, ...], start: int, verb: int) -> int:
    """Where the content's subject begins, when it follows the addressee without "that"."""
    number = verb - 1
    while number > start and not (
        tokens[number].low in words("determiners") or tokens[number].low in words("subjects")
    ):
        number -= 1
    return number if number > start else verb - 1


def past_adverbials(tokens: tuple[Token, ...], start: int, last: int) -> int:
    """Past "on Tuesday", "in a statement", "at a news conference" where "that", a quotation or a mark follows."""
    number = start
    if number + 1 < last and tokens[number].low.endswith("ly") and tokens[number + 1].low == "that":
        return number + 1
    while number < last and tokens[number].quoted < 0 and _is_time(tokens, number, last):
        number += 1
    if number < last and tokens[number].low in words("prepositions") - {"to"} and tokens[number].quoted < 0:
        stop = _adverbial_end(tokens, number, last)
        return stop if stop >= 0 else number
    return number


def _is_time(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    if tokens[number].low in ("this", "last", "next", "late", "early", "that"):
        following = number + 1 + (tokens[number].low in ("late", "early") and tokens[number + 1].low in ("on", "in"))
        return following < last and tokens[following].low in words("times")
    return tokens[number].low in words("times") and tokens[number].low != "there"


def _adverbial_end(tokens: tuple[Token, ...], start: int, last: int) -> int:
    for number in range(start, min(last, start + 16)):
        token = tokens[number]
        if token.quoted >= 0 or token.low == "that" or token.text == ":":
            return number
        if token.text == ",":
            return number + 1 if number + 1 < last else number
        if number > start and token.low in words("subjects"):
            return number
        if number > start + 1 and is_finite(token.low) and not token.is_capital:
            return _subject_before(tokens, start, number) if tokens[start + 1].low in words("times") else -1
        after_noun = tokens[number - 1].low in words("times") or tokens[number - 1].low in words("vehicles")
        if number > start and after_noun and token.low in words("determiners") - {"at"}:
            return number
    return last


def is_adverbial(document: Document, start: int, last: int) -> bool:
    """Whether nothing but time, place, manner or an addressee stands in ``[start, last)``."""
    tokens = document.tokens
    if start >= last:
        return True
    if tokens[start].low.endswith("ly") and tokens[start].quoted < 0:
        start += 1
    if start >= last:
        return True
    first = tokens[start]
    if first.quoted >= 0 or any(_opens_content(tokens, n) for n in range(start, last)):
        return False
    if first.low in _OPENS_ASIDE:
        return True
    if first.low in words("prepositions") - {"about"} or first.low in words("times"):
        return not any(t.low in words("subjects") for t in tokens[start + 1 : start + 3])
    return False


def _opens_content(tokens: tuple[Token, ...], number: int) -> bool:
    """A "that" or "whether", save in "in a tweet that called": a vehicle with its relative clause."""
    if tokens[number].low != "that" or number + 1 >= len(tokens):
        return tokens[number].low == "whether"
    return not (tokens[number - 1].low in words("vehicles") and is_finite(tokens[number + 1].low))


def before_time(document: Document, start: int, last: int) -> int:
    """Without a time at its end ("endorsed Roe last week"): where the words before it end."""
    tokens = document.tokens
    number = last
    while number > start + 1 and not tokens[number - 1].is_word:
        number -= 1
    end = number
    while number > start + 1 and tokens[number - 1].quoted < 0 and tokens[number - 1].low in words("times"):
        number -= 1
    before = tokens[number - 1 - (tokens[number - 1].low in ("on", "in") and number > start + 1)]
    if number == end or _is_counted(tokens[number - 1]) or tokens[number - 1].low in _TERMS or before.low in _BEGINS:
        return last
    if number > start + 1 and tokens[number - 1].low in ("on", "in", "the", "a"):
        number -= 1
    return number


def _is_counted(token: Token) -> bool:
    """As in "for three days": what comes before a time makes it a length."""
    return token.text[0].isdigit() or token.low in words("determiners") - {"the", "a", "this", "that"}


def past_dateline(document: Document, first: int, start: int) -> int:
    """As in "ULM (ABC) – The dam": a place, a bracket or a date, and a dash before the story begins."""
    tokens = document.tokens
    for number in range(first, min(start, first + _DATELINE)):
        if tokens[number].text in _DASHES:
            words_before = [t for t in tokens[first:number] if t.is_word]
            names = all(t.is_capital or t.text.isdigit() for t in words_before)
            dated = any(len(t.text) > 1 and (t.text.isupper() or t.low in words("times")) for t in words_before)
            return number + 1 if names and dated else first
        if tokens[number].quoted >= 0:
            break
    return first
