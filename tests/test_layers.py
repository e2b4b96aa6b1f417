"""The layers hold, and a planted violation is seen: a copy of the tree with one bad import has to be refused."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PLANTS = {
    "a stage room imports another": ("articles/clean.py", "from onrecord import extraction"),
    "a low room imports a high one": ("moments/weighing.py", "from onrecord.pipeline import run"),
    "the nouns import anything of ours": ("model/spans.py", "from onrecord import settings"),
    "a second importer of onnxruntime": ("articles/plain_text/text.py", "import onnxruntime"),
    "a second importer of SQL": ("exports/table.py", "import sqlalchemy"),
    "a second door to the network": ("record/store.py", "import httpx"),
    "a socket in intake": ("intake/files.py", "import socket"),
    "the record reaches the reader": ("record/store.py", "from onrecord import extraction"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, env={"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "data", "pages"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_tree_as_it_is_keeps_every_contract(tree: Path):
    done = lint(tree)
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_violation_is_refused(tree: Path, plant: str):
    name, line = PLANTS[plant]
    file = tree / "src" / "onrecord" / name
    text = file.read_text()
    head = "from __future__ import annotations\n"
    assert text.count(head) <= 1
    file.write_text(text.replace(head, f"{head}{line}\n") if head in text else f"{text}\n{line}\n")
    done = lint(tree)
    assert done.returncode == 1
    assert "BROKEN" in done.stdout


def test_a_room_that_no_layer_names_is_refused(tree: Path):
    (tree / "src" / "onrecord" / "cellar.py").write_text('"""A room nobody planned."""\n')
    done = lint(tree)
    assert done.returncode == 1
    assert "cellar" in done.stdout
