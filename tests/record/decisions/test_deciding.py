from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.errors import NothingToUndo, NotInRecord, UsageError
from onrecord.model import Article, Comparison, FigureQuestion, Moment, Statement
from onrecord.moments import redated, weigh
from onrecord.record import Store, open_store
from onrecord.record.decisions import verbs

Add = Callable[..., Article]
InAMonth = Callable[[Article], Statement]
N = "N. Fenn"


def fix(store: Store, day: str, article: str = "a-forum", **more: str) -> str:
    return store.decide("fix date", article, day, who=N, **more).id


def test_a_fixed_date_settles_the_story_and_moves_its_windows(
    store: Store, add: Add, disputed: Article, in_a_month: InAMonth
) -> None:
    said = in_a_month(disputed)
    add(disputed, said)
    assert said.due is not None
    assert said.due.earliest is None
    decided = store.decide("fix date", "https://fenn.example/forum", "2031-03-01", who=N, note="on the  printed page")
    assert (decided.who, decided.target, decided.before, decided.after, decided.note) == (
        N,
        "a-forum",
        "disputed",
        "2031-03-01",
        "on the printed page",
    )
    story = store.article("a-forum").date
    assert (story.status, story.earliest, story.latest) == ("stated", date(2031, 3, 1), date(2031, 3, 1))
    assert story.why.startswith("Fixed by N. Fenn on ")
    assert story.why.endswith(": on the printed page.")
    assert [c.value for c in story.candidates] == ["2031-02-01", "2031-02-20", "2031-03-01"]
    (entry,) = store.due(since="2031-04")
    assert entry.statement.due is not None
    assert entry.statement.due.latest == date(2031, 4, 1)
    (move,) = entry.moves
    assert (move.due_before, move.due_after) == (
        None,
        Moment(earliest=date(2031, 4, 1), latest=date(2031, 4, 1), precision="month"),
    )
    assert (move.decision, move.why) == (decided.id, story.why)
    (told,) = store.history()
    assert (told.words, told.in_force, told.moves) == ("fixed the date as 2031-03-01", True, (move,))


def test_undo_gives_back_what_the_program_found_and_redo_the_persons_word(
    store: Store, add: Add, disputed: Article, in_a_month: InAMonth
) -> None:
    add(disputed, in_a_month(disputed))
    fix(store, "2031-03-01")
    undone = store.undo(who="Olin Brandt")
    assert (undone.undoes, undone.before, undone.after) == ("d1", "2031-03-01", "disputed")
    assert store.article("a-forum") == disputed
    assert [e.statement for e in store.due().undated] == [in_a_month(disputed)]
    redone = store.redo(who=N)
    assert (redone.undoes, redone.before, redone.after) == ("d2", "disputed", "2031-03-01")
    assert store.article("a-forum").date.earliest == date(2031, 3, 1)
    assert [(d.decision.id, d.words, d.in_force) for d in store.history("a-forum")] == [
        ("d1", "fixed the date as 2031-03-01", True),
        ("d2", "undid d1", False),
        ("d3", "redid d1", True),
    ]
    assert [m.decision for m in store.moves("a-forum")] == ["d1", "d2", "d3"]


def test_an_undo_of_an_older_decision_leaves_the_newer_one(store: Store, add: Add, disputed: Article) -> None:
    add(disputed)
    first, second = fix(store, "2031-03-01"), fix(store, "2031-03")
    assert store.undo(first, who=N).after == "2031-03"
    assert store.article("a-forum").date.latest == date(2031, 3, 31)
    assert store.undo(second, who=N).after == "disputed"


def test_the_unknown_can_be_decided_too(store: Store, add: Add, story: Any, candidate: Callable[..., Any]) -> None:
    add(story.article("forum", "Opens.", date=weigh([candidate("2031-02-01", "metadata")])))
    fix(store, "unknown", note="the stamp is the server’s")
    story_date = store.article("a-forum").date
    assert (story_date.status, story_date.earliest) == ("unknown", None)
    assert "the stamp is the server’s" in story_date.why
    assert store.undo(who=N).after == "2031-02-01"


def test_a_decision_outlives_a_new_reading_and_a_new_revision(
    store: Store, add: Add, disputed: Article, in_a_month: InAMonth, candidate: Callable[..., Any]
) -> None:
    add(disputed, in_a_month(disputed))
    fix(store, "2031-03-01")
    again = replace(disputed, date=weigh([candidate("2031-02-20", "metadata")]))
    add(again, in_a_month(again), days=3)
    kept = store.article("a-forum").date
    assert (kept.earliest, [c.value for c in kept.candidates]) == (date(2031, 3, 1), ["2031-02-20", "2031-03-01"])
    (entry,) = store.due(since="2031-04")
    assert len(entry.moves) == 1, "what stays where it is has not moved"
    changed = replace(disputed, text=disputed.text + "\nMore.", revision="r2")
    add(changed, in_a_month(changed), data=b"2", days=4)
    assert store.article("a-forum").revision == "r2"
    assert store.article("a-forum").date.earliest == date(2031, 3, 1)
    store.undo(who=N)
    assert [a.date.status for a in store.revisions("a-forum")] == ["disputed", "stated"]


def test_a_date_found_anew_does_not_undo_a_persons_word(
    store: Store, add: Add, disputed: Article, in_a_month: InAMonth, candidate: Callable[..., Any]
) -> None:
    said = in_a_month(disputed)
    add(disputed, said)
    fix(store, "2031-03-01")
    # computed before the decision was made, and written after it
    late = replace(disputed, date=weigh([*disputed.date.candidates, candidate("2031-01-31", "copy")]))
    assert store.redate(late, (redated(said, late.date),))
    story = store.article("a-forum").date
    assert (story.earliest, [c.where for c in story.candidates]) == (
        date(2031, 3, 1),
        ["chrome", "chrome", "copy", "given"],
    )
    assert store.undo(who=N).after == "2031-01-31"


