"""Time of one row through the served graph, on the machine that trains."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np

WARM_UP = 50
CALLS = 500


@dataclass(frozen=True)
class Latency:
    """Microseconds."""

    p50: float
    p99: float

    def to_json(self) -> dict[str, float]:
        return {"singleRowP50Us": round(self.p50, 1), "singleRowP99Us": round(self.p99, 1)}


def single_row_latency(session: Any, tensors: dict[str, Any]) -> Latency:
    """Runs rows one at a time, in turn."""
    rows = len(next(iter(tensors.values())))
    inputs = [{name: values[row : row + 1] for name, values in tensors.items()} for row in range(min(rows, CALLS))]
    took = []
    for call in range(WARM_UP + CALLS):
        given = inputs[call % len(inputs)]
        start = time.perf_counter_ns()
        session.run(None, given)
        took.append((time.perf_counter_ns() - start) / 1000)
    return Latency(*(float(value) for value in np.percentile(took[WARM_UP:], (50, 99))))
