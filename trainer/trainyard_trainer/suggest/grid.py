"""The points of a grid: the parameters as digits of a number, the last one turning fastest.

A parameter that is not active in a branch multiplies no point of it. Nothing is listed: points are counted and found
by arithmetic, branch by branch, and branches that no later condition tells apart are counted once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from trainyard_trainer.suggest.invalid import InvalidRequestError, refuse
from trainyard_trainer.suggest.parameters import FloatRange, Parameter
from trainyard_trainer.suggest.space import Space

MAX_POINTS = 100_000
#: A stretch of a parameter's values: (first place, length, key). The key is None where no later condition asks.
Run = tuple[int, int, str | None]


def _check_steps(space: Space) -> None:
    for index, parameter in enumerate(space):
        if isinstance(parameter, FloatRange) and parameter.step is None and parameter.low < parameter.high:
            refuse(f"space[{index}].step", None, f"a step, which Grid needs of the Float {ascii(parameter.name)[1:-1]}")


def _runs(parameter: Parameter, later: Space) -> list[Run]:
    """The parameter's values in order, cut so that within a run no condition of `later` tells one from another."""
    asked = {key for other in later if other.when and other.when.parameter == parameter.name for key in other.when.keys}
    places = {parameter.place_of(json.loads(key)): key for key in asked}
    runs, start = [], 0
    for place in sorted(places):
        if place > start:
            runs.append((start, place - start, None))
        runs.append((place, 1, places[place]))
        start = place + 1
    if start < parameter.points:
        runs.append((start, parameter.points - start, None))
    return runs


class Grid:
    """`size` points, numbered from 0. Raises InvalidRequestError for more than 100,000 or a Float without a step."""

    def __init__(self, space: Space):
        _check_steps(space)
        self._space = space
        self._runs = [_runs(parameter, space[index + 1 :]) for index, parameter in enumerate(space)]
        # The parameters whose values decide how many points lie below a place in the space.
        self._deciding = [
            sorted({other.when.parameter for other in space[index:] if other.when}) for index in range(len(space) + 1)
        ]
        self._below: dict[tuple[int, tuple[str | None, ...]], int] = {}
        self.size = self._count(0, {})

    def point(self, number: int) -> dict[str, Any]:
        """The parameters of the point 0 ≤ `number` < size, in the order of the space."""
        values: dict[str, Any] = {}
        keys: dict[str, str | None] = {}
        for index, parameter in enumerate(self._space):
            if not _active(parameter, keys):
                continue
            for start, length, key in self._runs[index]:
                below = self._count(index + 1, {**keys, parameter.name: key})
                if number < length * below:
                    place, number = divmod(number, below)
                    values[parameter.name], keys[parameter.name] = parameter.value_at(start + place), key
                    break
                number -= length * below
        return values

    def _count(self, index: int, keys: Mapping[str, str | None]) -> int:
        """Points that the parameters from `index` on make after those before it got values with these `keys`."""
        if index == len(self._space):
            return 1
        branch = (index, tuple(keys.get(name) for name in self._deciding[index]))
        if branch not in self._below:
            self._below[branch] = self._count_branch(index, keys)
        return self._below[branch]

    def _count_branch(self, index: int, keys: Mapping[str, str | None]) -> int:
        parameter = self._space[index]
        if not _active(parameter, keys):
            return self._count(index + 1, keys)
        total = 0
        for _, length, key in self._runs[index]:
            total += length * self._count(index + 1, {**keys, parameter.name: key})
            # At once, or a space with far more branches than that would be walked to its end.
            if total > MAX_POINTS:
                raise InvalidRequestError(f"space: expected at most {MAX_POINTS} points for Grid, found more.")
        return total


def _active(parameter: Parameter, keys: Mapping[str, str | None]) -> bool:
    return parameter.when is None or keys.get(parameter.when.parameter) in parameter.when.keys
