"""Deciding, undoing, redoing, and what the history says. Each decision and what follows from it is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Engine, select

from onrecord.errors import UsageError
from onrecord.model import Article, Decided, Decision
from onrecord.record import codec, redating, revisions
from onrecord.record.asking.moved import moves_because_of
from onrecord.record.compared import found, mark_changed
from onrecord.record.decisions import grouped_figures, known_speakers, laying, rows, verbs
from onrecord.record.decisions.standing import (
    concerning,
    id_of,
    in_force,
    is_id,
    number_of,
    standing,
    to_redo,
    to_undo,
)
from onrecord.record.decisions.verb import ArticleVerb
from onrecord.record.engine import writing
from onrecord.record.schema import articles

LONGEST = 2_000
"""Characters of a note, and of a name."""


class Deciding:
    """The decisions of one record. ``find`` gives an article by its id, its URL or a statement's id."""

    def __init__(self, engine: Engine, find: Callable[[str], Article]) -> None:
        self._engine = engine
        self._find = find

    def decide(self, verb: str, target: str, after: str, *, who: str, note: str) -> Decision:
        """Add a decision, and lay it over what it is about."""
        on, by = verbs.named(verb), _person(who, note)
        if isinstance(on, ArticleVerb):
            target, after = self._find(target).id, on.checked(after)
        with writing(self._engine).begin() as connection:
            history = rows.history(connection)
            if not isinstance(on, ArticleVerb):
                now = laying.over(found(connection), standing(history))
                target, after = on.checked(now, target, after)
            before = _stands(connection, verb, target, history)
            return _add(connection, replace(_draft(verb, target, by), before=before, after=after), because="")

    def undo(self, id: str | None, *, who: str, note: str) -> Decision:
        """Add a decision that takes another one back."""
        by = _person(who, note)
        with writing(self._engine).begin() as connection:
            history = rows.history(connection)
            return _take_back(connection, history, to_undo(history, id), by)

    def redo(self, *, who: str, note: str) -> Decision:
        """Add a decision that takes the last undo back."""
        by = _person(who, note)
        with writing(self._engine).begin() as connection:
            history = rows.history(connection)
            return _take_back(connection, history, to_redo(history), by)

    def history(self, about: str | None) -> tuple[Decided, ...]:
        """What was decided, oldest first: all of it, or about one article, question, figure or decision."""
        with self._engine.connect() as connection:
            whole = rows.history(connection)
            asked = whole if about is None else self._about(connection, whole, about)
            moves = moves_because_of(connection, [number_of(d.id) for d in asked])
        force, known = in_force(whole), {d.id: d for d in whole}
        return tuple(
            Decided(decision=d, words=_words(d, known), in_force=d.id in force, moves=moves.get(d.id, ()))
            for d in asked
        )

    def _about(self, connection: Connection, whole: Sequence[Decision], about: str) -> tuple[Decision, ...]:
        if is_id(about):
            return concerning(whole, about)
        now = laying.over(found(connection), standing(whole))
        members = grouped_figures.meant(now, about) | known_speakers.meant(now, about)
        on_it = _on(whole, members | {about})
        return on_it if on_it or members else _on(whole, {self._find(about).id})


def _on(whole: Sequence[Decision], ids: Collection[str]) -> tuple[Decision, ...]:
    """The decisions on one of these, whichever end of a decision it is, and what took those back."""
    chosen: dict[str, Decision] = {}
    for each in whole:
        if each.target in ids or each.after in ids or each.undoes in chosen:
            chosen[each.id] = each
    return tuple(chosen.values())


def _take_back(connection: Connection, history: Sequence[Decision], taken: Decision, by: _Person) -> Decision:
    draft = _draft(taken.verb, taken.target, by, taken.id)
    before = _stands(connection, taken.verb, taken.target, history)
    after = _stands(connection, taken.verb, taken.target, (*history, draft))
    did = f"{by.who} {_took_back(taken)} on {draft.at:%Y-%m-%d}. "
    return _add(connection, replace(draft, before=before, after=after), because=did)


def _add(connection: Connection, draft: Decision, *, because: str) -> Decision:
    """Write a decision, and what follows from it for every revision of the article that it is about.

    ``because`` stands before the reason of the date that follows.
    """
    decided = rows.add(connection, draft)
    mark_changed(connection)
    if not isinstance(verbs.named(decided.verb), ArticleVerb):
        return decided
    for row in connection.execute(select(articles).where(articles.c.id == decided.target)).all():
        before = codec.article(row.article)
        after = laying.laid(connection, before, revisions.kept(connection, before))
        why, number = because + after[0].date.why, number_of(decided.id)
        redating.write(connection, before, after, shown=row.is_current, why=why, decision=number)
    return decided


def _stands(connection: Connection, verb: str, target: str, history: Sequence[Decision]) -> str:
    """What a target is by a history, in the verb's notation."""
    on, decided = verbs.named(verb), standing(history)
    if not isinstance(on, ArticleVerb):
        return on.stands(laying.over(found(connection), decided), target)
    its = select(articles.c.article).where(articles.c.id == target, articles.c.is_current)
    article = codec.article(connection.execute(its).scalar_one())
    return on.stands(laying.over_article(article, [d for d in decided if d.target == target]))


def _draft(verb: str, target: str, by: _Person, undoes: str | None = None) -> Decision:
    return Decision(
        id=id_of(0),
        at=datetime.now(UTC),
        who=by.who,
        verb=verb,
        target=target,
        before="",
        after="",
        note=by.note,
        undoes=undoes,
    )


class _Person(NamedTuple):
    """Who decides, with what to say about it."""

    who: str
    note: str


def _person(who: str, note: str) -> _Person:
    who, note = _line(who, "the name of who decides"), _line(note, "a note")
    if not who:
        raise UsageError("nobody is named who decides: set `person` in onrecord.toml, or ONRECORD_PERSON")
    return _Person(who, note)


def _line(text: str, what: str) -> str:
    line = " ".join(text.split())
    if len(line) > LONGEST:
        raise UsageError(f"{what} can have {LONGEST:,} characters, not {len(line):,}")
    return line


def _words(decision: Decision, known: dict[str, Decision]) -> str:
    if decision.undoes is not None:
        return _took_back(known[decision.undoes])
    verb = verbs.VERBS.get(decision.verb)
    return verb.words(decision) if verb else f"{decision.verb}: {decision.after} (by a newer Onrecord)"


def _took_back(taken: Decision) -> str:
    return f"undid {taken.id}" if taken.undoes is None else f"redid {taken.undoes}"
