"""The parity gate: the served graph in onnxruntime computes what the fitted Python pipeline computes, from raw rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo, feeds
from trainyard_trainer.errors import EXPORT_FAILED, PARITY_FAILED
from trainyard_trainer.features import FittedFeatures
from trainyard_trainer.pipeline import FittedPipeline, Prediction
from trainyard_trainer.runtime import runtime_version

Array = np.ndarray[Any, Any]
TOLERANCE = 1e-5
#: Features are float32 sums and products of float32 inputs: a few units in the last place, of the greatest operand.
FEATURE_TOLERANCE = 1e-4
SINGLE_ROWS = 300


class Predictor(Protocol):
    """The fitted Python pipeline. `undecided` marks rows without a right answer; `rounding` is how far the library's
    own scores are from exact ones."""

    def predict(self, frame: pd.DataFrame) -> Prediction: ...

    def undecided(self, frame: pd.DataFrame) -> Array: ...

    def rounding(self, frame: pd.DataFrame) -> float: ...


@dataclass(frozen=True)
class Parity:
    """`max_abs_error` is in probability; for regression it is the error divided by the greatest absolute prediction (at
    least 1), because a float32 cannot hold 1e-5 of a number like 1000. `allowed` is TOLERANCE, and on top of it what
    the library itself loses by rounding. `undecided` rows are not among `rows`."""

    rows: int
    max_abs_error: float
    label_mismatches: int
    undecided: int = 0
    allowed: float = TOLERANCE

    @property
    def passed(self) -> bool:
        return self.label_mismatches == 0 and self.max_abs_error <= self.allowed

    def to_json(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "maxAbsError": self.max_abs_error,
            "labelMismatches": self.label_mismatches,
            "runtime": runtime_version(),
        }


def compare(python: Prediction, served: Prediction, regression: bool, rounding: float = 0.0) -> Parity:
    """Labels must be class indices on both sides. `rounding`: the error of the scores in `python`, in their unit."""
    difference = np.abs(python.scores.astype(np.float64) - served.scores.astype(np.float64))
    # NaN on one side only is an error of any size; NaN on both is the same answer.
    same_nan = np.isnan(python.scores) & np.isnan(served.scores)
    difference = np.where(same_nan, 0.0, np.where(np.isnan(difference), np.inf, difference))
    if regression:
        scale = max(1.0, float(np.nanmax(np.abs(python.scores), initial=0.0)))
        return Parity(len(python.label), float(difference.max(initial=0.0)) / scale, 0, allowed=TOLERANCE + rounding)
    return Parity(
        rows=len(python.label),
        max_abs_error=float(difference.max(initial=0.0)),
        label_mismatches=int((python.label != served.label).sum()),
        allowed=TOLERANCE + rounding,
    )


def served_prediction(session: Any, tensors: dict[str, Array], classes: Array | None) -> Prediction:
    """What the served graph answers, with class values turned back into class indices."""
    if classes is None:
        scores = session.run(["prediction"], tensors)[0]
        return Prediction(scores[:, 0].astype(np.float64), scores)
    label, scores = session.run(["label", "probabilities"], tensors)
    return Prediction(np.searchsorted(classes, label), scores)


def one_by_one(session: Any, tensors: dict[str, Array], classes: Array | None, rows: Array) -> Prediction:
    """The same rows in batches of one."""
    single = [
        served_prediction(session, {name: values[row : row + 1] for name, values in tensors.items()}, classes)
        for row in rows
    ]
    return Prediction(np.concatenate([p.label for p in single]), np.vstack([p.scores for p in single]))


def check_features(features: FittedFeatures, pipeline: FittedPipeline, frame: pd.DataFrame) -> None:
    """The feature graph agrees with scikit-learn's own transformers. Model and graph share the features, so only this
    comparison sees a feature graph that is wrong in itself. Raises ParityFailed."""
    expected = features.reference(frame)
    found = pipeline.matrix(frame).astype(np.float64)
    scale = np.maximum(1.0, np.abs(expected))
    if features.numeric and features.numeric.offset is not None:
        # (x - offset) * scale loses the digits that x and offset share.
        step = features.numeric
        width = len(step.columns)
        scale[:, :width] = np.maximum(scale[:, :width], np.abs(step.offset * step.scale))
    error = np.abs(expected - found) / scale
    if not (error <= FEATURE_TOLERANCE).all():
        row, column = np.unravel_index(int(np.nan_to_num(error, nan=np.inf).argmax()), error.shape)
        raise PARITY_FAILED(
            detail=f"the feature {features.names[column]!r} is {found[row, column]:.9g} in the exported graph and "
            f"{expected[row, column]:.9g} in scikit-learn"
        )


def check_parity(
    pipeline: Predictor,
    session: Any,
    columns: list[ColumnInfo],
    classes: Array | None,
    frame: pd.DataFrame,
) -> Parity:
    """Compares `pipeline` (Python, from raw rows) with the served graph: all rows at once, and up to SINGLE_ROWS of
    them one by one. Raises ParityFailed, or ExportFailed if there is nothing to compare."""
    decided = np.flatnonzero(~pipeline.undecided(frame))
    undecided = len(frame) - len(decided)
    if len(decided) == 0:
        detail = f"the last neighbour is a tie in all {undecided} rows, so none has a right answer to compare"
        raise EXPORT_FAILED(algorithm="model", detail=detail)
    frame = frame.iloc[decided]
    tensors = feeds(frame, columns)
    python = pipeline.predict(frame)
    batch = served_prediction(session, tensors, classes)
    rounding = pipeline.rounding(frame)
    whole = compare(python, batch, classes is None, rounding)
    rows = np.unique(np.linspace(0, len(frame) - 1, min(SINGLE_ROWS, len(frame))).astype(int))
    single = compare(python.rows(rows), one_by_one(session, tensors, classes, rows), classes is None, rounding)
    for how, result in ((f"in one batch of {whole.rows}", whole), ("in batches of one", single)):
        if not result.passed:
            raise PARITY_FAILED(
                detail=f"{result.label_mismatches} of {result.rows} labels differ and scores differ by up to "
                f"{result.max_abs_error:.3g} (allowed {result.allowed:.3g}) {how}"
            )
    worst = max(whole.max_abs_error, single.max_abs_error)
    return Parity(whole.rows, worst, 0, undecided, whole.allowed)
