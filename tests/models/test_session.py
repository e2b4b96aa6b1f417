"""Nothing that the models load may write into the home folder or look for the network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import os, sys
from onrecord.models.session import open_session
assert "onnxruntime" not in sys.modules
open_session("lines.onnx")
assert "onnxruntime" in sys.modules
assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
"""
READING = """
import os, sys
from onrecord.models.reader.scan import scan
assert "onnxruntime" not in sys.modules
scan("The ferry will sail again in May, the harbour master said.")
assert "onnxruntime" in sys.modules
assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
threads = len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1
sys.exit(0 if threads == 1 else f"{threads} threads")
"""


@pytest.mark.parametrize("code", [CODE, READING], ids=["lines", "reader"])
@pytest.mark.parametrize("asked", [{}, {"ORT_DISABLE_TELEMETRY": "0"}], ids=["unset", "asked for"])
def test_opening_a_model_leaves_nothing_in_the_home_folder(tmp_path: Path, code: str, asked: dict[str, str]):
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    one = {"OPENBLAS_NUM_THREADS": "1"}  # numpy's own threads aren't the model's
    subprocess.run([sys.executable, "-c", code], env={**kept, **asked, **one, "HOME": str(home)}, check=True)
    assert list(home.rglob("*")) == []


def test_asking_a_record_loads_no_model_and_no_page_parser():
    code = "import sys, onrecord.cli; print([m for m in ('onnxruntime', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
