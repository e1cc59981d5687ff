"""The table's columns: their types, and how raw values become the tensors of the served model.

Numbers and booleans are FP32 tensors [N,1] with NaN for missing; texts are string tensors [N,1] with "" for missing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

NUMERIC_TYPES = frozenset(("Number", "Integer", "Boolean"))
MISSING_TEXT = ""


@dataclass(frozen=True)
class ColumnInfo:
    """`type` is Number, Integer, Boolean, String, or what a person calls the unsupported thing."""

    name: str
    type: str

    @property
    def numeric(self) -> bool:
        return self.type in NUMERIC_TYPES

    @property
    def supported(self) -> bool:
        return self.numeric or self.type == "String"

    @property
    def datatype(self) -> str:
        return "FP32" if self.numeric else "BYTES"


def column_type(values: pd.Series) -> str:
    """Type of a column as it came from the file."""
    dtype = values.dtype
    if pd.api.types.is_bool_dtype(dtype):
        return "Boolean"
    if pd.api.types.is_integer_dtype(dtype):
        return "Integer"
    if pd.api.types.is_float_dtype(dtype):
        return "Number"
    if isinstance(dtype, pd.StringDtype):
        return "String"
    if pd.api.types.is_datetime64_any_dtype(dtype) or pd.api.types.is_timedelta64_dtype(dtype):
        return "timestamps"
    return type_of_kinds(python_kinds(values))


def python_kinds(values: pd.Series) -> set[str]:
    """Names of the Python types of the values that are there."""
    dtype = values.dtype
    if isinstance(dtype, pd.StringDtype):
        return {"str"}
    if isinstance(dtype, np.dtype) and dtype.kind in "iufb":
        return {{"f": "float", "b": "bool"}.get(dtype.kind, "int")}
    names = {type(value).__name__ for value in values.dropna()}
    return {"bool" if name == "bool_" else name for name in names}


def type_of_kinds(kinds: set[str]) -> str:
    """Type of a column of Python values by the names of their types."""
    if not kinds:
        return "Number"
    if kinds <= {"str"}:
        return "String"
    if kinds <= {"bool"}:
        return "Boolean"
    if kinds <= {"int", "float", "bool"} or kinds == {"Decimal"}:
        return "Number"
    return f"values of the kinds {', '.join(sorted(kinds))}"


def normalise(values: pd.Series, kind: str) -> pd.Series:
    """The column with one dtype a type: int64 or float64 for numbers, float64 for booleans, object with None for
    texts. Unsupported columns stay as they are: they may still be dropped."""
    if kind == "String":
        texts = values.astype(object)
        return texts.where(texts.notna() & (texts != MISSING_TEXT), None)
    if kind == "Integer" and not values.isna().any():
        return values.astype("int64")
    if kind in NUMERIC_TYPES:
        return pd.to_numeric(values.astype(object).where(values.notna(), np.nan)).astype("float64")
    return values


def describe(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[ColumnInfo]]:
    """The normalised frame and its columns, of a whole table in memory."""
    infos = [ColumnInfo(str(name), column_type(frame[name])) for name in frame.columns]
    return pd.DataFrame({info.name: normalise(frame[info.name], info.type) for info in infos}), infos


def schema_hash(columns: Iterable[ColumnInfo]) -> str:
    """sha256 over the names and types, in the order of the file."""
    listing = json.dumps([[column.name, column.type] for column in columns], ensure_ascii=False)
    return hashlib.sha256(listing.encode()).hexdigest()


def tensor(values: pd.Series, numeric: bool) -> np.ndarray[Any, Any]:
    """[N,1] input tensor of one column: float32 or object (texts)."""
    if numeric:
        return values.to_numpy(dtype=np.float32).reshape(-1, 1)
    return values.where(values.notna(), MISSING_TEXT).to_numpy(dtype=object).reshape(-1, 1)


def feeds(frame: pd.DataFrame, columns: Iterable[ColumnInfo]) -> dict[str, np.ndarray[Any, Any]]:
    """Input tensors of the served graph by column name."""
    return {column.name: tensor(frame[column.name], column.numeric) for column in columns}
