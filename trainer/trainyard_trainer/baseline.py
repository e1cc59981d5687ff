"""What the training rows look like, binned for the drift counters of the model server.

A number x belongs to bin i = how many edges are <= x, both as float32: bin 0 lies below the first edge, the last bin at
or above the last edge. Edges are the inner deciles, so that ten bins hold about as many rows each.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import MISSING_TEXT, ColumnInfo, tensor

QUANTILES = np.arange(0.1, 0.95, 0.1)
MAX_CATEGORIES = 50
#: In characters; longer texts count as unseen.
MAX_CATEGORY_LENGTH = 256


def numeric_baseline(values: pd.Series, column: ColumnInfo) -> dict[str, Any]:
    floats = tensor(values, True)[:, 0]
    present = floats[~np.isnan(floats)]
    edges = np.unique(np.quantile(present, QUANTILES).astype(np.float32)) if len(present) else np.array([], np.float32)
    bins = np.searchsorted(edges, present, side="right")
    return {
        "name": column.name,
        "kind": "numeric",
        "edges": [float(edge) for edge in edges],
        "counts": [int(count) for count in np.bincount(bins, minlength=len(edges) + 1)],
        "missing": int(len(floats) - len(present)),
        "categories": [],
        "unseen": 0,
    }


def categorical_baseline(values: pd.Series, column: ColumnInfo) -> dict[str, Any]:
    """The most frequent categories, by name. `unseen` counts the rows of all others."""
    texts = tensor(values, False)[:, 0]
    present = texts[texts != MISSING_TEXT].astype(str)
    categories, counts = np.unique(present, return_counts=True)
    short = np.array([len(category) <= MAX_CATEGORY_LENGTH for category in categories], dtype=bool)
    kept = np.sort(np.argsort(-counts * short, kind="stable")[: min(MAX_CATEGORIES, int(short.sum()))])
    return {
        "name": column.name,
        "kind": "categorical",
        "edges": [],
        "counts": [int(count) for count in counts[kept]],
        "missing": int(len(texts) - len(present)),
        "categories": [str(category) for category in categories[kept]],
        "unseen": int(counts.sum() - counts[kept].sum()),
    }


def baseline(frame: pd.DataFrame, columns: list[ColumnInfo]) -> dict[str, Any]:
    """Of the given rows."""
    kinds = {True: numeric_baseline, False: categorical_baseline}
    return {
        "rows": len(frame),
        "features": [kinds[column.numeric](frame[column.name], column) for column in columns],
    }
