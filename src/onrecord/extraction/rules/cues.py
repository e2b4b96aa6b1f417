"""Cues: reporting verbs outside quotation marks, with their auxiliaries, adverbs and particles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.lexicon import Shape, Verb, VerbForm, is_finite, verb_forms, words

_MAY_FOLLOW = frozenset(('"', "“", "‘", ",", ":"))
_NOT = words("negations") - {"no", "nor", "neither", "nobody", "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Tokens ``[first, last)`` of a verb group; ``head`` is the verb's own token."""

    first: int
    head: int
    last: int
    verb: Verb
    shape: Shape
    passive: bool = False
    particle: str = ""

    @property
    def is_finite(self) -> bool:
        """Whether it has a subject of its own: no bare -ing form, infinitive or participle."""
        return self.shape in ("past", "present")


def cues(document: Document, first: int, last: int) -> Iterator[Cue]:
    """Every cue among the tokens ``[first, last)``, in order."""
    forms = verb_forms()
    title = _is_title(document.tokens[first:last])
    for number in range(first, last):
        token = document.tokens[number]
        known = forms.get(token.low)
        if known is None or token.quoted >= 0 or (token.is_capital and number > first and not title):
            continue
        cue = _cue(document.tokens, number, (first, last))
        if cue is not None:
            yield cue


def _is_title(sentence: tuple[Token, ...]) -> bool:
    """Whether most words are capitalised, as in headlines: else a capital inside makes a name ("the Post")."""
    found = [t for t in sentence if t.is_word and t.quoted < 0]
    shouted = all(t.text.isupper() or not t.is_capital for t in found)
    return sum(t.is_capital for t in found) > 0.7 * len(found) and (shouted or sentence[-1].text != ".")


def _cue(tokens: tuple[Token, ...], head: int, bounds: tuple[int, int]) -> Cue | None:
    known = verb_forms()[tokens[head].low]
    start, helpers = _helpers(tokens, head, bounds[0])
    shape = _shape(known.shape, helpers, tokens[head].low)
    if shape is None:
        return None
    before = tokens[start - 1].low if start > bounds[0] else ""
    if not helpers and (_is_noun(tokens, head, before, known)):
        return None
    passive = bool(helpers & words("be")) and known.shape != "ing" and tokens[head].low.endswith(("d", "n", "t"))
    last, particle = _particles(tokens, head, bounds[1], known.verb, passive=passive)
    if not (particle or known.verb.bare):
        return None
    asked = known.verb.lemma == "ask" and not helpers and before in ("", "when", "if", "once")
    return Cue(
        first=start,
        head=head,
        last=last,
        verb=verb_forms()["say"].verb if particle == "saying" else known.verb,
        shape=shape,
        passive=(passive and particle != "saying") or asked,
        particle=particle,
    )


def _helpers(tokens: tuple[Token, ...], head: int, first: int) -> tuple[int, frozenset[str]]:
    """Auxiliaries and adverbs before the verb: where they begin, and which they are."""
    start, number = head, head - 1
    helpers: set[str] = set()
    auxiliaries = words("auxiliaries") | words("modals")
    while number >= first and tokens[number].quoted < 0:
        low = tokens[number].low
        named = tokens[number].is_capital and number > first
        if (low in auxiliaries or low in _NOT) and not (named and low in ("may", "will")):
            helpers.add(low)
            start = number
        elif named or not (_is_adverb(low) or low in words("times")):
            break
        number -= 1
    while start > number + 1 and _is_adverb(tokens[start - 1].low):
        start -= 1
    return (start, frozenset(helpers))


def _is_adverb(low: str) -> bool:
    return low in words("cue_adverbs") or (
        low.endswith("ly") and low not in ("family", "only", "july", "italy", "rally")
    )


def _shape(shape: Shape, helpers: frozenset[str], low: str) -> Shape | None:
    """The verb group's shape; None where the helpers don't fit a verb."""
    if helpers & (words("be") | words("have")) and shape in ("past", "participle", "ing"):
        return "present" if not helpers & {"been", "being", "having"} or helpers & words("have") else shape
    if helpers & words("modals"):
        return None if "to" in helpers else "present"
    if shape == "base":
        return "present"
    return shape if shape != "participle" or low == "" else None


