"""Calibration: numbers by hand, scikit-learn's curve, and folds in which a metric does not exist."""

from __future__ import annotations

import math

import numpy as np
import pytest
from conftest import spec_of
from test_contract import check_schema

from trainyard_trainer.calibration import expected_calibration_error, judged, reliability
from trainyard_trainer.evaluate import over_folds


def two(score: list[float]) -> np.ndarray:
    return np.stack([1 - np.array(score), np.array(score)], axis=1)


def test_the_error_by_hand():
    # Bin [0, 0.1): scores 0.05, none is so. Bin [0.9, 1]: mean 0.95, 1 of 2 is so. 2/4 * 0.05 + 2/4 * 0.45.
    assert expected_calibration_error(np.array([0, 0, 1, 0]), two([0.05, 0.05, 0.9, 1.0])) == pytest.approx(0.25)
    assert expected_calibration_error(np.array([0, 1]), two([0.0, 1.0])) == 0
    assert expected_calibration_error(np.array([1, 0]), two([0.0, 1.0])) == 1


def test_more_classes_are_judged_by_the_greatest_score():
    scores = np.array([[0.7, 0.2, 0.1], [0.1, 0.75, 0.15], [0.3, 0.3, 0.4]])
    # Bin 0.7: mean 0.725, half of it right; bin 0.4: 0.4, wrong.
    assert expected_calibration_error(np.array([0, 2, 0]), scores) == pytest.approx(2 / 3 * 0.225 + 1 / 3 * 0.4)


def test_the_curve_is_scikit_learns():
    from sklearn.calibration import calibration_curve

    random = np.random.default_rng(0)
    score = random.random(500)
    y = (random.random(500) < score**2).astype(int)
    share, mean = calibration_curve(y, score, n_bins=10)
    curve = reliability(*judged(y, two(score.tolist())))
    assert [part.share for part in curve] == pytest.approx(share.tolist())
    assert [part.mean_score for part in curve] == pytest.approx(mean.tolist())
    assert sum(part.n for part in curve) == 500
    assert all(part.low <= part.mean_score <= part.high for part in curve)


def test_folds_without_a_value_are_not_counted():
    found = over_folds("roc_auc", [0.5, math.nan, 0.7])
    assert (found.value, found.n, found.std_dev) == (pytest.approx(0.6), 2, pytest.approx(math.sqrt(0.02)))
    alone = over_folds("roc_auc", [0.5, math.nan])
    assert (alone.value, alone.n, alone.std_dev) == (0.5, 1, None)
    assert "stdDev" not in alone.to_json()
    assert math.isnan(over_folds("roc_auc", [math.nan]).value)


def test_a_run_says_how_its_scores_are_calibrated(run, tumour_csv):
    spec = spec_of(tumour_csv, metrics__others=["ece", "brier"], gates=[{"metric": "ece", "max": 0.2}])
    result = run(spec)
    assert result.code == 0, result.message
    manifest = result.manifest
    check_schema(manifest)
    found = manifest["calibration"]
    test = {item["name"]: item["value"] for item in manifest["metrics"] if item["split"] == "Test"}
    assert (found["ece"], found["brier"]) == (test["ece"], test["brier"])
    assert sum(part["n"] for part in found["curve"]) == found["n"] == manifest["data"]["split"]["testRows"]
    cv = [item for item in manifest["metrics"] if item["split"] == "CV"]
    assert all(item["stdDev"] >= 0 and item["n"] == 2 for item in cv) and len(cv) == 3
    assert "expected calibration error" in (result.folder / "report.html").read_text()
