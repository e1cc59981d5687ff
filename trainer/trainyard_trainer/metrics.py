"""The metrics by their usual names. Every one is a function of (truth, label index, scores) of one set of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.calibration import expected_calibration_error
from trainyard_trainer.errors import BAD_CONFIGURATION, UNKNOWN_METRIC, close_matches
from trainyard_trainer.run_spec import Gate, RunSpec

Array = np.ndarray[Any, Any]
#: Measured by the export, not by a set of rows; allowed in gates only.
PARITY_METRIC = "parity_max_abs_error"
#: Measured by group of data.sensitive on the test rows (fairness); allowed in gates only.
FAIRNESS_METRICS = ("demographic_parity_difference", "demographic_parity_ratio", "equalized_odds_difference")
#: manifest.json holds 64 measurements: three of each metric, and one of each measure of fairness.
MAX_METRICS = 20
RESERVED_NAMES = frozenset((PARITY_METRIC, *FAIRNESS_METRICS))

BINARY, MULTICLASS, REGRESSION = "BinaryClassification", "MulticlassClassification", "Regression"


@dataclass(frozen=True)
class Metric:
    """`measure(y, label, scores)`: y and label are class indices with scores [N,K], or numbers with scores unused."""

    name: str
    tasks: frozenset[str]
    greater_is_better: bool
    measure: Callable[[Array, Array, Array], float]


def _sk(name: str) -> Callable[..., Any]:
    from sklearn import metrics

    return getattr(metrics, name)


def _average(scores: Array) -> str:
    return "binary" if scores.shape[1] == 2 else "macro"


def _labelled(function: str, average: str | None = None) -> Callable[[Array, Array, Array], float]:
    def measure(y: Array, label: Array, scores: Array) -> float:
        chosen = average or _average(scores)
        return float(_sk(function)(y, label, average=chosen, zero_division=0))

    return measure


def _roc_auc(y: Array, label: Array, scores: Array) -> float:
    if scores.shape[1] == 2:
        return float(_sk("roc_auc_score")(y, scores[:, 1]))
    return float(_sk("roc_auc_score")(y, scores, multi_class="ovr", average="macro", labels=_all(scores)))


def _average_precision(y: Array, label: Array, scores: Array) -> float:
    """Not defined without a row of a class that it is about, as roc_auc; scikit-learn says 0 then, and warns."""
    needed = [1] if scores.shape[1] == 2 else _all(scores)
    if not np.isin(needed, y).all():
        return float("nan")
    if scores.shape[1] == 2:
        return float(_sk("average_precision_score")(y, scores[:, 1]))
    one_hot = (y[:, None] == _all(scores)).astype(int)
    return float(_sk("average_precision_score")(one_hot, scores, average="macro"))


def _log_loss(y: Array, label: Array, scores: Array) -> float:
    return float(_sk("log_loss")(y, _normalised(scores), labels=_all(scores)))


def _brier(y: Array, label: Array, scores: Array) -> float:
    """Mean squared distance to the truth; for two classes of the positive class only, as scikit-learn has it."""
    if scores.shape[1] == 2:
        return float(np.mean((scores[:, 1].astype(np.float64) - y) ** 2))
    one_hot = (y[:, None] == _all(scores)).astype(np.float64)
    return float(np.mean(((scores - one_hot) ** 2).sum(axis=1)))


def _all(scores: Array) -> Array:
    return np.arange(scores.shape[1])


def _normalised(scores: Array) -> Array:
    """Float32 rows sum to 1 ± 1e-7; scikit-learn wants it closer in float64. Not for ranks: dividing breaks ties."""
    wide = scores.astype(np.float64)
    return wide / wide.sum(axis=1, keepdims=True)


def _plain(function: str) -> Callable[[Array, Array, Array], float]:
    return lambda y, label, scores: float(_sk(function)(y, label))


def _table() -> dict[str, Metric]:
    both = frozenset((BINARY, MULTICLASS))
    classification = [
        ("roc_auc", True, _roc_auc),
        ("average_precision", True, _average_precision),
        ("accuracy", True, _plain("accuracy_score")),
        ("balanced_accuracy", True, _plain("balanced_accuracy_score")),
        ("matthews_corrcoef", True, _plain("matthews_corrcoef")),
        ("cohen_kappa", True, _plain("cohen_kappa_score")),
        ("log_loss", False, _log_loss),
        ("brier", False, _brier),
        ("ece", False, lambda y, label, scores: expected_calibration_error(y, scores)),
    ]
    for name in ("f1", "precision", "recall"):
        classification.append((name, True, _labelled(f"{name}_score")))
        for average in ("macro", "micro", "weighted"):
            classification.append((f"{name}_{average}", True, _labelled(f"{name}_score", average)))
    regression = [
        ("rmse", False, _plain("root_mean_squared_error")),
        ("mse", False, _plain("mean_squared_error")),
        ("mae", False, _plain("mean_absolute_error")),
        ("median_absolute_error", False, _plain("median_absolute_error")),
        ("max_error", False, _plain("max_error")),
        ("mape", False, _plain("mean_absolute_percentage_error")),
        ("r2", True, _plain("r2_score")),
        ("explained_variance", True, _plain("explained_variance_score")),
    ]
    rows = [(both, *row) for row in classification] + [(frozenset((REGRESSION,)), *row) for row in regression]
    return {name: Metric(name, tasks, greater, measure) for tasks, name, greater, measure in rows}


METRICS = _table()


def find_metric(name: str, task: str, where: str, custom: Mapping[str, Metric]) -> Metric:
    """Raises UnknownMetric with close names that exist for the task."""
    metric = custom.get(name) or METRICS.get(name)
    if metric is None or task not in metric.tasks:
        known = [other.name for other in METRICS.values() if task in other.tasks] + list(custom)
        if where.startswith("gates"):
            known += [PARITY_METRIC, *FAIRNESS_METRICS]
        matches = close_matches(name, known)
        if name in FAIRNESS_METRICS:
            matches = "It is measured by group of data.sensitive for two classes, and may stand in gates."
        raise UNKNOWN_METRIC(where=where, name=name, task=task, matches=matches)
    return metric


def check_fairness_gate(gate: Gate, run: RunSpec, where: str) -> None:
    """A gate on fairness has something to measure: two classes, sensitive columns and the test rows."""
    if run.task != BINARY:
        find_metric(gate.metric, run.task, where, {})
    if not run.data.sensitive:
        problem = f"{gate.metric} is measured by group, but data.sensitive names no column"
        raise BAD_CONFIGURATION(where=f"spec.{where}", problem=problem)
    if gate.on != "Test":
        problem = f"{gate.metric} is measured on Test rows only, found split {gate.on}"
        raise BAD_CONFIGURATION(where=f"spec.{where}", problem=problem)


def metrics_of(run: RunSpec, custom: Mapping[str, Metric]) -> list[Metric]:
    """Primary first, then the others, then the run's own, then those that only a gate asks for; each once."""
    wanted: list[tuple[str, str]] = [
        ("metrics.primary", run.primary),
        *((f"metrics.others[{index}]", name) for index, name in enumerate(run.others)),
        *(("metrics.custom", name) for name in custom),
    ]
    for index, gate in enumerate(run.gates):
        where = f"gates[{index}].metric"
        if gate.metric in FAIRNESS_METRICS:
            check_fairness_gate(gate, run, where)
        elif gate.metric != PARITY_METRIC:
            wanted.append((where, gate.metric))
    found = {name: find_metric(name, run.task, where, custom) for where, name in wanted}
    if len(found) > MAX_METRICS:
        problem = f"the run would measure {len(found)} metrics, at most {MAX_METRICS} are allowed"
        raise BAD_CONFIGURATION(where="spec.metrics", problem=problem)
    return list(found.values())
