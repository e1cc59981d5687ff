"""One object of a spec, read field by field, with errors that name the field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from trainyard_trainer.errors import BAD_CONFIGURATION, close_matches


class Section:
    """Reads one object of the spec and says by path what is wrong with it."""

    def __init__(self, values: Any, path: str):
        if not isinstance(values, Mapping):
            raise BAD_CONFIGURATION(where=path, problem=f"expected an object, found {json.dumps(values)}")
        self._values = values
        self._path = path

    def only(self, *known: str) -> Section:
        for name in self._values:
            if name not in known:
                matches = close_matches(name, known)
                raise BAD_CONFIGURATION(where=f"{self._path}.{name}", problem=f"this field does not exist. {matches}")
        return self

    def section(self, name: str) -> Section:
        return Section(self._values.get(name) or {}, f"{self._path}.{name}")

    def text(self, name: str, default: str | None = None, options: tuple[str, ...] = ()) -> str:
        value = self._get(name, default)
        if not isinstance(value, str) or not value:
            self._fail(name, f"expected a text, found {json.dumps(value)}")
        if options and value not in options:
            self._fail(name, f"{value!r} is not one of {', '.join(options)}")
        return value

    def optional_text(self, name: str) -> str | None:
        return None if self._values.get(name) in (None, "") else self.text(name)

    def integer(self, name: str, default: int | None = None, low: int = 0, high: int = 2**31 - 1) -> int:
        value = self._get(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self._fail(name, f"expected a whole number from {low} to {high}, found {json.dumps(value)}")
        return value

    def boolean(self, name: str, default: bool) -> bool:
        value = self._get(name, default)
        if not isinstance(value, bool):
            self._fail(name, f"expected true or false, found {json.dumps(value)}")
        return value

    def number(self, name: str, default: float | None, low: float, high: float) -> float:
        value = self._get(name, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            self._fail(name, f"expected a number from {low} to {high}, found {json.dumps(value)}")
        return float(value)

    def flag(self, name: str, default: bool) -> bool:
        value = self._get(name, default)
        if not isinstance(value, bool):
            self._fail(name, f"expected true or false, found {json.dumps(value)}")
        return value

    def optional_number(self, name: str) -> float | None:
        return None if self._values.get(name) is None else self.number(name, None, float("-inf"), float("inf"))

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._values.get(name) or []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._fail(name, f"expected a list of texts, found {json.dumps(value)}")
        return tuple(value)

    def sections(self, name: str) -> list[Section]:
        value = self._values.get(name) or []
        if not isinstance(value, list):
            self._fail(name, f"expected a list, found {json.dumps(value)}")
        return [Section(item, f"{self._path}.{name}[{index}]") for index, item in enumerate(value)]

    def raw(self) -> Mapping[str, Any]:
        return self._values

    def fail(self, problem: str) -> None:
        raise BAD_CONFIGURATION(where=self._path, problem=problem)

    def _get(self, name: str, default: Any) -> Any:
        value = self._values.get(name, default)
        if value is None:
            self._fail(name, "this field is required")
        return value

    def _fail(self, name: str, problem: str) -> None:
        raise BAD_CONFIGURATION(where=f"{self._path}.{name}", problem=problem)
