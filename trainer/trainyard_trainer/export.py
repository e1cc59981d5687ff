"""Stage Export: the served graph, its parity with what was trained, and how fast it answers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.algorithms import Algorithm
from trainyard_trainer.boundary import hard_rows
from trainyard_trainer.columns import feeds
from trainyard_trainer.fit import Fitted
from trainyard_trainer.latency import Latency, single_row_latency
from trainyard_trainer.merge import merge, model_bytes
from trainyard_trainer.model_graph import model_graph
from trainyard_trainer.parity import Parity, check_features, check_parity
from trainyard_trainer.runtime import session
from trainyard_trainer.split import Split
from trainyard_trainer.validate import Dataset

MODEL_FILE = "model.onnx"
MAX_HELD_OUT_ROWS = 2000


@dataclass(frozen=True)
class Exported:
    """The bytes that serve and the proof that they are right. `session` runs these bytes."""

    data: bytes
    sha256: str
    session: Any
    parity: Parity
    latency: Latency


def parity_rows(model: Any, fitted: Fitted, data: Dataset, split: Split) -> pd.DataFrame:
    """Held-out rows and rows made to be hard."""
    held_out = data.frame.iloc[split.test[:MAX_HELD_OUT_ROWS]]
    names = [column.name for column in data.features]
    return pd.concat([held_out[names], hard_rows(model, fitted.features, held_out)], ignore_index=True)


def export(data: Dataset, split: Split, fitted: Fitted, algorithm: Algorithm) -> Exported:
    """Raises ExportFailed or ParityFailed (67)."""
    model = model_graph(fitted.pipeline.model, algorithm, len(fitted.features.names))
    content = model_bytes(merge(fitted.graph, model, data.classes))
    runtime = session(content)
    rows = parity_rows(model, fitted, data, split)
    check_features(fitted.features, fitted.pipeline, rows)
    parity = check_parity(fitted.pipeline, runtime, data.features, data.classes, rows)
    sample = feeds(data.frame.iloc[split.test[:500]], data.features)
    latency = single_row_latency(runtime, sample)
    return Exported(content, hashlib.sha256(content).hexdigest(), runtime, parity, latency)


def signature(data: Dataset) -> dict[str, Any]:
    """Inputs, outputs and labels of the served graph; -1 is the number of rows."""
    inputs = [{"name": column.name, "datatype": column.datatype, "shape": [-1, 1]} for column in data.features]
    if data.classes is None:
        return {
            "inputs": inputs,
            "outputs": [{"name": "prediction", "datatype": "FP32", "shape": [-1, 1]}],
            "labels": [],
        }
    numeric = np.issubdtype(data.classes.dtype, np.integer)
    return {
        "inputs": inputs,
        "outputs": [
            {"name": "label", "datatype": "INT64" if numeric else "BYTES", "shape": [-1]},
            {"name": "probabilities", "datatype": "FP32", "shape": [-1, len(data.classes)]},
        ],
        "labels": [int(label) if numeric else str(label) for label in data.classes],
    }
