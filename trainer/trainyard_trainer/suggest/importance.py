"""How much of the objective's variance each parameter explains: fANOVA (Hutter et al., ICML 2014) by Optuna."""

from __future__ import annotations

import math
from typing import Any

from trainyard_trainer.suggest.places import place_of
from trainyard_trainer.suggest.requests import ImportanceRequest
from trainyard_trainer.suggest.space import assigned
from trainyard_trainer.suggest.stream import stream

#: Value and active parameters.
Trial = tuple[float, dict[str, Any]]

MIN_TRIALS = 4
#: Its time grows with the square of the trials: seconds for these, hours for what fits into a request.
MAX_TRIALS = 400


def _none(reason: str) -> dict[str, Any]:
    return {"importances": [], "reason": reason, "leftOut": []}


def _complete(request: ImportanceRequest) -> list[Trial]:
    """The trials that count, by number."""
    found = []
    for entry in request.history:
        if entry.state == "Complete" and entry.value is not None and math.isfinite(entry.value):
            values = assigned(request.space, entry.parameters)
            if values is not None:
                found.append((entry.value, values))
    return found


def _spread(items: list[Trial], count: int) -> list[Trial]:
    """At most `count` of them, evenly from the first to the last."""
    if len(items) <= count:
        return items
    return [items[round(index * (len(items) - 1) / (count - 1))] for index in range(count)]


def importance(request: ImportanceRequest) -> dict[str, Any]:
    """`importances` (largest first, their sum 1), or the `reason` why there are none; `leftOut` are the parameters that
    not every complete trial had, which fANOVA cannot judge. Of more than 400 complete trials, 400 are judged."""
    complete = _complete(request)
    if len(complete) < MIN_TRIALS:
        return _none(f"{len(complete)} of the trials are complete, but fANOVA needs at least {MIN_TRIALS}.")
    if len({value for value, _ in complete}) == 1:
        return _none(f"All {len(complete)} complete trials have the same value, so that there is nothing to explain.")
    shared = [parameter for parameter in request.space if all(parameter.name in values for _, values in complete)]
    if not shared:
        return _none("No parameter is in all complete trials.")
    # Here, not above: Optuna's evaluators load scikit-learn, which no other answer needs.
    from trainyard_trainer.suggest.fanova import Sample, fanova

    samples = [
        Sample({parameter.name: place_of(parameter, values[parameter.name]) for parameter in shared}, value)
        for value, values in _spread(complete, MAX_TRIALS)
    ]
    found = fanova(samples, stream(request.seed, "importance"))
    if not found:
        return _none("No parameter that is in all complete trials explains any of the differences between them.")
    return {
        "importances": [
            {"parameter": name, "importance": found[name]} for name in sorted(found, key=lambda name: -found[name])
        ],
        "reason": None,
        "leftOut": [parameter.name for parameter in request.space if parameter.name not in found],
    }
