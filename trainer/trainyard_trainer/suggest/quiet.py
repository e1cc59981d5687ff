"""What Optuna says by itself."""

from __future__ import annotations

import warnings

import optuna


def quiet() -> None:
    """No line for every new study, and no warning of `group` (which conditional spaces need) nor of `normalize`."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.filterwarnings("ignore", category=optuna.exceptions.ExperimentalWarning)
