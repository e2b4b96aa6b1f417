"""How a shipped model is opened: the one place where onnxruntime is loaded, and what it may not do."""

from __future__ import annotations

import os
from importlib import resources
from typing import Any, TypeAlias

Session: TypeAlias = Any
"""An ``onnxruntime.InferenceSession`` (the library ships no types)."""


def open_session(name: str) -> Session:
    """Open ``data/NAME`` on one thread, as every page is read in a process of its own.

    onnxruntime's wheels for Linux carry telemetry: a device id and a store of events, kept in the home folder to be
    sent to their maker, unless this variable is set before the library is loaded. Onrecord is private by default, so
    it is loaded here alone, and late.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with resources.as_file(resources.files("onrecord.models") / "data" / name) as path:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
