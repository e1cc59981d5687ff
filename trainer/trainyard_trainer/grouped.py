"""Split and folds that keep every group whole: a model is judged on hospitals, people or machines it never saw."""

from __future__ import annotations

from typing import Any

import numpy as np

from trainyard_trainer.errors import INVALID_SPLIT_COLUMN
from trainyard_trainer.run_spec import CrossValidationSpec

Array = np.ndarray[Any, Any]


def _refuse(column: str, problem: str) -> None:
    raise INVALID_SPLIT_COLUMN(where="data.group", column=column, problem=problem)


def grouped_split(groups: Array, fraction: float, seed: int, column: str) -> tuple[Array, Array]:
    """(train, test) row numbers. Groups in shuffled order are held out as long as each brings the share of held-out
    rows nearer to `fraction`; at least one group is. Raises InvalidSplitColumn."""
    sizes = np.bincount(groups)
    if len(sizes) < 2:
        _refuse(column, "all rows have the same value, so no group can be held out")
    wanted, held, chosen = fraction * len(groups), 0, []
    # RandomState's streams are frozen; those of newer generators may change with numpy.
    for group in np.random.RandomState(seed).permutation(len(sizes)):
        if abs(held + sizes[group] - wanted) < abs(held - wanted):
            held += int(sizes[group])
            chosen.append(group)
    test = np.isin(groups, chosen or [int(sizes.argmin())])
    return np.flatnonzero(~test), np.flatnonzero(test)


def grouped_folds(
    y: Array, groups: Array, classes: bool, train: Array, spec: CrossValidationSpec, column: str
) -> list[tuple[Array, Array]]:
    """(train, test) row numbers of every fold. With classes the folds have about the same shares of them. Raises
    InvalidSplitColumn."""
    from sklearn.model_selection import GroupKFold, StratifiedGroupKFold

    count = len(np.unique(groups[train]))
    if count < spec.folds:
        _refuse(column, f"the training rows have {count} different values, {spec.folds} folds need {spec.folds}")
    kind = StratifiedGroupKFold if classes else GroupKFold
    random = np.random.RandomState(spec.seed)
    pairs = []
    for _ in range(spec.repeats):
        folds = kind(n_splits=spec.folds, shuffle=True, random_state=random)
        for inner, outer in folds.split(train, y[train], groups[train]):
            if len(outer) == 0:
                _refuse(column, f"its {count} values leave one of {spec.folds} folds without rows")
            pairs.append((train[inner], train[outer]))
    return pairs
