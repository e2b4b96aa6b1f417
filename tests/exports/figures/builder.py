"""A question with every mark in it: a copy, a doubted number, open ends, a range, a conflict, an update."""

from dataclasses import replace
from datetime import date

from onrecord.counting import compared
from onrecord.model import Article, CitedFigure, Figure, FigureQuestion, Span, StoryDate

TEXT = "At least 14, then 20 to 25, up to 40 & <31>, 200, dozens."


def article(id: str, outlet: str | None, url: str | None = None) -> Article:
    return Article(
        id=id, revision="r", url=url, title=f"=Toll <b>{id}</b> & more", text=TEXT, outlet=outlet, date=StoryDate()
    )


ARTICLES = {
    "a": article("a", "The Pellin Post", "https://pellin.example/a?x=1&y=<2>"),
    "b": article("b", "Brovna Courier", "javascript:alert(1)"),
    "c": article("c", None),
}


def cited(id: str, words: str, low: float | None, high: float | None, who: str | None, day: int | None) -> CitedFigure:
    start = TEXT.index(words)
    figure = Figure(span=Span(start, start + len(words)), low=low, high=high, noun="people")
    return CitedFigure(
        article="a", statement="s", figure=figure, speaker=who, stance="asserts",
        said=date(2031, 4, day) if day else None, id=id, population="killed at the market",
    )  # fmt: skip


FIGURES = (
    cited("f1", "At least 14", 14, None, "Ada <Brenn>", 1),
    replace(cited("f2", "At least 14", 14, None, "Ada <Brenn>", 1), article="b", copied=True, origin="The Pellin Post"),
    cited("f3", "20 to 25", 20, 25, "Olin Rask", 2),
    cited("f4", "31", 31, 31, "The Pellin Observatory", 2),
    replace(cited("f5", "200", 200, 200, "Tilda Rask", 2), stance="disputes"),
    replace(cited("f6", "up to 40", None, 40, None, None), article="c"),
    replace(cited("f7", "dozens", 24, None, "The Pellin Post", 3), statement=""),
)
FIGURES = (*FIGURES[:6], replace(FIGURES[6], figure=replace(FIGURES[6].figure, approximate=True)))
QUESTION = compared(
    FigureQuestion(
        id="q1", question="people killed at the <market>", figures=FIGURES, conflicts=(), why="all count people killed",
        decided=("joined by Nadia Orrin on 2031-04-05 (d1)",),
    )
)  # fmt: skip
