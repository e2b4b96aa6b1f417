"""The texts whose reading is timed at two sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks import growth


@pytest.mark.parametrize("made", [growth.names, growth.equal, growth.interview])
def test_a_text_has_just_the_size_that_is_asked_for(made: Callable[[], Iterator[str]]) -> None:
    text = growth.text_of(made(), 5_000)
    assert len(text) == 5_000
    assert growth.text_of(made(), 9_000).startswith(text)


def test_growth_is_the_time_of_a_character_in_the_longest_over_that_in_the_shortest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "polnear" / "dev" / "text"
    folder.mkdir(parents=True)
    (folder / "1.txt").write_text("The dam will hold, the mayor of Ulm said.\n", encoding="utf-8")
    monkeypatch.setattr(growth, "spent", lambda article: (len(article.text) ** 2, 0.0, 1))
    growth.main(["--data", str(tmp_path), "--sizes", "4000", "1000"])
    grown = [
        line.split()[-1] for line in capsys.readouterr().out.splitlines() if " growth " in line and ":" not in line
    ]
    assert grown == ["4.00"] * 4


def test_without_texts_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no texts"):
        growth.main(["--data", str(tmp_path)])
