from pathlib import Path

import pytest
from benchmarks.floors import Floor, below, digest

from benchmarks import floors


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.txt").write_text("one")
    return tmp_path


def floor(data: Path, *, least: float, pinned: str | None = None) -> Floor:
    return Floor(
        name="a score",
        command=("benchmarks/some.py",),
        folder="set",
        digest=digest(data / "set") if pinned is None else pinned,
        pattern=r"F1 (\S+)",
        least=least,
    )


@pytest.fixture
def prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "run", lambda *_: "value F1 81.5")


@pytest.mark.usefixtures("prints")
def test_a_score_on_its_floor_holds_and_one_below_is_named(data: Path):
    assert below([floor(data, least=81.5)], data) == []
    assert below([floor(data, least=81.6)], data) == ["a score: 81.5, floor 81.6"]


@pytest.mark.usefixtures("prints")
def test_on_other_data_nothing_is_held_and_that_is_said(data: Path, capsys: pytest.CaptureFixture[str]):
    assert below([floor(data, least=99, pinned="0" * 16)], data) == []
    assert "not held" in capsys.readouterr().out


def test_a_command_that_prints_no_score_is_below(data: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(floors, "run", lambda *_: "nothing")
    assert below([floor(data, least=0)], data) != []


def test_the_digest_sees_a_name_and_a_byte(data: Path):
    before = digest(data / "set")
    digest.cache_clear()
    (data / "set" / "a.txt").write_text("two")
    changed = digest(data / "set")
    digest.cache_clear()
    (data / "set" / "a.txt").rename(data / "set" / "b.txt")
    assert len({before, changed, digest(data / "set")}) == 3
