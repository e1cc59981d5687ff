"""NVIDIA's own client against a running server. Argument: host:port. Prints {"cases": {name: "ok" | what went wrong}}.

The models are those of tritonclient.test.ts: `simple` (Triton's add and subtract), `echo-<DATATYPE>`, `wide` (FP32 in, FP32
and FP16 out).
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable

import numpy as np
import tritonclient.http as triton
from tritonclient.utils import InferenceServerException, triton_to_np_dtype

client = triton.InferenceServerClient(sys.argv[1], concurrency=4)
cases: dict[str, Callable[[], None]] = {}


def case(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def add(run: Callable[[], None]) -> Callable[[], None]:
        cases[name] = run
        return run

    return add


def tensor(name: str, values: np.ndarray, datatype: str, binary: bool = True) -> triton.InferInput:
    made = triton.InferInput(name, list(values.shape), datatype)
    made.set_data_from_numpy(values, binary_data=binary)
    return made


def refused(run: Callable[[], object], status: str, words: str) -> None:
    try:
        run()
    except InferenceServerException as error:
        assert status in str(error.status()), f"status {error.status()}"
        assert words in str(error.message()), f"message {error.message()}"
    else:
        raise AssertionError("it was not refused")


EXAMPLES: dict[str, list[object]] = {
    "BOOL": [True, False],
    "UINT8": [0, 255],
    "UINT16": [0, 65535],
    "UINT32": [0, 4294967295],
    "UINT64": [0, 18446744073709551615],
    "INT8": [-128, 127],
    "INT16": [-32768, 32767],
    "INT32": [-2147483648, 2147483647],
    "INT64": [-9223372036854775808, 9223372036854775807],
    "FP16": [0.5, -2.0],
    "FP32": [0.1, -3.25],
    "FP64": [0.1, -1e300],
    "BYTES": [b"", "Zürich ☃".encode()],
}
#: JSON cannot carry FP16, and no integer beyond 2^53.
AS_JSON: dict[str, list[object]] = {
    **{name: values for name, values in EXAMPLES.items() if name != "FP16"},
    "UINT64": [0, 2**53 - 1],
    "INT64": [1 - 2**53, 2**53 - 1],
}


def echoed(datatype: str, values: list[object], binary_in: bool, binary_out: bool) -> None:
    kind = np.object_ if datatype == "BYTES" else triton_to_np_dtype(datatype)
    given = np.array([values], dtype=kind)
    asked = triton.InferRequestedOutput(f"out {datatype}", binary_data=binary_out)
    answer = client.infer(f"echo-{datatype}", [tensor(f"in {datatype}", given, datatype, binary_in)], outputs=[asked])
    found = answer.as_numpy(f"out {datatype}")
    # As JSON, texts are texts; as bytes they are bytes.
    back = [[one if isinstance(one, bytes) else str(one).encode() for one in row] for row in found] if datatype == "BYTES" else found
    assert np.array_equal(np.array(back, dtype=kind), given), f"{found!r} instead of {given!r}"


for name, values in EXAMPLES.items():
    cases[f"{name}: bytes in, bytes out"] = lambda name=name, values=values: echoed(name, values, True, True)
for name, values in AS_JSON.items():
    cases[f"{name}: JSON in, JSON out"] = lambda name=name, values=values: echoed(name, values, False, False)
    cases[f"{name}: JSON in, bytes out"] = lambda name=name, values=values: echoed(name, values, False, True)
    cases[f"{name}: bytes in, JSON out"] = lambda name=name, values=values: echoed(name, values, True, False)


@case("health, metadata, versions")
def health() -> None:
    assert client.is_server_live() and client.is_server_ready()
    assert client.is_model_ready("simple") and client.is_model_ready("simple", "simple-1")
    assert not client.is_model_ready("nobody")
    assert "binary_tensor_data" in client.get_server_metadata()["extensions"]
    found = client.get_model_metadata("simple")
    assert found["platform"] == "onnx_onnxv1" and found["versions"] == ["simple-1"]
    assert [(one["name"], one["datatype"], one["shape"]) for one in found["inputs"]] == [
        ("INPUT0", "INT32", [-1, 16]),
        ("INPUT1", "INT32", [-1, 16]),
    ]


A, B = np.arange(16, dtype=np.int32)[None, :], np.full((1, 16), 3, dtype=np.int32)


def simple(**more: object) -> triton.InferResult:
    return client.infer("simple", [tensor("INPUT0", A, "INT32"), tensor("INPUT1", B, "INT32")], **more)


@case("Triton's add and subtract")
def add() -> None:
    answer = simple(request_id="seven")
    assert np.array_equal(answer.as_numpy("OUTPUT0"), A + B)
    assert np.array_equal(answer.as_numpy("OUTPUT1"), A - B)
    assert answer.get_response()["id"] == "seven"
    assert answer.get_response()["model_version"] == "simple-1"


@case("only the outputs that were asked for")
def one_output() -> None:
    answer = simple(outputs=[triton.InferRequestedOutput("OUTPUT1")], model_version="simple-1")
    assert answer.as_numpy("OUTPUT0") is None
    assert np.array_equal(answer.as_numpy("OUTPUT1"), A - B)


@case("several requests at once")
def at_once() -> None:
    inputs = [tensor("INPUT0", A, "INT32"), tensor("INPUT1", B, "INT32")]
    asked = [client.async_infer("simple", inputs) for _ in range(64)]
    for one in asked:
        assert np.array_equal(one.get_result().as_numpy("OUTPUT0"), A + B)


@case("half precision out of a graph")
def half() -> None:
    answer = client.infer("wide", [tensor("x", np.array([[0.5]], dtype=np.float32), "FP32")])
    assert answer.as_numpy("half").dtype == np.float16 and answer.as_numpy("half")[0][0] == np.float16(0.5)


@case("errors that say why")
def errors() -> None:
    refused(lambda: client.infer("nobody", []), "404", 'no model named "nobody"')
    refused(lambda: simple(model_version="9"), "404", 'no version "9"')
    refused(lambda: client.infer("simple", [tensor("INPUT0", A, "INT32")]), "400", 'input "INPUT1" is missing')
    refused(
        lambda: client.infer("simple", [tensor("INPUT0", A[:, :8], "INT32"), tensor("INPUT1", B, "INT32")]),
        "400",
        "has shape [1,8]",
    )
    refused(
        lambda: client.infer("simple", [tensor("INPUT0", A.astype(np.int64), "INT64"), tensor("INPUT1", B, "INT32")]),
        "400",
        'datatype "INT64"',
    )
    refused(lambda: simple(outputs=[triton.InferRequestedOutput("OUTPUT9")]), "400", 'unknown output "OUTPUT9"')


@case("the repository: list, unload, load")
def repository() -> None:
    def state() -> str:
        return next(one["state"] for one in client.get_model_repository_index() if one["name"] == "wide")

    assert state() == "READY"
    client.unload_model("wide")
    assert state() == "UNAVAILABLE" and not client.is_model_ready("wide")
    client.load_model("wide")
    assert state() == "READY" and client.is_model_ready("wide")


def outcome(run: Callable[[], None]) -> str:
    try:
        run()
    except Exception:
        return traceback.format_exc(limit=3)
    return "ok"


print(json.dumps({"cases": {name: outcome(run) for name, run in cases.items()}}))
