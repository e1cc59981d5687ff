"""Stage Fit: the pipeline is fitted anew in every fold (no leakage), then on all training rows."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from trainyard_trainer.algorithms import Algorithm, make_estimator
from trainyard_trainer.boosters import bake_dart
from trainyard_trainer.errors import INVALID_PARAMETER
from trainyard_trainer.feature_entry import FeatureSets
from trainyard_trainer.feature_graph import feature_graph
from trainyard_trainer.features import FittedFeatures, fit_features
from trainyard_trainer.journal import Journal
from trainyard_trainer.metrics import Metric
from trainyard_trainer.pipeline import FittedPipeline, Prediction, feature_matrix, model_input
from trainyard_trainer.run_spec import FeatureSpec
from trainyard_trainer.runtime import session
from trainyard_trainer.selection import Selection, select_columns
from trainyard_trainer.split import Folds, Split
from trainyard_trainer.steps import fit_in_steps
from trainyard_trainer.validate import Dataset

if TYPE_CHECKING:
    from trainyard_trainer.gang import Gang

Array = np.ndarray[Any, Any]
#: Time, file and line of XGBoost's source, which say nothing to a person.
XGBOOST_PLACE = re.compile(r"^\[[0-9:]+\] \S+?:\d+: ")


#: Fits an estimator to (matrix, y) of an algorithm, and tells a journal.
Fitter = Callable[[Any, Array, Array, Algorithm, Journal], None]


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


def select_features(data: Dataset, rows: Array, spec: FeatureSpec) -> Selection | None:
    """The selection by `rows` only; None if the spec wants none."""
    if spec.select is None:
        return None
    return select_columns(data.frame.iloc[rows], data.features, data.y[rows], data.classes is not None, spec)


def fit_feature_steps(data: Dataset, rows: Array, spec: FeatureSpec, selection: Selection | None) -> FittedFeatures:
    """The feature steps by `rows` only. `selection` is the one by these rows, where it is known already."""
    selection = selection or select_features(data, rows, spec)
    return fit_features(data.frame.iloc[rows], data.features, spec, selection)


def fit_feature_sets(
    data: Dataset, split: Split, folds: Folds, spec: FeatureSpec, selection: Selection | None
) -> FeatureSets:
    """All steps that the run needs; `selection` is the one by all training rows."""
    return FeatureSets(
        fit_feature_steps(data, split.train, spec, selection),
        [fit_feature_steps(data, train, spec, None) for train, _ in folds.pairs],
    )


def fit_pipeline(
    data: Dataset,
    rows: Array,
    recipe: Recipe,
    selection: Selection | None = None,
    features: FittedFeatures | None = None,
    journal: Journal | None = None,
    fitter: Fitter = fit_in_steps,
) -> Fitted:
    """Fits features and model on `rows` only. `selection` and `features` are those by these rows, where they are known
    already; `fitter` fits the model. Raises InvalidParameter for values that the library refuses."""
    frame = data.frame.iloc[rows]
    features = features or fit_feature_steps(data, rows, recipe.feature_spec, selection)
    graph = feature_graph(features)
    runtime = session(graph)
    wide = not recipe.algorithm.trees
    matrix = model_input(feature_matrix(runtime, frame, data.features), wide)
    model, noted = fit_model(matrix, data.y[rows], recipe, journal or Journal(), fitter)
    return Fitted(FittedPipeline(data.features, runtime, model, data.classes is None, wide), features, graph, noted)


def fit_model(
    matrix: Array, y: Array, recipe: Recipe, journal: Journal, fitter: Fitter = fit_in_steps
) -> tuple[Any, tuple[str, ...]]:
    """(fitted estimator, warnings of the library, each once). Goes on where the journal ends."""
    from threadpoolctl import threadpool_limits

    with (
        parameters_blamed(recipe.algorithm),
        warnings.catch_warnings(record=True) as caught,
        threadpool_limits(recipe.threads, user_api="blas"),
    ):
        warnings.simplefilter("always")
        model = make_estimator(recipe.algorithm, recipe.parameters, recipe.task)
        fitter(model, matrix, y, recipe.algorithm, journal)
        if recipe.parameters.get("booster") == "dart":
            bake_dart(model)
    return model, tuple(dict.fromkeys(f"{item.category.__name__}: {item.message}" for item in caught))


@contextmanager
def parameters_blamed(algorithm: Algorithm) -> Iterator[None]:
    """The data is checked and the features are finite numbers, so what a library refuses now is a parameter: such
    errors become InvalidParameter in the library's own words (without the stack that xgboost puts into them)."""
    try:
        yield
    except Exception as error:
        # xgboost's error type is known by name, because other algorithms do not load the library.
        if not (isinstance(error, (TypeError, ValueError)) or type(error).__name__ == "XGBoostError"):
            raise
        detail = XGBOOST_PLACE.sub("", " ".join(str(error).split("Stack trace")[0].split()))[:600]
        raise INVALID_PARAMETER(library=algorithm.library, detail=detail) from error


@dataclass(frozen=True)
class FoldScores:
    """Every metric of every fold, in the order of the folds, and in how many folds each column was used."""

    scores: dict[str, list[float]]
    used: Mapping[str, int] = field(default_factory=dict)


def measure(metrics: list[Metric], y: Array, prediction: Prediction) -> dict[str, float]:
    return {metric.name: metric.measure(y, prediction.label, prediction.scores) for metric in metrics}


@dataclass(frozen=True)
class FoldResult:
    """The metrics of one fold by name, and the columns that it used."""

    values: dict[str, float]
    used: tuple[str, ...]


def fit_fold(
    data: Dataset,
    fold: tuple[Array, Array],
    recipe: Recipe,
    metrics: list[Metric],
    features: FittedFeatures | None,
    journal: Journal | None = None,
) -> FoldResult:
    """Fits on the first rows of `fold` and measures on the others. `features` are its steps, where they are known."""
    train, test = fold
    fitted = fit_pipeline(data, train, recipe, features=features, journal=journal)
    matrix = fitted.pipeline.matrix(data.frame.iloc[test])
    with parameters_blamed(recipe.algorithm):
        prediction = fitted.pipeline.predict_matrix(matrix)
    used = tuple(column.name for column in fitted.features.used)
    return FoldResult(measure(metrics, data.y[test], prediction), used)


def cross_validate(
    data: Dataset,
    folds: Folds,
    recipe: Recipe,
    metrics: list[Metric],
    report: Callable[[int, int], None],
    journal: Journal | None = None,
    features: FeatureSets | None = None,
    gang: Gang | None = None,
) -> FoldScores:
    """`report(done, total)` is called after every fold. The folds of the journal are not fitted again; `features` are
    the steps of the folds, where they are known; the workers of a `gang` take a fold each."""
    journal = journal or Journal()
    left = [(fold, features and features.folds[index]) for index, fold in enumerate(folds.pairs)][journal.folds :]
    for result in _fold_results(data, left, recipe, metrics, journal, gang):
        journal.fold(result.values, result.used)
        report(journal.folds, len(folds.pairs))
    return FoldScores(journal.scores, journal.used)


def _fold_results(
    data: Dataset,
    left: list[tuple[tuple[Array, Array], FittedFeatures | None]],
    recipe: Recipe,
    metrics: list[Metric],
    journal: Journal,
    gang: Gang | None,
) -> Iterator[FoldResult]:
    if gang is None:
        for fold, steps in left:
            yield fit_fold(data, fold, recipe, metrics, steps, journal)
    elif left:
        items = [(fold, recipe, metrics, steps) for fold, steps in left]
        for promised in gang.each(fit_fold, items, gang.share(data)):
            yield promised.result()
