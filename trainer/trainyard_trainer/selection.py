"""Which columns the model may use: those whose test against the target holds after Holm's correction. Fitted on the
training rows of a fold like every other feature step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.column_tests import Association, associate
from trainyard_trainer.columns import ColumnInfo
from trainyard_trainer.run_spec import FeatureSpec

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Tested:
    """One column: its test, and its p-value after Holm's correction over all columns."""

    column: ColumnInfo
    result: Association
    adjusted_p: float
    selected: bool

    def to_json(self, folds: int) -> dict[str, Any]:
        """`folds` is in how many folds of the cross-validation the column was selected."""
        statistic = {} if self.result.statistic is None else {"statistic": self.result.statistic}
        return {
            "name": self.column.name,
            "test": self.result.test,
            **statistic,
            "pValue": self.result.p_value,
            "adjustedPValue": self.adjusted_p,
            "effect": self.result.effect,
            "n": self.result.n,
            "selected": self.selected,
            "foldsSelected": folds,
        }


@dataclass(frozen=True)
class Selection:
    """Every column in the order of the file."""

    tested: list[Tested]

    @property
    def columns(self) -> list[ColumnInfo]:
        return [item.column for item in self.tested if item.selected]

    @property
    def usable(self) -> list[ColumnInfo]:
        """The selected columns, or the one that came nearest: a fold by chance without any still needs a model, and
        its score says how good that is."""
        return self.columns or [min(self.tested, key=lambda item: (item.result.p_value, -item.result.effect)).column]


def holm(p_values: Array) -> Array:
    """Adjusted p-values that keep the chance of one false finding or more below alpha, whatever depends on what (Holm,
    Scandinavian Journal of Statistics 6, 1979)."""
    order = np.argsort(p_values, kind="stable")
    factors = len(p_values) - np.arange(len(p_values))
    adjusted = np.empty(len(p_values))
    adjusted[order] = np.minimum(np.maximum.accumulate(p_values[order] * factors), 1.0)
    return adjusted


def select_columns(
    frame: pd.DataFrame, columns: list[ColumnInfo], y: Array, classes: bool, spec: FeatureSpec
) -> Selection:
    """Tests every column on the given rows. At most `spec.select.most` are kept: least adjusted p first, then least p,
    then greatest effect, then the order of the file."""
    chosen = spec.select
    assert chosen is not None
    missing_counts = spec.categorical_impute == "Constant"
    results = [
        associate(frame[column.name], column, y, classes, chosen.test, spec.max_categories, missing_counts)
        for column in columns
    ]
    adjusted = holm(np.array([result.p_value for result in results]))
    ranked = sorted(
        (place for place in range(len(columns)) if adjusted[place] <= chosen.alpha),
        key=lambda place: (adjusted[place], results[place].p_value, -results[place].effect, place),
    )
    kept = set(ranked[: chosen.most])
    return Selection(
        [
            Tested(column, result, float(p), place in kept)
            for place, (column, result, p) in enumerate(zip(columns, results, adjusted, strict=True))
        ]
    )
