"""Questions that figures answer, as tables and plots: for a terminal, as SVG, HTML, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord.exports.figures import page, rows, svg
from onrecord.model import Article, FigureQuestion

WRITERS: dict[str, Callable[[Sequence[FigureQuestion], Mapping[str, Article]], str]] = {
    "svg": svg.drawn,
    "html": page.rendered,
    "json": rows.as_json,
    "csv": rows.as_csv,
}
"""What each format makes of questions and the articles by their ids; text is printed by ``terminal``."""

__all__ = ["WRITERS"]
