from __future__ import annotations

from dataclasses import replace

from onrecord.model import Article, Span, Statement
from onrecord.revising import attached

from .builder import BODY, article, edited


def said(state: Article, words: str, id: str) -> Statement:
    start = state.text.index(words)
    return Statement(id=id, content=(Span(start, start + len(words)),))


FIRST = article()
KNOWN = (
    said(FIRST, "23 people were killed", "s1"),
    said(FIRST, "The vessel went down in less than ten minutes", "s2"),
    said(FIRST, "the ferry had passed its inspection", "s3"),
)


def ids(state: Article, *new: Statement) -> list[str]:
    return [each.id for each in attached(state, new, [(FIRST, KNOWN)])]


def test_an_edited_statement_keeps_its_id_wherever_it_stands():
    after = article(BODY[1], BODY[2], BODY[0].replace("23", "32"))
    assert ids(
        after, said(after, "32 people were killed", "x"), said(after, "the ferry had passed its inspection", "y")
    ) == [
        "s1",
        "s3",
    ]


def test_the_one_in_the_same_sentence_comes_before_one_with_the_very_words():
    after = edited(("23 people were killed", "32 people were killed"))
    after = article(*after.text.split("\n")[2:], "Correction: We had said that 23 people were killed.")
    assert ids(after, said(after, "32 people were killed", "x"), said(after, "23 people were killed", "y")) == [
        "s1",
        "y",
    ]


def test_a_new_statement_whose_id_was_anothers_gets_its_own():
    after = article(*BODY, "“Nobody warned us,” said Ivo Marsh.")
    new = said(after, "Nobody warned us", "s2")
    restating = replace(said(after, "The vessel went down in less than ten minutes", "z"), restates="s2")
    made = attached(after, (new, restating), [(FIRST, KNOWN)])
    assert made[0].id not in {"s1", "s2", "s3"}
    assert (made[1].id, made[1].restates) == ("s2", made[0].id)


def test_what_came_back_is_found_in_older_states():
    without = article(*BODY[1:])
    later = ((without, (replace(KNOWN[1], content=said(without, "The vessel went down", "").content),)), (FIRST, KNOWN))
    made = attached(FIRST, (replace(KNOWN[0], id="n1"),), later)
    assert made[0].id == "s1"
