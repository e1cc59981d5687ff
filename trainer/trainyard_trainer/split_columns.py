"""The columns that rows are split by, as numbers: a group's place, a moment."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo
from trainyard_trainer.errors import INVALID_SPLIT_COLUMN

Array = np.ndarray[Any, Any]


def _refuse_missing(values: pd.Series, where: str) -> None:
    missing = np.flatnonzero(values.isna().to_numpy())
    if len(missing):
        problem = f"{len(missing)} of {len(values)} rows have no value (first in row {missing[0] + 1})"
        raise INVALID_SPLIT_COLUMN(where=where, column=values.name, problem=problem)


def group_codes(values: pd.Series) -> Array:
    """The place of each row's group among the sorted groups. Raises InvalidSplitColumn."""
    _refuse_missing(values, "data.group")
    return np.unique(values.astype(str).to_numpy(dtype=object), return_inverse=True)[1]


def moments(values: pd.Series, column: ColumnInfo, sensitive: bool = False) -> Array:
    """float64 numbers as they are, or int64 microseconds since 1970 of timestamps and ISO 8601 texts (UTC if they name
    no zone). Raises InvalidSplitColumn, which shows no value of a `sensitive` column."""
    _refuse_missing(values, "data.time")
    if column.type in ("Number", "Integer"):
        return values.to_numpy(dtype=np.float64)
    if column.type == "Boolean":
        raise INVALID_SPLIT_COLUMN(where="data.time", column=column.name, problem="true and false are no moments")
    texts = {"format": "ISO8601"} if column.type == "String" else {}
    found = pd.to_datetime(values, utc=True, errors="coerce", **texts)
    wrong = np.flatnonzero(found.isna().to_numpy())
    if len(wrong):
        example = "" if sensitive else f": {str(values.iloc[wrong[0]])[:40]!r}"
        problem = (
            f"{len(wrong)} of {len(values)} values are neither numbers nor ISO 8601 times "
            f"(first in row {wrong[0] + 1}{example})"
        )
        raise INVALID_SPLIT_COLUMN(where="data.time", column=column.name, problem=problem)
    return found.dt.as_unit("us").astype("int64").to_numpy()


def moment_text(value: Any) -> str:
    """How a person writes a value of `moments`."""
    if isinstance(value, (int, np.integer)):
        return pd.Timestamp(int(value), unit="us", tz="UTC").isoformat()
    return f"{float(value):.12g}"
