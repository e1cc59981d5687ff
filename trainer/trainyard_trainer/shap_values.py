"""SHAP values of a fitted model by shap's exact explainers, checked to add up: for every row, base value plus all
contributions equals the margin that the model itself computes.

Trees: TreeSHAP along the paths of the training rows (Lundberg et al., Nature Machine Intelligence 2, 2020). Linear
models: coefficient times distance from the mean of the training rows. Other models have approximations only, whose
values would change with a seed; they get none.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.fit import Fitted
from trainyard_trainer.pipeline import model_input

Array = np.ndarray[Any, Any]
TREES = frozenset(("xgboost", "randomForest", "extraTrees", "gradientBoosting"))
LINEAR = frozenset(("logistic", "ridge", "elasticNet"))
#: Of the greatest absolute margin (at least 1): XGBoost adds its trees in float32.
TOLERANCE = 1e-4
#: XGBoost's objectives whose margin is the prediction.
IDENTITY_OBJECTIVES = ("squarederror", "squaredlogerror", "absoluteerror", "pseudohubererror", "quantileerror")


@dataclass(frozen=True)
class ShapValues:
    """`contributions` is [rows, columns, outputs], what each raw column adds to the margin; the features made of one
    column are summed. `margin` says what a margin is: Probability for forests, Prediction for numbers, LogOdds for the
    other classifiers, and Margin where XGBoost's objective has another link. `max_error` is how far the sums are from
    the margins, as a share of the greatest absolute margin (at least 1)."""

    columns: list[str]
    contributions: Array
    margin: str
    max_error: float

    @property
    def adds_up(self) -> bool:
        return bool(self.max_error <= TOLERANCE)

    def mean_absolute(self) -> dict[str, float]:
        """By column, in the unit of the margin; the mean over rows and outputs."""
        means = np.abs(self.contributions).mean(axis=(0, 2))
        return {name: float(mean) for name, mean in zip(self.columns, means, strict=True)}


def uncovered(algorithm: str, task: str) -> str | None:
    """Why there are no exact SHAP values; None if there are."""
    if algorithm == "gradientBoosting" and task == "MulticlassClassification":
        return "shap explains gradientBoosting for two classes and for numbers, not for more classes"
    if algorithm in TREES | LINEAR:
        return None
    return f"shap has exact explainers for trees and linear models, and {algorithm} is neither"


def margin_kind(model: Any, algorithm: str, regression: bool) -> str:
    if regression:
        # XGBoost's objectives for counts and positive numbers add up the logarithm of the prediction.
        plain = algorithm != "xgboost" or str(model.objective).endswith(IDENTITY_OBJECTIVES)
        return "Prediction" if plain else "Margin"
    return "Probability" if algorithm in ("randomForest", "extraTrees") else "LogOdds"


def margins(model: Any, matrix: Array, algorithm: str, kind: str) -> Array:
    """[rows, outputs] by the model itself."""
    if algorithm == "xgboost":
        raw = model.predict(matrix, output_margin=True)
    elif kind == "Probability":
        raw = model.predict_proba(matrix)
    else:
        raw = model.decision_function(matrix) if kind == "LogOdds" else model.predict(matrix)
    wide = np.asarray(raw, dtype=np.float64)
    return wide.reshape(len(matrix), -1)


def _explainer(model: Any, algorithm: str, background: Callable[[], Array]) -> Any:
    import shap

    if algorithm in TREES:
        return shap.TreeExplainer(model, feature_perturbation="tree_path_dependent")
    return shap.LinearExplainer(
        model, shap.maskers.Independent(background().mean(axis=0, keepdims=True, dtype=np.float64))
    )


def _by_column(values: Array, owners: list[str], columns: list[str]) -> Array:
    """Sums of the features of each column: [rows, features, outputs] to [rows, columns, outputs]."""
    places = {name: place for place, name in enumerate(columns)}
    summed = np.zeros((values.shape[0], len(columns), values.shape[2]))
    np.add.at(summed, (slice(None), [places[owner] for owner in owners]), values)
    return summed


def shap_values(fitted: Fitted, algorithm: str, matrix: Array, background: Callable[[], Array]) -> ShapValues:
    """`matrix` are the features (float32) of the rows to explain, `background` gives those of
    the training rows, which only linear models need. The algorithm must be covered."""
    pipeline = fitted.pipeline
    given = model_input(matrix, pipeline.wide)
    kind = margin_kind(pipeline.model, algorithm, pipeline.regression)
    with warnings.catch_warnings():
        # shap reads what numpy and scikit-learn have deprecated; nobody but its authors can act on that.
        warnings.simplefilter("ignore")
        explainer = _explainer(pipeline.model, algorithm, background)
        options = {"check_additivity": False} if algorithm in TREES else {}
        values = np.asarray(explainer.shap_values(given, **options), dtype=np.float64)
    values = values.reshape(*values.shape[:2], -1)
    truth = margins(pipeline.model, given, algorithm, kind)
    base = np.asarray(explainer.expected_value, dtype=np.float64).reshape(-1)[-truth.shape[1] :]
    error = np.abs(values.sum(axis=1) + base - truth).max(initial=0.0) / max(1.0, np.abs(truth).max(initial=0.0))
    if kind == "Probability" and values.shape[2] == 2:
        # The two classes of a forest say the same with opposite signs.
        values = values[:, :, 1:]
    columns = [column.name for column in fitted.features.used]
    return ShapValues(columns, _by_column(values, fitted.features.owners, columns), kind, float(error))
