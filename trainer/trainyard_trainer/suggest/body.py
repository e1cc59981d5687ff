"""Bytes of a request to a document and back, without the numbers that JSON does not have."""

from __future__ import annotations

import json
import math
from typing import Any

from trainyard_trainer.suggest.invalid import InvalidRequestError

#: Of a whole number that is read exactly; longer ones are read as floats, and no field takes one.
MAX_DIGITS = 25


def _float(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None


def _int(text: str) -> int | float | None:
    return int(text) if len(text) <= MAX_DIGITS else _float(text)


def decode(body: bytes) -> Any:
    """The document; NaN, Infinity and what overflows a double are null. Raises InvalidRequestError."""
    if not body.strip():
        raise InvalidRequestError("The body is empty: expected a JSON object.")
    try:
        return json.loads(body, parse_constant=lambda _: None, parse_float=_float, parse_int=_int)
    except RecursionError:
        raise InvalidRequestError("The body is nested too deeply.") from None
    except ValueError as error:
        # Of bytes that are no text, the sentence would quote the whole body.
        detail = "it is not UTF-8" if isinstance(error, UnicodeError) else str(error)
        raise InvalidRequestError(f"The body is not JSON: {detail}.") from error


def encode(document: Any) -> bytes:
    """Compact ASCII JSON, members in the order of the document: the same document is the same bytes."""
    return json.dumps(document, allow_nan=False, separators=(",", ":")).encode()
