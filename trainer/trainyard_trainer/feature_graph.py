"""The fitted feature steps as an ONNX graph: raw columns in, one float32 matrix out.

Written by hand because the shape matters at serving time: all numbers go through one Concat, one Imputer and one
Scaler, whatever their count, and the inputs keep the user's column names (skl2onnx replaces spaces).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from trainyard_trainer.features import CategoricalStep, FittedFeatures, NumericStep

OPSET = 21
ML_OPSET = 3
#: Loads in onnxruntime 1.25 to 1.31.
IR_VERSION = 10
ML_DOMAIN = "ai.onnx.ml"
#: No column of a user starts like this, so that no inner name meets an input's.
INNER = "trainyard/"
FEATURES = f"{INNER}features"


def opset_imports() -> list[Any]:
    from onnx import helper

    return [helper.make_opsetid("", OPSET), helper.make_opsetid(ML_DOMAIN, ML_OPSET)]


def _float32(values: Any) -> list[float]:
    return [float(value) for value in np.asarray(values, dtype=np.float32)]


def _numeric_nodes(step: NumericStep) -> tuple[list[Any], str]:
    from onnx import helper

    joined, filled, scaled = f"{INNER}numbers", f"{INNER}imputed", f"{INNER}scaled"
    nodes = [
        helper.make_node("Concat", [column.name for column in step.columns], [joined], name=joined, axis=1),
        helper.make_node(
            "Imputer",
            [joined],
            [filled],
            name=filled,
            domain=ML_DOMAIN,
            imputed_value_floats=_float32(step.imputed),
            replaced_value_float=float("nan"),
        ),
    ]
    if step.offset is None:
        return nodes, filled
    nodes.append(
        helper.make_node(
            "Scaler",
            [filled],
            [scaled],
            name=scaled,
            domain=ML_DOMAIN,
            offset=_float32(step.offset),
            scale=_float32(step.scale),
        )
    )
    return nodes, scaled


def _category_nodes(step: CategoricalStep, index: int) -> tuple[list[Any], list[Any], str]:
    from onnx import TensorProto, helper, numpy_helper

    prefix = f"{INNER}category{index}"
    codes = dict(step.codes)
    # The missing text takes the place of what fills it; a fill that was never seen is unknown.
    codes[""] = codes.get(step.fill, step.unknown)
    keys = sorted(codes)
    lookup = helper.make_node(
        "LabelEncoder",
        [step.column.name],
        [f"{prefix}/code"],
        name=f"{prefix}/code",
        domain=ML_DOMAIN,
        keys_strings=keys,
        values_int64s=[codes[key] for key in keys],
        default_int64=step.unknown,
    )
    if not step.one_hot:
        cast = helper.make_node(
            "Cast", [f"{prefix}/code"], [f"{prefix}/float"], name=f"{prefix}/float", to=TensorProto.FLOAT
        )
        return [lookup, cast], [], f"{prefix}/float"
    # Equal against 0..width-1 is a one-hot in which an unknown text (-1) is all zeros.
    places = numpy_helper.from_array(np.arange(step.width, dtype=np.int64).reshape(1, -1), f"{prefix}/places")
    equal = helper.make_node("Equal", [f"{prefix}/code", places.name], [f"{prefix}/hot"], name=f"{prefix}/hot")
    cast = helper.make_node(
        "Cast", [f"{prefix}/hot"], [f"{prefix}/float"], name=f"{prefix}/float", to=TensorProto.FLOAT
    )
    return [lookup, equal, cast], [places], f"{prefix}/float"


def feature_graph(fitted: FittedFeatures) -> Any:
    """ModelProto with one [N,1] input a column, by its name, and the output FEATURES [N, len(names)]."""
    from onnx import TensorProto, helper

    nodes: list[Any] = []
    constants: list[Any] = []
    parts: list[str] = []
    if fitted.numeric:
        nodes, part = _numeric_nodes(fitted.numeric)
        parts.append(part)
    for index, step in enumerate(fitted.categorical):
        added, more, part = _category_nodes(step, index)
        nodes += added
        constants += more
        parts.append(part)
    nodes.append(helper.make_node("Concat", parts, [FEATURES], name=FEATURES, axis=1))
    if len(parts) == 1:
        # One part needs no Concat: its node writes FEATURES itself.
        nodes.pop()
        nodes[-1].output[0] = FEATURES
    inputs = [
        helper.make_tensor_value_info(
            column.name, TensorProto.FLOAT if column.numeric else TensorProto.STRING, ["N", 1]
        )
        for column in fitted.columns
    ]
    output = helper.make_tensor_value_info(FEATURES, TensorProto.FLOAT, ["N", len(fitted.names)])
    graph = helper.make_graph(nodes, "features", inputs, [output], constants)
    return helper.make_model(graph, opset_imports=opset_imports(), ir_version=IR_VERSION, producer_name="trainyard")
