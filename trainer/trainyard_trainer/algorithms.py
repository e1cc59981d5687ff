"""The algorithms by name and task, and the check of their parameters against the library's own."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trainyard_trainer.boosters import NATIVE_PARAMETERS, chosen_parameters
from trainyard_trainer.errors import (
    INVALID_PARAMETER,
    RESERVED_PARAMETER,
    UNKNOWN_ALGORITHM,
    UNKNOWN_PARAMETER,
    close_matches,
)

CLASSIFICATION = frozenset(("BinaryClassification", "MulticlassClassification"))
REGRESSION = frozenset(("Regression",))
#: Below this many cells one thread is as fast, and its sums have one order on every machine.
SINGLE_THREAD_CELLS = 2_000_000


@dataclass(frozen=True)
class Algorithm:
    """How to make an estimator. `trees` get float32 features and no scaling by default."""

    name: str
    library: str
    module: str
    estimator: str
    trees: bool = False
    calibrated: bool = False
    defaults: Mapping[str, Any] = field(default_factory=dict)
    reserved: Mapping[str, str] = field(default_factory=dict)


_XGBOOST_RESERVED = {
    "early_stopping_rounds": "there is no set to stop on; choose n_estimators by cross-validation",
    "eval_metric": "metrics come from spec.metrics",
    "callbacks": "a run has no Python of its own",
    "enable_categorical": "categories are encoded in the feature graph",
    "feature_types": "features are float32",
    "feature_weights": "it cannot be written in a spec",
    "missing": "missing numbers are imputed in the feature graph",
    "verbosity": "the log belongs to Trainyard",
    "device": "this image trains on CPUs",
}
_QUIET = {"verbose": "the log belongs to Trainyard", "warm_start": "every fold is fitted anew"}
_SKLEARN = "scikit-learn"


def _pair(name: str, classifier: tuple[str, str] | None, regressor: tuple[str, str] | None, **rest: Any) -> dict:
    """{(name, is_regression): Algorithm} for the tasks where the algorithm makes sense."""
    rest = {"library": _SKLEARN, "reserved": _QUIET, **rest}
    kinds = ((False, classifier), (True, regressor))
    return {(name, kind): Algorithm(name, module=at[0], estimator=at[1], **rest) for kind, at in kinds if at}


def _ensemble(name: str) -> tuple[str, str]:
    return "sklearn.ensemble", name


_TABLE: Mapping[tuple[str, bool], Algorithm] = {
    **_pair(
        "xgboost",
        ("xgboost", "XGBClassifier"),
        ("xgboost", "XGBRegressor"),
        library="xgboost",
        trees=True,
        defaults={"tree_method": "hist"},
        reserved=_XGBOOST_RESERVED,
    ),
    **_pair("randomForest", _ensemble("RandomForestClassifier"), _ensemble("RandomForestRegressor"), trees=True),
    **_pair("extraTrees", _ensemble("ExtraTreesClassifier"), _ensemble("ExtraTreesRegressor"), trees=True),
    **_pair(
        "gradientBoosting", _ensemble("GradientBoostingClassifier"), _ensemble("GradientBoostingRegressor"), trees=True
    ),
    **_pair("logistic", ("sklearn.linear_model", "LogisticRegression"), None, defaults={"max_iter": 1000}),
    **_pair("ridge", None, ("sklearn.linear_model", "Ridge")),
    **_pair("elasticNet", None, ("sklearn.linear_model", "ElasticNet")),
    **_pair("knn", ("sklearn.neighbors", "KNeighborsClassifier"), ("sklearn.neighbors", "KNeighborsRegressor")),
    **_pair(
        "svm",
        ("sklearn.svm", "SVC"),
        ("sklearn.svm", "SVR"),
        calibrated=True,
        reserved={**_QUIET, "probability": "probabilities are always calibrated"},
    ),
    **_pair(
        "mlp",
        ("sklearn.neural_network", "MLPClassifier"),
        ("sklearn.neural_network", "MLPRegressor"),
        defaults={"max_iter": 500},
    ),
}


def find_algorithm(name: str, task: str) -> Algorithm:
    """Raises UnknownAlgorithm with what there is for the task."""
    regression = task in REGRESSION
    found = _TABLE.get((name, regression))
    if found is None:
        known = [other for other, kind in _TABLE if kind == regression]
        raise UNKNOWN_ALGORITHM(name=name, task=task, matches=close_matches(name, known))
    return found


def estimator_class(algorithm: Algorithm) -> Any:
    return getattr(importlib.import_module(algorithm.module), algorithm.estimator)


def library_parameters(algorithm: Algorithm) -> set[str]:
    """Every parameter that the library's estimator has by its own names."""
    kind = estimator_class(algorithm)
    if algorithm.library == "xgboost":
        return set(kind().get_params(deep=False)) | NATIVE_PARAMETERS
    return set(kind._get_param_names())


