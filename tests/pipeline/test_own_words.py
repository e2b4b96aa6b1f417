from datetime import date

from onrecord.articles import article_from_text
from onrecord.model import Entry, Span, Statement
from onrecord.pipeline.own_words import own_figures

ARTICLE = article_from_text("Some 30 barges sank. Ada Brenn said 12 crews were saved.", published=date(2031, 4, 1))


def test_what_stands_in_a_statement_is_not_the_articles_own():
    start = ARTICLE.text.index("12 crews")
    entry = Entry(article=ARTICLE, statement=Statement(id="s", content=(Span(start, start + 19),)))
    (told,) = own_figures({ARTICLE.id: ARTICLE}, [entry])
    assert [ARTICLE[figure.span] for figure in told.figures] == ["Some 30"]


def test_an_article_whose_figures_all_have_a_source_tells_none():
    whole = Entry(article=ARTICLE, statement=Statement(id="s", content=(Span(0, len(ARTICLE.text)),)))
    assert list(own_figures({ARTICLE.id: ARTICLE}, [whole])) == []
