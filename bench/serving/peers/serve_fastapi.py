"""FastAPI in front of onnxruntime, V2 bodies as pydantic models, an async handler: what people write by hand."""

from __future__ import annotations

import os

import numpy as np
import onnxruntime
from fastapi import FastAPI
from pydantic import BaseModel

options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
session = onnxruntime.InferenceSession(os.environ["MODEL_PATH"], options, providers=["CPUExecutionProvider"])
app = FastAPI()


class Input(BaseModel):
    name: str
    shape: list[int]
    datatype: str
    data: list[float]


class Request(BaseModel):
    id: str | None = None
    inputs: list[Input]


class Output(BaseModel):
    name: str
    shape: list[int]
    datatype: str
    data: list


class Response(BaseModel):
    model_name: str
    outputs: list[Output]


def output(name: str, datatype: str, values: np.ndarray) -> Output:
    return Output.model_construct(name=name, shape=list(values.shape), datatype=datatype, data=values.ravel().tolist())


@app.post("/v2/models/m/infer")
async def infer(request: Request) -> Response:
    given = request.inputs[0]
    rows = np.asarray(given.data, dtype=np.float32).reshape(given.shape)
    label, probabilities = session.run(["label", "probabilities"], {"X": rows})
    return Response(model_name="m", outputs=[output("label", "INT64", label), output("probabilities", "FP32", probabilities)])
