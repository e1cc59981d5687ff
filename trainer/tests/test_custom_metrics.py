"""Metrics of a run's own: arithmetic and nothing else, checked before any data is read."""

from __future__ import annotations

import math

import numpy as np
import pytest
from conftest import spec_of

from trainyard_trainer.custom_metrics import custom_metrics
from trainyard_trainer.expression import MAX_LENGTH, ExpressionError, parse_expression
from trainyard_trainer.metrics import BINARY, MULTICLASS, REGRESSION
from trainyard_trainer.run_spec import CustomMetricSpec

NUMBERS = {"tp": 40.0, "fp": 3.0, "tn": 50.0, "fn": 7.0, "n": 100.0, "f1": 0.8}
VALUES = [
    ("5*fn + fp", 38.0),
    ("-(fp - fn) / n", 0.04),
    ("max(fp, fn, 2) - min(tp, 1e2)", -33.0),
    ("sqrt(abs(fp - fn)) + log(exp(2))", 4.0),
    ("+f1 * 2.5", 2.0),
    ("  fp\t", 3.0),
    ("fp / (tp - 40)", math.nan),
    ("log(fp - 3)", math.nan),
    ("sqrt(-fp)", math.nan),
    ("exp(n * n)", math.nan),
    ("1e300 * 1e300 * fp", math.nan),
    ("9" * 200 + " * 0 + fp", 3.0),
    ("1e300 * n * n * 1e300 * 0 + fp", math.nan),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_values(text, value):
    found = parse_expression(text).value(NUMBERS)
    assert (math.isnan(found) and math.isnan(value)) or found == pytest.approx(value)


def test_a_name_without_a_value_makes_all_of_it_undefined():
    for text in ("max(f1, fp)", "max(fp, f1)", "min(fp, f1)", "f1 * 0"):
        assert math.isnan(parse_expression(text).value({"f1": math.nan, "fp": 3.0}))


REFUSED = [
    "__import__('os').system('true')",
    "().__class__.__bases__[0]",
    "fn.real",
    "fn[0]",
    "[fn for fn in (1, 2)]",
    "(lambda: fn)()",
    "fn if fp else tp",
    "fn and fp",
    "fn < fp",
    "fn ** 9",
    "fn // 2",
    "fn % 2",
    "fn | 1",
    "~fn",
    "not fn",
    "'text'",
    "f'{fn}'",
    "b'x' * fn",
    "True + fn",
    "1j * fn",
    "1e999 * fn",
    "fn := 3",
    "(fn, fp)",
    "{fn}",
    "eval(fn)",
    "pow(fn, 2)",
    "sum(fn, fp)",
    "max(*fn)",
    "max(fn, key=fp)",
    "max(fn, fp, key=tp)",
    "max(fn)",
    "log(fn, 2)",
    "max.real",
    "(max)(fn, fp)(1)",
    "await fn",
    "fn; fp",
    "fn = 3",
    "fn +",
    "",
    "3 + 4",
    "\x00fn",
    "fn + " * 60 + "fn",
    "-" * 200 + "fn",
    "(" * 120 + "fn" + ")" * 120 + "+1" * 40,
    "fn" + " " * MAX_LENGTH,
]


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:24].replace("\x00", "NUL"))
def test_what_is_not_arithmetic_on_names_is_refused(text):
    with pytest.raises(ExpressionError):
        parse_expression(text)


Y, LABEL = np.array([0, 0, 0, 1, 1, 1, 1]), np.array([0, 0, 1, 1, 1, 1, 0])
SCORES = np.stack([1 - LABEL * 0.8, LABEL * 0.8], axis=1).astype(np.float32)


def test_counts_are_of_the_positive_class():
    names = ("tp", "fp", "tn", "fn", "n")
    specs = tuple(CustomMetricSpec(f"my_{name}", name, "Minimize") for name in names)
    found = {name: metric.measure(Y, LABEL, SCORES) for name, metric in custom_metrics(specs, BINARY).items()}
    assert found == {"my_tp": 3.0, "my_fp": 1.0, "my_tn": 2.0, "my_fn": 1.0, "my_n": 7.0}


def test_other_tasks_read_their_metrics_and_n():
    (metric,) = custom_metrics((CustomMetricSpec("both", "mae + n", "Minimize"),), REGRESSION).values()
    assert metric.measure(np.array([1.0, 3.0]), np.array([2.0, 3.0]), np.zeros((2, 1))) == 2.5
    assert not metric.greater_is_better
    (metric,) = custom_metrics((CustomMetricSpec("miss", "n * (1 - accuracy)", "Maximize"),), MULTICLASS).values()
    assert metric.measure(Y, LABEL, SCORES) == pytest.approx(2)
    assert metric.greater_is_better


