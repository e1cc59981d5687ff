"""Numbers about every column of the table, kept with the run. Of sensitive columns they say nothing about one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo


def column_quality(values: pd.Series, column: ColumnInfo, sensitive: bool = False) -> dict[str, Any]:
    """One row of data.quality; min, max, mean and stdDev (sample) are in the unit of the column, and absent for texts
    and for columns without finite values. `sensitive` leaves out min and max, which are values of single rows."""
    nulls = int(values.isna().sum())
    row: dict[str, Any] = {
        "column": column.name,
        "type": column.type,
        "nulls": nulls,
        "nullRatio": nulls / len(values),
        "distinct": distinct(values),
    }
    if not column.numeric:
        return row
    finite = values.to_numpy(dtype=np.float64)
    finite = finite[np.isfinite(finite)]
    if len(finite) == 0:
        return row
    spread = float(finite.std(ddof=1)) if len(finite) > 1 else 0.0
    bounds = {} if sensitive else {"min": float(finite.min()), "max": float(finite.max())}
    return row | bounds | {"mean": float(finite.mean()), "stdDev": spread}


def text_quality(column: ColumnInfo, rows: int, nulls: int, different: int) -> dict[str, Any]:
    """One row of data.quality for values that were counted and not kept."""
    ratio = nulls / rows
    return {"column": column.name, "type": column.type, "nulls": nulls, "nullRatio": ratio, "distinct": different}


def distinct(values: pd.Series) -> int:
    """Number of different non-null values. Values that cannot be hashed are compared by their text."""
    present = values.dropna()
    try:
        return int(present.nunique())
    except TypeError:
        return int(present.map(str).nunique())


def quality(
    frame: pd.DataFrame,
    columns: list[ColumnInfo],
    sensitive: tuple[str, ...] = (),
    known: Mapping[str, dict[str, Any]] | None = None,
) -> list[dict[str, Any]]:
    """A row a column, in the order of the file; `known` has those of columns that the frame does not keep."""
    known = known or {}
    return [
        known[column.name]
        if column.name in known
        else column_quality(frame[column.name], column, column.name in sensitive)
        for column in columns
    ]
