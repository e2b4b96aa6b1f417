"""The constants of an ONNX file, read without the library (protobuf's wire format; onnx.proto has the numbers)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

GRAPH, INITIALISER, DIMS, TYPE, NAME, RAW, EXTERNAL = 7, 5, 1, 2, 8, 9, 13
INT8 = 3


def int8_constants(path: Path) -> dict[str, npt.NDArray[np.int8]]:
    """Name → values of every constant of eight bits, those in a file beside it, too."""
    (graph,) = [value for number, value in _fields(path.read_bytes()) if number == GRAPH]
    assert isinstance(graph, bytes)
    tensors = [
        list(_fields(value)) for number, value in _fields(graph) if number == INITIALISER and isinstance(value, bytes)
    ]
    return {_name(one): _values(one, path) for one in tensors if (TYPE, INT8) in one}


def _name(tensor: list[tuple[int, int | bytes]]) -> str:
    return next(value.decode() for number, value in tensor if number == NAME and isinstance(value, bytes))


def _values(tensor: list[tuple[int, int | bytes]], path: Path) -> npt.NDArray[np.int8]:
    raw = [value for number, value in tensor if number == RAW and isinstance(value, bytes)]
    if raw:
        return np.frombuffer(raw[0], dtype=np.int8)
    pairs = [dict(_fields(value)) for number, value in tensor if number == EXTERNAL and isinstance(value, bytes)]
    place = {bytes(pair[1]).decode(): bytes(pair[2]).decode() for pair in pairs}
    data = (path.parent / place["location"]).read_bytes()
    start = int(place.get("offset", 0))
    return np.frombuffer(data[start : start + int(place["length"])], dtype=np.int8)


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(data):
        key, at = _number(data, at)
        if key & 7 == 0:
            value, at = _number(data, at)
            yield key >> 3, value
            continue
        size, at = {1: (8, at), 5: (4, at)}.get(key & 7) or _number(data, at)
        yield key >> 3, data[at : at + size]
        at += size


def _number(data: bytes, at: int) -> tuple[int, int]:
    value, shift = 0, 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
