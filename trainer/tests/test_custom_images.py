"""The programs of config/samples/custom, as processes: do they keep the contract? The images are not built."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from conftest import Result, spec_of
from tables import breast_cancer
from test_contract import check_schema

SAMPLES = Path(__file__).parents[2] / "config" / "samples" / "custom"
GATES = [{"metric": "roc_auc", "split": "Test", "min": 0.95}, {"metric": "parity_max_abs_error", "max": 1e-5}]


def start(program: str, place: Path, spec: dict[str, Any], env: dict[str, str], **more: Any) -> subprocess.Popen[str]:
    order = {"namespace": "ml", "name": "run", "uid": "u", "attempt": 1, "outputUri": f"file://{place}/out/"}
    (place / "run.json").write_text(json.dumps({**order, "spec": spec, **more}))
    settings = {
        "TRAINYARD_RUN": str(place / "run.json"),
        "TRAINYARD_TERMINATION_LOG": str(place / "termination"),
        "PYTHONPATH": str(SAMPLES),
    }
    command = [sys.executable, "-u", str(SAMPLES / program / "train.py")]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env={**os.environ, **settings, **env}, stdout=pipe, stderr=pipe, text=True)


def ended(process: subprocess.Popen[str], place: Path) -> Result:
    _, errors = process.communicate(timeout=120)
    content = (place / "termination").read_bytes()
    assert len(content) <= 4096, errors
    return Result(process.returncode, json.loads(content), place / "out")


@pytest.fixture
def program(tmp_path: Path):
    def run(spec: dict[str, Any], name: str = "plain-python", env: dict[str, str] | None = None, **more: Any) -> Result:
        return ended(start(name, tmp_path, spec, env or {}, **more), tmp_path)

    return run


def custom(uri: str, **overrides: Any) -> dict[str, Any]:
    algorithm = {"name": "custom", "image": "registry.example/team/own:1", "parameters": {"epochs": 300}}
    return spec_of(uri, **{"algorithm": algorithm, "gates": GATES, "metrics__others": ["log_loss"], **overrides})


def test_a_run_leaves_what_the_contract_wants(program, tumour_csv):
    result = program(custom(tumour_csv), image={"reference": "registry.example/team/own:1"}, parent="tumour-1")
    assert result.code == 0
    check_schema(result.manifest)
    for name, path in (("manifest", "manifest.json"), ("artifact", "model.onnx")):
        data = (result.folder / path).read_bytes()
        assert result.message[name]["sha256"] == hashlib.sha256(data).hexdigest()
        assert result.message[name]["uri"].endswith(f"/out/{path}")
    assert result.message["artifact"]["sizeBytes"] == (result.folder / "model.onnx").stat().st_size
    assert result.manifest["artifact"]["sha256"] == result.message["artifact"]["sha256"]
    assert [gate["passed"] for gate in result.manifest["gates"]] == [True, True]
    assert result.manifest["image"]["reference"] == "registry.example/team/own:1"


def test_the_model_takes_raw_columns_and_predicts_well(program, tumour_csv):
    result = program(custom(tumour_csv))
    table, names = breast_cancer(), result.manifest["features"]["inputs"]
    session = onnxruntime.InferenceSession(result.folder / "model.onnx")
    feeds = {name: table[name].to_numpy(dtype=np.float32).reshape(-1, 1) for name in names}
    label, probabilities = session.run(["label", "probabilities"], feeds)
    assert (label.dtype, label.shape) == (np.int64, (569,))
    assert (probabilities.dtype, probabilities.shape) == (np.float32, (569, 2))
    assert (label == table["malignant"]).mean() > 0.95
    gaps = {**feeds, names[0]: np.full((569, 1), np.nan, np.float32)}
    assert np.isfinite(session.run(["probabilities"], gaps)[0]).all()


@pytest.mark.parametrize(
    "overrides",
    [
        {},
        {"data__split": {"testFraction": 0.3, "seed": 3}, "crossValidation": {"folds": 3, "repeats": 2, "seed": 11}},
    ],
)
def test_its_folds_are_those_of_the_built_in_trainer(program, run, tumour_csv, overrides):
    own = program(custom(tumour_csv, **overrides)).manifest
    built_in = run(spec_of(tumour_csv, **overrides)).manifest
    assert own["folds"]["digest"] == built_in["folds"]["digest"]
    for name in ("folds", "repeats", "seed", "trainRows", "testRows", "metric"):
        assert own["folds"][name] == built_in["folds"][name]
    [cv] = [metric for metric in own["metrics"] if metric["split"] == "CV"]
    scores = own["folds"]["scores"]
    assert cv == {
        "name": "roc_auc",
        "split": "CV",
        "n": len(scores),
        "value": pytest.approx(np.mean(scores)),
        "stdDev": pytest.approx(np.std(scores, ddof=1)),
    }
    assert min(scores) > 0.9


@pytest.mark.parametrize(
    ("overrides", "code", "reason", "text"),
    [
        ({"task": "Regression"}, 64, "BadConfiguration", "only BinaryClassification"),
        ({"metrics__primary": "f1"}, 64, "BadConfiguration", "only roc_auc"),
        ({"data__rules": [{"column": "a", "min": 0}]}, 64, "BadConfiguration", "data.rules"),
        ({"algorithm__parameters": {"epoch": 3}}, 64, "UnknownParameter", "epoch"),
        ({"data__target": "nothing"}, 65, "MissingColumn", "nothing"),
        ({"data__drop": []}, 65, "DataUnreadable", "numbers only"),
        ({"data__source": {"uri": "file:///nowhere.csv"}}, 65, "DataNotFound", "nowhere.csv"),
        ({"gates": [{"metric": "roc_auc", "min": 0.9999}]}, 66, "GateFailed", "roc_auc"),
        ({"algorithm__parameters": {"epochs": "many"}}, 70, "Internal", "TypeError"),
        ({"data__source": {"uri": "s3://data/x.csv"}}, 75, "StoreUnreachable", "could not be read"),
    ],
)
def test_what_cannot_be_done_ends_with_its_code_and_reason(program, tumour_csv, overrides, code, reason, text):
    env = {"AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
    result = program(custom(tumour_csv, **overrides), env=env)
    assert (result.code, result.reason) == (code, reason)
    assert text in result.text


def test_a_missed_gate_is_told_with_the_files(program, tumour_csv):
    result = program(custom(tumour_csv, gates=[{"metric": "accuracy", "min": 1.0}]))
    assert (result.code, result.reason) == (66, "GateFailed")
    assert result.message["manifest"]["uri"].endswith("manifest.json")
    assert [gate["passed"] for gate in result.manifest["gates"]] == [False]
    check_schema(result.manifest)


def test_data_and_files_may_lie_in_s3(program, s3):
    table = breast_cancer().to_csv(index=False).encode()
    s3.client.put_object(Bucket="data", Key="custom.csv", Body=table)
    result = program(custom("s3://data/custom.csv"), env=s3.env, outputUri="s3://models/custom/")
    assert result.code == 0
    content = s3.client.get_object(Bucket="models", Key="custom/manifest.json")["Body"].read()
    assert hashlib.sha256(content).hexdigest() == result.message["manifest"]["sha256"]
    assert json.loads(content)["data"]["sha256"] == hashlib.sha256(table).hexdigest()


def interrupted(program_name: str, place: Path, spec: dict[str, Any], **more: Any) -> Result:
    """Stopped by SIGTERM in the middle of its fit."""
    process = start(program_name, place, spec, {}, **more)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("The fit begins"):
            break
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    return ended(process, place)


def test_a_run_that_was_stopped_goes_on_at_its_epoch(program, tumour_csv, tmp_path):
    checkpoint = {"uri": f"file://{tmp_path}/checkpoint/"}
    epochs = 4_000_000
    long = custom(tumour_csv, algorithm__parameters={"epochs": epochs})
    stopped = interrupted("plain-python", tmp_path, long, checkpoint=checkpoint)
    assert (stopped.code, stopped.reason) == (75, "Terminated")
    step = stopped.message["checkpoint"]["step"]
    assert 0 <= step < epochs

    short = custom(tumour_csv, algorithm__parameters={"epochs": step + 50})
    whole = program(short)
    process = start("plain-python", tmp_path, short, {}, checkpoint=checkpoint)
    out, _ = process.communicate(timeout=120)
    assert f"The fit begins at epoch {step}." in out
    assert json.loads((tmp_path / "termination").read_text())["artifact"] == whole.message["artifact"]


def test_a_checkpoint_with_a_changed_byte_is_told_and_not_used(program, tumour_csv, tmp_path):
    (tmp_path / "checkpoint.bin").write_bytes(b"0" * 64 + b"\nPK")
    process = start("plain-python", tmp_path, custom(tumour_csv), {}, checkpoint={"uri": f"file://{tmp_path}/"})
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert "the run begins anew" in out
    assert "The fit begins at epoch 0." in out


def test_a_model_file_that_computes_something_else_is_caught(program, tumour_csv, tmp_path):
    broken = (
        (SAMPLES / "plain-python" / "train.py").read_text().replace('"Sigmoid", ["logit"]', '"HardSigmoid", ["logit"]')
    )
    (tmp_path / "train.py").write_text(broken)
    result = program(custom(tumour_csv), str(tmp_path))
    assert (result.code, result.reason) == (67, "ParityFailed")
    assert not (result.folder / "manifest.json").exists()


def test_pytorch_is_not_loaded_before_the_spec_is_known_to_be_right(program, tumour_csv):
    result = program(custom(tumour_csv, algorithm__parameters={"layers": 3}), "pytorch")
    assert (result.code, result.reason) == (64, "UnknownParameter")
    assert "layers" in result.text


def test_the_scaling_of_the_pytorch_program(monkeypatch):
    monkeypatch.syspath_prepend(str(SAMPLES))
    place = importlib.util.spec_from_file_location("pytorch_train", SAMPLES / "pytorch" / "train.py")
    assert place is not None and place.loader is not None
    train = importlib.util.module_from_spec(place)
    place.loader.exec_module(train)
    mean, scale = train.scaling(np.array([[1, 5, np.nan], [3, 5, 4]], np.float32))
    assert mean.tolist() == [2, 5, 4]
    assert scale.tolist() == [1, 1, 1]


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")
def test_the_pytorch_program_trains_and_goes_on_from_a_checkpoint(program, tumour_csv, tmp_path):
    result = program(custom(tumour_csv, algorithm__parameters={}), "pytorch")
    assert result.code == 0
    check_schema(result.manifest)
    checkpoint = {"uri": f"file://{tmp_path}/checkpoint/"}
    long = custom(tumour_csv, algorithm__parameters={"epochs": 4_000_000})
    stopped = interrupted("pytorch", tmp_path, long, checkpoint=checkpoint)
    assert stopped.code == 75
    step = stopped.message["checkpoint"]["step"]
    short = custom(tumour_csv, algorithm__parameters={"epochs": step + 20})
    whole = program(short, "pytorch")
    assert program(short, "pytorch", checkpoint=checkpoint).message["artifact"] == whole.message["artifact"]
