"""Which columns the model leans on: permutation importance on held-out rows, through the served graph; and, where they
are asked for, SHAP values of the trained model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.columns import feeds
from trainyard_trainer.fit import Fitted
from trainyard_trainer.metrics import Metric
from trainyard_trainer.parity import served_prediction
from trainyard_trainer.run_spec import ExplainSpec
from trainyard_trainer.shap_values import TOLERANCE, ShapValues, shap_values, uncovered
from trainyard_trainer.split import Split
from trainyard_trainer.validate import Dataset

Array = np.ndarray[Any, Any]
REPEATS = 5
TOP = 20


@dataclass(frozen=True)
class Explanation:
    """`top` are the columns that matter most, by the `method` that was possible; `message` says what was not. `rows`
    (numbers) were looked at; `shap` has a row for each of them."""

    method: str
    top: list[dict[str, Any]]
    rows: Array
    message: str | None = None
    shap: ShapValues | None = None

    def to_json(self) -> dict[str, Any]:
        message = {} if self.message is None else {"message": self.message}
        found = {"method": self.method, **message, "rows": len(self.rows), "topFeatures": self.top}
        if self.shap is None:
            return found
        additivity = {"maxError": self.shap.max_error, "tolerance": TOLERANCE}
        return {**found, "margin": self.shap.margin, "additivity": additivity}


def importances(
    session: Any,
    given: dict[str, Array],
    truth: Array,
    classes: Array | None,
    metric: Metric,
    names: list[str],
    seed: int,
) -> list[dict[str, Any]]:
    """`importance` is how much worse the metric gets (in its own unit) when a column is shuffled, the mean of REPEATS;
    the columns in `names`, greatest first."""
    generator = np.random.default_rng(seed)
    sign = 1.0 if metric.greater_is_better else -1.0

    def score(inputs: dict[str, Array]) -> float:
        prediction = served_prediction(session, inputs, classes)
        return sign * metric.measure(truth, prediction.label, prediction.scores)

    intact = score(given)
    orders = [generator.permutation(len(truth)) for _ in range(REPEATS)]
    found = []
    for name in names:
        values = given[name]
        drops = [intact - score({**given, name: values[order]}) for order in orders]
        found.append({"name": name, "importance": float(np.mean(drops))})
    return sorted(found, key=lambda item: -item["importance"])


def _features(fitted: Fitted, data: Dataset, rows: Array) -> Array:
    return fitted.pipeline.matrix(data.frame.iloc[rows])


def explain(
    spec: ExplainSpec,
    algorithm: str,
    task: str,
    data: Dataset,
    split: Split,
    fitted: Fitted,
    session: Any,
    metric: Metric,
    seed: int,
) -> Explanation:
    """On at most `spec.max_rows` test rows, drawn by `seed`. SHAP values that do not exist or do not add up are not
    shown: then the message says so, and the columns are ranked by permutation importance."""
    rows = split.test[np.sort(np.random.default_rng(seed).permutation(len(split.test))[: spec.max_rows])]
    frame = data.frame.iloc[rows]
    names = [column.name for column in fitted.features.used]
    ranked = importances(session, feeds(frame, data.features), data.y[rows], data.classes, metric, names, seed)
    if spec.method == "Permutation":
        return Explanation("Permutation", ranked[:TOP], rows)
    why = uncovered(algorithm, task)
    if why is not None:
        return Explanation("Permutation", ranked[:TOP], rows, f"No SHAP values: {why}.")
    found = shap_values(fitted, algorithm, fitted.pipeline.matrix(frame), lambda: _features(fitted, data, split.train))
    if not found.adds_up:
        why = f"they miss the margin of the model by {found.max_error:.2g} of it, more than {TOLERANCE:g}"
        return Explanation("Permutation", ranked[:TOP], rows, f"No SHAP values: {why}.")
    means = found.mean_absolute()
    by_shap = sorted(ranked, key=lambda item: -means[item["name"]])
    return Explanation(
        "SHAP", [{**item, "meanAbsShap": means[item["name"]]} for item in by_shap[:TOP]], rows, None, found
    )
