"""Stage Evaluate: the metrics on training rows, over the folds and on the held-out rows."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trainyard_trainer.errors import UNDEFINED_METRIC
from trainyard_trainer.fit import FoldScores, measure
from trainyard_trainer.gates import Measurement
from trainyard_trainer.metrics import Metric
from trainyard_trainer.pipeline import FittedPipeline, Prediction
from trainyard_trainer.split import Split
from trainyard_trainer.validate import Dataset


@dataclass(frozen=True)
class Evaluation:
    """`test` is the prediction for the held-out rows, in their order."""

    measurements: list[Measurement]
    test: Prediction

    def value(self, name: str, on: str) -> float:
        return next(item.value for item in self.measurements if item.name == name and item.on == on)


def over_folds(name: str, scores: list[float]) -> Measurement:
    """Mean and sample standard deviation over the folds in which the metric is defined, which `n` counts: a fold of one
    class has no roc_auc, as splits by time or group may give."""
    defined = np.asarray([score for score in scores if math.isfinite(score)])
    value = float(defined.mean()) if len(defined) else math.nan
    spread = float(defined.std(ddof=1)) if len(defined) > 1 else None
    return Measurement(name, "CV", value, len(defined), spread)


def evaluate(
    data: Dataset, split: Split, pipeline: FittedPipeline, folds: FoldScores, metrics: list[Metric]
) -> Evaluation:
    """Measurements in the order of the metrics (primary first), Train, CV and Test of each together; a value may be
    NaN. Raises UndefinedMetric if the primary metric has no value on the test rows."""
    train = pipeline.predict(data.frame.iloc[split.train])
    test = pipeline.predict(data.frame.iloc[split.test])
    on_train = measure(metrics, data.y[split.train], train)
    on_test = measure(metrics, data.y[split.test], test)
    measurements = []
    for metric in metrics:
        measurements += [
            Measurement(metric.name, "Train", on_train[metric.name], len(split.train)),
            over_folds(metric.name, folds.scores[metric.name]),
            Measurement(metric.name, "Test", on_test[metric.name], len(split.test)),
        ]
    primary = metrics[0].name
    if not math.isfinite(on_test[primary]):
        one_class = data.classes is not None and len(np.unique(data.y[split.test])) < 2
        why = ", which all have one class" if one_class else ""
        raise UNDEFINED_METRIC(name=primary, rows=len(split.test), why=why)
    return Evaluation(measurements, test)
