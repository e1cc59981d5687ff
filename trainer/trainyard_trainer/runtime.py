"""onnxruntime sessions, set up as the model server sets them up."""

from __future__ import annotations

from typing import Any


def session(model: Any) -> Any:
    """InferenceSession of a ModelProto or its bytes, on one CPU thread (rows are small; threads would only spin)."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    data = model if isinstance(model, bytes) else model.SerializeToString()
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def runtime_version() -> str:
    import onnxruntime

    return f"onnxruntime {onnxruntime.__version__}"
