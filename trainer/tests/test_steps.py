"""A fit in steps is the fit that the library makes in one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from trainyard_trainer.algorithms import find_algorithm, make_estimator
from trainyard_trainer.journal import Journal
from trainyard_trainer.steps import fit_in_steps


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"solver": "sgd", "momentum": 0.9, "learning_rate": "adaptive", "tol": 0.01, "n_iter_no_change": 2},
        {"solver": "sgd", "learning_rate": "invscaling", "shuffle": False},
        {"batch_size": 32, "tol": 0.05, "n_iter_no_change": 1},
        {"solver": "lbfgs"},
        {"early_stopping": True},
    ],
)
@pytest.mark.parametrize("task", ["BinaryClassification", "MulticlassClassification", "Regression"])
def test_epoch_by_epoch_is_what_fit_does(task, parameters):
    random = np.random.default_rng(3)
    matrix = random.normal(size=(150, 4))
    y = matrix @ [1.0, -2.0, 0.5, 0.0] + random.normal(size=150)
    if task != "Regression":
        y = np.digitize(y, [0.0] if task == "BinaryClassification" else [-1.0, 1.0])
    algorithm = find_algorithm("mlp", task)
    given = {"max_iter": 40, "hidden_layer_sizes": (5, 3), "random_state": 7, **parameters}
    one, other = (make_estimator(algorithm, given, task) for _ in range(2))
    one.fit(matrix, y)

    class Deaf:
        def step(self, make: Any) -> None:
            make()

    fit_in_steps(other, matrix, y, algorithm, Journal(Deaf()))
    for left, right in zip(one.coefs_ + one.intercepts_, other.coefs_ + other.intercepts_, strict=True):
        assert np.array_equal(left, right)
    assert one.n_iter_ == other.n_iter_
    assert other.get_params() == one.get_params()
