"""The two models of the benchmark, rows to ask them, and what onnxruntime answers. Argument: a folder.

forest.onnx: 100 trees of depth 8 on 30 numbers, so small that it measures the server.
mlp.onnx: 134 MB, about 5 ms a row on one core, so large that it measures the model and the batching.
data.json: 64 rows, and for each model the label and both probabilities of every row.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import to_onnx
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier

ROWS, WIDTH, HIDDEN = 64, 2048, 8
folder = Path(sys.argv[1])
data, target = load_breast_cancer(return_X_y=True)
rows = data[np.random.default_rng(1).permutation(len(data))[:ROWS]]


def forest() -> onnx.ModelProto:
    fitted = RandomForestClassifier(n_estimators=100, max_depth=8, random_state=0).fit(data, target)
    sample = data[:1].astype(np.float32)
    return to_onnx(fitted, sample, options={id(fitted): {"zipmap": False}}, target_opset=17)


def mlp() -> onnx.ModelProto:
    """Scaling, nine layers of 2048 with ReLU and He weights, softmax; the weights are drawn, not fitted."""
    random = np.random.default_rng(0)
    constants: list[onnx.TensorProto] = []

    def constant(name: str, values: np.ndarray) -> str:
        constants.append(numpy_helper.from_array(values.astype(np.float32), name))
        return name

    nodes = [
        helper.make_node("Sub", ["X", constant("mean", data.mean(axis=0))], ["centred"]),
        helper.make_node("Div", ["centred", constant("deviation", data.std(axis=0))], ["layer0"]),
    ]
    sizes = [data.shape[1], *[WIDTH] * (HIDDEN + 1), 2]
    for index, (before, after) in enumerate(zip(sizes, sizes[1:], strict=False)):
        weights = constant(f"weights{index}", random.normal(size=(before, after)) * np.sqrt(2 / before))
        inputs = [f"layer{index}", weights, constant(f"bias{index}", np.zeros(after))]
        last = after == 2
        nodes.append(helper.make_node("Gemm", inputs, ["scores" if last else f"sum{index}"]))
        if not last:
            nodes.append(helper.make_node("Relu", [f"sum{index}"], [f"layer{index + 1}"]))
    nodes += [
        helper.make_node("Softmax", ["scores"], ["probabilities"], axis=1),
        helper.make_node("ArgMax", ["scores"], ["label"], axis=1, keepdims=0),
    ]
    graph = helper.make_graph(
        nodes,
        "mlp",
        [helper.make_tensor_value_info("X", TensorProto.FLOAT, [None, data.shape[1]])],
        [
            helper.make_tensor_value_info("label", TensorProto.INT64, [None]),
            helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [None, 2]),
        ],
        constants,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def answers(path: Path) -> dict[str, list]:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    label, probabilities = session.run(["label", "probabilities"], {"X": rows.astype(np.float32)})
    # A model that answers the same to everything would let a server that mixes rows up pass.
    if len(np.unique(probabilities[:, 0])) < ROWS // 4:
        raise RuntimeError(f"{path.name} hardly tells the rows apart")
    return {"label": label.tolist(), "probabilities": probabilities.tolist()}


folder.mkdir(parents=True, exist_ok=True)
told = {}
for name, model in (("forest", forest()), ("mlp", mlp())):
    path = folder / f"{name}.onnx"
    path.write_bytes(model.SerializeToString())
    told[name] = answers(path)
(folder / "data.json").write_text(json.dumps({"onnxruntime": onnxruntime.__version__, "rows": rows.tolist(), "answers": told}))
