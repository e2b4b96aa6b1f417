"""Content before its cue: "…," he said; …, said Al Roe; …, according to the court."""

from __future__ import annotations

from onrecord.extraction.rules import contents, inverted, soundness, sources
from onrecord.extraction.rules.cues import Cue
from onrecord.extraction.rules.document import Document, Token
from onrecord.extraction.rules.found import Found, Rule
from onrecord.extraction.rules.lexicon import is_finite, verb_forms, words
from onrecord.extraction.rules.sources import Range


def outermost(document: Document, here: list[Cue], bounds: Range, earlier: list[Found]) -> Found | None:
    """The first tag of a sentence, with everything before it, and what goes on after it, as its content."""
    first, last = bounds
    for cue in here:
        tag = _tag(document, cue, bounds)
        if tag is None:
            continue
        source, start, end = tag
        left = _left(document, _past_told(document, here, (first, start)), start, earlier) or _interrupted(
            document, (first, start), end, last
        )
        if start == first and _quotes_on(document, end, last):
            continue
        if left is not None:
            left, source = _retold(document, left, source)
            content = (*left, *_right(document, end, last, left))
            rule: Rule = "tag_quotation" if document.tokens[left[-1][1] - 1].quoted >= 0 else "tag_clause"
            return Found(content=content, cue=(cue.first, cue.last), source=source, rule=rule, lemma=cue.verb.lemma)
    return _according(document, bounds)


def _tag(document: Document, cue: Cue, bounds: Range) -> tuple[Range, int, int] | None:
    """Source, where the tag begins and where it ends, if the cue is one."""
    if (
        not cue.verb.takes & {"quotation", "clause"}
        or not cue.is_finite
        or cue.passive
        or cue.verb.kind == "impersonal"
    ):
        return None
    source = sources.before(document, bounds[0], cue.first)
    source = soundness.sound(document, cue, source) if source is not None else None
    if source is not None and document.tokens[source[1] - 1].low in words("relatives"):
        return None
    if source is not None and _follows_content(document, source[0], bounds[0]):
        end = _tag_end(document, cue, source, bounds[1])
        if end >= 0:
            return source, source[0], end
    heads = source is not None and source[0] == bounds[0]
    if not heads and _follows_content(document, cue.first, bounds[0]):
        return _inverted(document, cue, bounds)
    return None


def _follows_content(document: Document, number: int, first: int) -> bool:
    """Whether a comma, dash or closing quotation mark stands right before."""
    if number == 0:
        return False
    before = document.tokens[number - 1]
    if before.quoted >= 0:
        return document.quoted_tokens[before.quoted][1] == number
    return number > first and before.text in (",", "—", "–", "-", "?", "!")


_CLAUSE = 6
"""So many tokens before ", according to" are a clause, whatever their verb is."""

_BEFORE_INTERPOSED = frozenset(("and", "but", "that", "which", "who", "when", "where", "because", "if", "while", "as"))
_TO_CLAUSE = 5
_TIMES_CLAUSE = frozenset(("after", "before", "since", "when", "as", "while", "although", "though"))
_NO_SUBJECT = frozenset(("that", "it", "there", "this", "in", "to", "of", "on", "at", "no", "so"))


def _inverted(document: Document, cue: Cue, bounds: Range) -> tuple[Range, int, int] | None:
    """As in ", said Al Roe": a noun phrase after the cue that no clause follows."""
    if "quotation" not in cue.verb.takes or "addressee" in cue.verb.takes or cue.last - cue.first > 1:
        return None
    tokens = document.tokens
    source = inverted.after(document, cue.last, bounds[1])
    if source is None or tokens[source[0]].low in _NO_SUBJECT or tokens[source[0]].low in words("times"):
        return None
    if _holds_clause(tokens[slice(*source)]):
        return None
    following = tokens[source[1]] if source[1] < bounds[1] else None
    if following is not None and following.is_word and is_finite(following.low):
        return None
    return source, cue.first, source[1]


def _holds_clause(source: tuple[Token, ...]) -> bool:
    """As in "announced troops would leave": a verb that no relative pronoun leads to."""
    verb = next((n for n, t in enumerate(source) if n and is_finite(t.low) and not t.is_capital), len(source))
    relative = any(t.low in ("who", "which", "that", "whose", ",") for t in source[:verb])
    return verb < len(source) and not relative and source[verb].low in words("auxiliaries")