def _is_noun(tokens: tuple[Token, ...], head: int, before: str, known: VerbForm) -> bool:
    """Whether a bare form that could be a noun or adjective is one, by the words around it."""
    if known.shape == "ing":
        return before in words("determiners") - words("pronouns") or before.endswith("'s")
    following = tokens[head + 1].low if head + 1 < len(tokens) else ""
    noun_like = known.verb.lemma in words("noun_like") or known.shape == "past"
    if noun_like and _describes_noun(before, past=known.shape == "past"):
        return True
    if before in words("possessives") or (before.endswith("'s") and before not in words("contractions")):
        return True
    if known.shape == "past":
        return following in words("auxiliaries") or _is_reduced_passive(tokens, head, known.verb)
    if known.verb.lemma in words("noun_like") and not (following in known.verb.particles and before):
        return not _looks_verbal(tokens, head, following, known.shape)
    return before == following == ","


def _describes_noun(before: str, *, past: bool) -> bool:
    """As in "the report", "fake claims", "ten reports"; but an official who said something speaks."""
    if past:
        return before in words("before_noun") - words("pronouns") - words("speakers")
    return before in words("before_noun") - words("pronouns") or before in words("numbers") or before[:1].isdigit()


def _is_reduced_passive(tokens: tuple[Token, ...], head: int, verb: Verb) -> bool:
    """As in "boats preferred by fishermen": a participle, unless "by" goes on with an act ("responded by closing")."""
    if head + 2 >= len(tokens) or tokens[head + 1].low != "by" or not verb.takes & {"object", "phrase"}:
        return False
    return not tokens[head + 2].low.endswith("ing")


def _looks_verbal(tokens: tuple[Token, ...], head: int, following: str, shape: Shape) -> bool:
    """Between a subject and what a verb may take: "Roe hopes the", not "4.5 points for" or "new claims"."""
    if following in words("after_noun") or not (following[:1].isalnum() or following in _MAY_FOLLOW):
        return False
    before = tokens[head - 1]
    if head == 0 or is_finite(following) or (following.endswith("ing") and shape != "base"):
        return False
    if before.low in words("pronouns"):
        return True
    if not before.is_capital and (is_finite(before.low) or before.low.endswith("ing")):
        return False
    if shape == "base":
        return _is_plural(before.low) and before.low[-1:].isalpha()
    return before.is_word and not before.text[0].isdigit() and following not in (",", ":")


def _is_plural(low: str) -> bool:
    return (
        low in words("pronouns") - {"he", "she", "it"} or low.endswith("s") or low in ("and", "people", "i", "police")
    )


def _particles(tokens: tuple[Token, ...], head: int, last: int, verb: Verb, *, passive: bool) -> tuple[int, str]:
    number = head + 1
    if verb.lemma == "go" and _goes_on_to_say(tokens, number, last):
        return number + 3, "saying"
    if verb.lemma == "call" and _calls_to_quote(tokens, number, last):
        return number + 2, "to"
    if passive and number < last and tokens[number].low == "as":
        says = number + 1 < last and tokens[number + 1].low in ("saying", "telling")
        return (number + 2, "saying") if says else (number + 1, "as")
    if number < last and tokens[number].low in verb.particles and tokens[number].quoted < 0:
        follows = tokens[number + 1].low if number + 1 < last else ""
        if tokens[number].low == "to" and "infinitive" in verb.takes and follows:
            return number, ""
        return number + 1, tokens[number].low
    return number, ""


def _goes_on_to_say(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    """As in "went on to say that": one cue."""
    if number + 3 >= last or [t.low for t in tokens[number : number + 2]] != ["on", "to"]:
        return False
    told = verb_forms().get(tokens[number + 2].low)
    return told is not None and told.shape == "base" and "clause" in told.verb.takes


def _calls_to_quote(tokens: tuple[Token, ...], number: int, last: int) -> bool:
    """As in "called to show "restraint"": the verb that leads to the quotation belongs to the cue."""
    return number + 2 < last and tokens[number].low == "to" and tokens[number + 2].quoted >= 0
