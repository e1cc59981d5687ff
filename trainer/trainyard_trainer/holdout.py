"""holdout.json: what the final model says of the held-out rows, so that models with equal splits can be compared row by
row (McNemar by the labels, DeLong by the scores).

It holds class numbers and scores in the order of the split's test rows, and neither inputs nor identifiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.documents import encode
from trainyard_trainer.pipeline import Prediction
from trainyard_trainer.split import Split
from trainyard_trainer.validate import Dataset

Array = np.ndarray[Any, Any]
HOLDOUT_FILE = "holdout.json"
HOLDOUT_SCHEMA_VERSION = 1
#: Of more test rows so many are kept, evenly from the first to the last (a table may be sorted), the same for every
#: model with the same split. The operator reads and compares them for every candidate of an Experiment; the standard
#: error of a share of them is at most 0.0035.
MAX_ROWS = 20_000


@dataclass(frozen=True)
class Holdout:
    """`labels` (the truth) and `predicted` are class indices; `scores` are float32, of the positive class, and absent
    for more than two classes."""

    labels: Array
    predicted: Array
    scores: Array | None

    @property
    def rows(self) -> int:
        return len(self.labels)

    def encode(self) -> bytes:
        # The text of a float32 has the fewest digits that lead back to it: order and ties of the scores stay theirs.
        scores = {} if self.scores is None else {"scores": [float(str(score)) for score in self.scores]}
        document = {
            "schemaVersion": HOLDOUT_SCHEMA_VERSION,
            "rows": self.rows,
            "labels": self.labels.tolist(),
            "predicted": self.predicted.tolist(),
            **scores,
        }
        return encode(document) + b"\n"


def held_out(data: Dataset, split: Split, test: Prediction) -> Holdout | None:
    """`test` is the prediction for all test rows, in their order. A regression has no classes to compare."""
    if data.classes is None:
        return None
    count = len(split.test)
    kept = np.arange(count) if count <= MAX_ROWS else np.linspace(0, count - 1, MAX_ROWS).astype(int)
    label, scores = test.label[kept], test.scores[kept]
    # A model may have a label and no score for a row: NaN cannot be ranked.
    scored = len(data.classes) == 2 and bool(np.isfinite(scores).all())
    return Holdout(data.y[split.test[kept]], label, scores[:, 1] if scored else None)
