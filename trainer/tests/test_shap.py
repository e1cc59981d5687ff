"""SHAP values add up to the margin for every algorithm that shap explains exactly; the others say that they have
none."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from conftest import spec_of
from tables import mixed
from test_contract import check_schema

from trainyard_trainer import shap_values as module
from trainyard_trainer.algorithms import effective_parameters, find_algorithm
from trainyard_trainer.columns import describe
from trainyard_trainer.features import resolve_features
from trainyard_trainer.fit import Recipe, fit_pipeline
from trainyard_trainer.run_spec import FeatureSpec
from trainyard_trainer.shap_values import LINEAR, TREES, margins, shap_values, uncovered
from trainyard_trainer.validate import Dataset

TASKS = ("BinaryClassification", "MulticlassClassification", "Regression")
SMALL = {"n_estimators": 20}
COVERED = [
    (name, task)
    for name in sorted(TREES | LINEAR)
    for task in TASKS
    if uncovered(name, task) is None and (name in TREES or (name == "logistic") == (task != "Regression"))
]


def fitted_on(name: str, task: str, **parameters):
    """A pipeline fitted on a table with numbers, gaps and texts, and its data."""
    frame, columns = describe(mixed(task))
    given = columns[:-1]
    y, classes = frame["y"].to_numpy(), None
    if task == "Regression":
        # The objectives for counts want numbers from 0.
        y = y - y.min()
    else:
        classes, y = np.unique(y, return_inverse=True)
    data = Dataset(frame, given, y, classes)
    algorithm = find_algorithm(name, task)
    chosen = effective_parameters(algorithm, {**(SMALL if name in TREES else {}), **parameters}, 7, 100, 1)
    spec = resolve_features(FeatureSpec("Median", "Auto", "MostFrequent", "OneHot", 10), algorithm)
    return fit_pipeline(data, np.arange(200), Recipe(algorithm, chosen, spec, task, 1)), data


@pytest.mark.parametrize(("name", "task"), COVERED)
def test_contributions_and_base_add_up_to_the_margin(name, task):
    fitted, data = fitted_on(name, task)
    matrix = fitted.pipeline.matrix(data.frame)
    found = shap_values(fitted, name, matrix, lambda: matrix[:200])
    assert found.max_error <= 1e-5 < module.TOLERANCE
    outputs = 3 if task == "MulticlassClassification" else 1
    assert found.contributions.shape == (300, 5, outputs)
    assert found.columns == ["mean radius", "visits", "flag", "country", "city"]
    # Whatever the base value is: differences between rows are differences between margins.
    given = matrix.astype(np.float64) if fitted.pipeline.wide else matrix
    truth = margins(fitted.pipeline.model, given, name, found.margin)[:, -outputs:]
    sums = found.contributions.sum(axis=1)
    scale = max(1.0, np.abs(truth).max())
    np.testing.assert_allclose(sums - sums[0], truth - truth[0], atol=1e-4 * scale)


@pytest.mark.parametrize(("name", "task"), COVERED)
def test_margins_lead_to_the_scores(name, task):
    fitted, data = fitted_on(name, task)
    matrix = fitted.pipeline.matrix(data.frame)
    scores = fitted.pipeline.predict_matrix(matrix).scores
    given = matrix.astype(np.float64) if fitted.pipeline.wide else matrix
    kind = module.margin_kind(fitted.pipeline.model, name, task == "Regression")
    raw = margins(fitted.pipeline.model, given, name, kind)
    if kind == "LogOdds" and raw.shape[1] == 1:
        raw = 1 / (1 + np.exp(-raw))
        scores = scores[:, 1:]
    elif kind == "LogOdds":
        raw = np.exp(raw) / np.exp(raw).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(raw, scores, rtol=1e-4, atol=1e-5)


def test_a_linear_models_values_are_those_of_the_formula():
    fitted, data = fitted_on("ridge", "Regression")
    matrix = fitted.pipeline.matrix(data.frame)
    found = shap_values(fitted, "ridge", matrix, lambda: matrix[:200])
    expected = fitted.pipeline.model.coef_ * (matrix - matrix[:200].mean(axis=0))
    np.testing.assert_allclose(found.contributions[:, 0, 0], expected[:, 0], atol=1e-4)
    texts = [place for place, owner in enumerate(fitted.features.owners) if owner == "city"]
    np.testing.assert_allclose(found.contributions[:, 4, 0], expected[:, texts].sum(axis=1), atol=1e-4)


def test_xgboosts_own_values_are_the_same():
    import xgboost

    fitted, data = fitted_on("xgboost", "BinaryClassification", max_depth=3)
    matrix = fitted.pipeline.matrix(data.frame)
    found = shap_values(fitted, "xgboost", matrix, lambda: matrix)
    own = fitted.pipeline.model.get_booster().predict(xgboost.DMatrix(matrix), pred_contribs=True)[:, :-1]
    np.testing.assert_allclose(found.contributions[:, 0, 0], own[:, 0], atol=1e-4)


def test_dart_boosters_are_explained_as_they_predict():
    fitted, data = fitted_on("xgboost", "Regression", booster="dart", rate_drop=0.5)
    matrix = fitted.pipeline.matrix(data.frame)
    assert shap_values(fitted, "xgboost", matrix, lambda: matrix).max_error <= 1e-5


LINKS = [("reg:squarederror", "Prediction"), ("reg:absoluteerror", "Prediction"), ("reg:tweedie", "Margin")]


@pytest.mark.parametrize(("objective", "margin"), LINKS)
def test_the_margin_of_an_objective_with_a_link_is_not_called_a_prediction(objective, margin):
    fitted, data = fitted_on("xgboost", "Regression", objective=objective, n_estimators=5)
    matrix = fitted.pipeline.matrix(data.frame)
    found = shap_values(fitted, "xgboost", matrix, lambda: matrix)
    assert found.margin == margin and found.adds_up
    raw = margins(fitted.pipeline.model, matrix, "xgboost", margin)[:, 0]
    assert np.allclose(raw, fitted.pipeline.model.predict(matrix), rtol=1e-4) == (margin == "Prediction")


def test_what_does_not_add_up_is_noticed(monkeypatch):
    fitted, data = fitted_on("randomForest", "BinaryClassification")
    other, _ = fitted_on("randomForest", "BinaryClassification", max_depth=1)
    matrix = fitted.pipeline.matrix(data.frame)
    monkeypatch.setattr(module, "_explainer", explainer_of(other.pipeline.model))
    found = shap_values(fitted, "randomForest", matrix, lambda: matrix)
    assert not found.adds_up
    assert not dataclasses.replace(found, max_error=float("nan")).adds_up


def explainer_of(model):
    original = module._explainer
    return lambda _, algorithm, background: original(model, algorithm, background)


def test_a_run_does_not_show_what_does_not_add_up(run, save, monkeypatch):
    other, _ = fitted_on("randomForest", "BinaryClassification", max_depth=1)
    monkeypatch.setattr(module, "_explainer", explainer_of(other.pipeline.model))
    # The same features as the other model's, so that only the values are wrong.
    spec = spec_of(save(mixed()), data__target="y", data__drop=[], algorithm__name="randomForest")
    result = run(spec | {"explain": {"method": "SHAP"}, "features": {"categorical": {"maxCategories": 10}}})
    assert result.code == 0, result.message
    found = result.manifest["explanation"]
    assert found["method"] == "Permutation" and "miss the margin" in found["message"]
    assert "meanAbsShap" not in found["topFeatures"][0]


@pytest.mark.parametrize("name", ["xgboost", "logistic"])
def test_a_run_explains_itself(run, save, name):
    spec = spec_of(save(mixed(rows=500)), data__target="y", data__drop=[], algorithm__name=name)
    spec["explain"] = {"method": "SHAP", "maxRows": 40}
    result = run(spec)
    assert result.code == 0, result.message
    check_schema(result.manifest)
    found = result.manifest["explanation"]
    assert (found["method"], found["rows"], found["margin"]) == ("SHAP", 40, "LogOdds")
    assert 0 <= found["additivity"]["maxError"] <= found["additivity"]["tolerance"]
    means = [item["meanAbsShap"] for item in found["topFeatures"]]
    assert means == sorted(means, reverse=True) and means[0] > 0
    assert {item["name"] for item in found["topFeatures"][:3]} == {"mean radius", "visits", "country"}
    assert all("importance" in item for item in found["topFeatures"])
    report = (result.folder / "report.html").read_text()
    assert "Mean absolute SHAP value" in report and "<h2>SHAP values</h2>" in report
    assert result.manifest["environment"]["shap"] != "absent"


def test_the_same_run_has_the_same_explanation(run, tumour_csv):
    spec = spec_of(tumour_csv, algorithm={"name": "randomForest", "parameters": {"n_estimators": 20}})
    spec["explain"] = {"method": "SHAP", "maxRows": 50}
    assert run(spec).manifest["explanation"] == run(spec).manifest["explanation"]


UNCOVERED = [
    ("knn", "BinaryClassification", "knn is neither"),
    ("svm", "BinaryClassification", "svm is neither"),
    ("mlp", "Regression", "mlp is neither"),
    ("gradientBoosting", "MulticlassClassification", "not for more classes"),
]


@pytest.mark.parametrize(("name", "task", "words"), UNCOVERED)
def test_a_model_without_exact_values_says_so_and_is_ranked_by_permutation(run, save, name, task, words):
    metric = "rmse" if task == "Regression" else "log_loss"
    spec = spec_of(save(mixed(task)), task=task, algorithm__name=name, metrics__primary=metric)
    spec |= {"data": {**spec["data"], "target": "y", "drop": []}, "explain": {"method": "SHAP"}}
    result = run(spec)
    assert result.code == 0, result.message
    check_schema(result.manifest)
    found = result.manifest["explanation"]
    assert found["method"] == "Permutation" and words in found["message"]
    assert found["topFeatures"] and "meanAbsShap" not in found["topFeatures"][0]
    assert words in (result.folder / "report.html").read_text()


def test_nobody_is_told_of_shap_who_did_not_ask(run, tumour_csv):
    found = run(spec_of(tumour_csv)).manifest["explanation"]
    assert found["method"] == "Permutation" and "message" not in found and len(found["topFeatures"]) == 20


@pytest.mark.parametrize("explain", [{"method": "Lime"}, {"maxRows": 5}, {"maxRows": 5001}, {"rows": 10}])
def test_a_wrong_wish_is_told_before_the_data_is_read(run, explain):
    result = run(spec_of("file:///nowhere/x.csv", explain=explain))
    assert (result.code, result.reason) == (64, "BadConfiguration")
    assert "spec.explain" in result.text
