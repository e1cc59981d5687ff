"""Fields of a request, each checked and refused by its path."""

from __future__ import annotations

from typing import Any

from trainyard_trainer.suggest.invalid import MISSING, InvalidRequestError, refuse

#: The whole numbers that every JSON library keeps exactly lie within ± this.
MAX_WHOLE = 2**53 - 1


def members(value: Any, path: str, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """The members of an object, with null for each optional one that is absent. `path` is empty for the whole request.
    Raises InvalidRequestError, also for a member that does not exist."""
    if not isinstance(value, dict):
        refuse(path or "The request", value, "an object")
    known = (*required, *optional)
    for name in value:
        if name not in known:
            raise InvalidRequestError(f"{inside(path, name)}: this field does not exist; known: {', '.join(known)}.")
    for name in required:
        if name not in value:
            refuse(inside(path, name), MISSING, "a value")
    return {**dict.fromkeys(optional), **value}


def inside(path: str, name: str) -> str:
    """The path of a member. A name that a client made up is cut and escaped."""
    plain = name if name.isidentifier() and name.isascii() else ascii(name)
    return f"{path}.{plain[:80]}" if path else plain[:80]


def whole(value: Any) -> int | None:
    """The value as a whole number, None if it is none. JSON does not tell 2 from 2.0; true is no number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, float) and value.is_integer() else None


def integer(value: Any, path: str, low: int = -MAX_WHOLE, high: int = MAX_WHOLE) -> int:
    found = whole(value)
    if found is None or not low <= found <= high:
        refuse(path, value, f"a whole number from {low} to {high}")
    return found


def number(value: Any, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        refuse(path, value, "a number")
    return float(value)


def optional_number(value: Any, path: str) -> float | None:
    return None if value is None else number(value, path)


def text(value: Any, path: str) -> str:
    if not isinstance(value, str) or not value:
        refuse(path, value, "a text that is not empty")
    return value


def option(value: Any, path: str, options: tuple[str, ...]) -> str:
    if value not in options:
        refuse(path, value, f"one of {', '.join(options)}")
    return value


def items(value: Any, path: str, low: int = 0, high: int | None = None) -> list[Any]:
    """A list with at least `low` and at most `high` items."""
    if not isinstance(value, list):
        refuse(path, value, "a list")
    if len(value) < low:
        refuse(path, value, f"at least {low} item{'s' if low > 1 else ''}")
    if high is not None and len(value) > high:
        raise InvalidRequestError(f"{path}: expected at most {high} items, found {len(value)}.")
    return value
