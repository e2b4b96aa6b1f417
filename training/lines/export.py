"""A trained line model as one ONNX file, written node by node: no converter stands between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from training.lines.ensemble import Look, Trained

Array = npt.NDArray[Any]
OPSET, TREE_OPSET, IR = 17, 3, 8
"""What onnxruntime 1.20 and later read."""


def to_onnx(model: Trained) -> onnx.ModelProto:
    """``scores`` from ``step`` (0 words, 1 first look, 2 second look), ``words`` and ``looks``."""
    nodes = [
        helper.make_node("Equal", ["step", "zero"], ["is_words"]),
        helper.make_node("Equal", ["step", "two"], ["is_second"]),
        helper.make_node("If", ["is_words"], ["scores"], then_branch=_words(model), else_branch=_looks(model)),
    ]
    graph = helper.make_graph(
        nodes,
        "lines",
        [
            helper.make_tensor_value_info("step", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("words", TensorProto.INT32, ["lines", "grams"]),
            helper.make_tensor_value_info("looks", TensorProto.FLOAT, ["lines", "columns"]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["scored"])],
        [_constant("zero", np.array([0], np.int64)), _constant("two", np.array([2], np.int64))],
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("ai.onnx.ml", TREE_OPSET)]
    proto = helper.make_model(graph, opset_imports=opsets, ir_version=IR, producer_name="onrecord")
    onnx.checker.check_model(proto)
    return proto


def _constant(name: str, value: Array) -> onnx.TensorProto:
    return numpy_helper.from_array(value, name)


def _branch(name: str, nodes: list[onnx.NodeProto], constants: list[onnx.TensorProto]) -> onnx.GraphProto:
    """A branch of an If: no inputs of its own, the last node's output is what it gives."""
    output = helper.make_tensor_value_info(nodes[-1].output[0], TensorProto.FLOAT, ["scored"])
    return helper.make_graph(nodes, name, [], [output], constants)


def _words(model: Trained) -> onnx.GraphProto:
    """The sum of the weights of a line's words, over the root of their number, and the bias."""
    nodes = [
        helper.make_node("Gather", ["weights", "words"], ["each"]),
        helper.make_node("ReduceSum", ["each", "across"], ["total"], keepdims=0),
        helper.make_node("Cast", ["words"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("Sign", ["ids"], ["known"]),
        helper.make_node("ReduceSum", ["known", "across"], ["count"], keepdims=0),
        helper.make_node("Max", ["count", "one"], ["several"]),
        helper.make_node("Sqrt", ["several"], ["root"]),
        helper.make_node("Div", ["total", "root"], ["mean"]),
        helper.make_node("Add", ["mean", "bias"], ["word_scores"]),
    ]
    constants: dict[str, Array] = {
        "weights": model.words.astype(np.float32),
        "across": np.array([1], np.int64),
        "one": np.array([1], np.float32),
        "bias": np.array([model.bias], np.float32),
    }
    return _branch("word_branch", nodes, [_constant(name, value) for name, value in constants.items()])


def _looks(model: Trained) -> onnx.GraphProto:
    first, second = _look("first", model.first), _look("second", model.second)
    return _branch(
        "look_branch", [helper.make_node("If", ["is_second"], ["share"], then_branch=second, else_branch=first)], []
    )


def _look(name: str, look: Look) -> onnx.GraphProto:
    nodes = [
        helper.make_node("TreeEnsembleRegressor", ["looks"], [f"{name}_sum"], domain="ai.onnx.ml", **_trees(look)),
        helper.make_node("Flatten", [f"{name}_sum"], [f"{name}_column"], axis=0),
        helper.make_node("Squeeze", [f"{name}_column", f"{name}_axis"], [f"{name}_odds"]),
        helper.make_node("Sigmoid", [f"{name}_odds"], [f"{name}_share"]),
    ]
    return _branch(f"{name}_branch", nodes, [_constant(f"{name}_axis", np.array([0], np.int64))])


# ── trees ────────────────────────────────────────────────────────────────────


@dataclass
class _Table:
    """The nodes of all trees, column by column, as TreeEnsembleRegressor wants them."""

    tree: list[int] = field(default_factory=list)
    node: list[int] = field(default_factory=list)
    feature: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)
    mode: list[str] = field(default_factory=list)
    true: list[int] = field(default_factory=list)
    false: list[int] = field(default_factory=list)
    leaves: list[tuple[int, int, float]] = field(default_factory=list)

    def branch(self, tree: int, node: int, split: tuple[int, float], children: tuple[int, int]) -> None:
        """A node that goes to its first child where the feature is at most the value."""
        self._row(tree, node, "BRANCH_LEQ", split, children)

    def leaf(self, tree: int, node: int, weight: float) -> None:
        """A node that adds its weight."""
        self._row(tree, node, "LEAF", (0, 0.0), (0, 0))
        self.leaves.append((tree, node, weight))

    def _row(self, tree: int, node: int, mode: str, split: tuple[int, float], children: tuple[int, int]) -> None:
        self.tree.append(tree)
        self.node.append(node)
        self.mode.append(mode)
        self.feature.append(split[0])
        self.value.append(split[1])
        self.true.append(children[0])
        self.false.append(children[1])


def _trees(look: Look) -> dict[str, Any]:
    """The trees of all its ensembles as one, whose sum is the mean of theirs."""
    table = _Table()
    every = (tree for ensemble in look for tree in ensemble.dump_model()["tree_info"])
    for number, tree in enumerate(every):
        _add(table, number, tree["tree_structure"], iter(range(1 << 20)))
    trees, nodes, weights = zip(*table.leaves, strict=True)
    return {
        "n_targets": 1,
        "nodes_treeids": table.tree,
        "nodes_nodeids": table.node,
        "nodes_featureids": table.feature,
        "nodes_values": table.value,
        "nodes_modes": table.mode,
        "nodes_truenodeids": table.true,
        "nodes_falsenodeids": table.false,
        "target_treeids": list(trees),
        "target_nodeids": list(nodes),
        "target_ids": [0] * len(trees),
        "target_weights": [weight / len(look) for weight in weights],
    }


def _add(table: _Table, tree: int, node: dict[str, Any], numbers: Iterator[int]) -> int:
    number = next(numbers)
    if "leaf_value" in node:
        table.leaf(tree, number, node["leaf_value"])
        return number
    at = len(table.node)
    table.branch(tree, number, (node["split_feature"], _floor32(node["threshold"])), (0, 0))
    table.true[at] = _add(table, tree, node["left_child"], numbers)
    table.false[at] = _add(table, tree, node["right_child"], numbers)
    return number


def _floor32(value: float) -> float:
    """The largest float32 not above the value: comparing a float32 with it gives the same as with the value."""
    near = np.float32(value)
    return float(near if float(near) <= value else np.nextafter(near, np.float32(-np.inf)))
