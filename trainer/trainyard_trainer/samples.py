"""Material for demonstrations and end-to-end tests.

python -m trainyard_trainer.samples breast-cancer s3://data/tumour.csv
python -m trainyard_trainer.samples digits s3://data/digits.csv
python -m trainyard_trainer.samples failing-copy s3://models/x/manifest.json s3://models/broken/ \\
    --share-column mean_radius --above 15.0
python -m trainyard_trainer.samples slow-copy s3://models/x/manifest.json s3://models/slow/ \\
    --share-column mean_radius --rounds 300
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trainyard_trainer.config import read_config
from trainyard_trainer.errors import BAD_CONFIGURATION, DIGEST_MISMATCH, TrainerError
from trainyard_trainer.manifest import encode_manifest, file_entry
from trainyard_trainer.publish import MANIFEST_FILE, content_type
from trainyard_trainer.store import Store

CSV_TYPE = "text/csv; charset=utf-8"
# Of all names that a changed graph has and the original has not.
PREFIX = "trainyard/changed/"


def breast_cancer_csv() -> bytes:
    """scikit-learn's breast cancer table (569 rows) with a `patient_id`, and 1 in `malignant` for malignant."""
    from sklearn.datasets import load_breast_cancer

    bunch = load_breast_cancer(as_frame=True)
    table = bunch.data.rename(columns=lambda name: name.replace(" ", "_"))
    table.insert(0, "patient_id", [f"P{number:05d}" for number in range(1, len(table) + 1)])
    # scikit-learn has 0 for malignant.
    table["malignant"] = 1 - bunch.target
    return table.to_csv(index=False, lineterminator="\n").encode()


def digits_csv() -> bytes:
    """scikit-learn's table of 1797 handwritten digits: 64 pixels from 0 to 16, and the `digit`."""
    from sklearn.datasets import load_digits

    bunch = load_digits(as_frame=True)
    table = bunch.data.astype(int)
    table["digit"] = bunch.target
    return table.to_csv(index=False, lineterminator="\n").encode()


#: Tables by their commands.
TABLES: dict[str, Callable[[], bytes]] = {"breast-cancer": breast_cancer_csv, "digits": digits_csv}


def with_failing_rows(model: Any, column: str, above: float) -> Any:
    """The same graph, except that it fails at run time when any row of a batch has `column` > `above`: a Gather reads
    place 1 of a list of one. The graph loads, and other rows are answered with the same bits."""
    import numpy as np
    from onnx import TensorProto, helper

    nodes = [
        helper.make_node("Greater", [column, f"{PREFIX}bound"], [f"{PREFIX}above"], name=f"{PREFIX}above"),
        helper.make_node("Cast", [f"{PREFIX}above"], [f"{PREFIX}place"], name=f"{PREFIX}place", to=TensorProto.INT64),
        helper.make_node("Gather", [f"{PREFIX}zero", f"{PREFIX}place"], [f"{PREFIX}read"], name=f"{PREFIX}read"),
        # The column must depend on the read, or the runtime would leave it out.
        helper.make_node("Add", [column, f"{PREFIX}read"], [f"{PREFIX}value"], name=f"{PREFIX}value"),
    ]
    return _with_detour(model, column, nodes, {"bound": np.float32(above), "zero": np.zeros(1, np.float32)})


def with_slow_answers(model: Any, column: str, rounds: int) -> Any:
    """The same graph and the same answers, after `rounds` products of matrices of 128 by 128, some 0.1 to
    0.5 ms each on one core, whatever the row."""
    import numpy as np
    from onnx import TensorProto, helper

    scalar, matrix = (lambda name, kind: helper.make_tensor_value_info(name, kind, [])), [128, 128]
    body = helper.make_graph(
        [
            helper.make_node("Identity", ["goes_on"], ["still_goes_on"]),
            helper.make_node("MatMul", ["held", f"{PREFIX}unit"], ["next_held"]),
        ],
        "round",
        [
            scalar("round", TensorProto.INT64),
            scalar("goes_on", TensorProto.BOOL),
            helper.make_tensor_value_info("held", TensorProto.FLOAT, matrix),
        ],
        [
            scalar("still_goes_on", TensorProto.BOOL),
            helper.make_tensor_value_info("next_held", TensorProto.FLOAT, matrix),
        ],
    )
    names = {name: f"{PREFIX}{name}" for name in ("rounds", "true", "unit", "held", "sum", "zero", "nothing", "value")}
    nodes = [
        helper.make_node("Loop", [names["rounds"], names["true"], names["unit"]], [names["held"]], body=body),
        helper.make_node("ReduceSum", [names["held"]], [names["sum"]], keepdims=0),
        helper.make_node("Mul", [names["sum"], names["zero"]], [names["nothing"]]),
        # The column must depend on the products, or the runtime would leave them out.
        helper.make_node("Add", [column, names["nothing"]], [names["value"]]),
    ]
    numbers = {"rounds": np.int64(rounds), "zero": np.float32(0)}
    constants = {**numbers, "true": np.True_, "unit": np.eye(128, dtype=np.float32)}
    return _with_detour(model, column, nodes, constants)


