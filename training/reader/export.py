"""The network as one ONNX file for one window at a time: eight-bit weights, one pass, no padding.

Every matrix is kept in seven bits (-63 to 63) with a scale for each column. Processors without VNNI add two products
of a byte and a weight in sixteen bits: 2 * 255 * 63 stays below 32,768, so that they overflow nowhere and answer as
the others do (onnxruntime calls it reduce_range). Word embeddings have eight bits and a scale for each row.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from training.reader.network import ASKING_HEADS, BESIDE, HEADS, MIDDLE, Layer, Network, bucket

from onrecord.models.reader.windows import windows_of, words_with_looks

GRAPH, WEIGHTS = "reader.onnx", "reader.bin"
WIDEST = 256
"""Words and pieces of the widest window that the file takes."""
_MS = "com.microsoft"
_MOST = 63
Array = npt.NDArray[np.generic]


class _Graph:
    """Nodes and constants as they are made; every method gives the name of what it made."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Array) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def linear(self, x: str, layer: torch.nn.Linear, name: str) -> str:
        weight, scale = columns(layer.weight.detach().numpy().T)
        return self.node(
            "DynamicQuantizeMatMul",
            [
                x,
                self.constant(f"{name}.weight", weight),
                self.constant(f"{name}.scale", scale),
                "",
                self.constant(f"{name}.bias", layer.bias.detach().numpy()),
            ],
            name,
            _MS,
        )

    def norm(self, x: str, layer: torch.nn.LayerNorm, name: str) -> str:
        parts = [self.constant(f"{name}.{kind}", getattr(layer, kind).detach().numpy()) for kind in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *parts], name, axis=-1, epsilon=layer.eps)

    def add(self, a: str, b: str, name: str) -> str:
        return self.node("Add", [a, b], name)

    def transformer(self, x: str, layer: Layer, heads: int, name: str) -> str:
        packed = self.linear(x, layer.qkv, f"{name}.qkv")
        parts = [f"{name}.{part}" for part in "qkv"]
        self.nodes.append(helper.make_node("Split", [packed], parts, axis=-1, num_outputs=3, name=f"{name}.split"))
        seen = self.node("MultiHeadAttention", parts, f"{name}.seen", _MS, num_heads=heads)
        x = self.norm(
            self.add(x, self.linear(seen, layer.out, f"{name}.out"), f"{name}.sum1"), layer.norm1, f"{name}.n1"
        )
        up = self.node("Gelu", [self.linear(x, layer.up, f"{name}.up")], f"{name}.gelu", _MS)
        return self.norm(
            self.add(x, self.linear(up, layer.down, f"{name}.down"), f"{name}.sum2"), layer.norm2, f"{name}.n2"
        )


def columns(weight: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Seven bits and a scale for each column."""
    scale = (np.abs(weight).max(axis=0) / _MOST).astype(np.float32)
    scale[scale == 0] = 1.0
    return np.clip(np.rint(weight / scale), -_MOST, _MOST).astype(np.int8), scale


def rows(weight: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Eight bits and a scale for each row."""
    scale = (np.abs(weight).max(axis=1, keepdims=True) / 127).astype(np.float32)
    scale[scale == 0] = 1.0
    return np.rint(weight / scale).astype(np.int8), scale


def to_onnx(
    network: Network, calibration: npt.NDArray[np.float32], offsets: npt.NDArray[np.float32]
) -> onnx.ModelProto:
    """The file. In: ids and looks [pieces], starts [words], floor [1].

    Out: scores of anchors, acts and entities; answers; what is told of every word's part in a statement.

    Args:
        network: fitted.
        calibration: the weights of the confidence, [4].
        offsets: see ``models.reader.judging.judgement``, [2, ``LABELS``].
    """
    network = network.float().eval()
    graph = _Graph()
    hidden = _encoder(graph, network)
    _heads(graph, network, hidden)
    _names(graph, network, hidden)
    _answers(graph, network, hidden)
    for name in ("steps", "first", "last"):
        graph.node("Identity", [graph.constant(f"chain.{name}", getattr(network, name).detach().numpy())], name)
    graph.node("Identity", [graph.constant("calibration.weights", calibration)], "calibration")
    graph.node("Identity", [graph.constant("offsets.weights", offsets)], "offsets")
    made = helper.make_graph(
        graph.nodes,
        "reader",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"]),
            helper.make_tensor_value_info("looks", TensorProto.INT64, ["pieces"]),
            helper.make_tensor_value_info("starts", TensorProto.INT64, ["words"]),
            helper.make_tensor_value_info("floor", TensorProto.FLOAT, [1]),
        ],
        [
            *(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in _SCORES),
            helper.make_tensor_value_info("asked", TensorProto.INT64, ["anchors"]),
        ],
        graph.constants,
    )
    return helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(_MS, 1)], ir_version=9
    )


