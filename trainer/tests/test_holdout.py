"""holdout.json: what the final model says of the held-out rows."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pandas as pd
import pytest
from conftest import Result, spec_of
from sklearn.metrics import accuracy_score, roc_auc_score
from tables import breast_cancer, mixed
from test_contract import check_schema

from trainyard_trainer import holdout
from trainyard_trainer.holdout import MAX_ROWS, held_out
from trainyard_trainer.pipeline import Prediction
from trainyard_trainer.split import Split
from trainyard_trainer.validate import Dataset


def of_mixed(uri: str, task: str = "BinaryClassification", **overrides: Any) -> dict[str, Any]:
    return spec_of(uri, task=task, data={"source": {"uri": uri}, "target": "y"}, **overrides)


def written(result: Result) -> dict[str, Any]:
    assert result.code == 0, result.message
    return json.loads((result.folder / "holdout.json").read_text())


def on_test(result: Result) -> dict[str, float]:
    return {item["name"]: item["value"] for item in result.manifest["metrics"] if item["split"] == "Test"}


@pytest.mark.parametrize("name", ["logistic", "xgboost", "randomForest"])
def test_the_metrics_of_the_manifest_follow_from_the_file(run, save, name):
    spec = of_mixed(save(mixed()), algorithm={"name": name}, metrics={"primary": "roc_auc", "others": ["accuracy"]})
    result = run(spec)
    found, told = written(result), on_test(result)
    assert list(found) == ["schemaVersion", "rows", "labels", "predicted", "scores"]
    assert found["schemaVersion"] == 1
    lengths = {len(found[name]) for name in ("labels", "predicted", "scores")}
    assert lengths == {found["rows"]} == {result.manifest["data"]["split"]["testRows"]}
    assert roc_auc_score(found["labels"], found["scores"]) == told["roc_auc"]
    assert accuracy_score(found["labels"], found["predicted"]) == told["accuracy"]


def test_the_manifest_says_which_file_it_is(run, tumour_csv):
    result = run(spec_of(tumour_csv))
    data = (result.folder / "holdout.json").read_bytes()
    check_schema(result.manifest)
    told = result.manifest["holdout"]
    assert told == {
        "file": "holdout.json",
        "sha256": hashlib.sha256(data).hexdigest(),
        "rows": json.loads(data)["rows"],
    }
    assert {"name": told["file"], "sha256": told["sha256"], "sizeBytes": len(data)} in result.manifest["files"]


def test_rows_are_those_of_the_split_in_the_order_of_the_table(run, save):
    table = breast_cancer().assign(seen=range(569))
    uri = save(table)
    spec = spec_of(uri, data__drop=["patient_id"], data__time="seen", data__split={"strategy": "Time"})
    result = run(spec)
    found = written(result)
    held = table.iloc[-found["rows"] :]
    assert found["labels"] == held["malignant"].tolist()
    session = onnxruntime.InferenceSession(result.folder / "model.onnx")
    names = result.manifest["features"]["inputs"]
    feeds = {name: held[name].to_numpy(dtype=np.float32).reshape(-1, 1) for name in names}
    label, probabilities = session.run(["label", "probabilities"], feeds)
    assert found["predicted"] == label.tolist()
    assert np.abs(np.array(found["scores"]) - probabilities[:, 1]).max() <= 1e-5


def test_classes_are_told_by_their_places_and_many_have_no_scores(run, save):
    for task, places in (("BinaryClassification", {0, 1}), ("MulticlassClassification", {0, 1, 2})):
        result = run(of_mixed(save(mixed(task)), task, metrics={"primary": "accuracy"}))
        found = written(result)
        assert set(found["labels"]) == places >= set(found["predicted"])
        assert ("scores" in found) == (task == "BinaryClassification")
        assert accuracy_score(found["labels"], found["predicted"]) == on_test(result)["accuracy"]
        check_schema(result.manifest)


def test_a_regression_has_no_such_file(run, save):
    spec = of_mixed(save(mixed("Regression")), "Regression", metrics={"primary": "rmse"}, algorithm={"name": "ridge"})
    result = run(spec)
    assert result.code == 0, result.message
    assert "holdout" not in result.manifest
    assert not (result.folder / "holdout.json").exists()
    assert [entry["name"] for entry in result.manifest["files"]] == ["model.onnx", "report.html"]


def test_runs_with_equal_folds_tell_of_the_same_rows_and_equal_runs_the_same_bytes(run, save):
    uri = save(mixed())
    one, again, other = (run(of_mixed(uri, algorithm={"name": name})) for name in ("xgboost", "xgboost", "logistic"))
    bytes_of = [(result.folder / "holdout.json").read_bytes() for result in (one, again, other)]
    assert bytes_of[0] == bytes_of[1] != bytes_of[2]
    assert one.manifest["folds"]["digest"] == other.manifest["folds"]["digest"]
    assert written(one)["labels"] == written(other)["labels"]


def test_no_input_and_no_name_is_in_the_file(run, save):
    table = mixed()
    table["visits"] = 7_331_325.5 + np.arange(len(table))
    result = run(of_mixed(save(table)))
    text = (result.folder / "holdout.json").read_text()
    assert re.search(r"7331[3-6]\d\d", text) is None
    for value in ("München", "country", "yes", "table", "uid-1"):
        assert value not in text
    assert set(json.loads(text)) == {"schemaVersion", "rows", "labels", "predicted", "scores"}


def test_a_run_that_fails_its_gate_writes_it_all_the_same(run, save):
    result = run(of_mixed(save(mixed()), gates=[{"metric": "roc_auc", "min": 0.9999}]))
    assert result.code == 66
    data = (result.folder / "holdout.json").read_bytes()
    assert result.manifest["holdout"]["sha256"] == hashlib.sha256(data).hexdigest()


def test_of_many_rows_some_are_kept_from_the_first_to_the_last(run, save, monkeypatch):
    uri = save(mixed())
    whole = written(run(of_mixed(uri)))
    monkeypatch.setattr(holdout, "MAX_ROWS", 20)
    result = run(of_mixed(uri))
    part = written(result)
    assert part["rows"] == result.manifest["holdout"]["rows"] == 20 < whole["rows"]
    spread = np.linspace(0, whole["rows"] - 1, 20).astype(int)
    for name in ("labels", "predicted", "scores"):
        assert part[name] == [whole[name][row] for row in spread]
    assert spread[-1] == whole["rows"] - 1


def made(scores: np.ndarray, classes: int = 2) -> holdout.Holdout | None:
    """Of rows of which every third one is tested; the truth is the row's number, modulo the classes."""
    test = np.arange(0, 3 * len(scores), 3)
    y = np.arange(3 * len(scores)) % classes
    data = Dataset(pd.DataFrame(), [], y, np.arange(classes))
    return held_out(data, Split(np.array([], int), test, "a"), Prediction(scores.argmax(axis=1), scores))


