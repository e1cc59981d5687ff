"""A history as an Optuna study."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import optuna
from optuna.samplers import BaseSampler
from optuna.trial import TrialState, create_trial

from trainyard_trainer.suggest.codec import Codec, codec_of
from trainyard_trainer.suggest.history import Entry
from trainyard_trainer.suggest.quiet import quiet
from trainyard_trainer.suggest.space import Space, assigned, is_active


def _is_finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _outcome(entry: Entry) -> tuple[TrialState, float | None, dict[int, float]]:
    """What Optuna is told: state, value, and intermediate values by step. Whatever is no finite number is a failure,
    for which TPE has no eyes; so a NaN is never the best."""
    steps = {step: value for step, value in entry.steps if _is_finite(value)}
    if entry.state == "Running":
        return TrialState.RUNNING, None, steps
    if entry.state == "Complete" and _is_finite(entry.value):
        return TrialState.COMPLETE, entry.value, steps
    if entry.state == "Stopped" and steps:
        return TrialState.PRUNED, None, steps
    return TrialState.FAIL, None, {}


class Told:
    """An Optuna study in memory that is told of one trial after the other. Their order is what Optuna goes by."""

    def __init__(self, space: Space, direction: str):
        quiet()
        self.study = optuna.create_study(direction=direction.lower())
        self._space = space
        self._codecs: Mapping[str, Codec] = {parameter.name: codec_of(parameter) for parameter in space}

    def tell(self, entry: Entry) -> None:
        """Without effect if the parameters of the trial are no point of the space."""
        values = assigned(self._space, entry.parameters)
        if values is None:
            return
        state, value, steps = _outcome(entry)
        self.study.add_trial(
            create_trial(
                state=state,
                value=value,
                params={name: self._codecs[name].encode(given) for name, given in values.items()},
                distributions={name: self._codecs[name].distribution for name in values},
                intermediate_values=steps,
            )
        )

    def ask(self, sampler: BaseSampler) -> dict[str, Any]:
        """The next trial's parameters. The study forgets that it was asked: `tell` it what becomes of the trial."""
        self.study.sampler = sampler
        trial, values = self.study.ask(), {}
        for parameter in self._space:
            if is_active(parameter, values):
                values[parameter.name] = self._codecs[parameter.name].ask(trial)
        # Optuna's own record of a running trial has what was drawn for branches that it did not take.
        self.study.tell(trial, state=TrialState.FAIL)
        return values
