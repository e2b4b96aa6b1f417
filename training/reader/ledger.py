"""What the shipped reader was made from."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path

from training.ledger import digest_of, versions, write
from training.reader.base import PACKAGE, weights_file
from training.reader.fit import Recipe
from training.reader.labels import LABELS

_LIBRARIES = ("torch", "onnx", "numpy", "safetensors", PACKAGE)
_SOURCES = ("polnear", "tehran-times", "wikinews", "fa-kes")


def record(path: Path, model: bytes, data: Path, recipe: Recipe, scores: dict[str, float]) -> None:
    """Write the entry ``reader`` of ``weights.json``."""
    more: dict[str, object] = {
        "base": {PACKAGE: hashlib.sha256(weights_file().read_bytes()).hexdigest()},
        "data": {name: digest_of(data / name) for name in _SOURCES} | {"labels": digest_of(LABELS)},
        "recipe": asdict(recipe),
        "libraries": versions(_LIBRARIES),
        "scores_polnear_dev": scores,
    }
    write(path, "reader", model, f"python -m training.reader --seed {recipe.seed}", more)