def _with_detour(model: Any, column: str, nodes: list[Any], constants: dict[str, Any]) -> Any:
    """A copy of the graph that reads what `nodes` make of `column` in its place, under the name PREFIX + value."""
    import numpy as np
    import onnx
    from onnx import TensorProto, numpy_helper

    changed = onnx.ModelProto()
    changed.CopyFrom(model)
    graph = changed.graph
    inputs = {value.name: value.type.tensor_type.elem_type for value in graph.input}
    if inputs.get(column) != TensorProto.FLOAT:
        raise BAD_CONFIGURATION(where="--share-column", problem=f"{column!r} is not a number input of the model")
    for node in graph.node:
        node.input[:] = [f"{PREFIX}value" if name == column else name for name in node.input]
    rest = list(graph.node)
    del graph.node[:]
    graph.node.extend([*nodes, *rest])
    graph.initializer.extend(
        numpy_helper.from_array(np.asarray(value), f"{PREFIX}{name}") for name, value in constants.items()
    )
    onnx.checker.check_model(changed, full_check=True)
    return changed


def changed_copy(store: Store, source: str, target: str, change: Callable[[Any], Any]) -> dict[str, Any]:
    """Copies a registered model, changed, to `target` (a prefix). Returns the digests of the copy."""
    import onnx

    target = target.rstrip("/") + "/"
    with tempfile.TemporaryDirectory() as folder:
        manifest = json.loads(store.read(source, Path(folder) / MANIFEST_FILE).path.read_text())
        artifact = manifest["artifact"]
        model_uri = f"{source.rsplit('/', 1)[0]}/{artifact['file']}"
        got = store.read(model_uri, Path(folder) / artifact["file"])
        if got.sha256 != artifact["sha256"]:
            raise DIGEST_MISMATCH(uri=model_uri, found=got.sha256, expected=artifact["sha256"])
        model = onnx.load(got.path)
    data = change(model).SerializeToString(deterministic=True)
    entry = file_entry(artifact["file"], data)
    digest = {"sha256": entry["sha256"], "sizeBytes": entry["sizeBytes"]}
    # Only the model is copied, so only the model is listed.
    rest = {name: value for name, value in manifest.items() if name != "holdout"}
    copied = encode_manifest({**rest, "artifact": {**artifact, **digest}, "files": [entry]})
    store.write(f"{target}{artifact['file']}", data, content_type(artifact["file"]))
    store.write(f"{target}{MANIFEST_FILE}", copied, content_type(MANIFEST_FILE))
    return {
        "artifact": {"uri": f"{target}{artifact['file']}", **digest},
        "manifest": {"uri": f"{target}{MANIFEST_FILE}", "sha256": file_entry(MANIFEST_FILE, copied)["sha256"]},
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m trainyard_trainer.samples")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in TABLES:
        table = commands.add_parser(name, help=f"write the {name} table as CSV")
        table.add_argument("target", help="s3:// or file:// URI of the CSV")
    broken = commands.add_parser("failing-copy", help="copy a model that fails at run time for some rows")
    broken.add_argument("source", help="URI of a manifest.json")
    broken.add_argument("target", help="URI prefix of the copy")
    broken.add_argument("--share-column", required=True, help="the column that decides which rows fail")
    broken.add_argument("--above", type=float, required=True, help="rows with a greater value fail")
    slow = commands.add_parser("slow-copy", help="copy a model that takes its time for every row")
    slow.add_argument("source", help="URI of a manifest.json")
    slow.add_argument("target", help="URI prefix of the copy")
    slow.add_argument("--share-column", required=True, help="a number input of the model")
    slow.add_argument("--rounds", type=int, required=True, help="products of matrices before each answer")
    return parser


def _change(model: Any, options: argparse.Namespace) -> Any:
    if options.command == "slow-copy":
        return with_slow_answers(model, options.share_column, options.rounds)
    return with_failing_rows(model, options.share_column, options.above)


def main(arguments: list[str]) -> int:
    """Prints one JSON line; exit codes as in errors."""
    options = _parser().parse_args(arguments)
    store = Store(read_config([], os.environ).store)
    try:
        if options.command in TABLES:
            data = TABLES[options.command]()
            store.write(options.target, data, CSV_TYPE)
            entry = file_entry(options.target, data)
            answer = {"uri": entry["name"], "sha256": entry["sha256"], "sizeBytes": entry["sizeBytes"]}
        else:
            answer = changed_copy(store, options.source, options.target, lambda model: _change(model, options))
    except TrainerError as error:
        print(f"{error.reason}: {error.message}", file=sys.stderr)
        return error.exit_code
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
