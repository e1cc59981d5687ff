"""The search space of a request, checked."""

from __future__ import annotations

import math
from typing import Any

from trainyard_trainer.suggest.fields import integer, items, members, number, option, text
from trainyard_trainer.suggest.invalid import MISSING, refuse
from trainyard_trainer.suggest.parameters import (
    OUTSIDE,
    Choices,
    Condition,
    FloatRange,
    IntRange,
    Parameter,
    key_of,
    last_by_step,
)
from trainyard_trainer.suggest.space import Space

TYPES = ("Int", "Float", "Categorical")
SCALES = ("Linear", "Log")
#: So that the recursion over parameters has an end.
MAX_PARAMETERS = 100
#: So that the place of a value among them is exact.
MAX_STEPS = 10**9


def _is_log(fields: dict[str, Any], path: str, low: float) -> bool:
    scale = "Linear" if fields["scale"] is None else option(fields["scale"], f"{path}.scale", SCALES)
    if scale == "Linear":
        return False
    if fields["step"] is not None:
        refuse(f"{path}.step", fields["step"], "no step where scale is Log")
    if low <= 0:
        refuse(f"{path}.min", fields["min"], "more than 0 where scale is Log")
    return True


def _int_range(fields: dict[str, Any], path: str, name: str, when: Condition | None) -> IntRange:
    low, high = integer(fields["min"], f"{path}.min"), integer(fields["max"], f"{path}.max")
    if low > high:
        refuse(f"{path}.max", high, f"at least min ({low})")
    log = _is_log(fields, path, low)
    step = 1 if fields["step"] is None else integer(fields["step"], f"{path}.step", 1)
    return IntRange(name, low, high - (high - low) % step, step, log, when)


def _float_range(fields: dict[str, Any], path: str, name: str, when: Condition | None) -> FloatRange:
    low, high = number(fields["min"], f"{path}.min"), number(fields["max"], f"{path}.max")
    if low > high:
        refuse(f"{path}.max", fields["max"], f"at least min ({low!r})")
    if not math.isfinite(high - low):
        refuse(f"{path}.max", fields["max"], "a range that a double can hold")
    log = _is_log(fields, path, low)
    if fields["step"] is None:
        return FloatRange(name, low, high, None, log, when)
    step = number(fields["step"], f"{path}.step")
    if step <= 0:
        refuse(f"{path}.step", fields["step"], "more than 0")
    if (high - low) / step > MAX_STEPS:
        refuse(f"{path}.step", fields["step"], f"a step that fits into the range at most {MAX_STEPS} times")
    if low < high and (low + step == low or high - step == high):
        refuse(f"{path}.step", fields["step"], "a step that a double of the size of min and max can make")
    return FloatRange(name, low, last_by_step(low, high, step), step, False, when)


def _choices(fields: dict[str, Any], path: str, name: str, when: Condition | None) -> Choices:
    values = items(fields["values"], f"{path}.values", 1)
    seen: set[str] = set()
    for index, value in enumerate(values):
        where = f"{path}.values[{index}]"
        if isinstance(value, dict):
            refuse(where, value, "a text, a number, true, false, null or a list")
        if key_of(value) in seen:
            refuse(where, value, "a value that is not in the list yet")
        seen.add(key_of(value))
    return Choices(name, tuple(values), when)


def _condition(value: Any, path: str, earlier: dict[str, Parameter]) -> Condition | None:
    if value is None:
        return None
    fields = members(value, path, ("parameter", "values"))
    name = text(fields["parameter"], f"{path}.parameter")
    if name not in earlier:
        known = f" ({', '.join(ascii(known)[1:-1] for known in earlier)})" if earlier else ", of which there is none"
        refuse(f"{path}.parameter", name, f"the name of an earlier parameter{known}")
    parameter, keys = earlier[name], set()
    for index, item in enumerate(items(fields["values"], f"{path}.values", 1)):
        normal = parameter.normal(item)
        if normal is OUTSIDE:
            refuse(f"{path}.values[{index}]", item, f"a value that {ascii(name)[1:-1]} can have")
        keys.add(key_of(normal))
    return Condition(name, frozenset(keys))


def _parameter(value: Any, path: str, earlier: dict[str, Parameter]) -> Parameter:
    if not isinstance(value, dict):
        refuse(path, value, "an object")
    kind = option(value.get("type", MISSING), f"{path}.type", TYPES)
    if kind == "Categorical":
        fields = members(value, path, ("name", "type", "values"), ("when",))
    else:
        fields = members(value, path, ("name", "type", "min", "max"), ("step", "scale", "when"))
    name = text(fields["name"], f"{path}.name")
    if name in earlier:
        refuse(f"{path}.name", name, "a name that no earlier parameter has")
    when = _condition(fields["when"], f"{path}.when", earlier)
    read = {"Int": _int_range, "Float": _float_range, "Categorical": _choices}[kind]
    return read(fields, path, name, when)


def read_space(value: Any, path: str = "space") -> Space:
    """Raises InvalidRequestError."""
    earlier: dict[str, Parameter] = {}
    for index, item in enumerate(items(value, path, 1, MAX_PARAMETERS)):
        parameter = _parameter(item, f"{path}[{index}]", earlier)
        earlier[parameter.name] = parameter
    return tuple(earlier.values())
