"""The feature graph computes what scikit-learn computes, in every combination, and keeps its shape."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from tables import mixed

from trainyard_trainer.algorithms import find_algorithm
from trainyard_trainer.columns import describe
from trainyard_trainer.feature_graph import feature_graph
from trainyard_trainer.features import fit_features, pipeline_version, resolve_features
from trainyard_trainer.pipeline import feature_matrix
from trainyard_trainer.run_spec import FeatureSpec
from trainyard_trainer.runtime import session

CHOICES = list(
    itertools.product(
        ("Median", "Mean"),
        ("None", "Standard", "MinMax", "Robust"),
        ("MostFrequent", "Constant"),
        ("OneHot", "Ordinal"),
    )
)


def unseen_rows(frame: pd.DataFrame) -> pd.DataFrame:
    strange = frame.iloc[:3].copy()
    strange["country"] = ["never seen", None, ""]
    strange["city"] = [None, "nowhere", "c1"]
    strange["mean radius"] = [np.nan, 1e6, -1e6]
    return pd.concat([frame, strange], ignore_index=True)


@pytest.mark.parametrize(("impute", "scale", "fill", "encode"), CHOICES)
def test_the_graph_agrees_with_scikit_learn(impute, scale, fill, encode):
    frame, columns = describe(mixed().drop(columns="y"))
    fitted = fit_features(frame.iloc[:200], columns, FeatureSpec(impute, scale, fill, encode, 20))
    rows, _ = describe(unseen_rows(frame))
    found = feature_matrix(session(feature_graph(fitted)), rows, columns)
    expected = fitted.reference(rows)
    assert found.dtype == np.float32
    assert found.shape == (len(rows), len(fitted.names))
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-5)


def test_rare_and_unknown_categories_share_one_feature_when_there_are_too_many():
    frame, columns = describe(mixed()[["city"]])
    fitted = fit_features(frame, columns, FeatureSpec("Median", "None", "MostFrequent", "OneHot", 10))
    assert len(fitted.names) == 10
    assert fitted.names[-1] == "city=(other)"
    found = feature_matrix(session(feature_graph(fitted)), pd.DataFrame({"city": ["nowhere"]}), columns)
    assert found[0].tolist() == [0.0] * 9 + [1.0]


def test_an_unknown_category_is_all_zeros_when_there_are_few():
    frame, columns = describe(mixed()[["country"]])
    fitted = fit_features(frame, columns, FeatureSpec("Median", "None", "MostFrequent", "OneHot", 30))
    found = feature_matrix(session(feature_graph(fitted)), pd.DataFrame({"country": ["XX"]}), columns)
    assert not found.any()


def test_thirty_numbers_take_three_nodes():
    frame, columns = describe(pd.DataFrame({f"c {i}": np.arange(20.0) * i for i in range(30)}))
    graph = feature_graph(fit_features(frame, columns, FeatureSpec("Median", "Standard", "Constant", "OneHot", 30)))
    assert [node.op_type for node in graph.graph.node] == ["Concat", "Imputer", "Scaler"]
    assert [value.name for value in graph.graph.input] == [f"c {i}" for i in range(30)]


EMPTY = [
    ("numbers", pd.DataFrame({"a": [np.nan] * 5, "b": range(5)})),
    ("texts", pd.DataFrame({"a": pd.Series([None] * 5, dtype="str"), "b": range(5)})),
]


@pytest.mark.parametrize(("kind", "table"), EMPTY, ids=[row[0] for row in EMPTY])
@pytest.mark.parametrize("fill", ["MostFrequent", "Constant"])
def test_a_column_without_values_keeps_its_place(kind, table, fill):
    frame, columns = describe(table)
    fitted = fit_features(frame, columns, FeatureSpec("Median", "Standard", fill, "OneHot", 30))
    found = feature_matrix(session(feature_graph(fitted)), frame, columns)
    np.testing.assert_allclose(found, fitted.reference(frame), atol=1e-6)


def test_auto_scales_what_needs_it_and_leaves_trees_alone():
    auto = FeatureSpec("Median", "Auto", "MostFrequent", "OneHot", 30)
    scale = {
        name: resolve_features(auto, find_algorithm(name, "BinaryClassification")).numeric_scale
        for name in ("xgboost", "randomForest", "extraTrees", "gradientBoosting", "logistic", "knn", "svm", "mlp")
    }
    assert {name for name, kind in scale.items() if kind == "None"} == {
        "xgboost",
        "randomForest",
        "extraTrees",
        "gradientBoosting",
    }


def test_the_pipeline_version_follows_spec_and_schema_only():
    _, columns = describe(mixed())
    spec = FeatureSpec("Median", "None", "MostFrequent", "OneHot", 30)
    version = pipeline_version(spec, columns)
    assert len(version) == 16
    assert version == pipeline_version(spec, describe(mixed(seed=5))[1])
    assert version != pipeline_version(FeatureSpec("Mean", "None", "MostFrequent", "OneHot", 30), columns)
    assert version != pipeline_version(spec, columns[1:])
