"""The parity gate passes what is right and catches what is wrong, each fault planted on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
import pandas as pd
import pytest
from conftest import spec_of
from tables import breast_cancer

from trainyard_trainer.algorithms import find_algorithm, make_estimator
from trainyard_trainer.boundary import hard_rows, tree_splits
from trainyard_trainer.columns import ColumnInfo, describe, feeds
from trainyard_trainer.errors import TrainerError
from trainyard_trainer.export import parity_rows
from trainyard_trainer.feature_graph import feature_graph
from trainyard_trainer.features import fit_features
from trainyard_trainer.fit import Recipe, fit_pipeline
from trainyard_trainer.merge import merge, model_bytes
from trainyard_trainer.model_graph import model_graph
from trainyard_trainer.parity import check_features, check_parity, compare
from trainyard_trainer.pipeline import Prediction, best_class, to_prediction
from trainyard_trainer.run_spec import FeatureSpec
from trainyard_trainer.runtime import session
from trainyard_trainer.split import Split
from trainyard_trainer.validate import Dataset

BINARY = "BinaryClassification"


def spec(scale: str = "None") -> FeatureSpec:
    return FeatureSpec("Median", scale, "MostFrequent", "OneHot", 30)


@pytest.fixture(scope="module")
def data() -> Dataset:
    """Breast cancer with gaps, and a third of the rows to hold out."""
    table = breast_cancer().drop(columns=["patient_id", "malignant"])
    random = np.random.default_rng(0)
    table = table.mask(random.random(table.shape) < 0.05)
    frame, columns = describe(table)
    return Dataset(frame, columns, breast_cancer()["malignant"].to_numpy(), np.array([0, 1]))


@pytest.fixture(scope="module")
def split() -> Split:
    rows = np.arange(569)
    return Split(rows[rows % 3 > 0], rows[rows % 3 == 0], "")


def fitted(data: Dataset, split: Split, name: str, scale: str = "None", **parameters: Any):
    algorithm = find_algorithm(name, BINARY)
    recipe = Recipe(algorithm, {"random_state": 0, **parameters}, spec(scale), BINARY, 1)
    pipeline = fit_pipeline(data, split.train, recipe)
    model = model_graph(pipeline.pipeline.model, algorithm, len(pipeline.features.names))
    return pipeline, model


@pytest.mark.parametrize("scale", ["None", "Standard", "MinMax", "Robust"])
@pytest.mark.parametrize("name", ["xgboost", "randomForest", "extraTrees"])
def test_trees_on_the_features_of_the_graph_agree_whatever_the_scaling(data, split, name, scale):
    pipeline, model = fitted(data, split, name, scale, n_estimators=30)
    served = session(model_bytes(merge(pipeline.graph, model, data.classes)))
    rows = parity_rows(model, pipeline, data, split)
    check_features(pipeline.features, pipeline.pipeline, rows)
    parity = check_parity(pipeline.pipeline, served, data.features, data.classes, rows)
    assert parity.max_abs_error <= 1e-6
    assert parity.rows > len(split.test)


@dataclass(frozen=True)
class ScaledOutside:
    """The design that we do not use: features by scikit-learn in float64, the model fitted on those."""

    features: Any
    model: Any

    def predict(self, frame: pd.DataFrame) -> Prediction:
        return to_prediction(self.model.predict_proba(self.features.reference(frame)).astype(np.float32), False)

    def undecided(self, frame: pd.DataFrame) -> np.ndarray:
        return np.zeros(len(frame), dtype=bool)

    def rounding(self, frame: pd.DataFrame) -> float:
        return 0.0


def test_scaling_for_trees_outside_the_float32_graph_is_caught(data, split):
    features = fit_features(data.frame.iloc[split.train], data.features, spec("Standard"))
    algorithm = find_algorithm("xgboost", BINARY)
    estimator = make_estimator(algorithm, {"random_state": 0, "n_jobs": 1}, BINARY)
    estimator.fit(features.reference(data.frame.iloc[split.train]), data.y[split.train])
    model = model_graph(estimator, algorithm, len(features.names))
    served = session(model_bytes(merge(feature_graph(features), model, data.classes)))
    rows = pd.concat([data.frame, hard_rows(model, features, data.frame.iloc[split.test])], ignore_index=True)
    with pytest.raises(TrainerError) as caught:
        check_parity(ScaledOutside(features, estimator), served, data.features, data.classes, rows)
    assert caught.value.reason == "ParityFailed"


def test_thousands_of_trees_are_allowed_what_xgboost_itself_loses_in_float32(data, split):
    pipeline, model = fitted(data, split, "xgboost", n_estimators=3000, learning_rate=0.1, max_depth=2)
    rows = parity_rows(model, pipeline, data, split)
    rounding = pipeline.pipeline.rounding(rows)
    assert 1e-5 < rounding < 1e-3
    parity = check_parity(
        pipeline.pipeline,
        session(model_bytes(merge(pipeline.graph, model, data.classes))),
        data.features,
        data.classes,
        rows,
    )
    assert parity.max_abs_error <= parity.allowed == pytest.approx(1e-5 + rounding, rel=0.01)
    # An error that is none of rounding is seen all the same.
    broken = session(
        model_bytes(merge(pipeline.graph, change_attribute(model, "class_weights", shift_a_leaf), data.classes))
    )
    with pytest.raises(TrainerError, match="scores differ by up to"):
        check_parity(pipeline.pipeline, broken, data.features, data.classes, rows)


def test_few_trees_are_allowed_next_to_nothing(data, split):
    for name, trees in (("xgboost", 100), ("randomForest", 200)):
        pipeline, model = fitted(data, split, name, n_estimators=trees)
        assert pipeline.pipeline.rounding(parity_rows(model, pipeline, data, split)) < 3e-6


def change_attribute(model: Any, name: str, change: Any) -> Any:
    """A copy of the graph with one attribute of its tree node changed."""
    broken = onnx.ModelProto()
    broken.CopyFrom(model)
    node = next(node for node in broken.graph.node if node.op_type.startswith("TreeEnsemble"))
    attribute = next(attribute for attribute in node.attribute if attribute.name == name)
    change(attribute)
    return broken


def round_thresholds_up(attribute: Any) -> None:
    values = np.array(attribute.floats, dtype=np.float32)
    attribute.floats[:] = np.nextafter(values, np.float32(np.inf)).tolist()


def include_the_threshold(attribute: Any) -> None:
    attribute.strings[:] = [b"BRANCH_LEQ" if mode == b"BRANCH_LT" else mode for mode in attribute.strings]


def shift_a_leaf(attribute: Any) -> None:
    attribute.floats[0] += 0.01


PLANTED = [
    ("thresholds rounded up instead of down", "randomForest", "nodes_values", round_thresholds_up),
    ("x <= t instead of x < t", "xgboost", "nodes_modes", include_the_threshold),
    ("one leaf off by a hundredth", "xgboost", "class_weights", shift_a_leaf),
]


@pytest.mark.parametrize(("fault", "name", "attribute", "change"), PLANTED, ids=[row[0] for row in PLANTED])
def test_planted_faults_of_a_converter_are_caught(data, split, fault, name, attribute, change):
    pipeline, model = fitted(data, split, name, n_estimators=30)
    served = session(model_bytes(merge(pipeline.graph, change_attribute(model, attribute, change), data.classes)))
    rows = parity_rows(model, pipeline, data, split)
    with pytest.raises(TrainerError) as caught:
        check_parity(pipeline.pipeline, served, data.features, data.classes, rows)
    assert (caught.value.reason, caught.value.exit_code) == ("ParityFailed", 67)


def test_a_feature_graph_that_is_wrong_in_itself_is_caught(data, split):
    """Model and served graph share the features, so their scores agree: only scikit-learn's own numbers disagree."""
    pipeline, _ = fitted(data, split, "logistic", "Standard", max_iter=1000)
    graph = onnx.ModelProto()
    graph.CopyFrom(pipeline.graph)
    imputer = next(node for node in graph.graph.node if node.op_type == "Imputer")
    imputer.attribute[0].floats[3] += 1.0
    wrong = type(pipeline.pipeline)(data.features, session(graph), pipeline.pipeline.model, regression=False, wide=True)
    rows = parity_rows(graph, pipeline, data, split)
    with pytest.raises(TrainerError, match="mean_area"):
        check_features(pipeline.features, wrong, rows)