def check_parameters(algorithm: Algorithm, parameters: Mapping[str, Any]) -> None:
    """Raises ReservedParameter or UnknownParameter."""
    known = library_parameters(algorithm)
    for name in parameters:
        if name in algorithm.reserved:
            raise RESERVED_PARAMETER(name=name, algorithm=algorithm.name, why=algorithm.reserved[name])
        if name not in known:
            usable = known - set(algorithm.reserved)
            raise UNKNOWN_PARAMETER(
                algorithm=algorithm.name,
                library=algorithm.library,
                name=name,
                matches=close_matches(name, usable),
            )


def effective_parameters(
    algorithm: Algorithm, parameters: Mapping[str, Any], seed: int, cells: int, cpus: int
) -> dict[str, Any]:
    """The parameters given to the library: ours under the user's. `cells` is rows x features: it decides whether more
    than one thread may be used, and is the same on every machine."""
    known = library_parameters(algorithm)
    ours: dict[str, Any] = dict(algorithm.defaults)
    if "random_state" in known:
        ours["random_state"] = seed
    if "n_jobs" in known and algorithm.trees:
        ours["n_jobs"] = 1 if cells <= SINGLE_THREAD_CELLS else cpus
    return {**ours, **parameters}


def by_class_index(parameters: Mapping[str, Any], classes: Sequence[Any] | None) -> dict[str, Any]:
    """`class_weight` by class value becomes class_weight by class index, which is what models are fitted on."""
    weights = parameters.get("class_weight")
    if not isinstance(weights, Mapping) or classes is None:
        return dict(parameters)
    index = {str(value): place for place, value in enumerate(classes)}
    unknown = [name for name in weights if str(name) not in index]
    if unknown:
        raise INVALID_PARAMETER(
            library="class_weight",
            detail=f"the target has no class {unknown[0]!r}, only {', '.join(list(index)[:10])}.",
        )
    return {**parameters, "class_weight": {index[str(name)]: weight for name, weight in weights.items()}}


def make_estimator(algorithm: Algorithm, parameters: Mapping[str, Any], task: str) -> Any:
    """A fresh, unfitted estimator."""
    estimator = estimator_class(algorithm)(**parameters)
    if not (algorithm.calibrated and task in CLASSIFICATION):
        return estimator
    from sklearn.calibration import CalibratedClassifierCV

    # SVC(probability=True) goes away in scikit-learn 1.11; this is its documented replacement.
    return CalibratedClassifierCV(estimator, ensemble=False)


def reported_parameters(
    algorithm: Algorithm, parameters: Mapping[str, Any], given: Mapping[str, Any], model: Any
) -> dict[str, Any]:
    """All parameters of the fitted model with their effective values, as JSON can hold them; those that the user gave
    as they were given. What the library leaves unset and what a run cannot set is left out."""
    values = estimator_class(algorithm)(**parameters).get_params(deep=False)
    if algorithm.library == "xgboost":
        values = {**values, **chosen_parameters(model), **parameters}
    settable = {name: value for name, value in values.items() if name not in algorithm.reserved}
    plain = {name: value for name, value in settable.items() if _is_plain(value)} | dict(given)
    return {name: plain[name] for name in sorted(plain)}


def _is_plain(value: Any) -> bool:
    if isinstance(value, float):
        return value == value and abs(value) != float("inf")
    if isinstance(value, (list, tuple)):
        return all(_is_plain(item) for item in value)
    return isinstance(value, (bool, int, str)) and not inspect.isclass(value)
