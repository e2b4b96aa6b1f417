"""Which attributions are statements: a telling act or a named source's attitude, said to have happened."""

from __future__ import annotations

import re

from onrecord.extraction.lexicon import Verb, VerbForm, is_finite, verb_forms
from onrecord.extraction.lexicon import words as word_class
from onrecord.model import Attribution, quote

_OUT = frozenset({"knowledge", "evidence", "impersonal", "topic"})
_NOT_YET = frozenset(["to", "could", "would", "should", "may", "might", "must", "can", "shall", "will"])
_NEGATIONS = re.compile(r"\b(?:not|never|no|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'’\-]+")
_IF = re.compile(r"\b(?:if|whether|unless|should)\s+\Z", re.IGNORECASE)
_SHORTEST = 2
"""A single word without quotation marks ("it", "him") says nothing that could be kept."""
_UNNAMED = re.compile(
    r"\A(?:not to be|to remain|to be granted|that (?:he|she|they) not be) (?:named|identified|quoted|anonym\w+)\b"
)
"""Terms on which somebody spoke: the article's business, no statement."""
_UNDECIDED = frozenset({"decide", "agree", "resolve", "determine"})
_SPOKE = re.compile(
    r"(?:that )?(?:[\w.'’\-]+ ){1,4}made (?:the|his|her|their|these|this) (?:remarks?|comments?|statements?)\b"
)
"""That somebody spoke is no words of theirs: "He made the remarks at a meeting, ABC reported"."""
_FINDING = frozenset({"find", "establish", "determine", "discover", "show"})
_QUOTED = re.compile(r"[\"“«„]")
_CALLED_OFF = re.compile(r"\b(?:call|put)\w* (?:off|up|down|in|together|out)\b")
_PHRASE_END = re.compile(r",| (?:of|for|on|with|between|which|that|to)\b")
_NOBODY = re.compile(r"(?:not|no(?!\. )|no one|nobody|none|neither)\b", re.IGNORECASE)
_NO_COMMENT = frozenset({"decline", "refuse"})


def head_of(text: str, attribution: Attribution) -> VerbForm | None:
    """The reporting verb of the cue: its first known form ("called to show")."""
    known = [verb_forms().get(word.replace("’", "'")) for word in _cue_words(text, attribution)]
    return next((form for form in known if form is not None), None)


def counts(text: str, attribution: Attribution) -> bool:
    """Whether TERMS calls this a statement."""
    cue = quote(text, attribution.cue)
    if not any(map(str.isalnum, cue)) or cue.endswith(("as saying", "as telling")):
        return True
    head = head_of(text, attribution)
    if _is_narrator(text, attribution) or not _has_happened(text, attribution, head.verb if head else None):
        return False
    if head is None:
        return _opens_quotation(text, attribution) or _tells_without_verb(text, attribution)
    if not attribution.source and not _stands_without_source(text, attribution, head.verb):
        return False
    if head.verb.kind in _OUT and not _tells_after_all(text, attribution, head.verb):
        return False
    return not (
        _is_deed(text, attribution, head)
        or _is_nobodys_wish(text, attribution, head)
        or _is_restrictive(text, attribution, head.verb)
        or _says_too_little(text, attribution, head.verb)
    )


def _cue_words(text: str, attribution: Attribution) -> list[str]:
    return [word.lower() for word in _WORD.findall(quote(text, attribution.cue))]


def _tells_without_verb(text: str, attribution: Attribution) -> bool:
    """As in "the claim that", "is adamant that", "reportedly": other verbs tell of acts ("banned", "negotiated")."""
    known = word_class("cue_words") | word_class("claim_nouns") | word_class("promise_nouns")
    return any(word in known for word in _cue_words(text, attribution))


def _tells_after_all(text: str, attribution: Attribution, verb: Verb) -> bool:
    """A finding, or a verb of mention whose object says something: a quotation, or what it mentions something as."""
    if verb.kind == "topic":
        words = quote(text, attribution.content)
        return _opens_quotation(text, attribution) or _QUOTED.search(words) is not None or " as " in words
    return _is_finding(text, attribution, verb)


def _is_deed(text: str, attribution: Attribution, head: VerbForm) -> bool:
    """As in "signed an order", "called off its search", "was charged with", "declined the invitation"."""
    words = _cue_words(text, attribution)
    if any(word in word_class("deeds") for word in words) or _CALLED_OFF.search(" ".join(words)):
        return True
    opening = _WORD.search(text, attribution.content[0].start)
    opens = opening.group().lower() if opening is not None else ""
    if head.verb.lemma in _NO_COMMENT or (head.verb.lemma == "agree" and "with" in words):
        return opens not in ("to", "that")
    return head.verb.lemma == "charge" and opens != "that" and not _opens_quotation(text, attribution)


def _is_nobodys_wish(text: str, attribution: Attribution, head: VerbForm) -> bool:
    """As in "the talks are expected to", where nobody expects, and "the deal seeks", where a thing does."""
    if head.verb.kind != "attitude":
        return False
    passive = head.shape in ("past", "participle") and _BE.search(quote(text, attribution.cue)) is not None
    source = _PHRASE_END.split(quote(text, attribution.source).lower())[0].split()
    return passive or (bool(source) and source[-1] in word_class("things"))


