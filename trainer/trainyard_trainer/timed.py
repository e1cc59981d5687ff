"""Split and folds in the order of time: a model is trained on the past and judged on the future, as it will serve.

Rows of the same moment stay together, on the later side. scikit-learn's TimeSeriesSplit cuts between rows wherever the
count falls, also between two rows of one moment.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from trainyard_trainer.errors import INVALID_SPLIT_COLUMN

Array = np.ndarray[Any, Any]


def _cut(ordered: Array, place: int) -> int:
    """The first place of the moment that stands at `place`."""
    return int(np.searchsorted(ordered, ordered[place], side="left"))


def timed_split(times: Array, fraction: float, column: str) -> tuple[Array, Array]:
    """(train, test) row numbers: the test rows are the latest ones, at least `fraction` of all. Raises
    InvalidSplitColumn."""
    order = np.argsort(times, kind="stable")
    held = int(np.ceil(len(times) * fraction))
    cut = _cut(times[order], len(times) - held)
    if cut == 0:
        problem = f"the earliest moment holds so many rows that none is left before the latest {fraction:g} of them"
        raise INVALID_SPLIT_COLUMN(where="data.time", column=column, problem=problem)
    return np.sort(order[:cut]), np.sort(order[cut:])


def timed_folds(times: Array, train: Array, folds: int, column: str) -> list[tuple[Array, Array]]:
    """(train, test) row numbers, earliest fold first: each fold is tested on the next stretch of time and trained on
    all that lies before it. Raises InvalidSplitColumn."""
    rows = train[np.argsort(times[train], kind="stable")]
    ordered = times[rows]
    size = len(rows) // (folds + 1)
    cuts = [_cut(ordered, len(rows) - (folds - fold) * size) for fold in range(folds)] + [len(rows)]
    if cuts[0] == 0 or len(set(cuts)) < len(cuts):
        moments = len(np.unique(ordered))
        problem = (
            f"the training rows have {moments} different moments, too few or too unevenly filled for {folds} folds"
        )
        raise INVALID_SPLIT_COLUMN(where="data.time", column=column, problem=problem)
    return [(np.sort(rows[:start]), np.sort(rows[start:end])) for start, end in pairwise(cuts)]
