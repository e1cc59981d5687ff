"""Prints the parameters of every algorithm as JSON, for those who check a spec without the libraries: the operator.

`python -m trainyard_trainer.parameter_names > ../controllers/training-run/parameters/names.json`
"""

from __future__ import annotations

import json
from typing import Any

from trainyard_trainer.algorithms import _TABLE, library_parameters


def parameter_names() -> dict[str, dict[str, Any]]:
    """Algorithm → library, names for classification and regression (what it can do of them), why some are reserved."""
    found: dict[str, dict[str, Any]] = {}
    for (name, regression), algorithm in _TABLE.items():
        entry = found.setdefault(name, {"library": algorithm.library, "reserved": dict(algorithm.reserved)})
        entry["regression" if regression else "classification"] = sorted(library_parameters(algorithm))
    return found


def document() -> str:
    return json.dumps(parameter_names(), indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    print(document(), end="")
