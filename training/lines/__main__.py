"""Make the shipped line model: ``python -m training.lines --data ../shared/data`` from the repository's root."""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
from importlib.metadata import version
from pathlib import Path

from benchmarks.body import folds_task
from training.lines.ensemble import TREES, train
from training.lines.export import to_onnx
from training.lines.pages import gold_pages, silver_pages, training_set

OUT = Path("src/onrecord/models/data")
SOURCES = ("article-extraction", "page-dates")


def main() -> None:
    """Train on all pages with one seed, write ``lines.onnx``, and what it was made from to ``weights.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--no-folds", action="store_true", help="leave the scores in weights.json as they are")
    options = parser.parse_args()
    sources = gold_pages(options.data), silver_pages(options.data)
    pages = training_set(*sources, options.seed)
    print(f"{len(sources[0])} gold and {len(sources[1])} silver pages, {sum(len(p.lines) for p in pages)} lines")
    data = to_onnx(train(pages, options.seed)).SerializeToString(deterministic=True)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "lines.onnx").write_bytes(data)
    record = {
        "made_by": f"python -m training.lines --seed {options.seed}",
        "commit": _commit(),
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "data": {name: digest_of(options.data / name) for name in SOURCES},
        "trees": TREES,
        "libraries": {
            name: version(name) for name in ("lightgbm", "scikit-learn", "onnx", "inscriptis", "trafilatura")
        },
    }
    if not options.no_folds:
        record["scores_five_folds"] = dict(folds_task(options.data, options.seed))
    _write(options.out / "weights.json", record)


def digest_of(folder: Path) -> str:
    """SHA-256 over the names and the digests of a folder's files, in the order of the names."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(
                f"{path.relative_to(folder).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
            )
    return whole.hexdigest()


def _commit() -> str:
    found = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True)  # noqa: S607 - whichever git is installed
    return found.stdout.strip()


def _write(path: Path, record: dict[str, object]) -> None:
    """Beside the other models' records, under ``lines``."""
    every = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    every["lines"] = {**every.get("lines", {}), **record}
    path.write_text(json.dumps(every, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
