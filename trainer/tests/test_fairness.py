"""Fairness by group: fairlearn's numbers, groups with their size and interval, and gates that hold a model to them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from conftest import spec_of
from test_contract import check_schema

from trainyard_trainer.columns import describe
from trainyard_trainer.fairness import ColumnFairness, binary_shares, column_fairness, measures, worst
from trainyard_trainer.intervals import wilson
from trainyard_trainer.pipeline import Prediction
from trainyard_trainer.sensitive_groups import group_labels, group_order

Y, LABEL = np.array([1, 1, 0, 0, 1, 0, 1, 0]), np.array([1, 0, 1, 0, 1, 1, 1, 0])
GROUPS = np.array(list("aaaabbbb"), dtype=object)


def test_the_reference_values():
    found = measures(Y, LABEL, GROUPS)
    assert found["demographic_parity_difference"] == pytest.approx(0.25)
    assert found["demographic_parity_ratio"] == pytest.approx(2 / 3)
    assert found["equalized_odds_difference"] == pytest.approx(0.5)


@pytest.mark.parametrize("seed", range(20))
def test_the_differences_are_fairlearns(seed):
    from fairlearn import metrics

    random = np.random.default_rng(seed)
    n, count = int(random.integers(60, 400)), int(random.integers(2, 6))
    groups = np.array([f"g{i}" for i in random.integers(0, count, n)], dtype=object)
    # Every group has rows of both classes, which fairlearn needs for rates.
    y, label = random.integers(0, 2, n), random.integers(0, 2, n)
    for place, name in enumerate(sorted(set(groups))):
        rows = np.flatnonzero(groups == name)[:2]
        y[rows] = [0, 1][: len(rows)]
        label[rows] = [place % 2, 1][: len(rows)]
    given = {"y_true": y, "y_pred": label, "sensitive_features": groups}
    for name, value in measures(y, label, groups).items():
        assert value == pytest.approx(getattr(metrics, name)(**given)), name


def test_a_group_without_a_positive_row_has_no_true_positive_rate():
    y, label = np.array([1, 1, 0, 0, 0, 0]), np.array([1, 1, 0, 1, 0, 1])
    groups = np.array(list("aaaabb"), dtype=object)
    found = measures(y, label, groups)
    # Of the false positive rates only: 1 of 2 in both.
    assert found["equalized_odds_difference"] == 0
    shares = binary_shares(y[4:], label[4:])
    assert shares["truePositiveRate"].to_json() is None
    assert shares["falsePositiveRate"].to_json()["n"] == 2


def test_each_rate_is_a_share_of_its_own_rows():
    found = {name: (share.count, share.n) for name, share in binary_shares(Y[4:], LABEL[4:]).items()}
    assert found == {
        "accuracy": (3, 4),
        "selectionRate": (3, 4),
        "truePositiveRate": (2, 2),
        "falsePositiveRate": (1, 2),
    }


# statsmodels' proportion_confint(count, n, method="wilson").
WILSON = [
    (0, 5, 0.0, 0.43448246478317487),
    (5, 5, 0.5655175352168252, 1.0),
    (3, 4, 0.30064184258240184, 0.9544127391902995),
    (8, 10, 0.49016247153664183, 0.9433178485456247),
    (81, 263, 0.2552885198782742, 0.36620957698280004),
    (0, 0, 0.0, 1.0),
]


@pytest.mark.parametrize(("count", "n", "low", "high"), WILSON)
def test_wilson(count, n, low, high):
    assert wilson(count, n) == pytest.approx((low, high), abs=1e-12)


def labels(values, train=None) -> list[str]:
    frame, (column,) = describe(pd.DataFrame({"x": values}))
    return group_labels(frame["x"], column, np.arange(len(values)) if train is None else train).tolist()


def test_groups_are_values_or_quarters_of_many_numbers():
    assert labels(["f", "m", None]) == ["f", "m", "(missing)"]
    assert labels([True, False, True]) == ["true", "false", "true"]
    assert labels([30, 40, 30, 1234567]) == ["30", "40", "30", "1234567"]
    ages = labels([*range(20, 60), None])
    assert ages[0] == "< 29.75" and ages[39] == "≥ 49.25" and ages[40] == "(missing)"
    assert [ages.count(name) for name in ("< 29.75", "29.75 to < 39.5", "39.5 to < 49.25", "≥ 49.25")] == [10] * 4
    many = labels([f"t{i:02d}" for i in range(30)] + ["t29"])
    assert len(set(many)) == 21 and many[29] == "t29" and many.count("(other)") == 10
    assert labels([None, None, 1.0], train=np.array([0, 1])) == ["(missing)", "(missing)", "(other)"]


def test_groups_are_in_the_order_of_their_values():
    ages = ["< 29.75", "29.75 to < 39.5", "39.5 to < 149.25", "≥ 149.25", "(missing)"]
    assert sorted([ages[place] for place in (4, 2, 0, 3, 1)], key=group_order) == ages
    assert sorted(["10", "(other)", "-1.5", "9", "1e+09"], key=group_order) == ["-1.5", "9", "10", "1e+09", "(other)"]
    texts = ["south", "2024-01-01", "1.2.3", "12 to", "north"]
    assert sorted(texts, key=group_order) == ["1.2.3", "12 to", "2024-01-01", "north", "south"]


def test_borders_come_from_the_training_rows_only():
    values = [*range(20, 60), *range(1000, 1040)]
    assert labels(values, train=np.arange(40))[-1] == "≥ 49.25"


def test_the_worst_of_several_columns_counts():
    prediction = Prediction(LABEL, np.zeros((8, 2), np.float32))
    same = np.array(["x"] * 8, dtype=object)
    columns = [column_fairness(name, Y, prediction, groups, "BinaryClassification") for name, groups in
               (("one", same), ("two", GROUPS))]  # fmt: skip
    found = {item.name: (item.value, item.on, item.n) for item in worst(columns, 8)}
    assert found["demographic_parity_difference"] == (0.25, "Test", 8)
    assert found["demographic_parity_ratio"] == (pytest.approx(2 / 3), "Test", 8)
    assert found["equalized_odds_difference"] == (0.5, "Test", 8)
    assert worst([ColumnFairness("x", [], {})], 8) == []


def loans(task: str = "BinaryClassification") -> pd.DataFrame:
    random = np.random.default_rng(2)
    rows = 600
    region = random.choice(["north", "south"], rows, p=[0.7, 0.3])
    income = random.normal(size=rows) + 2.0 * (region == "north")
    score = income + random.normal(size=rows) * 0.5
    y = score if task == "Regression" else pd.cut(score, [-99, 0.5, 1.5, 99], labels=[0, 1, 2]).astype(int)
    if task == "BinaryClassification":
        y = (score > 1).astype(int)
    return pd.DataFrame({"income": income, "region": region, "age": random.integers(18, 90, rows), "y": y})


def loan_spec(uri: str, **overrides):
    spec = spec_of(uri, **overrides)
    spec["data"] |= {"target": "y", "drop": ["region", "age"], "sensitive": ["region", "age"]}
    return spec


def test_an_unfair_model_fails_its_gate_and_shows_why(run, save):
    gates = [{"metric": "demographic_parity_difference", "max": 0.1}, {"metric": "equalized_odds_difference", "max": 1}]
    result = run(loan_spec(save(loans()), gates=gates))
    assert (result.code, result.reason) == (66, "GateFailed")
    assert "demographic_parity_difference on Test" in result.text
    manifest = result.manifest
    check_schema(manifest)
    # The columns are reported on, although the model does not read them.
    assert manifest["features"]["inputs"] == ["income"]
    region, age = manifest["fairness"]
    assert (region["column"], age["column"]) == ("region", "age")
    assert sum(group["n"] for group in region["groups"]) == manifest["data"]["split"]["testRows"]
    rates = {group["name"]: group["selectionRate"] for group in region["groups"]}
    assert region["demographicParityDifference"] == pytest.approx(rates["north"]["value"] - rates["south"]["value"])
    assert region["demographicParityDifference"] > 0.3
    for rate in rates.values():
        assert 0 <= rate["low"] < rate["value"] < rate["high"] <= 1
    assert [group["name"][0] in "<≥" for group in age["groups"]] == [True, False, False, True]
    measured = {item["name"]: item for item in manifest["metrics"] if item["name"].startswith("demographic")}
    worst_value = max(region["demographicParityDifference"], age["demographicParityDifference"])
    assert measured["demographic_parity_difference"]["value"] == pytest.approx(worst_value)
    report = (result.folder / "report.html").read_text()
    assert "Fairness by region" in report and "Fairness by age" in report


@pytest.mark.parametrize("task", ["MulticlassClassification", "Regression"])
def test_the_other_tasks_report_their_groups(run, save, task):
    metric, algorithm = ("rmse", "ridge") if task == "Regression" else ("log_loss", "logistic")
    spec = loan_spec(save(loans(task)), task=task, metrics__primary=metric, algorithm__name=algorithm)
    result = run(spec)
    assert result.code == 0, result.message
    check_schema(result.manifest)
    region = result.manifest["fairness"][0]
    group = region["groups"][0]
    assert "demographicParityDifference" not in region
    assert set(group) == {"name", "n"} | ({"mae", "rmse", "meanError"} if task == "Regression" else {"accuracy"})


WRONG = [
    ("no sensitive column", {"data__sensitive": []}, {}, "BadConfiguration", "data.sensitive"),
    ("rows it is not measured on", {}, {"split": "CV"}, "BadConfiguration", "Test rows only"),
    ("a task without selection", {"task": "MulticlassClassification"}, {}, "UnknownMetric", "two classes"),
    ("too many columns", {"data__sensitive": [f"c{i}" for i in range(9)]}, {}, "BadConfiguration", "at most 8"),
    ("the target", {"data__sensitive": ["malignant"]}, {}, "BadConfiguration", "sensitive names the target"),
]


@pytest.mark.parametrize(("case", "change", "gate", "reason", "words"), WRONG, ids=[row[0] for row in WRONG])
def test_a_gate_that_has_nothing_to_measure_is_told_before_the_data_is_read(run, case, change, gate, reason, words):
    gates = [{"metric": "demographic_parity_ratio", "min": 0.8, **gate}]
    result = run(spec_of("file:///nowhere/x.csv", **{"data__sensitive": ["region"], "gates": gates, **change}))
    assert (result.code, result.reason) == (64, reason)
    assert words in result.text


def test_fairness_is_no_metric_to_train_by(run):
    result = run(spec_of("file:///nowhere/x.csv", metrics__primary="equalized_odds_difference"))
    assert (result.code, result.reason) == (64, "UnknownMetric")
    assert "gates" in result.text
