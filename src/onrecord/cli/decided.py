"""What a decision did, printed: the same for all commands that decide."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, partial

from onrecord.cli.app import asked, err, out
from onrecord.cli.results import is_figure_id
from onrecord.errors import NotInRecord
from onrecord.exports import history, wording
from onrecord.model import CitedFigure, Decided
from onrecord.pipeline.face import Record


@contextmanager
def deciding(record: str | None) -> Iterator[Record]:
    """A record that is there, open for a decision; on a terminal it is said that what follows takes its time."""
    with asked(record) as opened, err.status("working out what follows"):
        yield opened


def show_decided(opened: Record, found: Decided) -> None:
    """Print one decision, and how it is taken back."""
    out.print(history.one(found, names(opened)))
    if found.decision.undoes is None:
        out.print(f"\n`onrecord undo {found.decision.id}` takes it back.", style="dim")


def names(opened: Record) -> history.Names:
    """What ids are called in this record."""
    return history.Names(target=partial(_name, opened, _Figures(opened)), statement=opened.statement)


class _Figures:
    """The cited figures of a record by their ids, looked up only where a decision is about one."""

    def __init__(self, opened: Record) -> None:
        self._opened = opened

    @cached_property
    def by_id(self) -> dict[str, CitedFigure]:
        return {cited.id: cited for question in self._opened.comparison().questions for cited in question.figures}


def _name(opened: Record, figures: _Figures, target: str) -> str:
    """What a decision is about, as people call it, with its id: an article, a figure; else the target itself."""
    if is_figure_id(target):
        cited = figures.by_id.get(target)
        return f"{wording.cited(cited)} · {target}" if cited else target
    try:
        article = opened.article(target)
    except NotInRecord:
        return target
    return " · ".join(filter(None, (f"“{wording.title(article)}”", article.outlet or "", article.id)))
