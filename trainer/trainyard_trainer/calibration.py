"""Are scores probabilities? The expected calibration error over bins of equal width, and the curve behind it.

For two classes it is about the score of the positive class; for more about the greatest score and whether its class is
the right one (Guo, Pleiss, Sun and Weinberger, ICML 2017).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
BINS = 10


@dataclass(frozen=True)
class Bin:
    """`n` rows with scores in [low, high): their mean score, and the share for which it is so."""

    low: float
    high: float
    n: int
    mean_score: float
    share: float

    def to_json(self) -> dict[str, Any]:
        return {"low": self.low, "high": self.high, "n": self.n, "meanScore": self.mean_score, "share": self.share}


def reliability(truth: Array, score: Array, bins: int = BINS) -> list[Bin]:
    """The bins that have rows; a score of 1 is in the last one. `truth` is 0 or 1."""
    place = np.minimum((score.astype(np.float64) * bins).astype(int), bins - 1)
    return [
        Bin(
            low=float(b) / bins,
            high=float(b + 1) / bins,
            n=int((place == b).sum()),
            mean_score=float(score[place == b].mean(dtype=np.float64)),
            share=float(truth[place == b].mean()),
        )
        for b in np.unique(place)
    ]


def judged(y: Array, scores: Array) -> tuple[Array, Array]:
    """(whether it is so, score) of what calibration is about."""
    if scores.shape[1] == 2:
        return (y == 1).astype(int), scores[:, 1]
    best = scores.argmax(axis=1)
    return (y == best).astype(int), scores.max(axis=1)


def expected_calibration_error(y: Array, scores: Array) -> float:
    """Mean distance between score and share over the bins, weighted by their rows; 0 to 1."""
    curve = reliability(*judged(y, scores))
    return float(sum(part.n * abs(part.mean_score - part.share) for part in curve) / len(y))
