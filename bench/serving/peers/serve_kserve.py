"""KServe's Python server with one model; without gRPC, and without a log line a request."""

from __future__ import annotations

import logging
import os

import onnxruntime
from kserve import InferOutput, InferRequest, InferResponse, Model, ModelServer
from kserve.logging import configure_logging
from kserve.utils.utils import generate_uuid


class OnnxModel(Model):
    def load(self) -> bool:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(os.environ["MODEL_PATH"], options, providers=["CPUExecutionProvider"])
        self.ready = True
        return True

    def predict(self, payload: InferRequest, headers: dict[str, str] | None = None) -> InferResponse:
        rows = payload.inputs[0].as_numpy()
        label, probabilities = self.session.run(["label", "probabilities"], {"X": rows})
        labels = InferOutput("label", list(label.shape), "INT64")
        labels.set_data_from_numpy(label, binary_data=False)
        scores = InferOutput("probabilities", list(probabilities.shape), "FP32")
        scores.set_data_from_numpy(probabilities, binary_data=False)
        # Its own answer model wants an id, and a request need not have one.
        return InferResponse(response_id=payload.id or generate_uuid(), model_name=self.name, infer_outputs=[labels, scores])


if __name__ == "__main__":
    configure_logging()
    for name in ("uvicorn.access", "kserve.trace"):
        logging.getLogger(name).disabled = True
    model = OnnxModel("m")
    model.load()
    ModelServer(http_port=int(os.environ["PORT"]), workers=1, enable_grpc=False, enable_latency_logging=False).start([model])
