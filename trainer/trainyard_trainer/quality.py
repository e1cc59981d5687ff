"""Numbers about every column of the table, kept with the run."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo


def column_quality(values: pd.Series, column: ColumnInfo) -> dict[str, Any]:
    """One row of data.quality; min, max, mean and stdDev (sample) are in the unit of the column, and absent for texts
    and for columns without finite values."""
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
    return row | {
        "min": float(finite.min()),
        "max": float(finite.max()),
        "mean": float(finite.mean()),
        "stdDev": spread,
    }


def distinct(values: pd.Series) -> int:
    """Number of different non-null values. Values that cannot be hashed are compared by their text."""
    present = values.dropna()
    try:
        return int(present.nunique())
    except TypeError:
        return int(present.map(str).nunique())


def quality(frame: pd.DataFrame, columns: list[ColumnInfo]) -> list[dict[str, Any]]:
    return [column_quality(frame[column.name], column) for column in columns]
