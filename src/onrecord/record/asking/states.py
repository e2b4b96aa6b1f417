"""The states that an article went through, as its captures show them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from itertools import groupby

from sqlalchemy import Engine, select

from onrecord.model import Capture
from onrecord.record import codec, revisions
from onrecord.record.captures.addressing import is_own
from onrecord.record.schema import articles, captures
from onrecord.record.store import State


class States:
    """The states of the articles of one record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, article: str) -> tuple[State, ...]:
        """Each state that an article was captured in, the oldest first; one that came back is there again."""
        its = captures.c.article == codec.storable(article)
        ordered = select(captures.c.capture, captures.c.revision).where(its, captures.c.state == "read")
        with self._engine.connect() as connection:
            read = connection.execute(ordered.order_by(captures.c.captured_at, captures.c.key))
            seen = _of_one_form([(codec.capture(row.capture), row.revision) for row in read])
            stored = connection.execute(select(articles).where(articles.c.id == codec.storable(article)))
            rows = {row.revision: row for row in stored}
            said = {revision: revisions.kept(connection, codec.article(row.article)) for revision, row in rows.items()}
        return tuple(
            State(
                article=codec.article(rows[revision].article),
                statements=said[revision],
                at=capture.captured_at.astimezone(UTC),
            )
            for capture, revision in _runs(seen)
            if revision in rows
        )


def _runs(seen: list[tuple[Capture, str]]) -> Iterator[tuple[Capture, str]]:
    """The first capture of each run of captures with one text."""
    for _, run in groupby(seen, key=lambda each: each[1]):
        yield next(run)


def _of_one_form(seen: list[tuple[Capture, str]]) -> list[tuple[Capture, str]]:
    """Captures of the article's own address, where there are any: its AMP twin says the same otherwise."""
    own = [each for each in seen if is_own(each[0])]
    return own or seen
