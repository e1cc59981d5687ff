"""What a spec asks for, as far as it can be wrong before any data is read."""

from __future__ import annotations

from dataclasses import dataclass

from trainyard_trainer.algorithms import Algorithm, check_parameters, find_algorithm
from trainyard_trainer.custom_metrics import custom_metrics
from trainyard_trainer.metrics import Metric, metrics_of
from trainyard_trainer.run_spec import RunSpec


@dataclass(frozen=True)
class Plan:
    """The parts of a spec that can be wrong before any data is read."""

    algorithm: Algorithm
    metrics: list[Metric]
    seed: int


def check_spec(run: RunSpec) -> Plan:
    """Raises the configuration errors (64)."""
    algorithm = find_algorithm(run.algorithm, run.task)
    check_parameters(algorithm, run.parameters)
    seed = run.parameters.get("random_state", run.split.seed)
    return Plan(
        algorithm,
        metrics_of(run, custom_metrics(run.custom, run.task)),
        seed if isinstance(seed, int) else run.split.seed,
    )