def _stands_without_source(text: str, attribution: Attribution, verb: Verb) -> bool:
    """As in "it was announced that" and "is said to"; an attitude without anybody who has it is no statement."""
    if verb.kind == "attitude":
        return False
    opening = _WORD.search(text, attribution.content[-1].start)
    passive = _BE.search(quote(text, attribution.cue)) is not None
    allowed = ("that", "to") if verb.kind == "speech" else ("that",)
    if not passive or (opening is not None and opening.group().lower() in allowed):
        return True
    first = _WORD.search(text, attribution.content[0].start)
    return verb.lemma == "report" and first is not None and not _NOBODY.match(first.group())


def _is_narrator(text: str, attribution: Attribution) -> bool:
    """The article's own "I" and "we", and its reader: no source other than itself."""
    opening = _WORD.search(quote(text, attribution.source))
    return opening is not None and re.split("['’]", opening.group().lower())[0] in ("i", "we", "you")


def _is_finding(text: str, attribution: Attribution, verb: Verb) -> bool:
    """As in "the study found that": who finds by trade says what was found."""
    if verb.lemma not in _FINDING or not quote(text, attribution.content).lower().startswith("that "):
        return False
    return any(word in word_class("finders") for word in _WORD.findall(quote(text, attribution.source).lower()))


def _is_restrictive(text: str, attribution: Attribution, verb: Verb) -> bool:
    """As in "groups that seek to" and "a law which confirms it": what kind of thing it is, not what it said."""
    relative = quote(text, attribution.source).lower().endswith(("that", "which"))
    if not relative or _opens_quotation(text, attribution):
        return False
    return (
        verb.kind not in ("speech", "denial", "accusation")
        or not verb.clause
        or _opens(text, attribution, ("what", "his", "her", "their"))
    )


def _opens(text: str, attribution: Attribution, openings: tuple[str, ...]) -> bool:
    opening = _WORD.search(text, attribution.content[0].start)
    return opening is not None and opening.group().lower() in openings


def _says_too_little(text: str, attribution: Attribution, verb: Verb) -> bool:
    """A single word, "declined to comment", or a question asked ("asked whether") instead of a quotation."""
    if _opens_quotation(text, attribution):
        return False
    content = quote(text, attribution.content)
    words = _WORD.findall(content.lower())
    if _SPOKE.match(content) or _UNNAMED.search(content) or _is_pronoun_alone(words):
        return True
    if _only_points(text, attribution, verb):
        return True
    asked_for = quote(text, attribution.cue).endswith(" for")
    if (len(words) < _SHORTEST and not content[:1].isdigit()) or (
        verb.kind == "question" and not (asked_for or _is_request(words))
    ):
        return True
    return verb.lemma in _NO_COMMENT and bool({"comment", "comments"} & set(words))


def _only_points(text: str, attribution: Attribution, verb: Verb) -> bool:
    """As in "cited the law", "responded to the raid", "agrees on who it is": what words are about, not the words."""
    if verb.lemma == "agree":
        return _opens(text, attribution, ("who", "what", "whether", "how"))
    return verb.lemma == "cite" or (verb.lemma == "respond" and quote(text, attribution.cue).endswith(" to"))


def _is_pronoun_alone(words: list[str]) -> bool:
    """As in "denied it in a message": a pronoun with an adverbial, without a verb, says nothing."""
    if len(words) == _SHORTEST and words[0] in ("to", "with", "on") and words[1] in ("it", "this", "that", "them"):
        return True
    if len(words) < _SHORTEST or words[0] not in ("it", "this", "them", "so"):
        return False
    adverbial = words[1] in word_class("prepositions") or words[1] in word_class("times")
    return adverbial and not any(is_finite(word) for word in words[1:])


def _is_request(words: list[str]) -> bool:
    """As in "asked the guarantors to keep": no question, but an appeal."""
    return "to" in words[:8] and words[0] not in (
        "about",
        "whether",
        "if",
        "how",
        "what",
        "why",
        "when",
        "who",
        "where",
    )


def _has_happened(text: str, attribution: Attribution, verb: Verb | None) -> bool:
    """Neither denied ("has never said"), nor still to come ("will say"), nor supposed ("if he says"), nor asked."""
    cue = quote(text, attribution.cue).lower()
    if _NOBODY.match(quote(text, attribution.source)):
        return False
    holds = verb is not None and verb.kind in ("attitude", "denial") and verb.lemma not in _UNDECIDED
    if _NEGATIONS.search(cue) and not holds:
        return False
    if verb is not None and " on to " not in cue and _NOT_YET & set(cue[: cue.rfind(verb.lemma[:3])].split()):
        return False
    return not (_is_conditional(text, attribution) or _is_question(text, attribution))


def _opens_quotation(text: str, attribution: Attribution) -> bool:
    return text[attribution.content[0].start] in "\"“‘'«„"


def _is_conditional(text: str, attribution: Attribution) -> bool:
    parts = [spans[0].start for spans in (attribution.source, attribution.cue) if spans]
    start = min(parts, default=0)
    return bool(_IF.search(text, max(0, start - 12), start))


def _is_question(text: str, attribution: Attribution) -> bool:
    """The article asks: a question mark outside quotation marks ends the sentence."""
    end = max(attribution.content[-1].end, attribution.cue[-1].end)
    return text[end - 1 : end] == "?" or text[end : end + 1] == "?"
