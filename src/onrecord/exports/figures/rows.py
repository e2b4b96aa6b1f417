"""The figures of a question as rows: what the table, CSV and JSON share."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from io import StringIO

from onrecord.counting import is_vague
from onrecord.exports import wording
from onrecord.exports.table import cell
from onrecord.model import Article, CitedFigure, Figure, FigureQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One cited figure. ``low`` and ``high`` are empty where open; ``best`` is the one number that was named."""

    question: str
    figure: str
    low: float | None
    best: float | None
    high: float | None
    approximate: bool
    noun: str
    population: str
    who: str
    stance: str
    origin: str
    said: str | None
    article: str
    outlet: str | None
    url: str | None
    own_words: bool
    copied: bool
    conflicts: tuple[str, ...]
    """The ids of the figures that it conflicts with."""
    updates: tuple[str, ...]
    """The ids of the figures that it updates."""
    words: str


COLUMNS = tuple(field.name for field in fields(Row))


def rows_of(question: FigureQuestion, articles: Mapping[str, Article]) -> Iterator[Row]:
    """The rows of one question, in order of when they were said."""
    ids = [cited.id for cited in question.figures]
    at_odds: dict[int, list[str]] = {}
    for one, other in question.conflicts:
        at_odds.setdefault(one, []).append(ids[other])
        at_odds.setdefault(other, []).append(ids[one])
    updated: dict[int, list[str]] = {}
    for earlier, later in question.updates:
        updated.setdefault(later, []).append(ids[earlier])
    for at, cited in enumerate(question.figures):
        yield _row(question, cited, articles[cited.article], (at_odds.get(at, []), updated.get(at, [])))


def _row(
    question: FigureQuestion, cited: CitedFigure, article: Article, others: tuple[Sequence[str], Sequence[str]]
) -> Row:
    figure = cited.figure
    return Row(
        question=question.id,
        figure=cited.id,
        low=figure.low,
        best=best(figure),
        high=figure.high,
        approximate=figure.approximate,
        noun=figure.noun or figure.unit or "",
        population=cited.population,
        who=who(cited),
        stance=cited.stance,
        origin=origin(cited, article),
        said=cited.said.isoformat() if cited.said else None,
        article=wording.title(article),
        outlet=article.outlet,
        url=article.url,
        own_words=not cited.statement,
        copied=cited.copied,
        conflicts=tuple(others[0]),
        updates=tuple(others[1]),
        words=article[figure.span],
    )


def best(figure: Figure) -> float | None:
    """The one number that was named: none for a range, nor for "dozens"."""
    if is_vague(figure):
        return None
    ends = {end for end in (figure.low, figure.high) if end is not None}
    return ends.pop() if len(ends) == 1 else None


def who(cited: CitedFigure) -> str:
    """Who gave a figure."""
    return cited.speaker or "not known"


def origin(cited: CitedFigure, article: Article) -> str:
    """Where a figure can be traced back to: the origin of its article, else its outlet."""
    return cited.origin or article.outlet or wording.title(article)


def as_json(questions: Sequence[FigureQuestion], articles: Mapping[str, Article]) -> str:
    """One object for each question, with its rows."""
    made = [
        {
            "id": question.id,
            "question": question.question,
            "why": question.why,
            "decided": question.decided,
            "figures": [asdict(row) for row in rows_of(question, articles)],
        }
        for question in questions
    ]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def as_csv(questions: Sequence[FigureQuestion], articles: Mapping[str, Article]) -> str:
    """One row a figure, UTF-8, RFC 4180; a cell that a spreadsheet would run is written as text."""
    made = StringIO(newline="")
    writer = csv.DictWriter(made, fieldnames=COLUMNS)
    writer.writeheader()
    for question in questions:
        writer.writerows(
            {name: cell(value) for name, value in asdict(row).items()} for row in rows_of(question, articles)
        )
    return made.getvalue()
