"""Across articles: copies, origins, lineages, figure questions, speakers."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.comparison.copied import is_copied
from onrecord.comparison.copies import find_copies
from onrecord.comparison.dates import dates_from_copies
from onrecord.comparison.figures import Told, asked_for, group_figures
from onrecord.comparison.lineages import follow_events
from onrecord.comparison.origins import trace_origins
from onrecord.comparison.speakers import identify, speakers_asked_for
from onrecord.model import Article, Comparison

__all__ = [
    "Told",
    "asked_for",
    "compare",
    "dates_from_copies",
    "find_copies",
    "follow_events",
    "group_figures",
    "identify",
    "is_copied",
    "speakers_asked_for",
    "trace_origins",
]


def compare(articles: Iterable[Article]) -> Comparison:
    """Copies with aligned passages, and the origins that follow from them."""
    read = {article.id: article for article in articles}
    copies = find_copies(read.values())
    return Comparison(copies=copies, origins=trace_origins(read, copies))
