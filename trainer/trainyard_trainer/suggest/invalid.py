"""What is wrong with a request, in one sentence: the field, what it should be and what it is."""

from __future__ import annotations

import json
from typing import Any, NoReturn

MAX_SHOWN = 80
#: Stands for a member that is not there; null is there.
MISSING: Any = object()


class InvalidRequestError(Exception):
    """The request's own fault: answered with 400. `str()` is the sentence."""


def shown(value: Any) -> str:
    """A value as its JSON text, cut to a line; ASCII, so that no text of a client can break an answer or a log."""
    if value is MISSING:
        return "nothing"
    text = json.dumps(value)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


def refuse(path: str, found: Any, expected: str) -> NoReturn:
    """Raises InvalidRequestError."""
    raise InvalidRequestError(f"{path}: expected {expected}, found {shown(found)}.")
