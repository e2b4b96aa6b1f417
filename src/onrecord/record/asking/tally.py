"""Who speaks in the record, and how much there is."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, distinct, func, select

from onrecord.model import EXPECTATION_KINDS
from onrecord.record import codec
from onrecord.record.names import folded
from onrecord.record.schema import articles, captures, statements
from onrecord.record.store import Counts, SpeakerCount

_s = statements.c


class Tally:
    """Counts of one record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def speakers(self, beginning: str) -> tuple[SpeakerCount, ...]:
        """The named speakers with a word that begins so, the most often quoted first.

        Spellings that differ in case or diacritics are one speaker, under the first in the alphabet.
        """
        quoted = func.count().label("quoted")
        grouped = select(func.min(_s.speaker), quoted, func.count(distinct(_s.article))).group_by(_s.speaker_words)
        named = grouped.where(_s.is_current, _s.speaker_words != "")
        for word in folded(codec.storable(beginning)).split():
            named = named.where(_s.speaker_words.like(f"% {word}%"))
        with self._engine.connect() as connection:
            rows = connection.execute(named.order_by(quoted.desc(), _s.speaker_words))
            return tuple(SpeakerCount(name=name, statements=said, articles=within) for name, said, within in rows)

    def counts(self) -> Counts:
        """How much there is."""
        with self._engine.connect() as connection:
            states = dict(_states(connection))
            revisions = connection.scalar(select(func.count()).select_from(articles))
            current = connection.scalar(select(func.count()).where(articles.c.is_current))
            said = select(func.count()).where(_s.is_current)
            speakers = select(func.count(distinct(_s.speaker_words))).where(_s.is_current, _s.speaker_words != "")
            return Counts(
                captures=sum(states.values()),
                pending=states.get("pending", 0),
                failed=states.get("failed", 0),
                articles=current or 0,
                revisions=revisions or 0,
                statements=connection.scalar(said) or 0,
                expectations=connection.scalar(said.where(_s.kind.in_(sorted(EXPECTATION_KINDS)))) or 0,
                speakers=connection.scalar(speakers) or 0,
            )


def _states(connection: Connection) -> list[tuple[str, int]]:
    rows = connection.execute(select(captures.c.state, func.count()).group_by(captures.c.state))
    return [(state, count) for state, count in rows]
