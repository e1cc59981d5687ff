"""The three kinds of parameters: which values each can have, in which order, and how each value is written.

A value has one normal form (`normal`): the one that answers carry, so that what comes back in a history is equal to it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from trainyard_trainer.suggest.fields import MAX_WHOLE, whole

#: What `normal` says of a value that the parameter cannot have. null is a value that a Categorical may have.
OUTSIDE: Any = object()
#: Of a step: how far a value may lie from the point that it means.
TOLERANCE = 1e-9


def _plain(value: Any) -> Any:
    if isinstance(value, float) and abs(value) <= MAX_WHOLE and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value


def key_of(value: Any) -> str:
    """The JSON text of a value: equal for 1 and 1.0, which JSON does not tell apart, other for true and for "1"."""
    return json.dumps(_plain(value), sort_keys=True)


@dataclass(frozen=True)
class Condition:
    """Holds where the named parameter is active and its value has one of these keys."""

    parameter: str
    keys: frozenset[str]


@dataclass(frozen=True)
class IntRange:
    """Whole numbers from `low` by `step` to `high`, which is one of them."""

    name: str
    low: int
    high: int
    step: int = 1
    log: bool = False
    when: Condition | None = None

    @property
    def points(self) -> int:
        return (self.high - self.low) // self.step + 1

    def value_at(self, place: int) -> int:
        return self.low + place * self.step

    def place_of(self, value: int) -> int:
        return (value - self.low) // self.step

    def normal(self, value: Any) -> Any:
        found = whole(value)
        if found is None or not self.low <= found <= self.high or (found - self.low) % self.step:
            return OUTSIDE
        return found

    def nearest(self, value: int) -> int:
        place = (int(value) - self.low + self.step // 2) // self.step
        return self.value_at(min(max(place, 0), self.points - 1))


@dataclass(frozen=True)
class FloatRange:
    """Numbers from `low` to `high`, all of them or only those by `step`; `high` is then the last of them."""

    name: str
    low: float
    high: float
    step: float | None = None
    log: bool = False
    when: Condition | None = None

    @property
    def points(self) -> int:
        """How many by `step`. Without a step there is one point only if low is high; ask for it nowhere else."""
        if self.step is None:
            return 1
        return round((Decimal(repr(self.high)) - Decimal(repr(self.low))) / Decimal(repr(self.step))) + 1

    def value_at(self, place: int) -> float:
        """Counted in decimals: the third of 0.1 by 0.1 is 0.3, not 0.30000000000000004."""
        if self.step is None:
            return self.low
        return min(float(Decimal(repr(self.low)) + place * Decimal(repr(self.step))), self.high)

    def place_of(self, value: float) -> int:
        return 0 if self.step is None else round((value - self.low) / self.step)

    def normal(self, value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return OUTSIDE
        if self.step is None:
            return float(value) if self.low <= value <= self.high else OUTSIDE
        slack = TOLERANCE * self.step
        if not self.low - slack <= value <= self.high + slack:
            return OUTSIDE
        point = self.nearest(value)
        return point if abs(point - value) <= slack else OUTSIDE

    def nearest(self, value: float) -> float:
        inside = min(max(float(value), self.low), self.high)
        return inside if self.step is None else self.value_at(self.place_of(inside))


@dataclass(frozen=True)
class Choices:
    """The listed values, no two of them equal."""

    name: str
    values: tuple[Any, ...]
    when: Condition | None = None
    #: Place of each value by its key.
    places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", {key_of(value): place for place, value in enumerate(self.values)})

    @property
    def points(self) -> int:
        return len(self.values)

    def value_at(self, place: int) -> Any:
        return self.values[place]

    def place_of(self, value: Any) -> int:
        return self.places[key_of(value)]

    def normal(self, value: Any) -> Any:
        place = self.places.get(key_of(value))
        return OUTSIDE if place is None else self.values[place]


Parameter = IntRange | FloatRange | Choices


def last_by_step(low: float, high: float, step: float) -> float:
    """The last number from `low` by `step` that is not past `high`, which rounding alone does not move past it."""
    exact_low, exact_step = Decimal(repr(low)), Decimal(repr(step))
    steps = int((Decimal(repr(high)) - exact_low) / exact_step + Decimal(TOLERANCE))
    return min(float(exact_low + steps * exact_step), high)
