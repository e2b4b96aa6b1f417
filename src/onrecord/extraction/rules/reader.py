"""The rules put together: sentence by sentence, outermost attribution first."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extraction.rules import clauses, colons, nouns, quoted, tags, turns, unmarked
from onrecord.extraction.rules.cues import Cue, cues
from onrecord.extraction.rules.document import Document, read
from onrecord.extraction.rules.floating import joined
from onrecord.extraction.rules.found import Found, spans_of, uncontracted
from onrecord.extraction.rules.precision import confidence
from onrecord.extraction.rules.sources import Range
from onrecord.model import Attribution, ReaderInfo


class RuleReader:
    """Direct, mixed and indirect speech by lexical rules; time is linear in the text."""

    info = ReaderInfo(name="rules", version="1")

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Every outermost attribution, in text order."""
        return tuple(one for one, _ in self.explained(text))

    def explained(self, text: str) -> tuple[tuple[Attribution, str], ...]:
        """The same with what found each one: the rule, a full stop and the verb ("tag_quotation.say")."""
        document = read(text)
        found: list[Found] = []
        interview = turns.interview(document)
        for paragraph in document.paragraphs:
            start, spoken = turns.turns(document, interview, paragraph)
            if start > paragraph[0] + 1:
                told = (paragraph[0], start)
                found.extend(joined(document, told, _in_paragraph(document, *told), found))
            found.extend(spoken)
        return tuple((_attribution(document, one), f"{one.rule}.{one.lemma}") for one in found)


def _in_paragraph(document: Document, first: int, last: int) -> list[Found]:
    found: list[Found] = []
    named = colons.named(document, first, last)
    if named is not None:
        return [named]
    for start, end in document.sentences_in(first, last):
        found.extend(_in_sentence(document, start, end, found))
    return found


def _in_sentence(document: Document, first: int, last: int, earlier: list[Found]) -> list[Found]:
    """The outermost attribution first; then what stands outside of it, left to right."""
    here = list(cues(document, first, last))
    found: list[Found] = []
    tag = quoted.relayed(document, (first, last)) or tags.outermost(document, here, (first, last), earlier)
    at = first
    if tag is not None:
        found.extend(_after_cues(document, here, (first, tag.first)))
        found.append(tag)
        at = tag.last
        if tags.is_relayed(document, at, last):
            return found
    elif (unset := unmarked.tag(document, here, bounds=(first, last))) is not None:
        return [unset]
    else:
        heading = colons.heading(document, first, last)
        if heading is not None:
            return [heading]
    found.extend(_after_cues(document, [cue for cue in here if cue.first >= at], (first, last), found))
    quoted_last = colons.announced(document, (first, last), found)
    if quoted_last is not None:
        found.append(quoted_last)
    found.extend(nouns.attributions(document, (first, last), found))
    return sorted(found, key=lambda one: one.first)


def _after_cues(document: Document, here: list[Cue], bounds: Range, earlier: Sequence[Found] = ()) -> list[Found]:
    """What follows its cue, left to right, none inside another; ``earlier``: what the sentence said before."""
    found = list(earlier)
    at = bounds[0]
    for cue in here:
        if cue.first < at or cue.last > bounds[1]:
            continue
        one = clauses.after_cue(document, cue, bounds, found)
        if one is not None:
            found.append(one)
            at = max(at, one.last)
    return found[len(earlier) :]


def _attribution(document: Document, found: Found) -> Attribution:
    cue = spans_of(document, (found.cue,)) if found.cue else ()
    source = spans_of(document, (found.source,)) if found.source else ()
    source, cue = uncontracted(document, source, cue)
    return Attribution(
        content=spans_of(document, found.content),
        cue=cue,
        source=source,
        confidence=confidence(found.rule, found.lemma),
    )
