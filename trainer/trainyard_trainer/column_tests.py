"""Does a column tell anything about the target? One test by the types of both, with scipy's statistic and p-value.

| column | classes | numbers |
| --- | --- | --- |
| text, boolean | chi2 of the contingency table | ANOVA F or Kruskal-Wallis of the target over the categories |
| number | ANOVA F or Kruskal-Wallis of the column over the classes | Pearson or Spearman |

Auto takes the rank test (the second one) where the numbers are far from normal: their skewness is beyond 2 or their
excess kurtosis beyond 7 (West, Finch and Curran, in Hoyle (ed.), Structural Equation Modeling, 1995).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo

Array = np.ndarray[Any, Any]
MAX_SKEWNESS = 2.0
MAX_EXCESS_KURTOSIS = 7.0
#: Fewer rows leave no degree of freedom for any of the tests.
MIN_ROWS = 4


@dataclass(frozen=True)
class Association:
    """The outcome of one test on the `n` rows that have a value. `effect` is the share of what varies that the column
    explains, 0 to 1: Cramér's V², eta², epsilon² or r². A column that cannot be tested (constant, empty) has the
    p_value 1 and no statistic."""

    test: str
    statistic: float | None
    p_value: float
    effect: float
    n: int


def _result(test: str, statistic: Any, p_value: Any, effect: float, n: int) -> Association:
    if not np.isfinite(p_value):
        return Association(test, None, 1.0, 0.0, n)
    return Association(test, float(statistic), float(p_value), float(np.clip(effect, 0.0, 1.0)), n)


def chi_squared(column: Array, classes: Array) -> Association:
    """Pearson's chi-squared test of independence, without Yates' correction."""
    from scipy.stats import chi2_contingency

    rows, columns = (np.unique(part, return_inverse=True)[1] for part in (column, classes))
    table = np.zeros((rows.max() + 1, columns.max() + 1))
    np.add.at(table, (rows, columns), 1)
    found = chi2_contingency(table, correction=False)
    return _result(
        "chi2", found.statistic, found.pvalue, found.statistic / (table.sum() * (min(table.shape) - 1)), len(column)
    )


def _parts(values: Array, groups: Array) -> list[Array]:
    return [values[groups == group] for group in np.unique(groups)]


def anova(values: Array, groups: Array) -> Association:
    """One-way analysis of variance."""
    from scipy.stats import f_oneway

    found = f_oneway(*_parts(values, groups))
    between = len(np.unique(groups)) - 1
    within = len(values) - between - 1
    effect = 1.0 if np.isinf(found.statistic) else found.statistic * between / (found.statistic * between + within)
    return _result("ANOVA F", found.statistic, found.pvalue, effect, len(values))


def kruskal_wallis(values: Array, groups: Array) -> Association:
    from scipy.stats import kruskal

    found = kruskal(*_parts(values, groups))
    return _result("Kruskal-Wallis", found.statistic, found.pvalue, found.statistic / (len(values) - 1), len(values))


def pearson(values: Array, target: Array) -> Association:
    from scipy.stats import pearsonr

    found = pearsonr(values, target)
    return _result("Pearson", found.statistic, found.pvalue, found.statistic**2, len(values))


def spearman(values: Array, target: Array) -> Association:
    from scipy.stats import spearmanr

    found = spearmanr(values, target)
    return _result("Spearman", found.statistic, found.pvalue, found.statistic**2, len(values))


def far_from_normal(values: Array) -> bool:
    from scipy.stats import kurtosis, skew

    return bool(abs(skew(values)) > MAX_SKEWNESS or abs(kurtosis(values)) > MAX_EXCESS_KURTOSIS)


def _residuals(values: Array, groups: Array) -> Array:
    _, place = np.unique(groups, return_inverse=True)
    means = np.bincount(place, values) / np.bincount(place)
    return values - means[place]


def _by_group(values: Array, groups: Array, kind: str) -> Association:
    ranks = kind == "Rank" or (kind == "Auto" and far_from_normal(_residuals(values, groups)))
    return (kruskal_wallis if ranks else anova)(values, groups)


def _by_number(values: Array, target: Array, kind: str) -> Association:
    ranks = kind == "Rank" or (kind == "Auto" and (far_from_normal(values) or far_from_normal(target)))
    return (spearman if ranks else pearson)(values, target)


def categories(values: pd.Series, most: int, missing_counts: bool) -> Array:
    """The texts, rarer ones merged as the encoder does it: at most `most` in all. A missing text is one of them if
    `missing_counts`, else NaN."""
    texts = values.astype(object)
    texts = texts.where(texts.notna(), "" if missing_counts else np.nan)
    counts = texts.dropna().value_counts()
    if len(counts) > most:
        # The same order on a tie as in scikit-learn does not matter here; the same order each time does.
        kept = sorted(counts.index, key=lambda text: (-counts[text], str(text)))[: most - 1]
        texts = texts.where(texts.isin(kept) | texts.isna(), "\u0000other")
    return texts.to_numpy(dtype=object)


def associate(
    values: pd.Series, column: ColumnInfo, y: Array, classes: bool, kind: str, most: int, missing_counts: bool
) -> Association:
    """The test that fits, on the rows where the column has a value. `y` are class indices if `classes`, else numbers;
    `kind` is Auto, Parametric or Rank; `most` categories are told apart."""
    discrete = column.type in ("String", "Boolean")
    raw = categories(values, most, missing_counts) if column.type == "String" else values.to_numpy(dtype=np.float64)
    present = ~pd.isna(raw)
    given, truth = raw[present], y[present]
    if discrete:
        given = np.unique(given.astype(str), return_inverse=True)[1]
    name = "chi2" if discrete and classes else "ANOVA F" if discrete or classes else "Pearson"
    if len(given) < MIN_ROWS or len(np.unique(given)) < 2 or len(np.unique(truth)) < 2:
        return Association(name, None, 1.0, 0.0, len(given))
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        # What has no p-value is said by the result.
        warnings.simplefilter("ignore")
        if discrete:
            return chi_squared(given, truth) if classes else _by_group(truth, given, kind)
        return _by_group(given, truth, kind) if classes else _by_number(given, truth, kind)
