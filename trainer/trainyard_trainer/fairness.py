"""How differently a model treats the groups of the sensitive columns, on the test rows.

The differences are fairlearn's: the greatest distance between any two groups. Every group comes with its number of rows
and an interval, because small groups make every model look unfair.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.columns import ColumnInfo
from trainyard_trainer.gates import Measurement
from trainyard_trainer.intervals import wilson
from trainyard_trainer.metrics import FAIRNESS_METRICS
from trainyard_trainer.pipeline import Prediction
from trainyard_trainer.sensitive_groups import group_labels, group_order
from trainyard_trainer.split import Split
from trainyard_trainer.validate import Dataset

Array = np.ndarray[Any, Any]
DIFFERENCE, RATIO, ODDS = FAIRNESS_METRICS


@dataclass(frozen=True)
class Share:
    """`count` of `n` rows, with Wilson's interval of 95 %; no value without rows."""

    count: int
    n: int

    @property
    def value(self) -> float:
        return self.count / self.n if self.n else math.nan

    def to_json(self) -> dict[str, Any] | None:
        if not self.n:
            return None
        low, high = wilson(self.count, self.n)
        return {"value": self.value, "low": low, "high": high, "n": self.n}


@dataclass(frozen=True)
class GroupScores:
    """One group of `n` rows. `shares` by name: accuracy for classes; for two classes also selectionRate (predicted
    positive), truePositiveRate (of the positive rows) and falsePositiveRate (of the negative rows). `errors` by name,
    for numbers: mae, rmse and meanError (predicted - actual), in the unit of the target."""

    name: str
    n: int
    shares: dict[str, Share]
    errors: dict[str, float]

    def to_json(self) -> dict[str, Any]:
        shares = {name: found for name, share in self.shares.items() if (found := share.to_json()) is not None}
        return {"name": self.name, "n": self.n, **shares, **self.errors}


@dataclass(frozen=True)
class ColumnFairness:
    """One sensitive column; `measures` by the names of FAIRNESS_METRICS, empty but for two classes."""

    column: str
    groups: list[GroupScores]
    measures: dict[str, float]

    def to_json(self) -> dict[str, Any]:
        names = {
            DIFFERENCE: "demographicParityDifference",
            RATIO: "demographicParityRatio",
            ODDS: "equalizedOddsDifference",
        }
        measures = {names[name]: value for name, value in self.measures.items() if math.isfinite(value)}
        return {"column": self.column, **measures, "groups": [group.to_json() for group in self.groups]}


def binary_shares(y: Array, label: Array) -> dict[str, Share]:
    return {
        "accuracy": Share(int(np.sum(y == label)), len(y)),
        "selectionRate": Share(int(np.sum(label == 1)), len(y)),
        "truePositiveRate": Share(int(np.sum((y == 1) & (label == 1))), int(np.sum(y == 1))),
        "falsePositiveRate": Share(int(np.sum((y == 0) & (label == 1))), int(np.sum(y == 0))),
    }


def number_errors(y: Array, predicted: Array) -> dict[str, float]:
    error = predicted - y
    return {
        "mae": float(np.mean(np.abs(error))),
        "rmse": float(np.sqrt(np.mean(error**2))),
        "meanError": float(np.mean(error)),
    }


def _parity(label: Array, groups: Array) -> tuple[float, float]:
    """(difference, ratio) of the selection rates."""
    from fairlearn.metrics import demographic_parity_difference, demographic_parity_ratio

    given = {"y_true": label, "y_pred": label, "sensitive_features": groups}
    return float(demographic_parity_difference(**given)), float(demographic_parity_ratio(**given))


def measures(y: Array, label: Array, groups: Array) -> dict[str, float]:
    """By the names of FAIRNESS_METRICS. Equalized odds is the greater of the differences of true and of false positive
    rates. A group without a positive (or negative) row has no such rate and is left out of that difference; fairlearn's
    own function would take it for 0."""
    difference, ratio = _parity(label, groups)
    parts = [_parity(label[y == truth], groups[y == truth])[0] for truth in (1, 0) if np.any(y == truth)]
    return {DIFFERENCE: difference, RATIO: ratio, ODDS: max(parts)}


def column_fairness(column: str, y: Array, prediction: Prediction, groups: Array, task: str) -> ColumnFairness:
    found = []
    for name in sorted(set(groups), key=group_order):
        rows = groups == name
        truth, label = y[rows], prediction.label[rows]
        if task == "Regression":
            found.append(GroupScores(name, len(truth), {}, number_errors(truth, label)))
        elif task == "BinaryClassification":
            found.append(GroupScores(name, len(truth), binary_shares(truth, label), {}))
        else:
            accuracy = Share(int(np.sum(truth == label)), len(truth))
            found.append(GroupScores(name, len(truth), {"accuracy": accuracy}, {}))
    binary = task == "BinaryClassification"
    return ColumnFairness(column, found, measures(y, prediction.label, groups) if binary else {})


def fairness(
    data: Dataset, columns: list[ColumnInfo], sensitive: tuple[str, ...], split: Split, test: Prediction, task: str
) -> list[ColumnFairness]:
    """One entry a sensitive column, by the predictions for the test rows."""
    by_name = {column.name: column for column in columns}
    found = []
    for name in sensitive:
        labels = group_labels(data.frame[name], by_name[name], split.train)[split.test]
        found.append(column_fairness(name, data.y[split.test], test, labels, task))
    return found


def worst(found: list[ColumnFairness], n: int) -> list[Measurement]:
    """What gates see: of several sensitive columns the one that is treated worst, on `n` test rows."""
    tables = [column.measures for column in found if column.measures]
    if not tables:
        return []
    picks = {DIFFERENCE: max, RATIO: min, ODDS: max}
    measured = []
    for name, pick in picks.items():
        values = [table[name] for table in tables]
        value = math.nan if any(map(math.isnan, values)) else pick(values)
        measured.append(Measurement(name, "Test", value, n))
    return measured
