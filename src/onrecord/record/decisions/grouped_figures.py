"""``join figures`` and ``split figures``: a person settles which figures answer one question.

A target is a figure, by its id, and stands for the question that holds it: questions grow and change their ids with
each article, figures keep theirs. What is asked for is a figure, too: one of the question that is joined, or the one
that is taken out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from onrecord.counting import compared
from onrecord.errors import NotInRecord, UsageError
from onrecord.model import Comparison, Decision, FigureQuestion
from onrecord.record.decisions.verb import ComparisonVerb


def may_join(comparison: Comparison, target: str, after: str) -> tuple[str, str]:
    """A figure of each of the two questions.

    Raises:
        NotInRecord: one of them is no question and no figure.
        UsageError: they are one already, or are measured in different units.
    """
    mine, theirs = _question(comparison, target), _question(comparison, after)
    if mine.id == theirs.id:
        raise UsageError(f"{target} and {after} answer one question already: {mine.question!r}")
    units = {cited.figure.unit for question in (mine, theirs) for cited in question.figures}
    if len(units) > 1:
        raise UsageError(f"{target} and {after} are measured in different units, so nothing could be compared")
    return _anchor(mine, target), _anchor(theirs, after)


def may_split(comparison: Comparison, target: str, after: str) -> tuple[str, str]:
    """A figure that stays in the question, and the one that is taken out.

    Raises:
        NotInRecord: there is no such question or figure.
        UsageError: the figure isn't in the question, or is alone in it.
    """
    question = _question(comparison, target)
    inside = {cited.id for cited in question.figures}
    if after not in inside:
        _question(comparison, after)
        raise UsageError(f"{after} is no figure of {target}; `onrecord figures {target}` lists them")
    stays = sorted(inside - {after})
    if not stays:
        raise UsageError(f"{after} is alone in its question: there is nothing to split")
    return (target if target in stays else stays[0]), after


def stands(comparison: Comparison, target: str) -> str:
    """The question that holds a figure, and how many figures it has."""
    found = _holding(comparison.questions, target)
    if found is None:
        return "not there"
    count = len(found.figures)
    return f"{found.question} ({count} figure{'' if count == 1 else 's'})"


def meant(comparison: Comparison, id: str) -> frozenset[str]:
    """The figures that an id means: itself, or those of a question; none where it is neither."""
    question = next((each for each in comparison.questions if each.id == id), None)
    if question is not None:
        return frozenset(cited.id for cited in question.figures)
    return frozenset({id} if _holding(comparison.questions, id) else ())


def joined(comparison: Comparison, decision: Decision) -> Comparison:
    """A comparison in which the questions of two figures are one."""
    one, other = (_holding(comparison.questions, id) for id in (decision.target, decision.after))
    if one is None or other is None or one.id == other.id:
        return comparison
    both = replace(
        one,
        figures=one.figures + other.figures,
        why=f"{one.why}; joined with “{other.question}”",
        decided=(*one.decided, *other.decided, _told("joined", decision)),
    )
    return _with(comparison, {one.id, other.id}, (compared(both),))


def split(comparison: Comparison, decision: Decision) -> Comparison:
    """A comparison in which a figure is out of its question, and asks one of its own."""
    found = _holding(comparison.questions, decision.after)
    if found is None or all(cited.id != decision.target for cited in found.figures):
        return comparison
    told = (*found.decided, _told("split", decision))
    left = tuple(cited for cited in found.figures if cited.id != decision.after)
    out = tuple(cited for cited in found.figures if cited.id == decision.after)
    alone = replace(found, id=_id(decision.after), figures=out, why=f"split from “{found.question}”", decided=told)
    id = found.id if found.id != alone.id else _id(min(cited.id for cited in left))
    rest = replace(found, id=id, figures=left, decided=told)
    return _with(comparison, {found.id}, (compared(rest), compared(alone)))


def _question(comparison: Comparison, asked: str) -> FigureQuestion:
    found = next((q for q in comparison.questions if q.id == asked), None) or _holding(comparison.questions, asked)
    if found is None:
        raise NotInRecord(f"{asked!r} is no question or figure; `onrecord figures` lists their ids")
    return found


def _holding(questions: Iterable[FigureQuestion], id: str) -> FigureQuestion | None:
    return next((q for q in questions if any(cited.id == id for cited in q.figures)), None)


def _anchor(question: FigureQuestion, asked: str) -> str:
    ids = sorted(cited.id for cited in question.figures)
    return asked if asked in ids else ids[0]


def _id(figure: str) -> str:
    return "q" + hashlib.sha256(f"alone|{figure}".encode()).hexdigest()[:8]


def _told(what: str, decision: Decision) -> str:
    note = f": {decision.note}" if decision.note else ""
    return f"{what} by {decision.who} on {decision.at:%Y-%m-%d} ({decision.id}){note}"


def _with(comparison: Comparison, gone: set[str], new: tuple[FigureQuestion, ...]) -> Comparison:
    kept = [question for question in comparison.questions if question.id not in gone]
    return replace(comparison, questions=tuple(sorted((*kept, *new), key=lambda each: (each.question, each.id))))


JOIN = ComparisonVerb(
    name="join figures",
    checked=may_join,
    stands=stands,
    laid=joined,
    words=lambda decision: f"joined the questions of {decision.target} and {decision.after}",
)
SPLIT = ComparisonVerb(
    name="split figures",
    checked=may_split,
    stands=stands,
    laid=split,
    words=lambda decision: f"took {decision.after} out of the question of {decision.target}",
)
