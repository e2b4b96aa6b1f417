"""Make the shipped reader: ``python -m training.reader --data ../shared/data`` from the repository's root.

Adapt the encoder to news, fit it to the labels, then its names and its confidence, and write ``reader.onnx`` and
``reader.bin`` with what they were made from in ``weights.json``. Stopped, it goes on from where it was when called
again with the same ``--work`` folder.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.reader.calibrate import calibration, offsets
from training.reader.export import GRAPH, difference, save, to_onnx
from training.reader.fit import Recipe
from training.reader.ledger import begun, record
from training.reader.network import Network
from training.reader.scores import scores_of
from training.reader.steps import adapted, fitted, with_names

OUT = Path("src/onrecord/models/data")


def main() -> None:
    """Run every step that isn't done yet."""
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    recipe = Recipe(seed=options.seed, order=options.order, epochs=options.epochs)
    begun(options.work, options.data)
    adapted(options.data, options.work, options.seed, options.sample)
    fitted(options.data, options.work, recipe, options.sample)
    network = with_names(options.data, options.work, recipe, options.sample)
    write_model(network, options, recipe)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the shared data")
    parser.add_argument("--work", type=Path, default=Path("build/reader"), help="where half-done work is kept")
    parser.add_argument("--out", type=Path, default=OUT, help="where reader.onnx and weights.json go")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--order", type=int, default=0, help="another order of windows: how much chance decides")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--sample", type=int, default=None, help="read this many articles only: to try the recipe")
    return parser.parse_args()


def write_model(network: Network, options: argparse.Namespace, recipe: Recipe) -> None:
    """Calibrate, write the files, score them as the package reads them, and say what they were made from."""
    options.out.mkdir(parents=True, exist_ok=True)
    model = to_onnx(network, calibration(network, options.data), offsets(network, options.data))
    made = save(model, options.out)
    apart = difference(options.out / GRAPH, network)
    print(f"{len(made) / 1e6:.1f} MB; eight bits move the anchors' log-odds by {apart:.2f} on average")
    scores = scores_of(options.data) if options.out == OUT else {}
    record(options.out / "weights.json", made, options.work, recipe, scores)


if __name__ == "__main__":
    main()
