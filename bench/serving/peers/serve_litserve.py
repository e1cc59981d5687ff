"""LitServe with one worker and its fast queue; BATCHED=1 collects up to 32 requests for at most 5 ms."""

from __future__ import annotations

import os

import litserve
import numpy as np
import onnxruntime


class One(litserve.LitAPI):
    def setup(self, device: str) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(os.environ["MODEL_PATH"], options, providers=["CPUExecutionProvider"])

    def decode_request(self, request: dict) -> np.ndarray:
        return np.asarray(request["inputs"], dtype=np.float32)

    def predict(self, rows: np.ndarray) -> list[np.ndarray]:
        return self.session.run(["label", "probabilities"], {"X": rows})

    def encode_response(self, output: list[np.ndarray]) -> dict:
        return {"label": output[0].tolist(), "probabilities": output[1].tolist()}


class Batched(One):
    def batch(self, inputs: list[np.ndarray]) -> np.ndarray:
        self.ends = np.cumsum([len(rows) for rows in inputs])[:-1]
        return np.concatenate(inputs)

    def unbatch(self, output: list[np.ndarray]) -> list:
        return list(zip(*(np.split(values, self.ends) for values in output), strict=True))


if __name__ == "__main__":
    api = Batched(max_batch_size=32, batch_timeout=0.005) if os.environ["BATCHED"] == "1" else One()
    server = litserve.LitServer(api, accelerator="cpu", devices=1, workers_per_device=1, timeout=60, fast_queue=True)
    server.run(port=int(os.environ["PORT"]), num_api_servers=1, log_level="warning", access_log=False, generate_client_file=False)
