"""Split and folds depend on the rows, the seeds and the target, and on nothing else."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from conftest import spec_of

from trainyard_trainer.run_spec import CrossValidationSpec, SplitSpec
from trainyard_trainer.split import fold_rows, rows_digest, split_rows

SHA = hashlib.sha256(b"data").hexdigest()
Y = np.array([0, 0, 1] * 40)
CLASSES = np.array([0, 1])


def test_algorithm_features_and_metrics_do_not_move_a_row(run, tumour_csv):
    changes = [
        {},
        {"algorithm": {"name": "gradientBoosting", "parameters": {"n_estimators": 3, "random_state": 99}}},
        {"features": {"numeric": {"scale": "Robust"}}, "metrics": {"primary": "f1"}, "data__drop": ["mean_area"]},
    ]
    manifests = [run(spec_of(tumour_csv, **change)).manifest for change in changes]
    assert len({manifest["folds"]["digest"] for manifest in manifests}) == 1
    assert len({manifest["data"]["split"]["digest"] for manifest in manifests}) == 1


def test_other_seeds_data_or_folds_move_rows():
    base = split_rows(SHA, Y, CLASSES, "y", SplitSpec("Stratified", 0.25, 7))
    assert base.digest != split_rows(SHA, Y, CLASSES, "y", SplitSpec("Stratified", 0.25, 8)).digest
    assert base.digest != split_rows("0" * 64, Y, CLASSES, "y", SplitSpec("Stratified", 0.25, 7)).digest
    digests = {
        fold_rows(SHA, Y, CLASSES, "y", base.train, CrossValidationSpec(folds, repeats, seed)).digest
        for folds, repeats, seed in ((5, 1, 7), (4, 1, 7), (5, 2, 7), (5, 1, 8))
    }
    assert len(digests) == 4


@pytest.mark.parametrize("strategy", ["Stratified", "Random"])
def test_no_row_is_in_both_parts_and_none_is_lost(strategy):
    split = split_rows(SHA, Y, CLASSES, "y", SplitSpec(strategy, 0.25, 7))
    assert sorted([*split.train, *split.test]) == list(range(len(Y)))
    assert len(split.test) == 30
    folds = fold_rows(SHA, Y, CLASSES, "y", split.train, CrossValidationSpec(5, 2, 7))
    assert len(folds.pairs) == 10
    for train, test in folds.pairs:
        assert sorted([*train, *test]) == sorted(split.train)
    for repeat in (folds.pairs[:5], folds.pairs[5:]):
        assert sorted(row for _, test in repeat for row in test) == sorted(split.train)


def test_stratified_keeps_the_shares_of_the_classes():
    split = split_rows(SHA, Y, CLASSES, "y", SplitSpec("Stratified", 0.25, 7))
    assert Y[split.test].mean() == pytest.approx(Y.mean())


def test_the_digest_tells_where_one_group_ends():
    one, two = np.array([1, 2]), np.array([3])
    assert rows_digest(SHA, [one, two]) != rows_digest(SHA, [np.array([1]), np.array([2, 3])])
