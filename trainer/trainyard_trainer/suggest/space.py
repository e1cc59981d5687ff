"""The search space: which parameters are active where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainyard_trainer.suggest.parameters import OUTSIDE, Parameter, key_of

#: In the order of the request; a condition names an earlier parameter.
Space = tuple[Parameter, ...]


def is_active(parameter: Parameter, values: Mapping[str, Any]) -> bool:
    """Whether the parameter belongs to a trial with these `values` of the active parameters before it. A parameter that
    hangs on one that is not active is not active either: that is all that chains of conditions need."""
    when = parameter.when
    return when is None or (when.parameter in values and key_of(values[when.parameter]) in when.keys)


def assigned(space: Space, given: Mapping[str, Any]) -> dict[str, Any] | None:
    """The active parameters of `given` in normal form, without all else (fixed values); None if an active one is
    missing or has a value that it cannot have."""
    values: dict[str, Any] = {}
    for parameter in space:
        if is_active(parameter, values):
            value = parameter.normal(given[parameter.name]) if parameter.name in given else OUTSIDE
            if value is OUTSIDE:
                return None
            values[parameter.name] = value
    return values
