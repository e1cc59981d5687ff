"""The fitted model as an ONNX graph, written by the libraries' own converters (skl2onnx, onnxmltools)."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from trainyard_trainer.algorithms import Algorithm
from trainyard_trainer.boosters import base_score
from trainyard_trainer.errors import EXPORT_FAILED
from trainyard_trainer.feature_graph import ML_DOMAIN, ML_OPSET, OPSET

MODEL_INPUT = "features"
#: The newest opset that onnxmltools 1.16 writes.
XGBOOST_OPSET = 15
SCORES = "probabilities"


def model_graph(model: Any, algorithm: Algorithm, width: int) -> Any:
    """ModelProto with the input MODEL_INPUT [N,width] float32. Raises ExportFailed."""
    try:
        with warnings.catch_warnings():
            # Converters read attributes that scikit-learn has deprecated; nobody but their authors can act on that.
            warnings.simplefilter("ignore")
            return _xgboost(model, width) if algorithm.library == "xgboost" else _sklearn(model, width)
    except Exception as error:
        # Converters raise whatever their parsers hit (KeyError, RuntimeError, …); none of it is retryable.
        detail = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        raise EXPORT_FAILED(algorithm=algorithm.name, detail=detail) from error


def _sklearn(model: Any, width: int) -> Any:
    from skl2onnx import convert_sklearn
    from skl2onnx.common.data_types import FloatTensorType

    # ZipMap writes maps, which the Node runtime cannot return.
    options = {id(model): {"zipmap": False}} if hasattr(model, "classes_") else None
    return convert_sklearn(
        model,
        name="model",
        initial_types=[(MODEL_INPUT, FloatTensorType([None, width]))],
        target_opset={"": OPSET, ML_DOMAIN: ML_OPSET},
        options=options,
    )


def _xgboost(model: Any, width: int) -> Any:
    from onnxmltools import convert_xgboost
    from onnxmltools.convert.common.data_types import FloatTensorType

    graph = convert_xgboost(
        model,
        name="model",
        initial_types=[(MODEL_INPUT, FloatTensorType([None, width]))],
        target_opset=XGBOOST_OPSET,
    )
    _base_as_log_odds(graph, base_score(model))
    return graph


def _base_as_log_odds(graph: Any, base: float) -> None:
    """onnxmltools 1.16 writes the base score as the probability that it is, and not as log odds, where the first tree
    is a single leaf of 0: a class of very few rows makes such trees."""
    for node in graph.graph.node:
        attributes = {attribute.name: attribute for attribute in node.attribute}
        transform = attributes.get("post_transform")
        if node.op_type == "TreeEnsembleClassifier" and transform is not None and transform.s == b"LOGISTIC":
            values = attributes["base_values"].floats if "base_values" in attributes else []
            if len(values) == 1 and values[0] == np.float32(base):
                values[0] = -np.log(1 / np.float32(base) - 1)


def score_output(graph: Any, regression: bool) -> str:
    """Name of the scores among the converter's outputs."""
    names = [output.name for output in graph.output]
    return names[0] if regression else next(name for name in names if name == SCORES)
