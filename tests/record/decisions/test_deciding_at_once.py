"""Deciding while other processes decide, and while this one is killed."""

from __future__ import annotations

import itertools
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import NothingToUndo
from onrecord.model import Article, Decided, Statement
from onrecord.record import Store, open_store
from onrecord.record.decisions.fixed_dates import VERB

Add = Callable[..., Article]
InAMonth = Callable[[Article], Statement]

DECIDE = """
import sys
from onrecord.record import open_store
folder, who, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_store(folder, create=False) as store:
    for number in range(count):
        day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
        print(store.decide("fix date", "a-forum", day, who=who).id, flush=True)
        if number % 5 == 4:
            print(store.undo(who=who).id, flush=True)
"""


def deciding(folder: Path, who: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", DECIDE, str(folder), who, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def agrees(store: Store, whole: Sequence[Decided], found: str) -> bool:
    """Whether the article is what its history ends in, and each decision begins where the one before it ended."""
    stood = [found, *(each.decision.after for each in whole)]
    assert [each.decision.before for each in whole] == stood[:-1]
    return VERB.stands(store.article("a-forum")) == stood[-1]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["2031-03-01", "2031-03", "unknown", "undo", "undo first", "redo"]), max_size=12))
def test_any_sequence_ends_in_what_the_history_says(
    tmp_path_factory: pytest.TempPathFactory, story: Any, disputed: Article, in_a_month: InAMonth, steps: list[str]
) -> None:
    with open_store(str(tmp_path_factory.mktemp("records")), create=True) as store:
        reading = story.reading(disputed, in_a_month(disputed))
        store.put(reading, store.archive(story.page("forum")))
        for step in steps:
            try:
                if step == "redo":
                    store.redo(who="N.")
                elif step.startswith("undo"):
                    store.undo("d1" if "first" in step and store.history() else None, who="N.")
                else:
                    store.decide("fix date", "a-forum", step, who="N.")
            except NothingToUndo:
                continue
        whole = store.history()
        assert agrees(store, whole, "disputed")
        standing = [d.decision.after for d in whole if d.in_force and d.decision.undoes is None]
        assert VERB.stands(store.article("a-forum")) == ([*standing] or ["disputed"])[-1]
        (said,) = store.statements("a-forum")
        assert said == in_a_month(store.article("a-forum")), "the window is that of the date that stands"
        moves = store.moves("a-forum")
        assert moves == tuple(move for each in whole for move in each.moves)
        assert all(one.due_after == other.due_before for one, other in itertools.pairwise(moves))


def test_two_processes_decide_at_once(folder: Path, store: Store, add: Add, disputed: Article, in_a_month: InAMonth):
    add(disputed, in_a_month(disputed))
    both = [deciding(folder, who, 15) for who in ("Ada", "Olin")]
    told = [process.communicate(timeout=120) for process in both]
    assert [errors for _, errors in told] == ["", ""]
    acknowledged = [line for out, _ in told for line in out.split()]
    whole = store.history()
    assert sorted(acknowledged) == sorted(each.decision.id for each in whole)
    assert len(whole) == len(set(acknowledged)) == 36
    assert agrees(store, whole, "disputed")


def test_a_killed_process_loses_no_decision_and_leaves_none_half_done(
    folder: Path, store: Store, add: Add, disputed: Article, in_a_month: InAMonth
) -> None:
    add(disputed, in_a_month(disputed))
    acknowledged: list[str] = []
    for wait in (0.0, 0.003, 0.01, 0.02, 0.035, 0.05):
        process = deciding(folder, "Ada", 500)
        assert process.stdout is not None
        acknowledged.append(process.stdout.readline().strip())
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        # a last line can be cut short: what it names was decided all the same
        acknowledged += [line for line in process.communicate()[0].split("\n")[:-1] if line]
        whole = store.history()
        assert set(acknowledged) <= {each.decision.id for each in whole}
        assert agrees(store, whole, "disputed")
        (said,) = store.statements("a-forum")
        assert said == in_a_month(store.article("a-forum"))
        assert not store.state()[1], "what was decided is still to be compared"
    assert len(acknowledged) > 6
