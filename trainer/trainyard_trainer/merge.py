"""Feature graph and model graph become the served graph: raw columns in, label and probabilities (or prediction) out.

The label is made from the probabilities, not taken from the converter: onnxruntime 1.26 to 1.27 returned wrong labels
from TreeEnsembleClassifier while its probabilities were right (onnxruntime#28557). It is the first class whose score is
within TIE of the best, as in pipeline.best_class: half of the trees of a forest often vote for each of two classes, and
then a plain ArgMax follows the last bit, which differs between runtimes and between batch sizes.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from trainyard_trainer.errors import EXPORT_FAILED
from trainyard_trainer.feature_graph import FEATURES, INNER, IR_VERSION, ML_DOMAIN, ML_OPSET, OPSET, opset_imports
from trainyard_trainer.model_graph import MODEL_INPUT, score_output
from trainyard_trainer.pipeline import TIE

LABEL, PROBABILITIES, PREDICTION = "label", "probabilities", "prediction"
#: The default domain has two spellings.
OPSETS = {"": OPSET, "ai.onnx": OPSET, ML_DOMAIN: ML_OPSET}


def check_operators(model: Any) -> None:
    """Every operator means the same in the served graph's opset as in the converter's. Raises ExportFailed."""
    from onnx import defs

    declared: dict[str, int] = {}
    for entry in model.opset_import:
        declared[entry.domain] = max(declared.get(entry.domain, 0), entry.version)
    for node in model.graph.node:
        if node.domain not in OPSETS:
            detail = f"operator {node.domain}.{node.op_type} is not standard ONNX"
            raise EXPORT_FAILED(algorithm="model", detail=detail)
        written = declared.get(node.domain, OPSETS[node.domain])
        old = defs.get_schema(node.op_type, min(written, OPSETS[node.domain]), node.domain)
        new = defs.get_schema(node.op_type, OPSETS[node.domain], node.domain)
        if old.since_version != new.since_version and not _extends(old, new):
            detail = f"operator {node.op_type} changed from opset {old.since_version} to {new.since_version}"
            raise EXPORT_FAILED(algorithm="model", detail=detail)


def _extends(old: Any, new: Any) -> bool:
    """The newer operator takes everything that the older one took (types and attributes were only added)."""
    return set(old.attributes) <= set(new.attributes) and len(old.inputs) <= len(new.inputs)


def _rename(graph: Any, source: str, target: str) -> tuple[list[Any], list[Any]]:
    """Nodes and constants of a converter's graph with all names under INNER, and `source` replaced by `target`."""
    from onnx import NodeProto, TensorProto

    def inner(name: str) -> str:
        return target if name == source else f"{INNER}model/{name}" if name else ""

    nodes, constants = [], []
    for index, original in enumerate(graph.node):
        node = NodeProto()
        node.CopyFrom(original)
        node.name = f"{INNER}model/{index}/{original.op_type}"
        node.doc_string = ""
        node.input[:] = [inner(name) for name in original.input]
        node.output[:] = [inner(name) for name in original.output]
        nodes.append(node)
    for original in graph.initializer:
        constant = TensorProto()
        constant.CopyFrom(original)
        constant.name = inner(original.name)
        constants.append(constant)
    return nodes, constants


def _label_nodes(scores: str, classes: Any) -> tuple[list[Any], list[Any]]:
    from onnx import TensorProto, helper, numpy_helper

    values = classes.astype(object) if classes.dtype == object else classes.astype(np.int64)
    constants = {"classes": values, "axis": np.array([1], np.int64), "tie": np.array(TIE, np.float32)}

    def node(kind: str, inputs: list[str], output: str, **attributes: Any) -> Any:
        return helper.make_node(kind, inputs, [output], name=output, **attributes)

    best, bound, near, marked, place = (f"{INNER}label/{name}" for name in ("best", "bound", "near", "marked", "place"))
    return [
        node("Identity", [scores], PROBABILITIES),
        node("ReduceMax", [scores, f"{INNER}axis"], best, keepdims=1),
        node("Sub", [best, f"{INNER}tie"], bound),
        node("GreaterOrEqual", [scores, bound], near),
        node("Cast", [near], marked, to=TensorProto.FLOAT),
        node("ArgMax", [marked], place, axis=1, keepdims=0),
        node("Gather", [f"{INNER}classes", place], LABEL),
    ], [numpy_helper.from_array(value, f"{INNER}{name}") for name, value in constants.items()]


def _outer_names(node: Any) -> set[str]:
    """Every name a node reads, those of its subgraphs included."""
    names = set(node.input)
    for attribute in node.attribute:
        if attribute.HasField("g"):
            names |= {name for inner in attribute.g.node for name in _outer_names(inner)}
    return names


def prune(nodes: list[Any], constants: list[Any], outputs: set[str]) -> tuple[list[Any], list[Any]]:
    """Only what the outputs need: the converter's own label goes away."""
    needed, kept = set(outputs), []
    for node in reversed(nodes):
        if needed & set(node.output):
            kept.append(node)
            needed |= _outer_names(node)
    return kept[::-1], [constant for constant in constants if constant.name in needed]


def merge(features: Any, model: Any, classes: Any | None) -> Any:
    """The served ModelProto, checked. `classes` is None for regression. The same inputs give the same bytes."""
    import onnx
    from onnx import TensorProto, helper

    check_operators(model)
    regression = classes is None
    nodes, constants = _rename(model.graph, MODEL_INPUT, FEATURES)
    scores = f"{INNER}model/{score_output(model.graph, regression)}"
    float_, int64 = TensorProto.FLOAT, TensorProto.INT64
    if regression:
        ends, tables = [helper.make_node("Identity", [scores], [PREDICTION], name=PREDICTION)], []
        outputs = [helper.make_tensor_value_info(PREDICTION, float_, ["N", 1])]
    else:
        ends, tables = _label_nodes(scores, classes)
        kind = TensorProto.STRING if classes.dtype == object else int64
        outputs = [
            helper.make_tensor_value_info(LABEL, kind, ["N"]),
            helper.make_tensor_value_info(PROBABILITIES, float_, ["N", len(classes)]),
        ]
    kept, used = prune(
        [*features.graph.node, *nodes, *ends],
        [*features.graph.initializer, *constants, *tables],
        {output.name for output in outputs},
    )
    graph = helper.make_graph(kept, "trainyard", list(features.graph.input), outputs, used)
    served = helper.make_model(graph, opset_imports=opset_imports(), ir_version=IR_VERSION, producer_name="trainyard")
    onnx.checker.check_model(served, full_check=True)
    return served


def model_bytes(served: Any) -> bytes:
    return served.SerializeToString(deterministic=True)
