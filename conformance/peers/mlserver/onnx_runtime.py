"""A runtime of MLServer for ONNX models.

It does what MLServer leaves to the author of a runtime: it decodes with MLServer's own codecs, runs, and encodes the
outputs that were asked for. What onnxruntime refuses of a request is told as MLServer's error for bad input.
"""

import numpy as np
import onnxruntime as ort
from mlserver import MLModel
from mlserver.codecs import NumpyCodec, StringCodec
from mlserver.errors import InferenceError
from mlserver.types import InferenceRequest, InferenceResponse
from mlserver.utils import get_model_uri
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument


class OnnxModel(MLModel):
    async def load(self) -> bool:
        self.session = ort.InferenceSession(await get_model_uri(self._settings), providers=["CPUExecutionProvider"])
        return True

    async def predict(self, payload: InferenceRequest) -> InferenceResponse:
        feeds = {one.name: as_array(one) for one in payload.inputs}
        names = [one.name for one in payload.outputs or []] or [one.name for one in self.session.get_outputs()]
        try:
            results = self.session.run(names, feeds)
        except (Fail, InvalidArgument, ValueError) as error:
            raise InferenceError(str(error)) from error
        outputs = [as_output(name, array) for name, array in zip(names, results)]
        return InferenceResponse(model_name=self.name, model_version=self.version, outputs=outputs)


def as_array(one):
    if one.datatype != "BYTES":
        return NumpyCodec.decode_input(one)
    return np.array(StringCodec.decode_input(one), dtype=object).reshape(one.shape)


def as_output(name, array):
    if array.dtype != object:
        return NumpyCodec.encode_output(name, array)
    output = StringCodec.encode_output(name, [str(value) for value in array.flatten()])
    # The codec knows flat lists only.
    output.shape = list(array.shape)
    return output
