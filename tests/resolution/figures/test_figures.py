"""The seed's two figures, and what is left out of a statement's."""

from __future__ import annotations

from onrecord.model import Article, Span, Statement
from onrecord.resolution.figures import figures_of, find


def test_two_figures_with_two_populations() -> None:
    text = "They quote 12,000 women locked up by the mayor in the cellars, or 70,000 seized guards who are kept there"
    women, guards = find(text)
    assert (women.low, women.high, women.noun) == (12_000, 12_000, "women")
    assert (guards.low, guards.high, guards.noun) == (70_000, 70_000, "guards")
    assert women.population
    assert guards.population
    assert text[slice(*women.population)] == "locked up by the mayor in the cellars"
    assert text[slice(*guards.population)] == "who are kept there"


def test_words_past_the_content_tell_a_length_of_time() -> None:
    text = "The mayor said the road would be closed for three days and 40 men hired."
    start, end = text.index("the road"), text.index(" days")
    article = Article(id="a", revision="r", url=None, title="", text=text)
    assert figures_of(article, Statement(id="s", content=(Span(start, end),))) == ()


def test_the_editors_figures_are_not_the_speakers() -> None:
    text = 'The mayor said "we fed 40 families (of 90 families in town) and 12 dogs" on Friday before 300 guests.'
    start, end = text.index('"we'), text.index(" on Friday")
    inserted = Span(text.index("(of"), text.index(" and 12"))
    article = Article(id="a", revision="r", url=None, title="", text=text)
    statement = Statement(id="s", content=(Span(start, end),), insertions=(inserted,))
    found = figures_of(article, statement)
    assert [(f.low, article[f.span], f.noun) for f in found] == [(40, "40", "families"), (12, "12", "dogs")]
