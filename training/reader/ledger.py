"""What the shipped reader was made from."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from training.ledger import commit, digest_of, versions, write
from training.reader.base import PACKAGE, weights_file
from training.reader.fit import Recipe
from training.reader.labels import LABELS

_LIBRARIES = ("torch", "onnx", "numpy", "safetensors", PACKAGE)
_SOURCES = ("polnear", "tehran-times", "wikinews", "fa-kes")


def begun(work: Path, data: Path) -> None:
    """Keep what the fits begin from, once: a run that is resumed later may find other labels and another commit."""
    path = _path(work)
    if path.is_file():
        return
    made_of = {
        "commit": commit(),
        "base": {PACKAGE: hashlib.sha256(weights_file().read_bytes()).hexdigest()},
        "data": {name: digest_of(data / name) for name in _SOURCES} | {"labels": digest_of(LABELS)},
    }
    path.write_text(json.dumps(made_of, indent=2) + "\n", encoding="utf-8")


def record(path: Path, model: bytes, work: Path, recipe: Recipe, scores: dict[str, float]) -> None:
    """Write the entry ``reader`` of ``weights.json``; ``model``: the bytes of the graph and of its weights, joined."""
    more: dict[str, object] = {
        **json.loads(_path(work).read_text(encoding="utf-8")),
        "recipe": asdict(recipe),
        "libraries": versions(_LIBRARIES),
        "scores_polnear_dev": scores,
    }
    write(path, "reader", model, f"python -m training.reader --seed {recipe.seed}", more)


def _path(work: Path) -> Path:
    return work / "made_of.json"
