"""The shipped reader's file: small, the one that was recorded, and safe on processors without VNNI."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
from tests.models.onnx_file import int8_constants

import onrecord.models

DATA = Path(onrecord.models.__file__).parent / "data"
GRAPH, WEIGHTS = DATA / "reader.onnx", DATA / "reader.bin"


def test_the_files_are_small_and_the_ones_that_were_recorded():
    data = GRAPH.read_bytes() + (WEIGHTS.read_bytes() if WEIGHTS.exists() else b"")
    record = json.loads((DATA / "weights.json").read_text(encoding="utf-8"))["reader"]
    assert len(data) <= 35_000_000
    assert record["sha256"] == hashlib.sha256(data).hexdigest()


def test_no_sum_of_two_products_overflows_sixteen_bits():
    matrices = {name: values for name, values in int8_constants(GRAPH).items() if name.endswith(".weight")}
    assert len(matrices) >= 6 * 4
    assert sum(values.size for values in matrices.values()) > 10_000_000
    for name, values in matrices.items():
        most = int(np.abs(values.astype(np.int16)).max())
        assert most <= 63, name
        assert 2 * 255 * most < 2**15
