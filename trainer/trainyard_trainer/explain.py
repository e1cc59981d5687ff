"""Which columns the model leans on: permutation importance on held-out rows, through the served graph; and, where they
are asked for, SHAP values of the trained model."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.columns import feeds
from trainyard_trainer.fit import Fitted
from trainyard_trainer.metrics import Metric
from trainyard_trainer.parity import served_prediction
from trainyard_trainer.pipeline import Prediction
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
    from sklearn import config_context

    generator = np.random.default_rng(seed)
    sign = 1.0 if metric.greater_is_better else -1.0
    orders = [generator.permutation(len(truth)) for _ in range(REPEATS)]
    repeated = {name: np.tile(values, (REPEATS, 1)) for name, values in given.items()}

    def shuffled(name: str) -> Prediction:
        """The rows with the column in each of the orders: one call of the graph."""
        values = np.concatenate([given[name][order] for order in orders])
        return served_prediction(session, {**repeated, name: values}, classes)

    def measured(served: Prediction) -> float:
        """The metric of each order's answers: its mean."""
        count = len(served.label) // len(truth)
        parts = zip(np.split(served.label, count), np.split(served.scores, count), strict=True)
        return sign * float(np.mean([metric.measure(truth, label, scores) for label, scores in parts]))

    # The graph computes the next column while this thread measures the last one. The parameters of the metric are the
    # same every time: scikit-learn need not check them each time.
    with ThreadPoolExecutor(1) as ahead, config_context(skip_parameter_validation=True):
        intact = measured(served_prediction(session, given, classes))
        answers = ahead.map(shuffled, names)
        found = [
            {"name": name, "importance": intact - measured(served)} for name, served in zip(names, answers, strict=True)
        ]
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
