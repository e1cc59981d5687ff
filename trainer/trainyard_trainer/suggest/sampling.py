"""The next trials by Optuna's samplers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optuna.samplers import BaseSampler, RandomSampler, TPESampler

from trainyard_trainer.suggest.history import Entry
from trainyard_trainer.suggest.requests import SuggestRequest
from trainyard_trainer.suggest.stream import stream
from trainyard_trainer.suggest.study import Told


def _sampler(request: SuggestRequest, number: int) -> BaseSampler:
    seed = stream(request.seed, number)
    if request.sampler == "Random":
        return RandomSampler(seed=seed)
    # All else is Optuna's default: 10 random trials first, multivariate, constant liar. Without groups, TPE would
    # model only the parameters that all trials share and draw the conditional ones one by one.
    conditional = any(parameter.when for parameter in request.space)
    return TPESampler(seed=seed, group=conditional)


def _told(request: SuggestRequest, history: Mapping[int, Entry]) -> Told:
    told = Told(request.space, request.direction)
    for number in sorted(history):
        told.tell(history[number])
    return told


def sample(request: SuggestRequest) -> list[tuple[int, dict[str, Any]]]:
    """(number, parameters) of each trial asked for, by number. Each is Running in the history of those after it, as it
    would be had they been asked for later."""
    if request.sampler == "Random":
        # It looks at no history.
        told = Told(request.space, request.direction)
        return [(number, told.ask(_sampler(request, number))) for number in request.next]
    history = {entry.number: entry for entry in request.history}
    told, made = _told(request, history), []
    for number in request.next:
        parameters = told.ask(_sampler(request, number))
        made.append((number, parameters))
        history[number] = Entry(number, "Running", parameters)
        if number == max(history):
            told.tell(history[number])
        else:
            # Its place is between others, and the study takes trials at its end only.
            told = _told(request, history)
    return made
