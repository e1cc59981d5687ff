"""Metrics that a run defines itself, as expressions over counts and named metrics of the same rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from trainyard_trainer.errors import BAD_CONFIGURATION, close_matches
from trainyard_trainer.expression import Expression, ExpressionError, parse_expression
from trainyard_trainer.metrics import BINARY, METRICS, RESERVED_NAMES, Metric
from trainyard_trainer.run_spec import CustomMetricSpec

Array = np.ndarray[Any, Any]
#: Of the positive class, the second one in sorted order.
COUNTS: Mapping[str, Callable[[Array, Array], Any]] = {
    "tp": lambda y, label: np.sum((y == 1) & (label == 1)),
    "fp": lambda y, label: np.sum((y == 0) & (label == 1)),
    "tn": lambda y, label: np.sum((y == 0) & (label == 0)),
    "fn": lambda y, label: np.sum((y == 1) & (label == 0)),
}


def known_names(task: str) -> dict[str, Callable[[Array, Array, Array], float]]:
    """What an expression may read: n (rows), the metrics of the task, and tp, fp, tn, fn for two classes."""
    names: dict[str, Callable[[Array, Array, Array], float]] = {"n": lambda y, label, scores: len(y)}
    if task == BINARY:
        names |= {name: lambda y, label, scores, count=count: count(y, label) for name, count in COUNTS.items()}
    return names | {metric.name: metric.measure for metric in METRICS.values() if task in metric.tasks}


def _measure(expression: Expression, known: Mapping[str, Any]) -> Callable[[Array, Array, Array], float]:
    def measure(y: Array, label: Array, scores: Array) -> float:
        return expression.value({name: known[name](y, label, scores) for name in expression.names})

    return measure


def custom_metrics(specs: tuple[CustomMetricSpec, ...], task: str) -> dict[str, Metric]:
    """By name. Raises BadConfiguration with the path of the wrong field; no data is needed for that."""
    known = known_names(task)
    found: dict[str, Metric] = {}
    for index, spec in enumerate(specs):
        where = f"spec.metrics.custom[{index}]"
        if spec.name in METRICS or spec.name in RESERVED_NAMES or spec.name in COUNTS or spec.name == "n":
            raise BAD_CONFIGURATION(where=f"{where}.name", problem=f"{spec.name!r} has a meaning already")
        if spec.name in found:
            raise BAD_CONFIGURATION(where=f"{where}.name", problem=f"{spec.name!r} is defined twice")
        try:
            expression = parse_expression(spec.expression)
        except ExpressionError as error:
            raise BAD_CONFIGURATION(where=f"{where}.expression", problem=str(error)) from error
        for name in sorted(expression.names - set(known)):
            why = f"tp, fp, tn and fn exist for {BINARY} only" if name in COUNTS else close_matches(name, known)
            problem = f"it reads {name!r}, which is not measured for {task}: {why}".rstrip(".?")
            raise BAD_CONFIGURATION(where=f"{where}.expression", problem=problem)
        measure = _measure(expression, known)
        found[spec.name] = Metric(spec.name, frozenset((task,)), spec.direction == "Maximize", measure)
    return found
