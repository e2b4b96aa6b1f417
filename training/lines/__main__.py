"""Make the shipped line model: ``python -m training.lines --data ../shared/data`` from the repository's root."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.body import folds_task
from training.ledger import digest_of, versions, write
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
    record: dict[str, object] = {
        "data": {name: digest_of(options.data / name) for name in SOURCES},
        "trees": TREES,
        "libraries": versions(("lightgbm", "scikit-learn", "onnx", "inscriptis", "trafilatura")),
    }
    if not options.no_folds:
        record["scores_five_folds"] = dict(folds_task(options.data, options.seed))
    write(options.out / "weights.json", "lines", data, f"python -m training.lines --seed {options.seed}", record)


if __name__ == "__main__":
    main()
