"""Logistic regression by gradient descent, and its ONNX graph node by node."""

from __future__ import annotations

import time

import numpy as np
import onnx
from contract import BAD_CONFIGURATION, Array, Failure, Job, run
from onnx import TensorProto, helper, numpy_helper
from record import Table, Trained


def train(job: Job, table: Table) -> Trained:
    """Parameters: `epochs` (500), `learning_rate` (0.5) and `l2` (0.001)."""
    known = {"epochs": 500, "learning_rate": 0.5, "l2": 0.001}
    unknown = sorted(set(job.parameters) - set(known))
    if unknown:
        raise Failure(BAD_CONFIGURATION, "UnknownParameter", f"{', '.join(unknown)}: only {', '.join(known)} are known")
    parameters = {**known, **job.parameters}
    rows, y = table.x[table.train], table.y[table.train]
    mean = np.nan_to_num(np.nanmean(rows, axis=0)).astype(np.float32)
    scale = np.nan_to_num(np.nanstd(rows, axis=0)).astype(np.float32)
    scale[scale == 0] = 1
    x = prepared(rows, mean, scale)

    epoch, found = job.kept()
    weights = found.get("weights", np.zeros(x.shape[1] + 1))
    due = time.monotonic() + job.keep_every
    print(f"The fit begins at epoch {epoch}.", flush=True)
    try:
        while epoch < parameters["epochs"]:
            error = sigmoid(x @ weights[:-1] + weights[-1]) - y
            gradient = np.append(x.T @ error / len(y) + parameters["l2"] * weights[:-1], error.mean())
            # One assignment of both: SIGTERM may come between any two lines.
            weights, epoch = weights - parameters["learning_rate"] * gradient, epoch + 1
            if time.monotonic() >= due:
                job.keep(epoch, {"weights": weights})
                job.report("Fit", round(100 * epoch / parameters["epochs"]), f"epoch {epoch}", epoch)
                due = time.monotonic() + job.keep_every
    except Failure:
        job.keep(epoch, {"weights": weights})
        raise
    w, b = weights[:-1].astype(np.float32), np.float32(weights[-1])

    def predict(raw: Array) -> Array:
        p = sigmoid(prepared(raw, mean, scale) @ w + b).astype(np.float32)
        return np.stack([1 - p, p], axis=1)

    libraries = {"numpy": np.__version__, "onnx": onnx.__version__}
    return Trained(graph(table, mean, scale, w, b), predict, parameters, libraries)


def prepared(raw: Array, mean: Array, scale: Array) -> Array:
    """A missing number becomes the mean. The graph does the same."""
    return (np.where(np.isnan(raw), mean, raw) - mean) / scale


def sigmoid(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def graph(table: Table, mean: Array, scale: Array, w: Array, b: np.float32) -> bytes:
    """The served model: raw columns by name in, label and probabilities out."""
    constants = {
        "mean": mean[None, :],
        "scale": scale[None, :],
        "w": w[:, None],
        "b": np.array([b]),
        "one": np.array([1], np.float32),
        "classes": np.array(table.classes, np.int64),
    }
    nodes = [
        helper.make_node("Concat", table.names, ["raw"], axis=1),
        helper.make_node("IsNaN", ["raw"], ["missing"]),
        helper.make_node("Where", ["missing", "mean", "raw"], ["filled"]),
        helper.make_node("Sub", ["filled", "mean"], ["centred"]),
        helper.make_node("Div", ["centred", "scale"], ["scaled"]),
        helper.make_node("Gemm", ["scaled", "w", "b"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], ["positive"]),
        helper.make_node("Sub", ["one", "positive"], ["negative"]),
        helper.make_node("Concat", ["negative", "positive"], ["probabilities"], axis=1),
        helper.make_node("ArgMax", ["probabilities"], ["place"], axis=1, keepdims=0),
        helper.make_node("Gather", ["classes", "place"], ["label"]),
    ]
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", 1]) for name in table.names]
    outputs = [
        helper.make_tensor_value_info("label", TensorProto.INT64, ["n"]),
        helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["n", 2]),
    ]
    tensors = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    built = helper.make_graph(nodes, "logistic", inputs, outputs, tensors)
    model = helper.make_model(built, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    onnx.checker.check_model(model)
    return model.SerializeToString()


if __name__ == "__main__":
    run(train, competes=True)
