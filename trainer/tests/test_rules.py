"""Data rules: what holds is silent, what fails names column, rule, count and places."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest

from trainyard_trainer.columns import describe
from trainyard_trainer.rules import failures

FRAME, COLUMNS = describe(
    pd.DataFrame(
        {
            "n": [1.0, 2.5, np.nan, 40.0],
            "i": [1, 2, 3, 3],
            "flag": [True, False, True, True],
            "s": ["a", "b", None, "b"],
        }
    )
)

HOLD = [
    {"column": "n", "type": "Number", "min": 1, "max": 40, "maxNullRatio": 0.25},
    {"column": "i", "type": "Integer", "nullable": False, "allowed": [1, 2, "3"]},
    {"column": "flag", "type": "Boolean", "allowed": [0, 1]},
    {"column": "s", "type": "String", "allowed": ["a", "b"], "nullable": True},
    {"column": "i", "type": "Number", "unique": False},
    {"rowCount": {"min": 4, "max": 4}},
]

FAIL = [
    ({"column": "n", "min": 2}, ["column n", "min 2 failed for 1 of 4 rows", "found 1.0 in rows 1"]),
    ({"column": "n", "max": 2}, ["max 2 failed for 2 of 4", "2.5, 40.0 in rows 2, 4"]),
    ({"column": "n", "type": "Integer"}, ["type Integer failed for 1 of 4 rows", "found 2.5 in rows 2"]),
    ({"column": "s", "type": "Number"}, ["type Number failed for 3 of 4 rows"]),
    ({"column": "i", "type": "String"}, ["type String failed for 4 of 4 rows", "rows 1, 2, 3, …"]),
    ({"column": "i", "type": "Boolean"}, ["type Boolean failed"]),
    ({"column": "s", "min": 0}, ["min 0 failed for 3 of 4 rows"]),
    ({"column": "n", "nullable": False}, ["not null failed for 1 of 4 rows", "found missing in rows 3"]),
    ({"column": "s", "maxNullRatio": 0.2}, ["maxNullRatio 0.2 failed", "1 of 4 values are missing (0.25)"]),
    ({"column": "i", "unique": True}, ["unique failed for 1 of 4 rows", "found 3 in rows 4"]),
    ({"column": "s", "allowed": ["a"]}, ["allowed a failed for 2 of 4 rows"]),
    ({"column": "i", "allowed": ["1", 2]}, ["allowed 1, 2 failed for 2 of 4 rows"]),
    ({"rowCount": {"max": 3}}, ["rowCount max 3 failed: the data has 4 rows"]),
    ({"rowCount": {"min": 5}}, ["rowCount min 5 failed: the data has 4 rows"]),
]


@pytest.mark.parametrize("rule", HOLD, ids=str)
def test_a_rule_that_holds_is_silent(rule):
    assert failures(FRAME, COLUMNS, (rule,)) == []


@pytest.mark.parametrize(("rule", "words"), FAIL, ids=[str(row[0]) for row in FAIL])
def test_a_rule_that_fails_says_what_and_where(rule, words):
    found = failures(FRAME, COLUMNS, (rule,))
    assert len(found) == 1
    for word in words:
        assert word in found[0]


SECRET = [
    ({"column": "n", "max": 2}, "max 2 failed for 2 of 4 rows (found (hidden), (hidden) in rows 2, 4)"),
    ({"column": "s", "allowed": ["a"]}, "allowed a failed for 2 of 4 rows (found (hidden), (hidden) in rows 2, 4)"),
    ({"column": "i", "unique": True}, "unique failed for 1 of 4 rows (found (hidden) in rows 4)"),
    ({"column": "n", "nullable": False}, "not null failed for 1 of 4 rows (found missing in rows 3)"),
]


@pytest.mark.parametrize(("rule", "words"), SECRET, ids=[str(row[0]) for row in SECRET])
def test_values_of_sensitive_columns_are_not_shown(rule, words):
    (found,) = failures(FRAME, COLUMNS, (rule,), ("n", "s", "i"))
    assert words in found
    assert not re.search(r"40\.0|2\.5|\bb\b|found 3", found)


def test_all_failures_come_together_in_the_order_of_the_rules():
    found = failures(FRAME, COLUMNS, ({"column": "n", "min": 2, "max": 2}, *HOLD, {"column": "i", "unique": True}))
    assert [text.split(" failed")[0] for text in found] == ["column n: min 2", "column n: max 2", "column i: unique"]
