"""The public names are a promise: this list changes only on purpose, with a line in the CHANGELOG."""

import subprocess
import sys

import pytest

import onrecord

PUBLIC = [
    "Article", "OnrecordError", "Page", "PageError", "Reading", "Record", "RecordError", "Span", "Statement",
    "__version__", "attributions", "clean", "compare", "export", "figures", "open_record", "read", "read_all",
    "statements", "times", "windows",
]  # fmt: skip


def test_the_public_names_are_these():
    assert sorted(onrecord.__all__) == PUBLIC


def test_every_public_name_is_there_and_documented():
    for name in PUBLIC:
        assert getattr(onrecord, name).__doc__


def test_an_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = onrecord.nothing_of_the_kind


def test_importing_the_package_loads_no_model_and_no_parser():
    code = (
        "import sys, onrecord; print([m for m in ('onnxruntime', 'numpy', 'lxml', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
