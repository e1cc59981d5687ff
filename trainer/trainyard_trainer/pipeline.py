"""The fitted pipeline: raw rows → features (computed by onnxruntime, as serving does) → the fitted model.

The model is trained on the float32 output of the exported feature graph, so that the trained and the served features
are the same bits by construction. Scaling in float64 and serving in float32 moved 13 of 569 rows across split points
of a tree (by up to 0.119 in probability) when it was measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.boosters import summing_error
from trainyard_trainer.columns import ColumnInfo, feeds
from trainyard_trainer.feature_graph import FEATURES

Array = np.ndarray[Any, Any]
NEIGHBOUR_TOLERANCE = 1e-5
#: Scores this close are a tie; a hundred times what float32 sums differ by.
TIE = 1e-5


@dataclass(frozen=True)
class Prediction:
    """`label` is the class index, or the number itself; `scores` is [N,K] float32, or [N,1] for regression."""

    label: Array
    scores: Array

    def rows(self, chosen: Array) -> Prediction:
        return Prediction(self.label[chosen], self.scores[chosen])


def best_class(scores: Array) -> Array:
    """Index of the first class whose score is within TIE of the best. The served graph computes the same (merge)."""
    bound = scores.max(axis=1, keepdims=True) - np.float32(TIE)
    return (scores >= bound).argmax(axis=1)


def to_prediction(scores: Array, regression: bool) -> Prediction:
    """Float32 scores with their labels."""
    if regression:
        column = scores.reshape(-1, 1)
        return Prediction(column[:, 0].astype(np.float64), column)
    return Prediction(best_class(scores), scores)


@dataclass(frozen=True)
class FittedPipeline:
    """`features` is an onnxruntime session of the feature graph. `wide` models are fitted in float64."""

    columns: list[ColumnInfo]
    features: Any
    model: Any
    regression: bool
    wide: bool

    def matrix(self, frame: pd.DataFrame) -> Array:
        """[N, features] float32: exactly what the served graph hands to its model."""
        return feature_matrix(self.features, frame, self.columns)

    def predict(self, frame: pd.DataFrame) -> Prediction:
        return self.predict_matrix(self.matrix(frame))

    def undecided(self, frame: pd.DataFrame) -> Array:
        rounding = self.rounding(frame)
        ties = undecided(self.model, self.matrix(frame))
        if self.regression or rounding <= TIE:
            return ties
        best = np.sort(self.predict(frame).scores, axis=1)[:, -2:]
        return ties | (best[:, 1] - best[:, 0] <= 2 * rounding)

    def rounding(self, frame: pd.DataFrame) -> float:
        in_margin = summing_error(self.model, self.matrix(frame))
        # No softmax changes its answers by more than half of what its inputs change by.
        return in_margin if self.regression else in_margin / 2

    def predict_matrix(self, matrix: Array) -> Prediction:
        given = model_input(matrix, self.wide)
        raw = self.model.predict(given) if self.regression else self.model.predict_proba(given)
        return to_prediction(np.asarray(raw, dtype=np.float32), self.regression)


def undecided(model: Any, matrix: Array) -> Array:
    """Rows without a right answer: for nearest neighbours those where the last neighbour that counts and the first that
    does not are equally far, as near as float32 can tell. Which of them counts depends on rounding."""
    if not hasattr(model, "kneighbors") or model.n_neighbors >= model.n_samples_fit_:
        return np.zeros(len(matrix), dtype=bool)
    far = model.kneighbors(matrix.astype(np.float64), model.n_neighbors + 1)[0]
    last, next_ = far[:, -2], far[:, -1]
    return next_ - last <= NEIGHBOUR_TOLERANCE * np.maximum(last, 1e-9)


def feature_matrix(session: Any, frame: pd.DataFrame, columns: list[ColumnInfo]) -> Array:
    return session.run([FEATURES], feeds(frame, columns))[0]


def model_input(matrix: Array, wide: bool) -> Array:
    """The same numbers in float64 for models whose fit would lose digits in float32."""
    return matrix.astype(np.float64) if wide else matrix
