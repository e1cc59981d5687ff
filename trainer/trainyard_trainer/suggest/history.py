"""What came of the trials so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainyard_trainer.suggest.fields import integer, items, members, option, optional_number
from trainyard_trainer.suggest.invalid import InvalidRequestError, refuse

STATES = ("Complete", "Failed", "Stopped", "Running")


@dataclass(frozen=True)
class Entry:
    """One trial. `parameters` may hold more than the search space does; `steps` are (step, value), in that order; a
    value is None where the trial reported none or one that is no finite number."""

    number: int
    state: str
    parameters: Mapping[str, Any]
    value: float | None = None
    steps: tuple[tuple[int, float | None], ...] = ()


def _step(value: Any, path: str) -> tuple[int, float | None]:
    pair = items(value, path)
    if len(pair) != 2:
        refuse(path, value, "a pair of step and value")
    return integer(pair[0], f"{path}[0]", 0), optional_number(pair[1], f"{path}[1]")


def _entry(value: Any, path: str) -> Entry:
    fields = members(value, path, ("number", "state", "parameters"), ("value", "steps"))
    parameters = fields["parameters"]
    if not isinstance(parameters, dict):
        refuse(f"{path}.parameters", parameters, "an object")
    steps = () if fields["steps"] is None else items(fields["steps"], f"{path}.steps")
    return Entry(
        number=integer(fields["number"], f"{path}.number", 0),
        state=option(fields["state"], f"{path}.state", STATES),
        parameters=parameters,
        value=optional_number(fields["value"], f"{path}.value"),
        steps=tuple(_step(step, f"{path}.steps[{index}]") for index, step in enumerate(steps)),
    )


def read_history(value: Any, path: str = "history") -> tuple[Entry, ...]:
    """By number, whatever the order of the request. Raises InvalidRequestError."""
    entries: dict[int, Entry] = {}
    for index, item in enumerate(items(value, path)):
        entry = _entry(item, f"{path}[{index}]")
        if entry.number in entries:
            raise InvalidRequestError(f"{path}[{index}].number: the history has the trial {entry.number} twice.")
        entries[entry.number] = entry
    return tuple(entries[number] for number in sorted(entries))
