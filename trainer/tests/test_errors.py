"""Every way a run can end badly, through the whole trainer: exit code, reason, and a message that helps."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from conftest import spec_of
from tables import breast_cancer, mixed

from trainyard_trainer import errors

CONFIGURATION = [
    ("an unknown parameter names close ones", {"algorithm": {"name": "xgboost", "parameters": {"max_depht": 3}}},
     "UnknownParameter", ["max_depht", "max_depth"]),
    ("a parameter of scikit-learn too", {"algorithm": {"name": "randomForest", "parameters": {"n_estimator": 3}}},
     "UnknownParameter", ["n_estimator", "n_estimators"]),
    ("a parameter that is ours is refused", {"algorithm": {"name": "xgboost", "parameters": {"eval_metric": "auc"}}},
     "ReservedParameter", ["eval_metric"]),
    ("a value that the library refuses", {"algorithm": {"name": "randomForest", "parameters": {"max_depth": "deep"}}},
     "InvalidParameter", ["max_depth", "deep"]),
    ("a value that XGBoost refuses", {"algorithm": {"name": "xgboost", "parameters": {"learning_rate": -1}}},
     "InvalidParameter", ["learning_rate"]),
    ("a class weight for no class", {"algorithm__parameters": {"class_weight": {"7": 2}}},
     "InvalidParameter", ["'7'"]),
    ("an algorithm of another task", {"algorithm": {"name": "ridge"}}, "UnknownAlgorithm", ["ridge", "logistic"]),
    ("an unknown metric names close ones", {"metrics": {"primary": "roc_acu"}}, "UnknownMetric",
     ["roc_acu", "roc_auc"]),
    ("a metric of another task", {"metrics": {"primary": "rmse"}}, "UnknownMetric", ["rmse"]),
    ("an unknown metric in a gate", {"gates": [{"metric": "acuracy", "min": 1}]}, "UnknownMetric",
     ["gates[0]", "acuracy", "accuracy"]),
    ("parity is no metric to train by", {"metrics": {"primary": "parity_max_abs_error"}}, "UnknownMetric", ["parity"]),
    ("a field that does not exist", {"data__spilt": {}}, "BadConfiguration", ["spec.data.spilt", "split"]),
    ("an unknown task", {"task": "Clustering"}, "BadConfiguration", ["spec.task", "Regression"]),
    ("a share out of bounds", {"data__split": {"testFraction": 0.9}}, "BadConfiguration", ["testFraction", "0.9"]),
    ("a gate without bounds", {"gates": [{"metric": "f1"}]}, "BadConfiguration", ["gates[0]", "min"]),
    ("a rule about two things", {"data__rules": [{"column": "a", "rowCount": {}}]}, "BadConfiguration", ["rules[0]"]),
    ("a scheme that cannot be read", {"data__source__uri": "ftp://x/y"}, "BadConfiguration", ["ftp://x/y"]),
    ("classes of a regression", {"task": "Regression", "data__split": {"strategy": "Stratified"}},
     "BadConfiguration", ["Stratified", "Random"]),
]  # fmt: skip

DATA = [
    ("the target is missing", {"data__target": "malignat"}, "MissingColumn", ["malignat", "malignant"]),
    ("a dropped column is missing", {"data__drop": ["patient"]}, "MissingColumn", ["data.drop", "patient_id"]),
    ("a rule's column is missing", {"data__rules": [{"column": "mean_radus", "min": 0}]}, "MissingColumn",
     ["data.rules[0]", "mean_radius"]),
    ("a bound is broken", {"data__rules": [{"column": "mean_radius", "max": 20}]}, "DataRuleFailed",
     ["mean_radius", "max 20", "45 of 569", "in rows"]),
    ("several rules are all told", {"data__rules": [{"column": "mean_radius", "max": 20}, {"rowCount": {"min": 1000}}]},
     "DataRuleFailed", ["2 data rule(s)", "mean_radius", "rowCount min 1000", "569 rows"]),
    ("too few classes for the task", {"task": "MulticlassClassification", "data__target": "mean_radius"},
     "InvalidTarget", ["mean_radius"]),
    ("texts for a regression", {"task": "Regression", "data__target": "patient_id", "data__drop": [],
                               "metrics": {"primary": "rmse"}, "algorithm": {"name": "ridge"}},
     "InvalidTarget", ["patient_id", "texts"]),
    ("a pinned digest that is another", {"data__source__sha256": "0" * 64}, "DigestMismatch", ["0" * 64]),
    ("an object that is not there", {"data__source__uri": "file:///nowhere/x.csv"}, "DataNotFound", ["/nowhere/x.csv"]),
    ("a file of another format", {"data__format": "Parquet"}, "DataUnreadable", ["Parquet"]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "change", "reason", "words"), CONFIGURATION, ids=[row[0] for row in CONFIGURATION])
def test_bad_configuration_is_64(run, tumour_csv, case, change, reason, words):
    result = run(spec_of(tumour_csv, **change))
    assert (result.code, result.reason) == (64, reason)
    for word in words:
        assert word in result.text


@pytest.mark.parametrize(("case", "change", "reason", "words"), DATA, ids=[row[0] for row in DATA])
def test_invalid_data_is_65(run, tumour_csv, case, change, reason, words):
    result = run(spec_of(tumour_csv, **change))
    assert (result.code, result.reason) == (65, reason)
    for word in words:
        assert word in result.text


def small(**columns: object) -> pd.DataFrame:
    rows = 40
    base = {"a": np.arange(rows), "y": [0, 1] * (rows // 2)}
    return pd.DataFrame({**base, **columns})


TABLES = [
    ("no rows", small().iloc[:0], {}, "EmptyData", []),
    ("no target in some rows", small(y=[None, 1.0] * 20), {}, "InvalidTarget", ["20 of 40"]),
    ("three classes in a binary task", small(y=list(range(3)) * 13 + [0]), {}, "InvalidTarget", ["found 3"]),
    ("one class", small(y=[1] * 40), {}, "InvalidTarget", ["found 1"]),
    ("a rare class", small(y=[0] * 37 + [1] * 3), {"crossValidation": {"folds": 5}}, "ClassTooSmall",
     ["'1'", "5 folds"]),
    ("too few rows", small().iloc[:3], {}, "TooFewRows", ["3"]),
    ("nothing to learn from", small()[["y"]], {}, "NoFeatures", []),
    ("an output's name", small(label=range(40)), {}, "ReservedColumn", ["label"]),
    ("infinite numbers", small(b=[np.inf] + [1.0] * 39), {}, "InfiniteValue", ["'b'", "row 1"]),
    ("numbers beyond float32", small(b=[1e39] + [1.0] * 39), {}, "InfiniteValue", ["'b'"]),
    ("a name beyond the manifest's bounds", small(**{"x" * 200: range(40)}), {}, "InvalidColumnName", ["200"]),
    ("more columns than a model may read", small(**{f"c{i}": range(40) for i in range(513)}), {}, "TooManyColumns",
     ["514", "512"]),
    ("one class in the test rows", small(y=[0] * 39 + [1]), {"data__split": {"strategy": "Random", "seed": 1}},
     "ClassTooSmall", []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "table", "change", "reason", "words"), TABLES, ids=[row[0] for row in TABLES])
def test_a_table_that_cannot_be_trained_on_is_65(run, save, case, table, change, reason, words):
    spec = spec_of(save(table), **change)
    spec["data"] |= {"target": "y", "drop": []}
    result = run(spec)
    assert (result.code, result.reason) == (65, reason)
    for word in words:
        assert word in result.text


def test_columns_that_no_tensor_holds_are_named(run, save):
    table = small(when=pd.date_range("2026-01-01", periods=40))
    spec = spec_of(save(table, "t.parquet"))
    spec["data"] |= {"target": "y", "drop": []}
    result = run(spec)
    assert (result.code, result.reason) == (65, "UnsupportedColumn")
    assert "'when'" in result.text and "timestamps" in result.text
    spec["data"]["drop"] = ["when"]
    assert run(spec).code == 0


def test_a_column_twice_is_refused(run, tmp_path):
    path = tmp_path / "twice.csv"
    path.write_text("a,a,y\n1,2,0\n3,4,1\n")
    spec = spec_of(f"file://{path}")
    spec["data"] |= {"target": "y", "drop": []}
    assert run(spec).reason == "DuplicateColumn"


def test_a_failed_gate_is_66_and_still_publishes_everything(run, tumour_csv):
    gates = [
        {"metric": "roc_auc", "min": 0.99999},
        {"metric": "f1", "split": "CV", "max": 0.5},
        {"metric": "recall", "min": 0},
    ]
    result = run(spec_of(tumour_csv, gates=gates))
    assert (result.code, result.reason) == (66, "GateFailed")
    assert "2 gate(s)" in result.text
    assert "roc_auc on Test is" in result.text and "below min 0.99999" in result.text
    assert "f1 on CV is" in result.text and "above max 0.5" in result.text
    assert "recall" not in result.text
    assert set(result.message) == {"error", "manifest", "artifact", "report", "primary"}
    assert [gate["passed"] for gate in result.manifest["gates"]] == [False, False, True]
    assert "2 of 3 gates failed" in (result.folder / "report.html").read_text()


def test_a_gate_on_parity_can_be_stricter_than_the_trainer(run, tumour_csv):
    result = run(spec_of(tumour_csv, gates=[{"metric": "parity_max_abs_error", "max": 1e-12}]))
    assert (result.code, result.reason) == (66, "GateFailed")
    assert "parity_max_abs_error" in result.text


#: onnxmltools 1.16 writes base_score as a probability, not as a margin, when no tree has a split.
WITHOUT_A_SPLIT = {"name": "xgboost", "parameters": {"n_estimators": 1, "min_child_weight": 1e9}}


def test_a_model_that_the_converter_gets_wrong_is_mended_where_it_is_known_how(run, tumour_csv):
    assert run(spec_of(tumour_csv, algorithm=WITHOUT_A_SPLIT)).code == 0


def test_a_model_that_the_converter_gets_wrong_is_67(run, tumour_csv, monkeypatch):
    monkeypatch.setattr("trainyard_trainer.model_graph._base_as_log_odds", lambda *_: None)
    result = run(spec_of(tumour_csv, algorithm=WITHOUT_A_SPLIT))
    assert (result.code, result.reason) == (67, "ParityFailed")
    assert set(result.message) == {"error"}
    assert not result.folder.exists()


def test_a_model_that_the_converter_does_not_know_is_67(run, tumour_csv):
    result = run(spec_of(tumour_csv, algorithm={"name": "xgboost", "parameters": {"booster": "gblinear"}}))
    assert (result.code, result.reason) == (67, "ExportFailed")


def test_a_failure_that_nobody_foresaw_is_70_and_leaves_its_stack_in_the_log(run, tumour_csv, monkeypatch, capsys):
    monkeypatch.setattr("trainyard_trainer.train.baseline", lambda *_: 1 / 0)
    result = run(spec_of(tumour_csv))
    assert (result.code, result.reason) == (70, "Internal")
    assert "ZeroDivisionError during Report" in result.text
    assert "Traceback" in capsys.readouterr().out


def test_a_run_file_that_is_missing_or_no_json_is_64(tmp_path):
    from trainyard_trainer.main import main

    log = tmp_path / "log"
    env = {"TRAINYARD_TERMINATION_LOG": str(log)}
    assert main([str(tmp_path / "absent.json")], env, lambda end: None) == 64
    (tmp_path / "broken.json").write_text("{")
    assert main([str(tmp_path / "broken.json")], env, lambda end: None) == 64
    assert "BadConfiguration" in log.read_text()


def test_an_undefined_primary_metric_is_told_instead_of_null(run, save):
    table = mixed(rows=60)
    table["y"] = ["yes" if row in (0, 1, 2, 3) else "no" for row in range(60)]
    for seed in range(20):
        spec = spec_of(save(table), data__split={"strategy": "Random", "testFraction": 0.05, "seed": seed})
        spec["data"] |= {"target": "y", "drop": []}
        result = run(spec)
        if result.code == 65:
            break
    assert result.reason == "UndefinedMetric"
    assert "one class" in result.text


def test_every_reason_of_the_catalogue_is_camel_case_and_known_to_the_operator():
    assert len({kind.reason for kind in errors.CATALOGUE}) == len(errors.CATALOGUE)
    for kind in errors.CATALOGUE:
        assert kind.reason.isalpha() and kind.reason[0].isupper()
        assert kind.exit_code in (64, 65, 66, 67, 70, 75)


def test_breast_cancer_stays_the_table_that_the_numbers_above_come_from():
    assert int((breast_cancer()["mean_radius"] > 20).sum()) == 45
