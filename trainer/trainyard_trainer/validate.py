"""Stage Validate: the table has what the run needs, or the run stops with the column, the rule and the count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer import rules as data_rules
from trainyard_trainer.columns import ColumnInfo
from trainyard_trainer.errors import (
    DATA_RULE_FAILED,
    INFINITE_VALUE,
    INVALID_COLUMN_NAME,
    INVALID_TARGET,
    MISSING_COLUMN,
    NO_FEATURES,
    RESERVED_COLUMN,
    TOO_MANY_COLUMNS,
    UNSUPPORTED_COLUMN,
    close_matches,
)
from trainyard_trainer.feature_graph import INNER
from trainyard_trainer.ingest import Snapshot
from trainyard_trainer.run_spec import RunSpec
from trainyard_trainer.split import SplitBy
from trainyard_trainer.split_columns import group_codes, moments

OUTPUT_NAMES = frozenset(("label", "probabilities", "prediction"))
MAX_CLASSES = 1000
#: Bounds of manifest.json (crds/manifest.schema.json).
MAX_INPUTS = 512
MAX_NAME = 128
MAX_LABEL = 256


@dataclass(frozen=True)
class Dataset:
    """What models are fitted on. `y` is float64 for regression, else the index of the class in `classes`.
    `classes` is int64 or text, sorted; for two classes the second is the positive one. `by` is there for the split
    strategies Group and Time."""

    frame: pd.DataFrame
    features: list[ColumnInfo]
    y: np.ndarray[Any, Any]
    classes: np.ndarray[Any, Any] | None
    by: SplitBy | None = None


def _require(names: list[str], wanted: str, where: str) -> None:
    if wanted not in names:
        raise MISSING_COLUMN(where=where, column=wanted, matches=close_matches(wanted, names))


def check_columns(run: RunSpec, names: list[str]) -> None:
    """Every column that the spec names is there."""
    _require(names, run.data.target, "data.target")
    for where, wanted in (("data.drop", run.data.drop), ("data.sensitive", run.data.sensitive)):
        for name in wanted:
            _require(names, name, where)
    for where, name in (("data.time", run.data.time), ("data.group", run.data.group)):
        if name is not None:
            _require(names, name, where)
    for index, rule in enumerate(run.data.rules):
        if "column" in rule:
            _require(names, str(rule["column"]), f"data.rules[{index}]")


def feature_columns(run: RunSpec, columns: list[ColumnInfo]) -> list[ColumnInfo]:
    """The columns that the model reads, in the order of the file. Time and group are none: a row to predict comes from
    another time, and often from a group that was never seen."""
    left_out = {run.data.target, run.data.time, run.data.group, *run.data.drop}
    chosen = [column for column in columns if column.name not in left_out]
    if not chosen:
        raise NO_FEATURES()
    if len(chosen) > MAX_INPUTS:
        raise TOO_MANY_COLUMNS(count=len(chosen), limit=MAX_INPUTS)
    for column in chosen:
        if not 1 <= len(column.name) <= MAX_NAME:
            problem = f"it has {len(column.name)} characters, allowed are 1 to {MAX_NAME}"
            raise INVALID_COLUMN_NAME(column=column.name[:40], problem=problem)
        if column.name.startswith(INNER):
            raise INVALID_COLUMN_NAME(column=column.name, problem=f"{INNER} is for the inner names of the served graph")
        if column.name in OUTPUT_NAMES:
            raise RESERVED_COLUMN(column=column.name)
        if not column.supported:
            raise UNSUPPORTED_COLUMN(column=column.name, found=column.type)
    return chosen


def check_finite(frame: pd.DataFrame, columns: list[ColumnInfo], sensitive: tuple[str, ...] = ()) -> None:
    """No value that would be infinite in the float32 tensors of the served model. Values of columns in `sensitive` are
    not shown."""
    for column in columns:
        if not column.numeric:
            continue
        values = frame[column.name].to_numpy(dtype=np.float64)
        wrong = np.flatnonzero(np.abs(values) > np.finfo(np.float32).max)
        if len(wrong):
            first = int(wrong[0])
            found = data_rules.HIDDEN if column.name in sensitive else values[first]
            raise INFINITE_VALUE(column=column.name, count=len(wrong), row=first + 1, found=found)


def class_target(values: pd.Series, column: ColumnInfo, task: str) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """(class index of every row, classes)."""
    if column.numeric:
        numbers = values.to_numpy(dtype=np.float64)
        if not np.array_equal(numbers, np.floor(numbers)):
            raise INVALID_TARGET(column=column.name, task=task, problem="the classes are not whole numbers or texts")
        raw: np.ndarray[Any, Any] = numbers.astype(np.int64)
    else:
        raw = values.to_numpy(dtype=object)
    classes, y = np.unique(raw, return_inverse=True)
    limits = (2, 2) if task == "BinaryClassification" else (2, MAX_CLASSES)
    if not limits[0] <= len(classes) <= limits[1]:
        sample = ", ".join(str(item) for item in classes[:5]) + (", …" if len(classes) > 5 else "")
        needed = "2" if limits[1] == 2 else f"2 to {MAX_CLASSES}"
        problem = f"expected {needed} classes, found {len(classes)} ({sample})"
        raise INVALID_TARGET(column=column.name, task=task, problem=problem)
    longest = max((str(item) for item in classes), key=len)
    if len(longest) > MAX_LABEL:
        problem = f"a class is named by {len(longest)} characters, at most {MAX_LABEL} are allowed"
        raise INVALID_TARGET(column=column.name, task=task, problem=problem)
    return y.astype(np.int64), classes


def target(run: RunSpec, snapshot: Snapshot) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any] | None]:
    """(y, classes or None)."""
    column = next(column for column in snapshot.columns if column.name == run.data.target)
    values = snapshot.frame[column.name]
    missing = int(values.isna().sum())
    if missing:
        problem = f"{missing} of {len(values)} rows have no value"
        raise INVALID_TARGET(column=column.name, task=run.task, problem=problem)
    if not column.supported:
        raise UNSUPPORTED_COLUMN(column=column.name, found=column.type)
    if not run.is_regression:
        return class_target(values, column, run.task)
    if not column.numeric:
        raise INVALID_TARGET(column=column.name, task=run.task, problem="expected numbers, found texts")
    check_finite(snapshot.frame, [column])
    return values.to_numpy(dtype=np.float64), None


def split_by(run: RunSpec, snapshot: Snapshot) -> SplitBy | None:
    """What the strategies Group and Time split by. Raises InvalidSplitColumn."""
    strategy = run.split.strategy
    name = {"Group": run.data.group, "Time": run.data.time}.get(strategy)
    if name is None:
        return None
    values = snapshot.frame[name]
    if strategy == "Group":
        return SplitBy(strategy, name, group_codes(values))
    column = next(column for column in snapshot.columns if column.name == name)
    return SplitBy(strategy, name, moments(values, column, name in run.data.sensitive))


def validate(run: RunSpec, snapshot: Snapshot) -> Dataset:
    """Raises MissingColumn, DataRuleFailed, InvalidTarget, … (65) or returns the data set."""
    check_columns(run, [column.name for column in snapshot.columns])
    failed = data_rules.failures(snapshot.frame, snapshot.columns, run.data.rules, run.data.sensitive)
    if failed:
        raise DATA_RULE_FAILED(count=len(failed), failures="; ".join(failed))
    features = feature_columns(run, snapshot.columns)
    check_finite(snapshot.frame, features, run.data.sensitive)
    y, classes = target(run, snapshot)
    return Dataset(snapshot.frame, features, y, classes, split_by(run, snapshot))
