"""Values as Optuna sees them.

A choice is its key (a text): Optuna takes no lists, and takes True for 1. A Float with a step is its place (a whole
number): TPE treats the two alike, and no rounding of doubles can put a value beside its own distribution.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from optuna.distributions import BaseDistribution, CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.trial import Trial

from trainyard_trainer.suggest.parameters import Choices, IntRange, Parameter, key_of


@dataclass(frozen=True)
class Codec:
    """`encode` takes a value in normal form; `ask` returns one, drawn by the sampler of the trial's study."""

    distribution: BaseDistribution
    encode: Callable[[Any], Any]
    ask: Callable[[Trial], Any]


def codec_of(parameter: Parameter) -> Codec:
    name = parameter.name
    if isinstance(parameter, Choices):
        keys = tuple(parameter.places)
        return Codec(
            CategoricalDistribution(keys),
            key_of,
            lambda trial: parameter.value_at(parameter.places[trial.suggest_categorical(name, keys)]),
        )
    low, high, log = parameter.low, parameter.high, parameter.log
    if isinstance(parameter, IntRange):
        step = parameter.step
        return Codec(
            IntDistribution(low, high, log=log, step=step),
            int,
            lambda trial: parameter.nearest(trial.suggest_int(name, low, high, log=log, step=step)),
        )
    if parameter.step is not None:
        last = parameter.points - 1
        return Codec(
            IntDistribution(0, last),
            parameter.place_of,
            lambda trial: parameter.value_at(trial.suggest_int(name, 0, last)),
        )
    return Codec(
        FloatDistribution(low, high, log=log),
        float,
        lambda trial: parameter.nearest(trial.suggest_float(name, low, high, log=log)),
    )
