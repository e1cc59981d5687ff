"""Rows made to be hard for an export: values on tree split thresholds, missing values, unknown texts, extremes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo
from trainyard_trainer.features import FittedFeatures

Array = np.ndarray[Any, Any]
MAX_BOUNDARY_ROWS = 1500
#: The first character is for private use. A NUL would end the text in the serving runtime.
UNSEEN_TEXT = "\ue000never seen"
LEAF = b"LEAF"


def tree_splits(model: Any) -> Iterator[tuple[int, float]]:
    """(feature, threshold) of every split in the TreeEnsemble nodes of a graph."""
    from onnx import helper

    for node in model.graph.node:
        if not node.op_type.startswith("TreeEnsemble"):
            continue
        attributes = {attribute.name: helper.get_attribute_value(attribute) for attribute in node.attribute}
        modes, features = attributes["nodes_modes"], attributes["nodes_featureids"]
        values = attributes["nodes_values"]
        yield from ((f, v) for m, f, v in zip(modes, features, values, strict=True) if m != LEAF)


def _raw(feature: int, threshold: float, features: FittedFeatures) -> float | None:
    """The raw value that lands on the threshold; None for features of categories."""
    step = features.numeric
    if step is None or feature >= len(step.columns):
        return None
    if step.offset is None:
        return threshold
    return threshold / float(step.scale[feature]) + float(step.offset[feature])


def _sampled(items: list[Any], count: int) -> list[Any]:
    """At most `count` items, spread evenly, always the same ones."""
    if len(items) <= count:
        return items
    return [items[int(place)] for place in np.linspace(0, len(items) - 1, count)]


def split_rows_of(model: Any, features: FittedFeatures, base: pd.DataFrame) -> pd.DataFrame:
    """For every split of the trees three copies of a row, with the value just below, at and just above it."""
    splits = sorted({(int(feature), float(np.float32(value))) for feature, value in tree_splits(model)})
    places = [(f, raw) for f, v in splits if (raw := _raw(f, v, features)) is not None]
    chosen = _sampled(places, MAX_BOUNDARY_ROWS // 3)
    if not chosen:
        return base.iloc[:0]
    rows = base.iloc[np.arange(3 * len(chosen)) % len(base)].reset_index(drop=True).copy()
    columns = features.numeric.columns if features.numeric else []
    by_column: dict[str, tuple[list[int], list[float]]] = {}
    for index, (feature, raw) in enumerate(chosen):
        at = np.float32(raw)
        around = (np.nextafter(at, np.float32(-np.inf)), at, np.nextafter(at, np.float32(np.inf)))
        rows_of, values_of = by_column.setdefault(columns[feature].name, ([], []))
        rows_of += [3 * index, 3 * index + 1, 3 * index + 2]
        values_of += [float(value) for value in around]
    for name, (rows_of, values_of) in by_column.items():
        changed = rows[name].to_numpy(dtype=np.float64).copy()
        changed[rows_of] = values_of
        rows[name] = changed
    return rows


def _with(row: pd.DataFrame, column: ColumnInfo, value: Any) -> pd.DataFrame:
    return row.assign(
        **{column.name: pd.Series([value], index=row.index, dtype="float64" if column.numeric else object)}
    )


def missing_rows(features: FittedFeatures, base: pd.DataFrame) -> pd.DataFrame:
    """Every column missing once, all of them missing once, and an unseen text in every text column once."""
    columns = _sampled(features.columns, 200)
    rows = [
        _with(base.iloc[[i % len(base)]], column, np.nan if column.numeric else None)
        for i, column in enumerate(columns)
    ]
    empty = base.iloc[[0]]
    for column in features.columns:
        empty = _with(empty, column, np.nan if column.numeric else None)
    rows.append(empty)
    rows += [_with(base.iloc[[0]], column, UNSEEN_TEXT) for column in columns if not column.numeric]
    return pd.concat(rows, ignore_index=True)


def extreme_rows(features: FittedFeatures, base: pd.DataFrame) -> pd.DataFrame:
    """All numbers at zero, at their least and at their greatest value."""
    numbers = [column.name for column in features.columns if column.numeric]
    if not numbers:
        return base.iloc[:0]
    least, greatest = base[numbers].min(), base[numbers].max()
    rows = [base.iloc[[0]].assign(**dict(values)) for values in (least * 0, least, greatest)]
    return pd.concat(rows, ignore_index=True)


def hard_rows(model: Any, features: FittedFeatures, base: pd.DataFrame) -> pd.DataFrame:
    """All of them, with the columns of the features only. `base` are held-out rows to start from, at least one."""
    names = [column.name for column in features.columns]
    plain = base[names].astype({column.name: "float64" for column in features.columns if column.numeric})
    parts = [split_rows_of(model, features, plain), missing_rows(features, plain), extreme_rows(features, plain)]
    return pd.concat([plain.iloc[:0], *(part for part in parts if len(part))], ignore_index=True)