_SCORES = ("anchors", "acts", "entities", "answers", "judging", "steps", "first", "last", "calibration", "offsets")


def _encoder(graph: _Graph, network: Network) -> str:
    table, scale = rows(network.words.weight.detach().numpy())
    picked = graph.node("Gather", [graph.constant("words", table), "ids"], "words.picked")
    scales = graph.node("Gather", [graph.constant("words.scale", scale), "ids"], "words.scales")
    x = graph.node("Mul", [graph.node("Cast", [picked], "words.float", to=TensorProto.FLOAT), scales], "words.scaled")
    looks = graph.node(
        "Gather", [graph.constant("looks.table", network.looks.weight.detach().numpy()), "looks"], "looks.picked"
    )
    places = graph.constant("positions", network.positions.weight.detach().numpy()[:WIDEST])
    count = graph.node("Shape", ["ids"], "pieces.count")
    zero, axis = graph.constant("zero", np.array([0])), graph.constant("axis0", np.array([0]))
    near = graph.node("Slice", [places, zero, count, axis], "positions.near")
    x = graph.add(graph.add(x, looks, "words.looks"), near, "embedded")
    x = graph.node("Unsqueeze", [x, axis], "embedded.row")
    x = graph.norm(x, network.norm, "embedded.norm")
    for number, layer in enumerate(network.layers):
        assert isinstance(layer, Layer)
        x = graph.transformer(x, layer, HEADS, f"layer{number}")
    flat = graph.node("Squeeze", [x, axis], "encoded")
    return graph.node("Gather", [flat, "starts"], "hidden")


def _heads(graph: _Graph, network: Network, hidden: str) -> None:
    first, _, last = network.anchors
    inner = graph.node("Gelu", [graph.linear(hidden, first, "anchors.first")], "anchors.gelu", _MS)
    wide = _plain(graph, inner, last, "anchors.wide")
    graph.node("Squeeze", [wide, graph.constant("axis1", np.array([1]))], "anchors")


def _names(graph: _Graph, network: Network, hidden: str) -> None:
    """Acts; judging; and entities, see ``Names``: the neighbours are the same rows moved up and down."""
    middle = graph.node("Squeeze", [f"layer{MIDDLE - 1}.n2", "axis0"], "middle")
    both = graph.node("Concat", [graph.node("Gather", [middle, "starts"], "middle.words"), hidden], "both", axis=-1)
    first, _, last = network.telling
    _plain(graph, graph.node("Gelu", [graph.linear(both, first, "acts.first")], "acts.gelu", _MS), last, "acts")
    near = graph.node("Gelu", [graph.linear(both, network.judging.near, "judging.near")], "judging.gelu", _MS)
    _plain(graph, near, network.judging.tell, "judging")
    ends = graph.constant("names.ends", np.array([BESIDE, 0, BESIDE, 0]))
    near = graph.node("Pad", [graph.linear(both, network.names.near, "names.near"), ends], "names.padded")
    count = graph.node("Shape", ["starts"], "names.count")
    moved = []
    for at in range(2 * BESIDE + 1):
        start = graph.constant(f"names.start{at}", np.array([at]))
        end = graph.node("Add", [count, start], f"names.end{at}")
        moved.append(graph.node("Slice", [near, start, end, "axis0"], f"names.moved{at}"))
    beside = graph.node("Concat", moved, "names.beside", axis=-1)
    _plain(graph, graph.node("Gelu", [beside], "names.gelu", _MS), network.names.tags, "entities")


