from __future__ import annotations

from pathlib import Path

from tests.commands import run

STORY = "The ferry to Tolbur will run twice a day from December, its owner Ane Brandvik said on Monday at the harbour."


def test_a_person_says_which_column_holds_what(tmp_path: Path):
    (tmp_path / "rows").write_text(f'nr;heading;told\n1;Ferry runs again;"{STORY}"\n2;x;y\n3;x;y\n')
    refused = run("read", tmp_path / "rows")
    assert refused.exit_code == 1
    assert "nr, heading, told" in " ".join(refused.stderr.split())
    read = run("read", tmp_path / "rows", "--columns", "text=told")
    assert "Ane Brandvik" in read.stdout
    wrong = run("read", tmp_path / "rows", "--columns", "nonsense=told")
    assert wrong.exit_code == 2
    assert "nothing that a page has" in " ".join(wrong.stderr.split())
