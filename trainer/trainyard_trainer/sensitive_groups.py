"""The groups that fairness is reported for: the values of a column of data.sensitive, or quarters of many numbers."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo

Array = np.ndarray[Any, Any]
MAX_VALUES = 10
MAX_GROUPS = 20
MAX_LABEL = 128
MISSING, OTHER = "(missing)", "(other)"


def _number(value: float) -> str:
    return f"{value:.9g}"


def _quarters(values: pd.Series, rows: Array) -> pd.Series:
    """Ages and incomes have too many values to be groups: they are cut at the quartiles of the training rows."""
    edges = np.unique(np.nanquantile(values.iloc[rows].to_numpy(dtype=np.float64), [0.25, 0.5, 0.75]))
    texts = [_number(edge) for edge in edges]
    inner = [f"{low} to < {high}" for low, high in pairwise(texts)]
    labels = np.array([f"< {texts[0]}", *inner, f"≥ {texts[-1]}"], dtype=object)
    return pd.Series(labels[np.searchsorted(edges, values.to_numpy(dtype=np.float64), side="right")], values.index)


def group_labels(values: pd.Series, column: ColumnInfo, train: Array) -> Array:
    """A label a row. Of texts the MAX_GROUPS most frequent ones among the `train` rows (numbers) are groups of their
    own; a missing value is a group too."""
    missing = values.isna()
    known = values.iloc[train].dropna()
    if len(known) == 0:
        return np.where(missing, MISSING, OTHER).astype(object)
    if column.type == "Boolean":
        labels = values.map({1.0: "true", 0.0: "false"}).astype(object)
    elif column.numeric and known.nunique() > MAX_VALUES:
        labels = _quarters(values, train)
    else:
        texts = values.map(_number) if column.numeric else values.astype(str)
        labels = _frequent(texts.where(~missing), train)
    return labels.where(~missing, MISSING).map(lambda label: str(label)[:MAX_LABEL]).to_numpy(dtype=object)


def group_order(label: str) -> tuple[int, float, int, str]:
    """Sorts labels as people do: numbers and ranges by size, then texts, then (missing) and (other)."""
    if label in (MISSING, OTHER):
        return 2, 0.0, 0, label
    found = re.fullmatch(r"(< |≥ )?(-?[0-9]+(?:\.[0-9]+)?(?:e[-+][0-9]+)?)( to < .*)?", label)
    if found is None:
        return 1, 0.0, 0, label
    return 0, float(found[2]), {"< ": 0, None: 1, "≥ ": 2}[found[1]], label


def _frequent(texts: pd.Series, train: Array) -> pd.Series:
    counts = texts.iloc[train].dropna().value_counts()
    kept = sorted(counts.index, key=lambda text: (-counts[text], text))[:MAX_GROUPS]
    return texts.where(texts.isin(kept), OTHER)
