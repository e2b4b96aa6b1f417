"""What a decision did, printed: the same for all commands that decide."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from onrecord.cli.app import asked, err, out
from onrecord.errors import NotInRecord
from onrecord.exports import history, wording
from onrecord.model import Decided
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
    return history.Names(target=partial(_name, opened), statement=opened.statement)


def _name(opened: Record, target: str) -> str:
    """What a decision is about, as people call it: an article's title, outlet and id, else the target itself."""
    try:
        article = opened.article(target)
    except NotInRecord:
        return target
    return " · ".join(filter(None, (f"“{wording.title(article)}”", article.outlet or "", article.id)))
