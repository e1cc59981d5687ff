"""The gates of a run: bounds that must all hold, else no version is registered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trainyard_trainer.metrics import PARITY_METRIC
from trainyard_trainer.run_spec import Gate


@dataclass(frozen=True)
class Measurement:
    """A metric on one set of rows. For CV, value and std_dev are over the folds and n counts them."""

    name: str
    on: str
    value: float
    n: int
    std_dev: float | None = None

    def to_json(self) -> dict[str, Any]:
        spread = {} if self.std_dev is None else {"stdDev": self.std_dev}
        return {"name": self.name, "split": self.on, "value": self.value, **spread, "n": self.n}


@dataclass(frozen=True)
class GateResult:
    gate: Gate
    value: float
    passed: bool

    def to_json(self) -> dict[str, Any]:
        bounds = {"min": self.gate.minimum, "max": self.gate.maximum}
        given = {name: bound for name, bound in bounds.items() if bound is not None}
        return {"metric": self.gate.metric, "split": self.gate.on, **given, "value": self.value, "passed": self.passed}

    def sentence(self) -> str:
        """`roc_auc on Test is 0.941, below min 0.95`."""
        low, high = self.gate.minimum, self.gate.maximum
        if low is not None and not self.value >= low:
            where = f"below min {low:g}"
        elif high is not None and not self.value <= high:
            where = f"above max {high:g}"
        else:
            where = "within its bounds"
        return f"{self.gate.metric} on {self.gate.on} is {self.value:.6g}, {where}"


def judge(gates: tuple[Gate, ...], measured: list[Measurement], parity_error: float) -> list[GateResult]:
    """One result a gate, in order. A value that is not a number passes no gate."""
    values = {(item.name, item.on): item.value for item in measured}
    results = []
    for gate in gates:
        value = parity_error if gate.metric == PARITY_METRIC else values[gate.metric, gate.on]
        above = gate.minimum is None or value >= gate.minimum
        below = gate.maximum is None or value <= gate.maximum
        results.append(GateResult(gate, value, value == value and above and below))
    return results
