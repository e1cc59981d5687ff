"""Where a value lies in its parameter's range, from 0 to 1, on the scale that it is drawn on."""

from __future__ import annotations

import math
from typing import Any

from trainyard_trainer.suggest.parameters import FloatRange, IntRange, Parameter


def _between(value: float, low: float, high: float, log: bool) -> float:
    if low == high:
        return 0.5
    if log:
        value, low, high = math.log(value), math.log(low), math.log(high)
    return min(max((value - low) / (high - low), 0.0), 1.0)


def place_of(parameter: Parameter, value: Any) -> float:
    """`value` is in normal form. Values that are counted have equal shares of the range, each with its value in the
    middle; on a log scale the share of a whole number is that from half below to half above it."""
    if isinstance(parameter, FloatRange) and parameter.step is None:
        return _between(value, parameter.low, parameter.high, parameter.log)
    if isinstance(parameter, IntRange) and parameter.log:
        return _between(value, parameter.low - 0.5, parameter.high + 0.5, log=True)
    return (parameter.place_of(value) + 0.5) / parameter.points
