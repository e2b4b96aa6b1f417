from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from onrecord.model import Article, Due, FigureQuestion, SaidOn, Span, Statement
from onrecord.moments import redated, weigh
from onrecord.record.decisions import verbs
from onrecord.record.decisions.verb import ComparisonVerb

DISPUTED = ("2031-02-01", "2031-02-20")


@pytest.fixture
def disputed(story: Any, candidate: Callable[..., Any]) -> Article:
    """An article whose two clocks disagree."""
    found: Article = story.article(
        "forum", "It will open in a month, she said.", date=weigh([candidate(day) for day in DISPUTED])
    )
    assert found.date.status == "disputed"
    return found


@pytest.fixture
def candidate() -> Callable[..., Any]:
    """Makes a candidate for a story's date out of a day."""
    from onrecord.model import DateCandidate

    def made(day: str, where: str = "chrome", **fields: Any) -> DateCandidate:
        known = date.fromisoformat(day)
        given = {"value": day, "earliest": known, "latest": known, "where": where, "words": day, "why": f"{where} says"}
        return DateCandidate(**{**given, **fields})

    return made


@pytest.fixture
def in_a_month() -> Callable[[Article], Statement]:
    """The statement of an article that something will be in a month."""

    def said(article: Article) -> Statement:
        start = article.text.index("in a month")
        span = Span(start, start + len("in a month"))
        statement = Statement(
            id=f"s-{article.id}",
            content=(span,),
            kind="schedule",
            said_on=SaidOn(value=None, earliest=None, latest=None, span=None),
            due=Due(span=span, value="P1M", anchor="said_on", earliest=None, latest=None, precision="month"),
        )
        return redated(statement, article.date)

    return said


@pytest.fixture
def renaming(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verb on comparisons, as another room would add one: it renames a question."""
    from dataclasses import replace

    from onrecord.errors import NotInRecord
    from onrecord.model import Comparison, Decision

    def checked(comparison: Comparison, target: str, after: str) -> tuple[str, str]:
        if all(q.question != target for q in comparison.questions):
            raise NotInRecord(f"{target!r}: no such question")
        return target, after.strip()

    def renamed(question: FigureQuestion, decision: Decision) -> FigureQuestion:
        return replace(question, question=decision.after) if question.question == decision.target else question

    def laid(comparison: Comparison, decision: Decision) -> Comparison:
        return replace(comparison, questions=tuple(renamed(q, decision) for q in comparison.questions))

    verb = ComparisonVerb(
        name="rename question",
        checked=checked,
        stands=lambda comparison, _target: ", ".join(q.question for q in comparison.questions) or "nothing",
        laid=laid,
        words=lambda decision: f"called {decision.target} {decision.after}",
    )
    monkeypatch.setitem(verbs.VERBS, verb.name, verb)
