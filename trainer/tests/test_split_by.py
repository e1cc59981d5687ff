"""Splits by group and by time leak nothing: no group is on both sides, and no future is in the past."""

from __future__ import annotations

import hashlib
from datetime import date

import numpy as np
import pandas as pd
import pytest
from conftest import spec_of
from test_contract import check_schema

from trainyard_trainer.columns import describe
from trainyard_trainer.errors import TrainerError
from trainyard_trainer.run_spec import CrossValidationSpec, SplitSpec
from trainyard_trainer.split import SplitBy, fold_rows, split_rows
from trainyard_trainer.split_columns import group_codes, moment_text, moments

SHA = hashlib.sha256(b"data").hexdigest()
CLASSES = np.array([0, 1])


def table(rows: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(classes, groups of uneven size, moments with ties and out of order)."""
    random = np.random.default_rng(seed)
    groups = np.unique(np.minimum(random.geometric(0.08, rows), 40), return_inverse=True)[1]
    return random.integers(0, 2, rows), groups, random.integers(0, rows // 3, rows).astype(float)


def parts(strategy, values, y, classes, seed, folds=4, repeats=1):
    by = SplitBy(strategy, "column", values)
    split = split_rows(SHA, y, classes, "y", SplitSpec(strategy, 0.25, seed), by)
    found = fold_rows(SHA, y, classes, "y", split.train, CrossValidationSpec(folds, repeats, seed), by)
    return split, found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("classes", [CLASSES, None], ids=["classes", "numbers"])
def test_no_group_is_on_both_sides(seed, classes):
    y, groups, _ = table(200 + 20 * seed, seed)
    split, folds = parts("Group", groups, y if classes is not None else y.astype(float), classes, seed, repeats=2)
    assert sorted([*split.train, *split.test]) == list(range(len(y)))
    assert 0.15 <= len(split.test) / len(y) <= 0.35
    assert len(folds.pairs) == 8
    for train, test in [(split.train, split.test), *folds.pairs]:
        assert not set(groups[train]) & set(groups[test])
        assert len(train) and len(test)
    for repeat in (folds.pairs[:4], folds.pairs[4:]):
        assert sorted(row for _, test in repeat for row in test) == sorted(split.train)
    assert [list(test) for _, test in folds.pairs[:4]] != [list(test) for _, test in folds.pairs[4:]]


@pytest.mark.parametrize("seed", range(12))
def test_no_future_is_in_the_past_and_no_moment_is_on_both_sides(seed):
    y, _, times = table(200 + 20 * seed, seed)
    split, folds = parts("Time", times, y, CLASSES, seed)
    assert sorted([*split.train, *split.test]) == list(range(len(y)))
    assert 0.25 <= len(split.test) / len(y) <= 0.35
    for train, test in [(split.train, split.test), *folds.pairs]:
        assert times[train].max() < times[test].min()
        assert len(train) and len(test)
    # Each fold starts from all of the past: the rows before, and nothing of the split's test rows.
    for (train, test), (later, _) in zip(folds.pairs, folds.pairs[1:], strict=False):
        assert sorted([*train, *test]) == list(later)
    assert not {row for pair in folds.pairs for rows in pair for row in rows} & set(split.test)


def test_the_strategies_follow_the_seed_or_the_time_only():
    y, groups, times = table(300, 1)
    assert parts("Group", groups, y, CLASSES, 1)[0].digest == parts("Group", groups, y, CLASSES, 1)[0].digest
    assert parts("Group", groups, y, CLASSES, 1)[0].digest != parts("Group", groups, y, CLASSES, 2)[0].digest
    assert parts("Time", times, y, CLASSES, 1)[1].digest == parts("Time", times, y, CLASSES, 2)[1].digest


def test_one_huge_group_is_trained_on_and_not_held_out():
    groups = np.array([0] * 80 + [1] * 10 + [2] * 10)
    for seed in range(8):
        split = split_rows(
            SHA, np.arange(100.0), None, "y", SplitSpec("Group", 0.2, seed), SplitBy("Group", "g", groups)
        )
        assert set(groups[split.test]) == {1, 2}


REFUSED = [
    ("one group", "Group", np.zeros(40, int), "all rows have the same value"),
    ("fewer groups than folds", "Group", np.arange(40) % 4, "different values, 4 folds need 4"),
    ("one moment", "Time", np.zeros(40), "no"),
    ("fewer moments than folds", "Time", (np.arange(40) // 10).astype(float), "moments"),
]


@pytest.mark.parametrize(("case", "strategy", "values", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_cannot_be_split_names_the_column(case, strategy, values, words):
    with pytest.raises(TrainerError) as caught:
        parts(strategy, values, np.arange(40) % 2, CLASSES, 7)
    assert caught.value.reason == "InvalidSplitColumn"
    assert words in caught.value.message and "'column'" in caught.value.message


def test_a_class_that_only_the_future_has_is_told_before_the_fit():
    y = np.array([0] * 70 + [1] * 30)
    with pytest.raises(TrainerError) as caught:
        parts("Time", np.arange(100.0), y, CLASSES, 7)
    assert caught.value.reason == "ClassTooSmall"


TIMES = [
    ("dates", ["2024-03-01", "2024-02-01", "2023-12-31"], [2, 1, 0]),
    ("zones", ["2024-03-01T00:30:00+01:00", "2024-02-29T23:45:00Z", "2024-02-29T18:00:00-05:00"], [2, 0, 1]),
    ("numbers", [3.5, -1.0, 2.0], [1, 2, 0]),
    ("days", [date(2024, 3, 1), date(2024, 2, 1), date(2023, 12, 31)], [2, 1, 0]),
    ("texts with a space", ["2024-03-01 10:00:00", "2024-03-01 09:00:00", "2024-02-01"], [2, 1, 0]),
    ("timestamps", pd.to_datetime(["2024-03-01", "2024-02-01", "2023-12-31"]), [2, 1, 0]),
]


@pytest.mark.parametrize(("case", "values", "order"), TIMES, ids=[row[0] for row in TIMES])
def test_moments_have_the_order_of_time(case, values, order):
    frame, (column,) = describe(pd.DataFrame({"t": values}))
    assert np.argsort(moments(frame["t"], column), kind="stable").tolist() == order


def test_moments_are_written_as_people_write_them():
    frame, (column,) = describe(pd.DataFrame({"t": ["2024-02-29T23:45:00Z"]}))
    assert moment_text(moments(frame["t"], column)[0]) == "2024-02-29T23:45:00+00:00"
    assert moment_text(np.float64(20240229)) == "20240229"


WRONG = [
    ("a text that is no time", ["2024-01-01", "yesterday", "soon"], "2 of 3", "row 2: 'yesterday'"),
    ("a gap", ["2024-01-01", None, "2024-01-02"], "1 of 3", "row 2"),
    ("a flag", [True, False, True], "true and false", "data.time"),
]


@pytest.mark.parametrize(("case", "values", "count", "row"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrong_moment_names_column_count_and_row(case, values, count, row):
    frame, (column,) = describe(pd.DataFrame({"when": values}))
    with pytest.raises(TrainerError) as caught:
        moments(frame["when"], column)
    assert caught.value.reason == "InvalidSplitColumn"
    assert all(word in caught.value.message for word in (count, row, "'when'"))


def test_a_row_without_a_group_is_refused():
    with pytest.raises(TrainerError, match="2 of 4 rows have no value"):
        group_codes(pd.Series(["a", None, "b", None], name="hospital"))
    assert group_codes(pd.Series([10, 2, 10])).tolist() == [0, 1, 0]


def visits(rows: int = 400) -> pd.DataFrame:
    random = np.random.default_rng(5)
    x = random.normal(size=rows)
    day = random.permutation(rows)
    return pd.DataFrame(
        {
            "x": x,
            "hospital": random.integers(0, 15, rows),
            "seen_at": (pd.Timestamp("2024-01-01") + pd.to_timedelta(day, unit="D")).astype(str),
            "y": (x + random.normal(size=rows) > 0).astype(int),
        }
    )


@pytest.mark.parametrize("strategy", ["Group", "Time"])
def test_a_run_splits_by_them_and_learns_from_neither(run, save, strategy):
    data = {"target": "y", "group": "hospital", "time": "seen_at", "split": {"strategy": strategy}, "drop": []}
    spec = spec_of(save(visits()))
    spec["data"] = {**spec["data"], **data}
    result = run(spec)
    assert result.code == 0, result.message
    manifest = result.manifest
    check_schema(manifest)
    assert manifest["features"]["inputs"] == ["x"]
    found = manifest["data"]["split"]
    if strategy == "Group":
        assert (found["by"], found["trainGroups"] + found["testGroups"]) == ("hospital", 15)
    else:
        assert found["by"] == "seen_at" and found["trainUntil"] < found["testFrom"]
        # The days are 0 to 399 in some order; the latest 80 begin with day 320 of the leap year 2024.
        assert found["testRows"] == 80 and found["testFrom"].startswith("2024-11-16")
    assert "by seen_at" in (result.folder / "report.html").read_text() or strategy == "Group"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"data__split": {"strategy": "Group"}}, ["spec.data.split", "data.group"]),
        ({"data__split": {"strategy": "Time"}}, ["spec.data.split", "data.time"]),
        (
            {"data__split": {"strategy": "Time"}, "data__time": "t", "crossValidation__repeats": 2},
            ["repeats must be 1"],
        ),
        ({"data__group": "malignant"}, ["group names the target"]),
    ],
)
def test_what_does_not_fit_together_is_told_before_the_data_is_read(run, change, words):
    result = run(spec_of("file:///nowhere/x.csv", **change))
    assert (result.code, result.reason) == (64, "BadConfiguration")
    assert all(word in result.text for word in words)


def test_a_column_that_is_not_there_is_told_with_its_field(run, tumour_csv):
    for field, value in (("time", "when"), ("group", "where"), ("sensitive", ["who"])):
        result = run(spec_of(tumour_csv, **{f"data__{field}": value}))
        assert (result.code, result.reason) == (65, "MissingColumn")
        assert f"data.{field}" in result.text
