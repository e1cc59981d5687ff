"""KServe's Python server with ONNX models: `serve.py PORT NAME=FILE …`.

The model does what KServe leaves to its author: it decodes with KServe's own functions, runs, and encodes the outputs
that were asked for. What onnxruntime refuses of a request is told as KServe's error for bad input.
"""

import sys

import numpy as np
import onnxruntime as ort
from kserve import InferOutput, InferRequest, InferResponse, Model, ModelServer
from kserve.errors import InvalidInput
from kserve.utils.utils import generate_uuid
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument

DATATYPES = {
    "tensor(bool)": "BOOL", "tensor(uint8)": "UINT8", "tensor(uint16)": "UINT16", "tensor(uint32)": "UINT32",
    "tensor(uint64)": "UINT64", "tensor(int8)": "INT8", "tensor(int16)": "INT16", "tensor(int32)": "INT32",
    "tensor(int64)": "INT64", "tensor(float16)": "FP16", "tensor(float)": "FP32", "tensor(double)": "FP64",
    "tensor(string)": "BYTES",
}


def described(tensors):
    return [{"name": t.name, "datatype": DATATYPES[t.type], "shape": [d if isinstance(d, int) else -1 for d in t.shape]} for t in tensors]


class OnnxModel(Model):
    def __init__(self, name, path):
        super().__init__(name)
        self.session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
        self.ready = True

    def get_input_types(self):
        return described(self.session.get_inputs())

    def get_output_types(self):
        return described(self.session.get_outputs())

    def predict(self, payload: InferRequest, headers=None, response_headers=None) -> InferResponse:
        feeds = {one.name: as_array(one) for one in payload.inputs}
        names = [one.name for one in payload.request_outputs or []] or [one.name for one in self.session.get_outputs()]
        try:
            results = self.session.run(names, feeds)
        except (Fail, InvalidArgument, ValueError) as error:
            raise InvalidInput(str(error)) from error
        datatypes = {one["name"]: one["datatype"] for one in self.get_output_types()}
        outputs = []
        for name, array in zip(names, results):
            output = InferOutput(name, list(array.shape), datatypes[name])
            # Whether it goes as bytes is KServe's to decide: it knows what was asked for.
            output.set_data_from_numpy(array, binary_data=False) if datatypes[name] != "FP16" else output.set_data_from_numpy(array)
            outputs.append(output)
        return InferResponse(
            response_id=payload.id or generate_uuid(), model_name=self.name, infer_outputs=outputs,
            use_binary_outputs=payload.use_binary_outputs, requested_outputs=payload.request_outputs,
        )


def as_array(one):
    """KServe gives BYTES as bytes; onnxruntime takes texts."""
    array = one.as_numpy()
    if one.datatype != "BYTES":
        return array
    return np.array([value.decode() if isinstance(value, bytes) else value for value in array.flatten()], dtype=object).reshape(array.shape)


if __name__ == "__main__":
    port, *models = sys.argv[1:]
    ModelServer(http_port=int(port), workers=1, enable_grpc=False).start([OnnxModel(*model.split("=", 1)) for model in models])
