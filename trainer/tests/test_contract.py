"""What a run leaves behind: files, manifest, termination message."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from conftest import spec_of
from tables import breast_cancer, mixed

SCHEMA = Path(__file__).parents[2] / "crds" / "manifest.schema.json"


def check_schema(manifest: dict) -> None:
    import jsonschema

    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text())).validate(manifest)


@pytest.fixture(scope="module")
def finished(tmp_path_factory, tumour_csv):
    from conftest import Runner

    spec = spec_of(
        tumour_csv,
        algorithm__name="xgboost",
        algorithm__parameters={"max_depth": 4, "learning_rate": 0.1},
        crossValidation={"folds": 5, "repeats": 2},
        metrics__others=["log_loss", "f1"],
        gates=[{"metric": "roc_auc", "min": 0.95}, {"metric": "parity_max_abs_error", "max": 1e-5}],
        data__rules=[{"column": "mean_radius", "type": "Number", "min": 0, "maxNullRatio": 0.02}],
    )
    code = {"repository": "https://example.org/r.git", "commit": "a" * 40, "dirty": False}
    return Runner(tmp_path_factory.mktemp("contract"))(spec, code=code, parent="tumour-2")


def test_a_good_run_ends_with_0_and_names_its_files(finished):
    assert finished.code == 0
    assert set(finished.message) == {"manifest", "artifact", "report", "primary"}
    for name in ("manifest", "artifact"):
        path = Path(finished.message[name]["uri"].removeprefix("file://"))
        assert hashlib.sha256(path.read_bytes()).hexdigest() == finished.message[name]["sha256"]
    assert finished.message["primary"]["name"] == "roc_auc"
    assert finished.message["primary"]["value"] > 0.95


def test_the_manifest_fits_its_schema_and_has_every_member_of_the_contract(finished):
    manifest = finished.manifest
    check_schema(manifest)
    assert list(manifest) == [
        "schemaVersion",
        "model",
        "task",
        "run",
        "artifact",
        "files",
        "signature",
        "data",
        "features",
        "algorithm",
        "seed",
        "environment",
        "code",
        "parent",
        "metrics",
        "folds",
        "holdout",
        "calibration",
        "gates",
        "parity",
        "latency",
        "baseline",
        "explanation",
        "stages",
    ]
    assert manifest["data"]["rows"] == 569
    assert manifest["parity"]["labelMismatches"] == 0
    assert manifest["parity"]["maxAbsError"] <= 1e-6
    assert manifest["algorithm"]["parameters"]["n_estimators"] == 100
    assert [stage["name"] for stage in manifest["stages"]] == (
        ["Ingest", "Validate", "Features", "Fit", "Evaluate", "Export", "Report"]
    )
    assert len(manifest["folds"]["scores"]) == 10
    assert {(item["name"], item["split"]) for item in manifest["metrics"]} == {
        (name, on) for name in ("roc_auc", "log_loss", "f1") for on in ("Train", "CV", "Test")
    }


def test_every_listed_file_has_its_digest(finished):
    assert [entry["name"] for entry in finished.manifest["files"]] == ["model.onnx", "report.html", "holdout.json"]
    assert {path.name for path in finished.folder.iterdir()} == {
        "manifest.json",
        *(entry["name"] for entry in finished.manifest["files"]),
    }
    for entry in finished.manifest["files"]:
        data = (finished.folder / entry["name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        assert len(data) == entry["sizeBytes"]


def test_the_served_graph_takes_raw_columns_and_gives_tensors(finished):
    model = onnx.load(finished.folder / "model.onnx")
    manifest = finished.manifest
    assert [value.name for value in model.graph.input] == manifest["features"]["inputs"]
    assert [value.name for value in model.graph.output] == ["label", "probabilities"]
    assert {(entry.domain, entry.version) for entry in model.opset_import} == {("", 21), ("ai.onnx.ml", 3)}
    kinds = [node.op_type for node in model.graph.node]
    assert kinds.count("Concat") == 1
    assert "ZipMap" not in kinds
    session = onnxruntime.InferenceSession(model.SerializeToString())
    table = breast_cancer()
    names = manifest["features"]["inputs"]
    feeds = {name: table[name].to_numpy(dtype=np.float32).reshape(-1, 1) for name in names}
    label, probabilities = session.run(None, feeds)
    assert (label.dtype, label.shape) == (np.int64, (569,))
    assert (probabilities.dtype, probabilities.shape) == (np.float32, (569, 2))
    assert np.allclose(probabilities.sum(axis=1), 1, atol=1e-6)
    assert (label == table["malignant"]).mean() > 0.95


def test_the_report_opens_offline_and_shows_what_was_asked_for(finished):
    report = (finished.folder / "report.html").read_text()
    for heading in ("ROC", "Precision and recall", "Calibration", "Confusion", "Cross-validation", "Importance"):
        assert f"<h2>{heading}</h2>" in report
    assert "Data quality" in report and "Stages" in report
    assert not re.findall(r'(?:src|href)="https?:', report)
    assert "<script" not in report


def test_text_columns_and_labels_stay_what_they_are(run, save):
    spec = spec_of(save(mixed()), data={"source": {"uri": ""}, "target": "y"})
    spec["data"]["source"]["uri"] = save(mixed())
    result = run(spec)
    assert result.code == 0
    manifest = result.manifest
    check_schema(manifest)
    assert {item["name"]: item["datatype"] for item in manifest["signature"]["inputs"]} == {
        "mean radius": "FP32",
        "visits": "FP32",
        "flag": "FP32",
        "country": "BYTES",
        "city": "BYTES",
    }
    assert manifest["signature"]["labels"] == ["no", "yes"]
    assert manifest["signature"]["outputs"][0]["datatype"] == "BYTES"
    session = onnxruntime.InferenceSession(result.folder / "model.onnx")
    row = {name: np.array([[1.0]], np.float32) for name in ("mean radius", "visits", "flag")}
    texts = {"country": np.array([["NA"]], object), "city": np.array([["somewhere new"]], object)}
    assert session.run(["label"], row | texts)[0][0] in ("no", "yes")


@pytest.mark.parametrize("task", ["MulticlassClassification", "Regression"])
def test_the_manifest_of_other_tasks_fits_the_schema(run, save, task):
    metric = "rmse" if task == "Regression" else "log_loss"
    algorithm = "ridge" if task == "Regression" else "logistic"
    spec = spec_of(save(mixed(task)), task=task, metrics={"primary": metric}, algorithm={"name": algorithm})
    spec["data"] = {"source": spec["data"]["source"], "target": "y"}
    result = run(spec)
    assert result.code == 0
    check_schema(result.manifest)
    outputs = [output["name"] for output in result.manifest["signature"]["outputs"]]
    assert outputs == (["prediction"] if task == "Regression" else ["label", "probabilities"])
    report = (result.folder / "report.html").read_text()
    assert ("Residuals" in report) == (task == "Regression")
