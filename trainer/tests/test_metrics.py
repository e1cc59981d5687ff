"""Metrics, gates and baselines: numbers that can be checked by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from trainyard_trainer.baseline import baseline
from trainyard_trainer.columns import describe
from trainyard_trainer.documents import finite
from trainyard_trainer.gates import Measurement, judge
from trainyard_trainer.metrics import METRICS
from trainyard_trainer.run_spec import Gate
from trainyard_trainer.termination import MAX_BYTES, shortened

Y = np.array([0, 0, 1, 1])
SCORES = np.array([[0.9, 0.1], [0.4, 0.6], [0.3, 0.7], [0.6, 0.4]], dtype=np.float32)
BINARY = [
    ("roc_auc", 0.75),
    ("accuracy", 0.5),
    ("balanced_accuracy", 0.5),
    ("f1", 0.5),
    ("precision", 0.5),
    ("recall", 0.5),
    ("f1_macro", 0.5),
    ("log_loss", -np.mean(np.log([0.9, 0.4, 0.7, 0.4]))),
    ("brier", np.mean([0.01, 0.36, 0.09, 0.36])),
    ("average_precision", 0.5 * 1 + 0.5 * 2 / 3),
    ("matthews_corrcoef", 0.0),
]


@pytest.mark.parametrize(("name", "value"), BINARY)
def test_binary(name, value):
    assert METRICS[name].measure(Y, SCORES.argmax(axis=1), SCORES) == pytest.approx(value, abs=1e-6)


def test_multiclass_is_the_mean_over_the_classes():
    y = np.array([0, 1, 2, 2])
    scores = np.array([[0.8, 0.1, 0.1], [0.2, 0.5, 0.3], [0.1, 0.2, 0.7], [0.6, 0.3, 0.1]], dtype=np.float32)
    label = scores.argmax(axis=1)
    assert METRICS["accuracy"].measure(y, label, scores) == 0.75
    assert METRICS["f1"].measure(y, label, scores) == pytest.approx((2 / 3 + 1 + 2 / 3) / 3)
    assert METRICS["roc_auc"].measure(y, label, scores) == pytest.approx((1 + 1 + 0.625) / 3)
    assert METRICS["log_loss"].measure(y, label, scores) == pytest.approx(-np.mean(np.log([0.8, 0.5, 0.7, 0.1])))


def test_ranks_are_not_defined_without_a_row_of_the_class():
    for name in ("roc_auc", "average_precision"):
        assert np.isnan(METRICS[name].measure(np.zeros(4, int), SCORES.argmax(axis=1), SCORES))
        three = np.array([[0.8, 0.1, 0.1], [0.2, 0.5, 0.3], [0.1, 0.2, 0.7]], dtype=np.float32)
        assert np.isnan(METRICS[name].measure(np.array([0, 1, 0]), three.argmax(axis=1), three))


def test_regression():
    y, label = np.array([1.0, 2.0, 4.0]), np.array([1.0, 3.0, 2.0])
    expected = {"rmse": np.sqrt(5 / 3), "mse": 5 / 3, "mae": 1.0, "max_error": 2.0, "r2": 1 - 5 / (14 / 3)}
    for name, value in expected.items():
        assert METRICS[name].measure(y, label, label.reshape(-1, 1)) == pytest.approx(value)


MEASURED = [Measurement("f1", "Test", 0.8, 100), Measurement("f1", "CV", float("nan"), 5, 0.1)]
GATES = [
    (Gate("f1", "Test", 0.8, None), True),
    (Gate("f1", "Test", 0.81, None), False),
    (Gate("f1", "Test", 0.7, 0.9), True),
    (Gate("f1", "Test", None, 0.79), False),
    (Gate("f1", "CV", 0.0, 1.0), False),
    (Gate("parity_max_abs_error", "Test", None, 1e-5), True),
    (Gate("parity_max_abs_error", "Test", None, 1e-8), False),
]


@pytest.mark.parametrize(("gate", "passed"), GATES, ids=[str(row[0]) for row in GATES])
def test_gates_include_their_bounds_and_refuse_what_is_no_number(gate, passed):
    (result,) = judge((gate,), MEASURED, parity_error=1e-7)
    assert result.passed == passed
    assert finite(result.to_json())["passed"] == passed


def test_the_baseline_counts_every_row_once():
    table = pd.DataFrame({"n": [*range(100), None], "t": ["a"] * 60 + ["b"] * 40 + [None], "c": [0, 1] * 50 + [1]})
    frame, columns = describe(table)
    found = baseline(frame, columns)
    assert found["rows"] == 101
    for feature in found["features"]:
        bins = len(feature["edges"]) + 1 if feature["kind"] == "numeric" else len(feature["categories"])
        assert len(feature["counts"]) == bins
        assert sum(feature["counts"]) + feature["missing"] + feature["unseen"] == 101
    number, text, flag = found["features"]
    assert number["counts"] == [10] * 10
    assert (text["categories"], text["counts"], text["missing"]) == (["a", "b"], [60, 40], 1)
    assert flag["edges"] == [0.0, 1.0] and flag["counts"] == [0, 50, 51]


def test_the_baseline_lists_the_fifty_most_frequent_categories():
    frame, columns = describe(pd.DataFrame({"t": [f"c{i}" for i in range(80)] + ["c70"] * 9 + ["x" * 300] * 50}))
    (feature,) = baseline(frame, columns)["features"]
    assert len(feature["categories"]) == 50
    assert "c70" in feature["categories"]
    assert max(map(len, feature["categories"])) < 10
    assert sum(feature["counts"]) + feature["unseen"] == 139


def test_a_termination_message_never_exceeds_what_the_kubelet_keeps():
    for text in ("short", "x" * 10000, "Zürich ✓ " * 1000, '"quoted"\n' * 2000):
        message = {
            "error": {"reason": "DataRuleFailed", "message": text},
            "manifest": {"uri": "s3://x", "sha256": "0" * 64},
        }
        data = shortened(message)
        assert len(data) <= MAX_BYTES
        assert data.decode().startswith('{"error": {"reason": "DataRuleFailed"')
    assert len(shortened({"error": {"reason": "X", "message": "x" * 10000}})) > MAX_BYTES - 300