def test_boundary_rows_lie_on_the_thresholds_and_beside_them(data, split):
    pipeline, model = fitted(data, split, "xgboost", n_estimators=5)
    rows = hard_rows(model, pipeline.features, data.frame.iloc[split.test])
    tensors = feeds(rows, data.features)
    names = [column.name for column in data.features]
    for feature, threshold in set(tree_splits(model)):
        at = np.float32(threshold)
        values = set(tensors[names[feature]][:, 0].tolist())
        around = {float(np.nextafter(at, np.float32(-np.inf))), float(at), float(np.nextafter(at, np.float32(np.inf)))}
        assert around <= values


def test_rows_with_gaps_are_part_of_the_gate(data, split):
    pipeline, model = fitted(data, split, "randomForest", n_estimators=5)
    rows = hard_rows(model, pipeline.features, data.frame.iloc[split.test].dropna())
    assert rows.isna().all(axis=1).any()
    assert set(rows.columns[rows.isna().any()]) == set(data.frame.columns)


def prediction(scores: list[list[float]]) -> Prediction:
    return to_prediction(np.array(scores, dtype=np.float32), False)


COMPARED = [
    ("the same", [[0.9, 0.1]], [[0.9, 0.1]], (0, 0.0)),
    ("another label", [[0.9, 0.1]], [[0.1, 0.9]], (1, 0.8)),
    ("a tie that rounding decides", [[0.5, 0.5]], [[0.4999999, 0.5000001]], (0, 1e-7)),
    ("a near miss that is none", [[0.5001, 0.4999]], [[0.4999, 0.5001]], (1, 2e-4)),
    ("not a number on one side", [[0.9, 0.1]], [[np.nan, np.nan]], (0, np.inf)),
]


