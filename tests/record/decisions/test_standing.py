from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NothingToUndo, NotInRecord
from onrecord.model import Decision
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


def decision(number: int, target: str = "a", undoes: str | None = None) -> Decision:
    at = datetime(2031, 3, 1, tzinfo=UTC)
    return Decision(
        id=id_of(number), at=at, who="N.", verb="fix date", target=target, before="", after=str(number), undoes=undoes
    )


def history(*undoes: str | None) -> list[Decision]:
    """Decisions by what each undoes, all on one target."""
    return [decision(number, undoes=each) for number, each in enumerate(undoes, 1)]


def test_an_undo_takes_back_and_a_redo_gives_back():
    fixed, undone, redone = history(None), history(None, "d1"), history(None, "d1", "d2")
    assert [d.id for d in standing(fixed)] == ["d1"]
    assert standing(undone) == ()
    assert [d.id for d in standing(redone)] == ["d1"]
    assert in_force(history(None, "d1", "d2", "d1")) == {"d3", "d4"}


def test_what_is_undone_next_is_the_last_in_force():
    assert to_undo(history(None, None), None).id == "d2"
    assert to_undo(history(None, None, "d2"), None).id == "d1"
    assert to_undo(history(None, None, "d2", "d3"), None).id == "d2"
    assert to_undo(history(None, None), "D1").id == "d1"


def test_redos_go_back_through_the_undos_in_turn():
    undone = history(None, None, "d2", "d1")
    assert to_redo(undone).id == "d4"
    assert to_redo([*undone, decision(5, undoes="d4")]).id == "d3"


def test_a_new_decision_on_the_same_target_ends_redoing_it():
    since = [*history(None, "d1"), decision(3)]
    with pytest.raises(NothingToUndo):
        to_redo(since)
    elsewhere = [*history(None, "d1"), decision(3, target="b")]
    assert to_redo(elsewhere).id == "d2"
    assert to_redo([*since, decision(4, undoes="d3")]).id == "d4"


def test_a_decision_is_told_with_its_undos():
    whole = [*history(None, None, "d1", "d3"), decision(5, target="b")]
    assert [d.id for d in concerning(whole, "d1")] == ["d1", "d3", "d4"]
    with pytest.raises(NotInRecord, match="no such decision"):
        concerning(whole, "d6")


@pytest.mark.parametrize("id", ["", "d", "1", "dd1", "d-1", "d1.0", "d١", "d" + "9" * 19])
def test_what_is_no_id_is_refused(id: str):
    assert not is_id(id)
    with pytest.raises(NotInRecord):
        number_of(id)


@given(st.integers(0, 10**17))
def test_an_id_is_its_number(number: int):
    assert number_of(id_of(number)) == number


@given(st.lists(st.sampled_from(["fix a", "fix b", "undo", "redo"]), max_size=30))
def test_undo_and_redo_walk_like_those_of_an_editor(steps: list[str]):
    """Against the two stacks that editors keep; what was undone on a target is dropped once it is decided anew."""
    whole: list[Decision] = []
    done: list[Decision] = []
    undone: list[tuple[Decision, Decision]] = []
    for number, step in enumerate(steps, 1):
        if step.startswith("fix"):
            whole.append(decision(number, target=step[-1]))
            done.append(whole[-1])
            undone = [pair for pair in undone if pair[0].target != step[-1]]
        elif step == "undo":
            if not done:
                continue
            taken = to_undo(whole, None)
            assert taken == max(done, key=lambda d: number_of(d.id))
            whole.append(decision(number, taken.target, taken.id))
            done.remove(taken)
            undone.append((taken, whole[-1]))
        elif undone:
            base, undo = undone.pop()
            assert to_redo(whole) == undo
            whole.append(decision(number, undo.target, undo.id))
            done.append(base)
    assert set(standing(whole)) == set(done)
