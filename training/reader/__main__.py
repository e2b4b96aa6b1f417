"""Make the shipped reader: ``python -m training.reader --data ../shared/data`` from the repository's root.

Adapt the encoder to news, fit it twice from there (two processes, one thread each), take the mean of the two, fit its
confidence, and write ``reader.onnx`` with what it was made from in ``weights.json``. Stopped, it goes on from where it
was when called again with the same ``--work`` folder.
"""

from __future__ import annotations

import argparse
import multiprocessing
from dataclasses import replace
from pathlib import Path

import torch
from training.reader.calibrate import calibration
from training.reader.export import difference, to_onnx
from training.reader.fit import Recipe
from training.reader.ledger import record
from training.reader.network import Network
from training.reader.scores import scores_of
from training.reader.soup import mean_of_weights
from training.reader.steps import adapted, fit_path, fitted

OUT = Path("src/onrecord/models/data")


def main() -> None:
    """Run every step that isn't done yet."""
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    recipe = Recipe(seed=options.seed, epochs=options.epochs)
    adapted(options.data, options.work, options.seed, options.sample)
    each = [replace(recipe, order=number) for number in range(options.runs)]
    with multiprocessing.get_context("spawn").Pool(options.runs) as pool:
        pool.starmap(fitted, [(options.data, options.work, one, options.sample) for one in each])
    network = mean_of_weights([torch.load(fit_path(options.work, one), weights_only=True) for one in each])
    write_model(network, options.out, options.data, recipe)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the shared data")
    parser.add_argument("--work", type=Path, default=Path("build/reader"), help="where half-done work is kept")
    parser.add_argument("--out", type=Path, default=OUT, help="where reader.onnx and weights.json go")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--runs", type=int, default=2, help="fits that are averaged, one process each")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--sample", type=int, default=None, help="read this many articles only: to try the recipe")
    return parser.parse_args()


def write_model(network: Network, out: Path, data: Path, recipe: Recipe) -> None:
    """Calibrate, write the file, score it as the package reads it, and say what it was made from."""
    made = to_onnx(network, calibration(network, data)).SerializeToString(deterministic=True)
    out.mkdir(parents=True, exist_ok=True)
    (out / "reader.onnx").write_bytes(made)
    apart = difference(made, network)
    print(f"{len(made) / 1e6:.1f} MB; eight bits move the anchors' log-odds by {apart:.2f} on average")
    record(out / "weights.json", made, data, recipe, scores_of(data) if out == OUT else {})


if __name__ == "__main__":
    main()
