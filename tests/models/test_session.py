"""Nothing that the models load may write into the home folder or look for the network."""

import os
import subprocess
import sys
from pathlib import Path

CODE = """
import sys
from onrecord.models.session import open_session
assert "onnxruntime" not in sys.modules
open_session("lines.onnx")
assert "onnxruntime" in sys.modules
"""


def test_opening_a_model_leaves_nothing_in_the_home_folder(tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    subprocess.run([sys.executable, "-c", CODE], env={**kept, "HOME": str(home)}, check=True)
    assert list(home.rglob("*")) == []


def test_asking_a_record_loads_no_model_and_no_page_parser():
    code = "import sys, onrecord.cli; print([m for m in ('onnxruntime', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