def _tag_end(document: Document, cue: Cue, source: Range, last: int) -> int:
    """Where "he told reporters in Ulm on Tuesday" ends; -1 where a clause follows, which is then the content."""
    tokens = document.tokens
    start = cue.last
    if start < last and tokens[start].low == "to" and "infinitive" in cue.verb.takes:
        return -1
    if "addressee" in cue.verb.takes and start < last and tokens[start].text not in (".", ","):
        if tokens[start].low in contents.OPENS_CLAUSE or tokens[start].quoted >= 0:
            return -1
        start = _past_names(document, start + 1, last)
    end = start
    while end < last and not _closes_tag(document, end, cue):
        end += 1
    if end < last and tokens[end].text == ":":
        return -1
    quoted = tokens[source[0] - 1].quoted >= 0 if source[0] else False
    return (
        end if contents.is_adverbial(document, start, end) or (quoted and _says_nothing(document, start, end)) else -1
    )


def _says_nothing(document: Document, start: int, end: int) -> bool:
    """After a quotation and its speaker: an addressee or aside, without a clause of its own."""
    here = document.tokens[start:end]
    return not any(
        t.quoted >= 0 or t.low in ("that", "whether", *words("subjects")) or (is_finite(t.low) and not t.is_capital)
        for t in here
    )


def _past_names(document: Document, start: int, last: int) -> int:
    """The rest of an addressee: names, and "of the" or "and" between them."""
    tokens = document.tokens
    while start < last and tokens[start].quoted < 0:
        low = tokens[start].low
        if not (
            tokens[start].is_capital or tokens[start - 1].low in words("determiners") or low in ("'s", "of", "and", "&")
        ):
            break
        start += 1
    while start < last and tokens[start].low.endswith("s") and tokens[start].is_word:
        start += 1
    return start


def _closes_tag(document: Document, number: int, cue: Cue) -> bool:
    token = document.tokens[number]
    if token.quoted >= 0 or token.text in (";", "—", "–", ":", "!", "?"):
        return True
    if number == cue.last and token.low.endswith("ing") and token.low in verb_forms():
        return True
    if token.text == ".":
        return number + 1 >= len(document.tokens) or document.tokens[number + 1].start > token.end
    return token.text == "," or (token.low in ("and", "but", "as", "when", "while") and number > cue.last)


def _quotes_on(document: Document, end: int, last: int) -> bool:
    """Whether a quotation follows the tag: then it belongs to what follows, not to what was before."""
    return any(t.quoted >= 0 for t in document.tokens[end : min(last, end + 3)])


def _left(document: Document, first: int, start: int, earlier: list[Found]) -> tuple[Range, ...] | None:
    """Everything from the sentence's beginning; for a tag alone, the quotation before it."""
    tokens = document.tokens
    content = contents.trimmed(document, _past_colon(document, first, start), start)
    if content is not None:
        main = tokens[first - 1].text == "," if first else False
        return (content,) if main or _says_something(document, content) else None
    if first == 0 or tokens[first - 1].quoted < 0 or "\n" in document.text[tokens[first - 1].end : tokens[first].start]:
        return None
    quotation = document.quoted_tokens[tokens[first - 1].quoted]
    if earlier and earlier[-1].last > quotation[0]:
        return None
    return (quotation,)


def _past_told(document: Document, here: list[Cue], bounds: Range) -> int:
    """Past "Two weeks after Roe said it was safe, " at a sentence's head: that is told by somebody else."""
    first, start = bounds
    tokens = document.tokens
    opening = next((n for n in range(first, min(start, first + _TO_CLAUSE)) if tokens[n].low in _TIMES_CLAUSE), -1)
    if opening < 0 or tokens[first].quoted >= 0:
        return first
    comma = contents.first_comma(document, opening, start)
    telling = any(opening < cue.first < comma and cue.is_finite and not cue.passive for cue in here)
    return comma + 1 if telling and start - comma >= _CLAUSE else first


def _retold(document: Document, left: tuple[Range, ...], source: Range) -> tuple[tuple[Range, ...], Range]:
    """As in "“…,” the team's manager, Al Roe, said": what stands between the quotation and the name belongs to it."""
    tokens = document.tokens
    first, last = left[-1]
    end = next((n for n in range(last, first, -1) if tokens[n - 1].quoted >= 0), -1)
    if end <= first or end >= last or source[0] < last or tokens[end - 2].text not in ",!?":
        return left, source
    if any(t.quoted < 0 and (is_finite(t.low) or t.text in ";:") for t in tokens[end:last]):
        return left, source
    return (*left[:-1], (first, end)), (end, source[1])


