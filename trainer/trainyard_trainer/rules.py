"""The data rules of a run, checked by pandera, and their failures in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo

Rule = Mapping[str, Any]
ROWS_SHOWN = 3
#: What stands in a message for a value of a sensitive column: messages end up in statuses, events and logs.
HIDDEN = "(hidden)"


def _is_integer(values: pd.Series) -> pd.Series:
    numbers = pd.to_numeric(values, errors="coerce")
    return np.isfinite(numbers) & (numbers == np.floor(numbers))


def _same_kind(values: pd.Series, expected: str, column: ColumnInfo) -> pd.Series:
    if expected == "Integer":
        return _is_integer(values) if column.numeric else pd.Series(False, index=values.index)
    matches = {
        "Number": column.type in ("Number", "Integer"),
        "String": column.type == "String",
        "Boolean": column.type == "Boolean" or (column.numeric and bool(values.dropna().isin((0, 1)).all())),
    }
    return pd.Series(matches[expected], index=values.index)


def _allowed(values: pd.Series, allowed: list[Any], column: ColumnInfo) -> pd.Series:
    """Compared as numbers in columns of numbers, else as texts, because YAML's 1 and "1" are one thing to a person."""
    if not column.numeric:
        return values.isin([str(item) for item in allowed])
    numbers = pd.to_numeric(pd.Series(allowed, dtype=object), errors="coerce").dropna()
    return values.isin(numbers.tolist())


def column_checks(rule: Rule, column: ColumnInfo) -> list[tuple[str, Callable[[pd.Series], Any], bool]]:
    """(what must hold, check, whether nulls are left out) for one rule about one column."""
    checks: list[tuple[str, Callable[[pd.Series], Any], bool]] = []
    if rule.get("type"):
        checks.append((f"type {rule['type']}", lambda values: _same_kind(values, rule["type"], column), True))
    for bound, holds in (("min", np.greater_equal), ("max", np.less_equal)):
        if rule.get(bound) is not None:
            limit = rule[bound]
            checks.append(
                (f"{bound} {limit}", lambda values, holds=holds, limit=limit: _compare(values, holds, limit), True)
            )
    if rule.get("allowed") is not None:
        allowed = list(rule["allowed"])
        text = f"allowed {', '.join(map(str, allowed))}"
        checks.append((text, lambda values: _allowed(values, allowed, column), True))
    if rule.get("nullable") is False:
        checks.append(("not null", lambda values: values.notna(), False))
    if rule.get("maxNullRatio") is not None:
        ratio = float(rule["maxNullRatio"])
        checks.append((f"maxNullRatio {ratio:g}", lambda values: bool(values.isna().mean() <= ratio), False))
    if rule.get("unique"):
        checks.append(("unique", lambda values: ~(values.notna() & values.duplicated(keep="first")), False))
    return checks


def _compare(values: pd.Series, holds: Callable[[Any, Any], Any], limit: float) -> pd.Series:
    numbers = pd.to_numeric(values, errors="coerce")
    return pd.Series(holds(numbers, limit), index=values.index) & numbers.notna()


def _shown(value: Any, hidden: bool) -> str:
    if pd.isna(value):
        return "missing"
    return HIDDEN if hidden else str(value)


def _sentence(name: str, check: str, cases: pd.DataFrame, values: pd.Series, hidden: bool) -> str:
    if check.startswith("maxNullRatio"):
        nulls = int(values.isna().sum())
        return f"column {name}: {check} failed, {nulls} of {len(values)} values are missing ({nulls / len(values):.4g})"
    rows = [int(row) for row in cases["index"].dropna().sort_values()]
    shown = rows[:ROWS_SHOWN]
    found = ", ".join(_shown(values.iloc[row], hidden) for row in shown)
    places = ", ".join(str(row + 1) for row in shown) + (", …" if len(rows) > ROWS_SHOWN else "")
    return f"column {name}: {check} failed for {len(rows)} of {len(values)} rows (found {found} in rows {places})"


def _row_count(rule: Rule, rows: int) -> list[str]:
    bounds = rule["rowCount"] or {}
    failures = []
    if bounds.get("min") is not None and rows < bounds["min"]:
        failures.append(f"rowCount min {bounds['min']} failed: the data has {rows} rows")
    if bounds.get("max") is not None and rows > bounds["max"]:
        failures.append(f"rowCount max {bounds['max']} failed: the data has {rows} rows")
    return failures


def failures(
    frame: pd.DataFrame, columns: list[ColumnInfo], rules: tuple[Rule, ...], sensitive: tuple[str, ...] = ()
) -> list[str]:
    """A sentence for every rule that does not hold, in the order of the rules. Rows count from 1, header excluded.
    Every column that a rule names must exist. Of columns in `sensitive` the rows are named and no value is shown."""
    found = [text for rule in rules if "rowCount" in rule for text in _row_count(rule, len(frame))]
    by_name = {column.name: column for column in columns}
    checks = {
        f"{index}/{text}": (str(rule["column"]), text, check, skip_nulls)
        for index, rule in enumerate(rules)
        if "column" in rule
        for text, check, skip_nulls in column_checks(rule, by_name[str(rule["column"])])
    }
    return found + (_pandera_failures(frame, checks, sensitive) if checks else [])


def _pandera_failures(frame: pd.DataFrame, checks: dict[str, Any], sensitive: tuple[str, ...]) -> list[str]:
    import pandera.pandas as pa

    per_column: dict[str, list[Any]] = {}
    for key, (name, _, check, skip_nulls) in checks.items():
        per_column.setdefault(name, []).append(pa.Check(check, name=key, error=key, ignore_na=skip_nulls))
    schema = pa.DataFrameSchema({name: pa.Column(checks=list_, nullable=True) for name, list_ in per_column.items()})
    try:
        # These columns alone: it makes a copy of what it is given.
        schema.validate(frame[list(per_column)], lazy=True)
        return []
    except pa.errors.SchemaErrors as error:
        cases = error.failure_cases
    failed = set(cases["check"])
    return [
        _sentence(
            name,
            text,
            cases[(cases["check"] == key) & (cases["column"].isin((name, None)))],
            frame[name],
            name in sensitive,
        )
        for key, (name, text, _, _) in checks.items()
        if key in failed
    ]
