"""Small tables, each with one thing that exports get wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

ROWS = 72
Columns = dict[str, Any]


def _numeric(random: np.random.Generator) -> Columns:
    return {"a": random.normal(size=ROWS), "b": random.normal(size=ROWS), "c": random.normal(size=ROWS)}


def _categorical(random: np.random.Generator) -> Columns:
    return {"a": random.choice(["x", "y", "z"], ROWS), "b": random.choice(["ä ö", "NA", "null", "1"], ROWS)}


def _missing(random: np.random.Generator) -> Columns:
    columns = {**_numeric(random), "d": random.choice(["x", "y"], ROWS).astype(object)}
    return {name: np.where(random.random(ROWS) < 0.3, None, values) for name, values in columns.items()}


def _constant(random: np.random.Generator) -> Columns:
    return {"a": random.normal(size=ROWS), "same": np.full(ROWS, 7.25), "text": np.full(ROWS, "same", dtype=object)}


def _flags(random: np.random.Generator) -> Columns:
    return {"a": random.random(ROWS) < 0.5, "b": random.random(ROWS) < 0.1, "c": random.normal(size=ROWS)}


def _integers(random: np.random.Generator) -> Columns:
    return {"a": random.integers(-3, 4, ROWS), "b": random.integers(0, 2**20, ROWS), "c": random.normal(size=ROWS)}


def _scales(random: np.random.Generator) -> Columns:
    a, b, c = random.normal(size=(3, ROWS))
    return {"tiny": a * 1e-6, "huge": b * 1e6 + 3e6, "c": c}


def _skewed(random: np.random.Generator) -> Columns:
    return {"a": np.exp(3 * random.normal(size=ROWS)), "b": random.exponential(size=ROWS)}


def _duplicates(random: np.random.Generator) -> Columns:
    """Values that fall on the split points, again and again."""
    return {"a": random.choice([0.1, 0.2, 0.3], ROWS), "b": random.choice([1.0, 2.0], ROWS)}


def _many_texts(random: np.random.Generator) -> Columns:
    return {"a": random.choice([f"city {number}" for number in range(50)], ROWS), "b": random.normal(size=ROWS)}


def _one_column(random: np.random.Generator) -> Columns:
    return {"only one, with spaces": random.normal(size=ROWS)}


TABLES: Mapping[str, Callable[[np.random.Generator], Columns]] = {
    "numeric": _numeric,
    "categorical": _categorical,
    "missing": _missing,
    "constant": _constant,
    "flags": _flags,
    "integers": _integers,
    "scales": _scales,
    "skewed": _skewed,
    "duplicates": _duplicates,
    "many texts": _many_texts,
    "one column": _one_column,
}


def table(name: str, seed: int = 0) -> pd.DataFrame:
    return pd.DataFrame(TABLES[name](np.random.default_rng([seed, *name.encode()])))


def target(frame: pd.DataFrame, task: str, rare: bool = False) -> np.ndarray[Any, Any]:
    """Depends on the first column, with noise. `rare`: the last class has a single row, the first one."""
    random = np.random.default_rng(len(frame.columns))
    signal = frame.iloc[:, 0].rank(method="dense").fillna(0).to_numpy(dtype=np.float64) + random.normal(size=len(frame))
    if task == "Regression":
        return signal * 3.5
    classes = 2 if task == "BinaryClassification" else 3
    if rare:
        labels = np.arange(len(frame)) % (classes - 1)
        labels[0] = classes - 1
        return labels
    return np.argsort(np.argsort(signal)) * classes // len(frame)