def test_20_000_rows_are_kept_and_they_are_small():
    positive = np.random.default_rng(0).random(60_000).astype(np.float32) ** 4
    found = made(np.stack([1 - positive, positive], axis=1))
    assert found.rows == MAX_ROWS == 20_000
    kept = np.linspace(0, 59_999, 20_000).astype(int)
    assert found.labels.tolist() == (3 * kept % 2).tolist()
    assert len(found.encode()) < 600_000


def test_scores_come_back_to_the_bit_in_the_fewest_digits():
    positive = np.array([0.1, 1 / 3, 1e-8, 1e-45, 0, 1, np.nextafter(np.float32(0.5), np.float32(1))], np.float32)
    found = made(np.stack([1 - positive, positive], axis=1)).encode()
    assert b'"scores": [0.1, 0.33333334, 1e-08, 1e-45, 0.0, 1.0, 0.50000006]' in found
    assert np.array_equal(np.array(json.loads(found)["scores"], np.float32), positive)


def test_a_row_without_a_score_leaves_all_scores_out():
    scores = np.array([[0.2, 0.8], [np.nan, np.nan], [0.6, 0.4]], np.float32)
    document = json.loads(made(scores).encode())
    assert document["rows"] == 3 and "scores" not in document


def test_the_operator_and_the_contract_know_the_file_by_the_same_version():
    document = json.loads(made(np.array([[0.2, 0.8]], np.float32)).encode())
    contract = (Path(__file__).parents[2] / "docs" / "contract.md").read_text()
    example = next(json.loads(line) for line in contract.splitlines() if line.startswith('{"schemaVersion": 1, "rows"'))
    assert list(example) == list(document)
    assert example["schemaVersion"] == document["schemaVersion"] == holdout.HOLDOUT_SCHEMA_VERSION
    assert len(example["labels"]) == len(example["predicted"]) == len(example["scores"]) == example["rows"]
