import pytest

from onrecord.comparison import is_copied
from onrecord.model import Copy, Entry, Passage, Span

from .builder import article, find, schedule

STORY = article("c", "The ferry sails in May.", "The pier opens in June.", "The inn shuts in July.")


def copying(copy: str) -> Copy:
    """A copy of which the second paragraph alone comes from an other article."""
    passage = Passage(copied=find(STORY, "The pier opens in June."), source=Span(40, 63))
    return Copy(copy=copy, original="w", containment=0.4, passages=(passage,), why="it is earlier")


def said(words: str) -> Entry:
    return schedule(STORY, words, event=words)


@pytest.mark.parametrize(
    ("words", "copied"),
    [("The pier opens", True), ("June.", True), ("The ferry sails", False), ("The inn shuts", False)],
)
def test_a_statement_is_copied_when_it_begins_inside_a_copied_passage(words: str, copied: bool):
    assert is_copied(said(words), (copying("x"), copying("c"))) is copied


def test_what_an_other_article_copied_does_not_count():
    assert not is_copied(said("The pier opens"), (copying("x"),))
    assert not is_copied(said("The pier opens"), ())
