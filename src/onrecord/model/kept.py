"""What a record keeps beside what was read: decisions, moves, revisions, and how it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from onrecord.model.articles import Article
from onrecord.model.dates import Moment
from onrecord.model.statements import Statement

ChangeKind: TypeAlias = Literal[
    "figure", "quotation removed", "quotation changed", "quotation added", "headline", "correction", "date",
    "text removed", "text changed", "text added", "moved",
]  # fmt: skip
"""Kinds of change of an article, those that weigh most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How the days of one statement moved when its article's date changed. None: no day was, or is, known.

    ``decision`` is the id of the person's decision that it follows from; None: it follows from what was read.
    """

    statement: str
    at: datetime
    why: str
    said_before: Moment | None
    said_after: Moment | None
    due_before: Moment | None = None
    due_after: Moment | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided: a row of a history to which is only ever added.

    ``before`` and ``after`` are what was and what is to be, in the notation of the ``verb``. ``at`` is UTC.
    ``undoes``: the id of the decision that this one takes back; taking back such a one again is a redo.
    """

    id: str
    at: datetime
    who: str
    verb: str
    target: str
    before: str
    after: str
    note: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as the history tells it: in words, whether it is in force today, and what moved because of it."""

    decision: Decision
    words: str
    in_force: bool
    moves: tuple[Move, ...] = ()


class Edit(NamedTuple):
    """Words that stayed, went or came."""

    what: Literal["same", "removed", "added"]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that was altered between two states of an article, or of its page.

    ``words`` say it in a line (``23 → 32 people``); ``edits`` are the words before and after, in order.
    """

    kind: ChangeKind
    words: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What was altered between two states of an article's text, and which statements came and went with it.

    ``before`` and ``after`` are the texts' revisions; equal where the day of publication alone changed. ``at`` is when
    the newer one was first captured. What weighs most comes first among the ``changes``. ``vanished`` and ``came`` are
    ids of statements: those that vanished are kept, under the article as it was.
    """

    article: str
    before: str
    after: str
    at: datetime
    changes: tuple[Change, ...]
    vanished: tuple[str, ...] = ()
    came: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement in the record with the article that it stands in. ``snippet``: the match, marked ``[…]``."""

    article: Article
    statement: Statement
    snippet: str = ""
    moves: tuple[Move, ...] = ()
    """How its days moved since it was first read, the first move first."""
    vanished: datetime | None = None
    """When its article was first captured without it; None: the newest state of the article has it."""

    @property
    def words(self) -> str:
        """The statement's content, quoted."""
        return self.article[self.statement.content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding a reading did: ``new`` False where the record held the same capture and revision already."""

    article: str
    revision: str
    statements: int
    new: bool
    known: bool = False
    """The article was there before, in this state or another."""
    revises: str | None = None
    """The revision of the same article that was the newest before, if this one is newer and tells something else."""
    instead: str | None = None
    """The article that was at its address before, where this one tells quite another story."""
    redated: tuple[str, ...] = ()
    """Ids of the articles whose date changed because of this one (from copies), if it was added and compared alone."""
