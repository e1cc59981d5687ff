"""A BentoML service with one worker; BATCHED=1 turns its adaptive batching on."""

from __future__ import annotations

import os
from typing import Annotated

import bentoml
import numpy as np
import onnxruntime
from bentoml.validators import DType, Shape


@bentoml.service(name="m", workers=1, traffic={"timeout": 60}, logging={"access": {"enabled": False}})
class OnnxModel:
    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(os.environ["MODEL_PATH"], options, providers=["CPUExecutionProvider"])

    @bentoml.api(batchable=os.environ["BATCHED"] == "1", max_batch_size=2048)
    def infer(self, X: Annotated[np.ndarray, DType("float32"), Shape((-1, 30))]) -> np.ndarray:
        label, probabilities = self.session.run(["label", "probabilities"], {"X": X})
        return np.column_stack([label, probabilities])