@pytest.mark.parametrize(
    ("target", "day", "error", "says"),
    [
        ("a-other", "2031-03-01", NotInRecord, "is no article or statement"),
        ("a-forum", "31 March", UsageError, "write 2017-11-15"),
        ("a-forum", "2031-02-30", UsageError, "is no date"),
        ("a-forum", "0999", UsageError, "years go from 1600"),
    ],
)
def test_what_makes_no_sense_is_refused(
    store: Store, add: Add, disputed: Article, target: str, day: str, error: type[Exception], says: str
) -> None:
    add(disputed)
    with pytest.raises(error, match=says):
        fix(store, day, target)
    assert store.history() == ()


def test_nobody_and_nothing_decide_nothing(store: Store, add: Add, disputed: Article) -> None:
    add(disputed)
    with pytest.raises(UsageError, match="ONRECORD_PERSON"):
        store.decide("fix date", "a-forum", "2031", who=" \n")
    with pytest.raises(UsageError, match="nothing is decided by"):
        store.decide("fix weather", "a-forum", "2031", who=N)
    with pytest.raises(UsageError, match="2,000 characters"):
        fix(store, "2031", note="so " * 1000)
    for asked in (store.undo, store.redo):
        with pytest.raises(NothingToUndo):
            asked(who=N)
    assert store.history() == ()


def test_what_cannot_be_undone_says_why(store: Store, add: Add, disputed: Article) -> None:
    add(disputed)
    fix(store, "2031")
    undo = store.undo(who=N)
    for id, error, says in (
        ("d1", NothingToUndo, "undone already"),
        (undo.id, NothingToUndo, "an undo or redo itself"),
        ("d9", NotInRecord, "no such decision"),
        ("nine", NotInRecord, "is no decision"),
    ):
        with pytest.raises(error, match=says):
            store.undo(id, who=N)
    fix(store, "2032")
    with pytest.raises(NothingToUndo, match="something new was decided since"):
        store.redo(who=N)


def test_history_is_asked_by_article_url_statement_and_decision(
    store: Store, add: Add, disputed: Article, in_a_month: InAMonth, story: Any
) -> None:
    add(disputed, in_a_month(disputed))
    add(story.article("other", "It is cold."))
    fix(store, "2031-03-01")
    fix(store, "2031", "a-other")
    store.undo("d1", who=N)
    for about in ("a-forum", "https://fenn.example/forum", "s-a-forum", "d1"):
        assert [d.decision.id for d in store.history(about)] == ["d1", "d3"]
    assert [d.decision.id for d in store.history("a-other")] == ["d2"]
    for about in ("a-none", "d12"):
        with pytest.raises(NotInRecord):
            store.history(about)


@pytest.mark.usefixtures("renaming")
def test_a_verb_on_comparisons_is_laid_over_each_new_one(store: Store) -> None:
    found = Comparison(questions=(FigureQuestion(question="hurt in Brovna", figures=(), conflicts=(), why=""),))
    store.put_comparison(found)
    with pytest.raises(NotInRecord, match="no such question"):
        store.decide("rename question", "hurt elsewhere", "x", who=N)
    decided = store.decide("rename question", "hurt in Brovna", " hurt at the forum ", who=N)
    assert (decided.before, decided.after) == ("hurt in Brovna", "hurt at the forum")
    for _ in range(2):
        assert [q.question for q in store.comparison().questions] == ["hurt at the forum"]
        store.put_comparison(found)
    (told,) = store.history("hurt in Brovna")
    assert told.words == "called hurt in Brovna hurt at the forum"
    assert store.undo(who=N).after == "hurt in Brovna"
    assert store.comparison() == found
    store.redo(who=N)
    store.put_comparison(Comparison())
    assert store.comparison() == Comparison(), "a decision whose target is gone changes nothing"


def test_the_history_is_there_after_the_record_was_closed(
    folder: Any, store: Store, add: Add, disputed: Article
) -> None:
    add(disputed)
    fix(store, "2031-03-01")
    kept = store.history()
    with open_store(str(folder), create=False) as again:
        assert again.history() == kept


def test_an_odd_note_is_kept_in_one_line_and_shown_with_the_date(store: Store, add: Add, disputed: Article) -> None:
    add(disputed)
    decided = store.decide("fix date", "a-forum", "2031", who="Ada\tFenn \ud800", note=" so\n it\0 says \udfff ")
    assert (decided.who, decided.note) == ("Ada Fenn \ufffd", "so it\0 says \ufffd")
    assert store.article("a-forum").date.why.endswith(": so it\0 says \ufffd.")
    assert store.history()[0].decision == decided
    for asked in ("\ud800", "\0", "d\ud800"):
        with pytest.raises(NotInRecord):
            store.history(asked)


def test_what_a_newer_onrecord_decided_is_told_and_left_alone(
    store: Store, add: Add, disputed: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(disputed)
    monkeypatch.setitem(verbs.VERBS, "fix weather", replace(verbs.VERBS["fix date"], name="fix weather"))
    store.decide("fix weather", "a-forum", "2031", who=N)
    monkeypatch.delitem(verbs.VERBS, "fix weather")
    assert [each.words for each in store.history()] == ["fix weather: 2031 (by a newer Onrecord)"]
    with pytest.raises(UsageError, match="nothing is decided by 'fix weather'"):
        store.undo(who=N)
    add(disputed, days=3)
    assert len(store.history()) == 1
