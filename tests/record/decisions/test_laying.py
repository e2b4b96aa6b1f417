from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.model import Article, Comparison, Decision, FigureQuestion
from onrecord.record.decisions.laying import over, over_article

FIX = Decision(
    id="d1", at=datetime(2031, 3, 1, tzinfo=UTC), who="N.", verb="fix date", target="a", before="", after="2031-01-01"
)


def test_decisions_are_laid_in_their_order_and_only_they(disputed: Article):
    first = over_article(disputed, [FIX])
    both = over_article(first, [FIX, replace(FIX, id="d2", after="2031-01-02")])
    assert [c.decision for c in both.date.candidates] == [None, None, "d1", "d2"]
    assert both.date.earliest == datetime(2031, 1, 2, tzinfo=UTC).date()
    assert over_article(both, []) == disputed


def test_a_verb_of_another_kind_leaves_an_article_alone(disputed: Article):
    assert over_article(disputed, [replace(FIX, verb="rename question")]) == disputed


@pytest.mark.usefixtures("renaming")
def test_a_comparison_takes_the_decisions_on_it_alone():
    found = Comparison(questions=(FigureQuestion(question="hurt in Brovna", figures=(), conflicts=(), why=""),))
    renamed = replace(FIX, verb="rename question", target="hurt in Brovna", after="hurt")
    assert over(found, [FIX]) == found
    assert [q.question for q in over(found, [FIX, renamed]).questions] == ["hurt"]