def _interrupted(document: Document, subject: Range, end: int, last: int) -> tuple[Range, ...] | None:
    """As in "The dam, she said, would hold": a subject whose verb comes after the tag."""
    goes_on = end + 1 < last and document.tokens[end].text == "," and is_finite(document.tokens[end + 1].low)
    content = contents.trimmed(document, *subject) if goes_on else None
    return (content,) if content is not None else None


def _past_colon(document: Document, first: int, start: int) -> int:
    """What stands before a colon announces the content."""
    for number in range(start - 2, first, -1):
        if document.tokens[number].text == ":" and document.tokens[number].quoted < 0:
            return number + 1
    return contents.past_dateline(document, first, start)


def _says_something(document: Document, content: Range) -> bool:
    """A quotation or a clause; no "in her book "The Dam","."""
    tokens = document.tokens[slice(*content)]
    if tokens[-1].low in words("clause_openers") or (
        len(tokens) > 1 and tokens[-1].low in ("fact", "turn") and ends_open(document, content)
    ):
        return False
    if any(t.low == "when" and tokens[n + 1].low == "asked" for n, t in enumerate(tokens[:-1]) if t.quoted < 0):
        return False
    if content[0] == 0 and len(tokens) > 3 and _is_headline(document):
        return True
    if not any(t.quoted >= 0 for t in tokens):
        return _is_clause(document, content)
    return tokens[0].low not in words("prepositions") or any(t.quoted < 0 and is_finite(t.low) for t in tokens)


def ends_open(document: Document, content: Range) -> bool:
    """As in "…, when, in fact": the clause that was opened last has not said anything yet."""
    tokens = document.tokens
    comma = next((n for n in range(content[1] - 1, content[0], -1) if tokens[n].text == ","), -1)
    return comma > 0 and tokens[comma - 1].low in words("clause_openers") | words("conjunctions")


def _is_headline(document: Document) -> bool:
    """Whether the text opens with a line without a full stop, where verbs are scarce."""
    opening = document.sentences[0]
    return opening in document.lines and document.tokens[opening[1] - 1].text != "."


def _is_clause(document: Document, content: Range) -> bool:
    tokens = document.tokens[slice(*content)]
    if tokens[0].low in ("as", "if", "when", "while", "because", "although", "though", "after", "before", "since"):
        return False
    return len(tokens) > 2 and any(is_finite(t.low) for t in tokens[1:])


def _right(document: Document, start: int, last: int, left: tuple[Range, ...]) -> tuple[Range, ...]:
    """What goes on after the tag: a quotation, or the clause that it interrupted."""
    tokens = document.tokens
    number = start
    while number < last and tokens[number].text in (",", ":", ".", "—", "–") and tokens[number].quoted < 0:
        number += 1
    if number >= last or (number == start and not _resumes(document, number, left)):
        return ()
    if tokens[number].low == "that":
        piece = contents.trimmed(document, number, contents.right_end(document, number, last))
        return (piece,) if piece else ()
    was_quoted = tokens[left[-1][1] - 1].quoted >= 0
    if tokens[number].quoted >= 0 or (
        tokens[start].text == "," and not was_quoted and _goes_on(document, number, last)
    ):
        piece = contents.trimmed(document, number, contents.right_end(document, number, last))
        return (piece,) if piece else ()
    return ()


def _resumes(document: Document, number: int, left: tuple[Range, ...]) -> bool:
    """As in "Our team" she said in a letter "has grown": the quotation breaks off, and goes on in lower case."""
    tokens = document.tokens
    broken = tokens[left[-1][1] - 1].quoted >= 0 and tokens[left[-1][1] - 2].is_word
    return broken and tokens[number].quoted >= 0 and tokens[min(number + 1, len(tokens) - 1)].text[0].islower()


def _goes_on(document: Document, number: int, last: int) -> bool:
    """Whether the interrupted clause goes on: no participle, no further subject and cue, no conjunction."""
    low = document.tokens[number].low
    if low.endswith("ing") or low in words("clause_openers") or low in ("and", "but", "according", "citing"):
        return False
    return not _is_second_tag(document, number, last)


def is_relayed(document: Document, end: int, last: int) -> bool:
    """Whether the tag that ends about token ``end`` is followed by the outlet that passed it on."""
    comma = contents.first_comma(document, end, min(last, end + 10))
    return comma + 1 < last and _is_second_tag(document, comma + 1, last)


def _is_second_tag(document: Document, number: int, last: int) -> bool:
    """Whether a short name and a reporting verb follow, with nothing to report ("…, ABC reports quoting DEF")."""
    here = document.tokens[number : min(last, number + 8)]
    at = next((place for place, t in enumerate(here) if t.low in verb_forms()), -1)
    if at <= 0 or not all(t.is_capital or t.low in words("determiners") for t in here[:at]):
        return False
    following = here[at + 1] if at + 1 < len(here) else None
    return following is None or following.text in (".", ",") or following.low in ("quoting", "citing", "on", "in")


