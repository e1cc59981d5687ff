"""What a run says of sensitive columns: their names, counts and rows, and never a single value."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from conftest import spec_of
from tables import mixed

SECRET = 73_313.25


def people() -> pd.DataFrame:
    table = mixed()
    table["income"] = np.random.default_rng(3).normal(40_000, 5_000, len(table)).round(2)
    table["born"] = pd.date_range("1960-01-01", periods=len(table), freq="31D").strftime("%Y-%m-%d")
    table.loc[5, "income"] = SECRET
    return table


def spec_for(uri: str, **data: object) -> dict:
    spec = spec_of(uri)
    spec["data"] = {"source": {"uri": uri}, "target": "y", "sensitive": ["income", "born"], **data}
    return spec


CASES = [
    ("a bound", {"rules": [{"column": "income", "max": 70_000}]}, None, "DataRuleFailed", "73313"),
    ("what is allowed", {"rules": [{"column": "born", "allowed": ["-"]}]}, None, "DataRuleFailed", "1960-01-01"),
    ("a number that is no float32", {}, ("income", 1.25e39), "InfiniteValue", "1.25e+39"),
    (
        "a moment that is none",
        {"time": "born", "split": {"strategy": "Time"}},
        ("born", "spring 1961"),
        "InvalidSplitColumn",
        "spring",
    ),
]


@pytest.mark.parametrize(("case", "data", "cell", "reason", "value"), CASES, ids=[row[0] for row in CASES])
def test_no_value_of_a_sensitive_column_is_in_a_message_or_the_log(run, save, capsys, case, data, cell, reason, value):
    table = people()
    if cell is not None:
        table.loc[7, cell[0]] = cell[1]
    uri = save(table)
    open_spec = spec_for(uri, **data)
    open_spec["data"]["sensitive"] = []
    shown = run(open_spec)
    assert (shown.code, shown.reason) == (65, reason)
    assert value in shown.text
    capsys.readouterr()
    hidden = run(spec_for(uri, **data))
    assert (hidden.code, hidden.reason) == (65, reason)
    assert value not in hidden.text + capsys.readouterr().out
    assert hidden.text.split("(found")[0].split("(first")[0] == shown.text.split("(found")[0].split("(first")[0]


def test_the_quality_table_of_a_good_run_has_no_single_value(run, save):
    result = run(spec_for(save(people()), drop=["income", "born"]))
    assert result.code == 0, result.message
    rows = {row["column"]: row for row in result.manifest["data"]["quality"]}
    assert {"min", "max"}.isdisjoint(rows["income"])
    assert {"min", "max"} <= set(rows["visits"])
    assert "73313" not in (result.folder / "manifest.json").read_text()
    assert "73,313" not in (result.folder / "report.html").read_text()


def test_a_split_by_a_sensitive_time_names_no_moment(run, save):
    uri = save(people())
    for sensitive, members in (([], {"by", "trainUntil", "testFrom"}), (["born"], {"by"})):
        result = run(spec_for(uri, drop=["born"], time="born", split={"strategy": "Time"}, sensitive=sensitive))
        assert result.code == 0, result.message
        assert members == {"by", "trainUntil", "testFrom"} & set(result.manifest["data"]["split"])
