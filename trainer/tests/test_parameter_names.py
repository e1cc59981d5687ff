"""What the operator knows of the algorithms is what the libraries of this trainer have."""

from __future__ import annotations

from pathlib import Path

from trainyard_trainer.parameter_names import document, parameter_names

FILE = Path(__file__).parents[2] / "controllers" / "training-run" / "parameters" / "names.json"


def test_the_operator_has_the_names_of_these_libraries():
    assert FILE.read_text() == document(), "run python -m trainyard_trainer.parameter_names"


def test_an_algorithm_has_names_for_the_tasks_that_it_can_do():
    names = parameter_names()
    assert "regression" not in names["logistic"]
    assert "classification" not in names["ridge"]
    assert {"eta", "max_depth"} <= set(names["xgboost"]["classification"])
    assert names["randomForest"]["reserved"]["verbose"]
