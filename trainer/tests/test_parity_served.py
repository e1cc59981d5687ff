"""Every algorithm, task and kind of column is exported and answers in the model server's own code and runtime what was
fitted in Python: the same labels, scores within 1e-5."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from parity_tables import TABLES, table, target
from served import as_prediction, served_answers, write_case

from trainyard_trainer.algorithms import _TABLE, effective_parameters, find_algorithm
from trainyard_trainer.columns import describe
from trainyard_trainer.errors import TrainerError
from trainyard_trainer.export import export, parity_rows, signature
from trainyard_trainer.features import resolve_features
from trainyard_trainer.fit import Recipe, fit_pipeline
from trainyard_trainer.merge import merge
from trainyard_trainer.model_graph import model_graph
from trainyard_trainer.parity import TOLERANCE, compare
from trainyard_trainer.pipeline import Prediction
from trainyard_trainer.run_spec import FeatureSpec
from trainyard_trainer.split import Split
from trainyard_trainer.validate import Dataset

SMALL: dict[str, dict[str, Any]] = {
    "xgboost": {"n_estimators": 8},
    "randomForest": {"n_estimators": 8},
    "extraTrees": {"n_estimators": 8},
    "gradientBoosting": {"n_estimators": 8},
    "mlp": {"max_iter": 30, "hidden_layer_sizes": [8]},
}
#: A tree that never splits.
ONE_LEAF: dict[str, dict[str, Any]] = {
    "xgboost": {"n_estimators": 3, "gamma": 1e9},
    "randomForest": {"n_estimators": 3, "min_samples_leaf": 60},
    "extraTrees": {"n_estimators": 3, "min_samples_leaf": 60},
    "gradientBoosting": {"n_estimators": 3, "min_samples_leaf": 60},
}
PAIRS = [
    (task, name)
    for task in ("BinaryClassification", "MulticlassClassification", "Regression")
    for name, regression in _TABLE
    if regression == (task == "Regression")
]


@dataclass(frozen=True)
class Case:
    """A table with what is special about the model or its target."""

    table: str
    parameters: dict[str, Any]
    name: str
    rare: bool = False


def cases(task: str, algorithm: str) -> list[Case]:
    small = SMALL.get(algorithm, {})
    found = [Case(name, small, name) for name in TABLES]
    if algorithm in ONE_LEAF:
        found.append(Case("numeric", ONE_LEAF[algorithm], "one leaf"))
    # A calibrated model needs each class in each of its folds.
    if task != "Regression" and algorithm != "svm":
        found.append(Case("numeric", small, "a class of one row", rare=True))
    return found


def fitted(task: str, algorithm_name: str, case: Case) -> tuple[Dataset, Split, Any]:
    frame, columns = describe(table(case.table))
    y = target(table(case.table), task, case.rare)
    data = Dataset(frame, columns, y, None if task == "Regression" else np.unique(y))
    rows = np.arange(len(y))
    split = Split(rows[rows % 3 != 1], rows[rows % 3 == 1], "")
    algorithm = find_algorithm(algorithm_name, task)
    spec = resolve_features(FeatureSpec("Median", "Auto", "MostFrequent", "OneHot", 12), algorithm)
    parameters = effective_parameters(algorithm, case.parameters, 0, 1, 1)
    return data, split, fit_pipeline(data, split.train, Recipe(algorithm, parameters, spec, task, 1))


@pytest.mark.parametrize(("task", "name"), PAIRS)
def test_the_server_answers_what_was_fitted(tmp_path: Path, task: str, name: str):
    expected: list[tuple[Case, Prediction, list[Any]]] = []
    folders: list[Path] = []
    for case in cases(task, name):
        data, split, model = fitted(task, name, case)
        try:
            exported = export(data, split, model, find_algorithm(name, task))
        except TrainerError as error:
            # Said, and no version made: a row whose last neighbour is a tie has no right answer.
            assert name == "knn" and "tie" in str(error), f"{case.name}: {error}"
            continue
        graph = model_graph(model.pipeline.model, find_algorithm(name, task), len(model.features.names))
        frame = parity_rows(graph, model, data, split)
        frame = frame.iloc[np.flatnonzero(~model.pipeline.undecided(frame))]
        folder = tmp_path / case.name
        write_case(folder, exported.data, task, data, frame)
        folders.append(folder)
        expected.append((case, model.pipeline.predict(frame), signature(data)["labels"]))
    for (case, python, labels), answer in zip(expected, served_answers(folders), strict=True):
        found = compare(python, as_prediction(answer, labels), task == "Regression")
        assert found.label_mismatches == 0, case.name
        assert found.max_abs_error <= TOLERANCE, case.name
        assert found.rows > (0 if name == "knn" else 20), case.name


def test_there_are_more_than_200_cases():
    assert sum(len(cases(task, name)) for task, name in PAIRS) > 200


def test_a_fault_that_only_the_server_would_show_is_seen_here(tmp_path: Path):
    """A leaf is changed behind the back of the trainer's own gate."""
    case = Case("numeric", SMALL["xgboost"], "fault")
    data, _, model = fitted("BinaryClassification", "xgboost", case)
    algorithm = find_algorithm("xgboost", "BinaryClassification")
    graph = model_graph(model.pipeline.model, algorithm, len(model.features.names))
    node = next(node for node in graph.graph.node if node.op_type.startswith("TreeEnsemble"))
    next(attribute for attribute in node.attribute if attribute.name == "class_weights").floats[0] += 0.01
    served: onnx.ModelProto = merge(model.graph, graph, data.classes)
    frame = data.frame
    write_case(tmp_path / "fault", served.SerializeToString(), "BinaryClassification", data, frame)
    answer = as_prediction(served_answers([tmp_path / "fault"])[0], signature(data)["labels"])
    assert compare(model.pipeline.predict(frame), answer, False).max_abs_error > TOLERANCE