def _according(document: Document, bounds: Range) -> Found | None:
    """As in "According to X, …" and "…, according to X"."""
    tokens = document.tokens
    first, last = bounds
    for number in range(first, last - 2):
        if tokens[number].low == "according" and tokens[number + 1].low == "to" and tokens[number].quoted < 0:
            return _leading(document, bounds, number) if number <= first + 1 else _trailing(document, bounds, number)
    return None


def _leading(document: Document, bounds: Range, number: int) -> Found | None:
    tokens = document.tokens
    end = number + 2
    while end < bounds[1] and (tokens[end].text != "," or _is_inner_comma(document, end, bounds[1])):
        end += 1
    source = contents.trimmed(document, number + 2, end)
    stop = contents.right_end(document, end, bounds[1]) if end < bounds[1] else end
    content = contents.trimmed(document, end, stop)
    if source is None or content is None:
        return None
    return Found(content=(content,), cue=(number, number + 2), source=source, rule="according", lemma="according")


def _is_inner_comma(document: Document, comma: int, last: int) -> bool:
    """A comma inside the source: before a relative clause or an apposition that a second comma closes."""
    tokens = document.tokens
    if _is_office(tokens, comma, last) or (comma + 2 < last and tokens[comma + 2].low == "by"):
        return any(t.text == "," for t in tokens[comma + 1 : min(last, comma + 16)])
    if comma + 1 >= last or tokens[comma + 1].low not in (*words("relatives"), "a", "an"):
        return False
    if tokens[comma + 1].low in ("a", "an") and not tokens[comma - 1].is_capital:
        return False
    return any(t.text == "," for t in tokens[comma + 1 : min(last, comma + 16)])


def _is_office(tokens: tuple[Token, ...], comma: int, last: int) -> bool:
    """As in "Al Roe, the mayor's former spokesman, ": a speaker's noun right before the second comma."""
    closing = next((n for n in range(comma + 2, min(last, comma + 12)) if tokens[n].text == ","), -1)
    return closing > 0 and tokens[comma - 1].is_capital and tokens[closing - 1].low in words("speakers")


def _trailing(document: Document, bounds: Range, number: int) -> Found | None:
    tokens = document.tokens
    if tokens[number - 1].low in verb_forms():
        return None
    content = contents.trimmed(document, _past_colon(document, bounds[0], number), number)
    if content is None or (content[1] - content[0] < _CLAUSE and not _is_clause(document, content)):
        comma = contents.first_comma(document, number, bounds[1])
        goes_on = tokens[number - 1].text == "," and comma + 1 < bounds[1] and is_finite(tokens[comma + 1].low)
        return _interposed(document, bounds, number) if goes_on else _leading(document, bounds, number)
    if tokens[number - 1].text == "," and tokens[number - 2].low in _BEFORE_INTERPOSED:
        return _interposed(document, bounds, number)
    end = number + 2
    while (
        end < bounds[1]
        and tokens[end].text not in (";", "—", "–", "-")
        and not _leaves_source(document, end, bounds[1])
    ):
        end += 1
    source = contents.trimmed(document, number + 2, end)
    if source is None:
        return None
    return Found(content=(content,), cue=(number, number + 2), source=source, rule="according", lemma="according")


def _interposed(document: Document, bounds: Range, number: int) -> Found | None:
    """As in "It is old and, according to Roe, not safe": what follows the second comma belongs to the content."""
    comma = contents.first_comma(document, number, bounds[1])
    source = contents.trimmed(document, number + 2, comma)
    first = max((n + 1 for n in range(bounds[0], number) if document.tokens[n].text == ";"), default=bounds[0])
    left = contents.trimmed(document, first, number)
    right = (
        contents.trimmed(document, comma, contents.right_end(document, comma, bounds[1])) if comma < bounds[1] else None
    )
    if source is None or left is None or right is None:
        return None
    content = ((left[0], max(left[1], number - 1)), right)
    return Found(content=content, cue=(number, number + 2), source=source, rule="according", lemma="according")


def _leaves_source(document: Document, number: int, last: int) -> bool:
    tokens = document.tokens
    if tokens[number].low in ("who", "which"):
        return True
    if tokens[number].text != "," or number + 1 >= last:
        return False
    following = tokens[number + 1].low
    return following in ("and", "but", "with", "while", "which", "who", "he", "she", "they") or following.endswith(
        "ing"
    )
