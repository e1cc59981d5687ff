"""Stage Fit: the pipeline is fitted anew in every fold (no leakage), then on all training rows."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.algorithms import Algorithm, make_estimator
from trainyard_trainer.errors import INVALID_PARAMETER
from trainyard_trainer.feature_graph import feature_graph
from trainyard_trainer.features import FittedFeatures, fit_features
from trainyard_trainer.metrics import Metric
from trainyard_trainer.pipeline import FittedPipeline, Prediction, feature_matrix, model_input
from trainyard_trainer.run_spec import FeatureSpec
from trainyard_trainer.runtime import session
from trainyard_trainer.split import Folds
from trainyard_trainer.validate import Dataset

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Recipe:
    """What is fitted in every fold. `feature_spec` is resolved, `parameters` are effective."""

    algorithm: Algorithm
    parameters: Mapping[str, Any]
    feature_spec: FeatureSpec
    task: str
    threads: int


@dataclass(frozen=True)
class Fitted:
    """A pipeline with its feature steps, its feature graph (ModelProto) and the warnings of the library."""

    pipeline: FittedPipeline
    features: FittedFeatures
    graph: Any
    warnings: tuple[str, ...]


def fit_pipeline(data: Dataset, rows: Array, recipe: Recipe) -> Fitted:
    """Fits features and model on `rows` only. Raises InvalidParameter for values that the library refuses."""
    frame = data.frame.iloc[rows]
    features = fit_features(frame, data.features, recipe.feature_spec)
    graph = feature_graph(features)
    runtime = session(graph)
    wide = not recipe.algorithm.trees
    matrix = model_input(feature_matrix(runtime, frame, data.features), wide)
    model, noted = fit_model(matrix, data.y[rows], recipe)
    return Fitted(FittedPipeline(data.features, runtime, model, data.classes is None, wide), features, graph, noted)


def fit_model(matrix: Array, y: Array, recipe: Recipe) -> tuple[Any, tuple[str, ...]]:
    """(fitted estimator, warnings of the library, each once)."""
    from sklearn.utils._param_validation import InvalidParameterError
    from threadpoolctl import threadpool_limits

    try:
        model = make_estimator(recipe.algorithm, recipe.parameters, recipe.task)
        with warnings.catch_warnings(record=True) as caught, threadpool_limits(recipe.threads, user_api="blas"):
            warnings.simplefilter("always")
            model.fit(matrix, y)
    except (InvalidParameterError, TypeError, ValueError) as error:
        raise refused(recipe.algorithm, error) from error
    except Exception as error:
        # xgboost's error type is only importable with xgboost, which other algorithms do not load.
        if type(error).__name__ != "XGBoostError":
            raise
        raise refused(recipe.algorithm, error) from error
    return model, tuple(dict.fromkeys(f"{item.category.__name__}: {item.message}" for item in caught))


def refused(algorithm: Algorithm, error: BaseException) -> Exception:
    """InvalidParameter with the library's own words, without the stack that xgboost puts into its messages."""
    text = str(error).split("Stack trace")[0]
    return INVALID_PARAMETER(library=algorithm.library, detail=" ".join(text.split())[:600])


@dataclass(frozen=True)
class FoldScores:
    """Every metric of every fold, in the order of the folds."""

    scores: dict[str, list[float]]


def measure(metrics: list[Metric], y: Array, prediction: Prediction) -> dict[str, float]:
    return {metric.name: metric.measure(y, prediction.label, prediction.scores) for metric in metrics}


def cross_validate(
    data: Dataset, folds: Folds, recipe: Recipe, metrics: list[Metric], report: Callable[[int, int], None]
) -> FoldScores:
    """`report(done, total)` is called after every fold."""
    scores: dict[str, list[float]] = {metric.name: [] for metric in metrics}
    for index, (train, test) in enumerate(folds.pairs, start=1):
        fitted = fit_pipeline(data, train, recipe)
        prediction = fitted.pipeline.predict(data.frame.iloc[test])
        for name, value in measure(metrics, data.y[test], prediction).items():
            scores[name].append(value)
        report(index, len(folds.pairs))
    return FoldScores(scores)
