"""Optuna's fANOVA on a history.

Parameters are told by their places from 0 to 1, and categories as such places too. As they are, Optuna would take a log
scale for a linear one (Hutter's own fANOVA does not), walk 2^k combinations of the k values of a category, and give
scikit-learn numbers that its 32-bit floats do not have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import optuna
from optuna.distributions import FloatDistribution
from optuna.importance import FanovaImportanceEvaluator, get_param_importances
from optuna.trial import create_trial

from trainyard_trainer.suggest.quiet import quiet


@dataclass(frozen=True)
class Sample:
    """One trial: places of its parameters, and its finite value."""

    places: Mapping[str, float]
    value: float


def _from_0_to_1(values: Sequence[float]) -> list[float]:
    """Moved and scaled, which changes no importance: scikit-learn's trees do not split where the variance is below
    2.2e-16, and squares of large values overflow."""
    largest = max(abs(value) for value in values)
    shares = [value / largest for value in values]
    low, width = min(shares), max(shares) - min(shares)
    return [(share - low) / (width or 1.0) for share in shares]


def fanova(samples: Sequence[Sample], seed: int) -> dict[str, float]:
    """Importance by parameter, their sum 1; empty if none explains anything. All samples have the same parameters, at
    least one, and their values are not all the same."""
    names = list(samples[0].places)
    # What never differs explains nothing; told to Optuna, its share would be a rounding error at best.
    varying = [name for name in names if len({sample.places[name] for sample in samples}) > 1]
    if not varying:
        return {}
    quiet()
    study = optuna.create_study()
    for sample, value in zip(samples, _from_0_to_1([sample.value for sample in samples]), strict=True):
        study.add_trial(
            create_trial(
                value=value,
                params={name: sample.places[name] for name in varying},
                distributions={name: FloatDistribution(0, 1) for name in varying},
            )
        )
    evaluator = FanovaImportanceEvaluator(seed=seed)
    try:
        found = get_param_importances(study, evaluator=evaluator, params=varying, normalize=False)
    except RuntimeError as error:
        # The only one it raises by itself: no tree found anything to split on.
        if "zero total variance" not in str(error):
            raise
        return {}
    total = sum(found.values())
    # Optuna's own normalization makes equal shares of nothing.
    return {name: float(found.get(name, 0.0) / total) for name in names} if total > 0 else {}