@pytest.mark.parametrize(("case", "python", "served", "expected"), COMPARED, ids=[row[0] for row in COMPARED])
def test_comparison(case, python, served, expected):
    result = compare(prediction(python), prediction(served), False)
    assert result.label_mismatches == expected[0]
    assert result.max_abs_error == pytest.approx(expected[1], rel=0.2, abs=1e-9)


def test_the_served_label_of_a_tie_is_the_first_class_whatever_the_last_bit():
    """Runtimes and batch sizes differ in the last bit of a forest's votes; the label must not."""
    columns = [ColumnInfo("a", "Number"), ColumnInfo("b", "Number")]
    frame = pd.DataFrame({"a": [0.4999999, 0.5000001, 0.4998, 0.9], "b": [0.5000001, 0.4999999, 0.5002, 0.1]})
    features = feature_graph(fit_features(frame, columns, spec()))
    scores = onnx.helper.make_tensor_value_info("probabilities", onnx.TensorProto.FLOAT, ["N", 2])
    node = onnx.helper.make_node("Identity", ["features"], ["probabilities"])
    graph = onnx.helper.make_graph([node], "votes", list(features.graph.input), [scores])
    votes = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 21)])
    served = session(model_bytes(merge(features, votes, np.array(["no", "yes"], dtype=object))))
    label = served.run(["label"], feeds(frame, columns))[0]
    assert label.tolist() == ["no", "no", "yes", "no"]
    assert best_class(frame.to_numpy(dtype=np.float32)).tolist() == [0, 0, 1, 0]


def test_a_regression_is_measured_by_the_size_of_its_predictions():
    python, served = (to_prediction(np.array([v], np.float32), True) for v in (1000.0, 1000.001))
    assert compare(python, served, True).max_abs_error == pytest.approx(1e-6, rel=0.1)


def test_neighbours_by_categories_alone_are_all_ties_and_nothing_is_proven(run, save):
    table = pd.DataFrame({"country": ["a", "b"] * 50, "y": [0, 1, 1, 0, 1] * 20})
    result = run(spec_of(save(table), data__target="y", data__drop=[], algorithm__name="knn"))
    assert (result.code, result.reason) == (67, "ExportFailed")
    assert "tie" in result.text