def _plain(graph: _Graph, x: str, layer: torch.nn.Linear, name: str) -> str:
    """The small matrices of the heads stay as they are."""
    weight = graph.constant(f"{name}.weight", layer.weight.detach().numpy().T)
    product = graph.node("MatMul", [x, weight], f"{name}.product")
    return graph.add(product, graph.constant(f"{name}.bias", layer.bias.detach().numpy()), name)


def _answers(graph: _Graph, network: Network, hidden: str) -> None:
    """Words above the floor are asked, and the best one in any case, as an empty batch is no batch."""
    best = graph.node("ReduceMax", ["anchors"], "anchors.best", keepdims=1)
    floor = graph.node("Min", [best, "floor"], "anchors.floor")
    above = graph.node("GreaterOrEqual", ["anchors", floor], "anchors.above")
    places = graph.node("NonZero", [above], "asked.places")
    graph.node("Squeeze", [places, "axis0"], "asked")
    about = graph.linear(hidden, network.asked, "about")
    asking = graph.node("Gather", [graph.linear(hidden, network.asking, "asking"), "asked"], "asking.picked")
    axis1 = "axis1"
    asking = graph.node("Unsqueeze", [asking, axis1], "asking.column")
    offsets = torch.arange(-WIDEST + 1, WIDEST)
    table = network.distances(bucket(offsets)).detach().numpy()
    count = graph.node("Size", ["starts"], "words.count")
    zero, one = graph.constant("nought", np.array(0)), graph.constant("one", np.array(1))
    line = graph.node("Range", [zero, count, one], "line")
    apart = graph.node("Sub", [line, graph.node("Unsqueeze", ["asked", axis1], "asked.column")], "apart")
    shifted = graph.add(apart, graph.constant("shift", np.array(WIDEST - 1)), "apart.shifted")
    far = graph.node("Gather", [graph.constant("distances", table), shifted], "far")
    x = graph.add(graph.add(far, about, "far.about"), asking, "question")
    x = graph.norm(x, network.asked_norm, "question.norm")
    for number, layer in enumerate(network.answering):
        assert isinstance(layer, Layer)
        x = graph.transformer(x, layer, ASKING_HEADS, f"answering{number}")
    _plain(graph, x, network.answers, "answers")


def save(model: onnx.ModelProto, folder: Path) -> bytes:
    """The graph, and beside it its constants, which the run time maps rather than copies; all bytes, for the digest."""
    (folder / WEIGHTS).unlink(missing_ok=True)  # else they would be written behind what is there
    onnx.save(model, folder / GRAPH, save_as_external_data=True, location=WEIGHTS, size_threshold=1024)
    for name in (GRAPH, WEIGHTS):
        (folder / name).chmod(0o644)  # a wheel keeps the mode: other users have to read the model
    return (folder / GRAPH).read_bytes() + (folder / WEIGHTS).read_bytes()


@torch.no_grad()
def difference(path: Path, network: Network) -> float:
    """How far the anchors of the file at ``path`` lie from the network's, in log-odds: the mean over a text of our own.

    Raises:
        RuntimeError: so far that the file can't be the network's.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    window = next(windows_of(words_with_looks(_TEXT)))
    feed = {
        "ids": np.array(window.ids),
        "looks": np.array(window.looks),
        "starts": np.array(window.starts),
        "floor": np.zeros(1, dtype=np.float32),
    }
    (anchors,) = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(["anchors"], feed)
    ids, looks, starts = (torch.tensor(feed[name])[None] for name in ("ids", "looks", "starts"))
    apart = float(np.abs(network(ids, looks, starts).anchors[0].numpy() - anchors).mean())
    if apart > 1:
        raise RuntimeError(f"the file's anchors lie {apart:.2f} from the network's")
    return apart


_TEXT = """Ferrymen of Kest end their strike
The ferrymen of Kest will go back to work on Monday, their chairwoman Ada Roe said on Friday.
“We have what we asked for,” she told reporters. According to the harbour office, 14 boats are ready."""