COST = {"name": "cost", "expression": "5*fn + fp", "direction": "Minimize"}
WRONG = [
    ("an unknown name has close ones", [{**COST, "expression": "5*fnn + fp"}], ["custom[0].expression", "'fnn'", "fn"]),
    ("an attribute", [COST, {**COST, "name": "b", "expression": "fn.real"}], ["custom[1].expression", "'fn.real'"]),
    ("a name twice", [COST, COST], ["custom[1].name", "'cost'", "twice"]),
    ("a name that is taken", [{**COST, "name": "f1"}], ["custom[0].name", "'f1'"]),
    ("a name of fairness", [{**COST, "name": "equalized_odds_difference"}], ["custom[0].name", "meaning"]),
    ("a name of a count", [{**COST, "name": "tp"}], ["custom[0].name", "'tp'"]),
    ("a name with a space", [{**COST, "name": "my cost"}], ["custom[0]", "small letters"]),
    ("no direction", [{"name": "cost", "expression": "fn"}], ["custom[0].direction", "required"]),
    ("another direction", [{**COST, "direction": "Down"}], ["custom[0].direction", "Maximize"]),
    ("too many", [{**COST, "name": f"c{i}"} for i in range(9)], ["at most 8"]),
    ("one metric of another", [COST, {**COST, "name": "b", "expression": "cost"}], ["'cost'"]),
]


@pytest.mark.parametrize(("case", "custom", "words"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrong_metric_is_told_before_the_data_is_read(run, case, custom, words):
    result = run(spec_of("file:///nowhere/x.csv", metrics__custom=custom))
    assert (result.code, result.reason) == (64, "BadConfiguration")
    for word in words:
        assert word in result.text


def test_more_metrics_than_a_manifest_holds_are_told_before_the_data_is_read(run):
    names = [
        f"{name}_{average}" for name in ("f1", "precision", "recall") for average in ("macro", "micro", "weighted")
    ]
    others = [*names, "f1", "precision", "recall", "accuracy", "brier", "ece"]
    custom = [{**COST, "name": f"c{i}"} for i in range(4)]
    full = {"metrics__others": others, "metrics__custom": custom}
    assert run(spec_of("file:///nowhere/x.csv", **full)).reason == "DataNotFound"
    result = run(spec_of("file:///nowhere/x.csv", gates=[{"metric": "log_loss", "max": 1}], **full))
    assert (result.code, result.reason) == (64, "BadConfiguration")
    assert "21 metrics, at most 20" in result.text


def test_counts_of_many_classes_do_not_exist(run):
    spec = spec_of("file:///nowhere/x.csv", task="MulticlassClassification", metrics__custom=[COST])
    result = run(spec)
    assert (result.code, result.reason) == (64, "BadConfiguration")
    assert "BinaryClassification only" in result.text


def served_rows(result):
    """(label, truth) of the test rows, by the served graph and the split that the manifest describes."""
    import onnxruntime
    from sklearn.model_selection import train_test_split
    from tables import breast_cancer

    table = breast_cancer()
    _, rows = train_test_split(np.arange(569), test_size=0.2, random_state=7, stratify=table["malignant"])
    session = onnxruntime.InferenceSession(result.folder / "model.onnx")
    names = result.manifest["features"]["inputs"]
    feeds = {name: table[name].to_numpy(dtype=np.float32)[rows].reshape(-1, 1) for name in names}
    return session.run(["label"], feeds)[0], table["malignant"].to_numpy()[rows]


def test_a_run_may_be_scored_and_gated_by_its_own_metric(run, tumour_csv):
    spec = spec_of(
        tumour_csv,
        metrics={"primary": "cost", "others": ["precision", "recall"], "custom": [COST]},
        gates=[{"metric": "cost", "max": 500}, {"metric": "cost", "split": "CV", "max": 0.5}],
    )
    result = run(spec)
    assert (result.code, result.reason) == (66, "GateFailed")
    found = {(item["name"], item["split"]): item for item in result.manifest["metrics"]}
    assert result.manifest["folds"]["metric"] == "cost"
    scores = result.manifest["folds"]["scores"]
    cv = found["cost", "CV"]
    assert (cv["n"], cv["value"], cv["stdDev"]) == (2, np.mean(scores), pytest.approx(np.std(scores, ddof=1)))
    label, y = served_rows(result)
    assert found["cost", "Test"]["value"] == 5 * np.sum((y == 1) & (label == 0)) + np.sum((y == 0) & (label == 1)) > 0
    assert [gate["passed"] for gate in result.manifest["gates"]] == [True, False]
    assert "cost" in (result.folder / "report.html").read_text()
