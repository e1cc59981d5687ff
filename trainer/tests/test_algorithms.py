"""Every algorithm trains, exports and passes parity on a table with gaps and texts, for every task it is for."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import spec_of
from tables import mixed
from xgboost import XGBClassifier

from trainyard_trainer.algorithms import _TABLE, by_class_index
from trainyard_trainer.boosters import chosen_parameters

TASKS = {"BinaryClassification": "roc_auc", "MulticlassClassification": "log_loss", "Regression": "r2"}
CASES = [
    (task, name)
    for task in TASKS
    for name, regression in _TABLE
    if regression == (task == "Regression")
]  # fmt: skip
PARAMETERS = {
    "randomForest": {"n_estimators": 20},
    "extraTrees": {"n_estimators": 20},
    "xgboost": {"n_estimators": 30},
    "gradientBoosting": {"n_estimators": 30},
    "mlp": {"max_iter": 50, "hidden_layer_sizes": [16]},
}


@pytest.mark.parametrize(("task", "name"), CASES)
def test_it_trains_exports_and_agrees(run, save, task, name):
    algorithm = {"name": name, "parameters": PARAMETERS.get(name, {})}
    spec = spec_of(save(mixed(task)), task=task, metrics={"primary": TASKS[task]}, algorithm=algorithm)
    spec["data"] = {"source": spec["data"]["source"], "target": "y"}
    result = run(spec)
    assert result.code == 0, result.message
    manifest = result.manifest
    assert manifest["parity"]["labelMismatches"] == 0
    assert manifest["parity"]["maxAbsError"] <= 2e-6
    for key, value in algorithm["parameters"].items():
        assert manifest["algorithm"]["parameters"][key] == value
    assert manifest["latency"]["singleRowP50Us"] < 5000


def test_the_base_score_that_xgboost_chose_is_a_number():
    random = np.random.default_rng(0)
    rows = random.normal(size=(100, 3))
    model = XGBClassifier(n_estimators=2).fit(rows, (np.arange(100) < 35).astype(int))
    assert chosen_parameters(model)["base_score"] == pytest.approx(0.35)


def test_dart_boosters_serve_what_they_learned(run, save):
    algorithm = {"name": "xgboost", "parameters": {"booster": "dart", "rate_drop": 0.3, "n_estimators": 30}}
    spec = spec_of(save(mixed()), algorithm=algorithm)
    spec["data"] = {"source": spec["data"]["source"], "target": "y"}
    result = run(spec)
    assert result.code == 0, result.message
    assert result.manifest["algorithm"]["parameters"]["booster"] == "dart"


def test_class_weights_go_by_class_not_by_place():
    assert by_class_index({"class_weight": {"yes": 3, "no": 1}}, ["no", "yes"]) == {"class_weight": {1: 3, 0: 1}}
    assert by_class_index({"class_weight": {"20": 3}}, [10, 20]) == {"class_weight": {1: 3}}
    assert by_class_index({"class_weight": "balanced"}, [10, 20]) == {"class_weight": "balanced"}
