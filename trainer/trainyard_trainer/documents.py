"""JSON documents without what JSON does not have."""

from __future__ import annotations

import json
import math
from typing import Any


def finite(value: Any) -> Any:
    """The same document with numbers that JSON does not have (NaN, ±Inf) as null."""
    if isinstance(value, dict):
        return {name: finite(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [finite(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def encode(document: Any, indent: int | None = None) -> bytes:
    """UTF-8 JSON; NaN and ±Inf become null."""
    return json.dumps(finite(document), ensure_ascii=False, allow_nan=False, indent=indent).encode()
