"""Questions as one self-contained HTML page: each plot with its table beside it; no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.exports import wording
from onrecord.exports.figures import svg
from onrecord.exports.figures.rows import Row, rows_of
from onrecord.exports.figures.summary import summary
from onrecord.exports.templating import template
from onrecord.model import Article, FigureQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One question on the page."""

    id: str
    question: str
    why: str
    summary: str
    decided: tuple[str, ...]
    plot: Markup
    rows: tuple[Row, ...]


def rendered(questions: Sequence[FigureQuestion], articles: Mapping[str, Article]) -> str:
    """The page."""
    sections = [_section(question, articles) for question in questions]
    title = questions[0].question if len(questions) == 1 else f"{len(questions)} questions that figures answer"
    return template("figures.html").render(sections=sections, title=title, number=wording.number)


def _section(question: FigureQuestion, articles: Mapping[str, Article]) -> Section:
    plot = svg.drawn([question], articles, headed=False)
    for part in ("title", "about"):  # an id is there once on a page
        plot = plot.replace(f"figures-{part}", f"{question.id}-{part}")
    return Section(
        id=question.id,
        question=question.question,
        why=question.why,
        summary=summary(question),
        decided=question.decided,
        plot=Markup(plot),  # noqa: S704  # our own writer's, which escapes what it is given
        rows=tuple(rows_of(question, articles)),
    )
