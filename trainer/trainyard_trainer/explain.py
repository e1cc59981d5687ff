"""Which columns the served model leans on: permutation importance on held-out rows, through the served graph."""

from __future__ import annotations

from typing import Any

import numpy as np

from trainyard_trainer.metrics import Metric
from trainyard_trainer.parity import served_prediction

Array = np.ndarray[Any, Any]
REPEATS = 5
MAX_ROWS = 500
TOP = 20


def importances(
    session: Any, tensors: dict[str, Array], y: Array, classes: Array | None, metric: Metric, seed: int
) -> list[dict[str, Any]]:
    """`importance` is how much worse the metric gets (in its own unit) when a column is shuffled, the mean of REPEATS;
    the TOP columns, greatest first. Measured on at most MAX_ROWS rows."""
    generator = np.random.default_rng(seed)
    rows = np.sort(generator.permutation(len(y))[:MAX_ROWS])
    given = {name: values[rows] for name, values in tensors.items()}
    truth = y[rows]
    sign = 1.0 if metric.greater_is_better else -1.0

    def score(inputs: dict[str, Array]) -> float:
        prediction = served_prediction(session, inputs, classes)
        return sign * metric.measure(truth, prediction.label, prediction.scores)

    intact = score(given)
    orders = [generator.permutation(len(rows)) for _ in range(REPEATS)]
    found = []
    for name, values in given.items():
        drops = [intact - score({**given, name: values[order]}) for order in orders]
        found.append({"name": name, "importance": float(np.mean(drops))})
    return sorted(found, key=lambda item: -item["importance"])[:TOP]
