"""Feature selection: each test gives scipy's value, Holm corrects it, and no row outside of the fold is looked at."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime
import pandas as pd
import pytest
from conftest import spec_of
from tables import mixed
from test_contract import check_schema

from trainyard_trainer.algorithms import find_algorithm
from trainyard_trainer.column_tests import associate, categories
from trainyard_trainer.columns import describe
from trainyard_trainer.fit import Recipe, fit_pipeline
from trainyard_trainer.run_spec import FeatureSpec, SelectSpec
from trainyard_trainer.selection import holm, select_columns
from trainyard_trainer.validate import Dataset

MUSSELS = [
    [0.0571, 0.0813, 0.0831, 0.0976, 0.0817, 0.0859, 0.0735, 0.0659, 0.0923, 0.0836],
    [0.0873, 0.0662, 0.0672, 0.0819, 0.0749, 0.0649, 0.0835, 0.0725],
    [0.0974, 0.1352, 0.0817, 0.1016, 0.0968, 0.1064, 0.105],
    [0.1033, 0.0915, 0.0781, 0.0685, 0.0677, 0.0697, 0.0764, 0.0689],
    [0.0703, 0.1026, 0.0956, 0.0973, 0.1039, 0.1045],
]
SHELLS = [value for place in MUSSELS for value in place]
PLACES = [index for index, place in enumerate(MUSSELS) for _ in place]
#: Counts 10, 10, 20 and 20, 20, 20.
SEX, PARTY = ["m"] * 40 + ["f"] * 60, ["a"] * 10 + ["b"] * 10 + ["c"] * 20 + ["a"] * 20 + ["b"] * 20 + ["c"] * 20
ODD_EVEN = [1.0, 3, 5, 7, 9, 2, 4, 6, 8, 10]

# (what, column, target, target is classes, kind, test, statistic, p): the numbers are printed in scipy's reference,
# at chi2_contingency, f_oneway, kruskal, pearsonr and spearmanr.
REFERENCE = [
    ("texts and classes", SEX, PARTY, True, "Auto", "chi2", 2.7777777777777777, 0.24935220877729619),
    ("numbers and classes", SHELLS, PLACES, True, "Auto", "ANOVA F", 7.121019471642447, 0.0002812242314534544),
    ("texts and numbers", [f"p{place}" for place in PLACES], SHELLS, False, "Auto", "ANOVA F", 7.121019471642447,
     0.0002812242314534544),
    ("numbers and classes by rank", ODD_EVEN, [0] * 5 + [1] * 5, True, "Rank", "Kruskal-Wallis", 0.2727272727272734,
     0.6015081344405895),
    ("a flag and numbers by rank", [True] * 5 + [False] * 5, ODD_EVEN, False, "Rank", "Kruskal-Wallis",
     0.2727272727272734, 0.6015081344405895),
    ("numbers and numbers", [1.0, 2, 3, 4, 5, 6, 7], [10, 9, 2.5, 6, 4, 3, 2], False, "Auto", "Pearson",
     -0.828503883588428, 0.021280260007523286),
    ("numbers and numbers by rank", [1.0, 2, 3, 4, 5], [5, 6, 7, 8, 7], False, "Rank", "Spearman", 0.8207826816681233,
     0.08858700531354381),
]  # fmt: skip


def outcome(values, y, classes, kind="Auto", most=30, missing_counts=False):
    frame, (column,) = describe(pd.DataFrame({"x": values}))
    truth = np.unique(y, return_inverse=True)[1] if classes else np.asarray(y, dtype=float)
    return associate(frame["x"], column, truth, classes, kind, most, missing_counts)


@pytest.mark.parametrize(("case", "x", "y", "classes", "kind", "test", "statistic", "p"), REFERENCE)
def test_each_test_gives_the_value_of_scipys_reference(case, x, y, classes, kind, test, statistic, p):
    found = outcome(x, y, classes, kind)
    assert (found.test, found.n) == (test, len(x))
    assert found.statistic == pytest.approx(statistic, rel=1e-9)
    assert found.p_value == pytest.approx(p, rel=1e-9)
    assert 0 < found.effect < 1


@pytest.mark.parametrize(("case", "x", "y", "classes", "kind", "test", "statistic", "p"), REFERENCE)
def test_rows_without_a_value_are_left_out(case, x, y, classes, kind, test, statistic, p):
    found = outcome([*x, None, None], [*y, y[0], y[-1]], classes, kind)
    assert found.n == len(x)
    assert found.p_value == pytest.approx(p, rel=1e-9)


def test_auto_ranks_what_is_far_from_normal_and_only_that():
    random = np.random.default_rng(1)
    normal, heavy = random.normal(size=400), np.exp(2 * random.normal(size=400))
    y = random.normal(size=400)
    classes = (y > 0).astype(int)
    assert outcome(normal, y, False).test == "Pearson"
    assert outcome(heavy, y, False).test == "Spearman"
    assert outcome(normal, np.exp(3 * y), False).test == "Spearman"
    assert outcome(normal, classes, True).test == "ANOVA F"
    assert outcome(heavy, classes, True).test == "Kruskal-Wallis"
    assert outcome(heavy, classes, True, "Parametric").test == "ANOVA F"
    assert outcome(heavy, y, False, "Parametric").test == "Pearson"
    # A rare class far away is not far from normal around its own mean.
    rare = (np.arange(400) < 12).astype(int)
    assert outcome(normal + 100 * rare, rare, True).test == "ANOVA F"


@pytest.mark.parametrize(
    "values",
    [[3.0] * 20, ["a"] * 20, [None] * 20, [1.0] + [None] * 19, [True] * 20],
    ids=lambda values: str(values[:2]),
)
@pytest.mark.parametrize("classes", [True, False])
def test_a_column_that_cannot_be_tested_proves_nothing(values, classes):
    found = outcome(values, [0, 1] * 10, classes)
    assert (found.p_value, found.statistic, found.effect) == (1.0, None, 0.0)


def test_a_perfect_column_has_the_effect_one_and_no_nan():
    for values, classes in (([0.0, 1.0] * 10, True), (["a", "b"] * 10, True), (["a", "b"] * 10, False)):
        found = outcome(values, [0, 1] * 10, classes)
        assert found.p_value < 1e-4 and found.effect == pytest.approx(1.0)


def test_rare_texts_are_one_category_and_missing_ones_count_where_they_are_a_category():
    texts = pd.Series(["a"] * 5 + ["b"] * 4 + ["c", "d", "e"] + [None], dtype=object)
    assert categories(texts, 3, False)[:12].tolist() == ["a"] * 5 + ["b"] * 4 + ["\u0000other"] * 3
    assert pd.isna(categories(texts, 3, False)[12])
    assert categories(texts, 9, True)[12] == ""
    gone = [None] * 10 + ["x"] * 10
    assert outcome(gone, [0] * 10 + [1] * 10, True).p_value == 1.0
    assert outcome(gone, [0] * 10 + [1] * 10, True, missing_counts=True).p_value < 1e-4


# By hand, and the same as statsmodels' multipletests(method="holm").
HOLM = [
    ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]),
    ([0.02, 0.0005, 1.0, 0.02, 0.3], [0.08, 0.0025, 1.0, 0.08, 0.6]),
    ([0.5], [0.5]),
]


@pytest.mark.parametrize(("p", "adjusted"), HOLM)
def test_holm(p, adjusted):
    assert holm(np.array(p)).tolist() == pytest.approx(adjusted)


def noise(rows=200, columns=40, seed=3) -> tuple[pd.DataFrame, np.ndarray]:
    random = np.random.default_rng(seed)
    table = pd.DataFrame(random.normal(size=(rows, columns)), columns=[f"n{i}" for i in range(columns)])
    return table, random.integers(0, 2, rows)


def spec_with(**select) -> FeatureSpec:
    chosen = SelectSpec(**{"test": "Auto", "alpha": 0.05, "most": 512, **select})
    return FeatureSpec("Median", "None", "MostFrequent", "OneHot", 30, chosen)


def test_holm_keeps_noise_out_where_plain_p_values_would_not():
    plain, kept, trials = 0, 0, 60
    for seed in range(trials):
        table, y = noise(100, 20, seed)
        frame, columns = describe(table)
        selection = select_columns(frame, columns, y, True, spec_with())
        plain += any(item.result.p_value <= 0.05 for item in selection.tested)
        kept += bool(selection.columns)
    assert plain > trials / 3
    # 5 % is allowed; 60 runs with a chance of 5 % give more than 9 in less than 1 of 1000 cases.
    assert kept <= 9


def test_the_strongest_columns_are_kept_up_to_max_in_the_order_of_the_file():
    table, y = noise()
    for name, strength in (("weak", 1.0), ("strong", 4.0), ("middle", 2.0)):
        table[name] = y * strength + table["n0"]
    frame, columns = describe(table)
    names = lambda **given: [c.name for c in select_columns(frame, columns, y, True, spec_with(**given)).columns]  # noqa: E731
    assert names() == ["weak", "strong", "middle"]
    assert names(most=2) == ["strong", "middle"]
    assert names(most=1) == ["strong"]


def test_a_fold_selects_by_its_own_rows_only():
    table, y = noise(200, 5)
    rows, others = np.arange(100), np.arange(100, 200)
    # Says everything about the rows that are held out, and nothing about those to fit on.
    table.loc[others, "n1"] = y[others] * 50.0
    table.loc[rows, "n2"] += y[rows] * 3.0
    frame, columns = describe(table)
    recipe = Recipe(find_algorithm("logistic", "BinaryClassification"), {}, spec_with(), "BinaryClassification", 1)
    fitted = fit_pipeline(Dataset(frame, columns, y, np.array([0, 1])), rows, recipe)
    assert [column.name for column in fitted.features.used] == ["n2"]


def test_the_served_graph_takes_every_column_and_only_reads_the_selected_ones(run, save):
    table = mixed(rows=400)
    spec = spec_of(save(table), data__target="y", data__drop=[], features={"select": {"max": 3}})
    result = run(spec)
    assert result.code == 0, result.message
    manifest = result.manifest
    check_schema(manifest)
    found = {item["name"]: item for item in manifest["features"]["selection"]["columns"]}
    assert {name for name, item in found.items() if item["selected"]} == {"mean radius", "visits", "country"}
    assert found["flag"]["test"] == found["country"]["test"] == "chi2"
    assert found["country"]["foldsSelected"] == 2 and found["country"]["adjustedPValue"] < 0.05
    assert found["mean radius"]["n"] == manifest["data"]["split"]["trainRows"] - round(
        sum(item["missing"] for item in manifest["baseline"]["features"] if item["name"] == "mean radius")
    )
    names = [name for name in table.columns if name != "y"]
    graph = onnx.load(result.folder / "model.onnx").graph
    assert [value.name for value in graph.input] == manifest["features"]["inputs"] == names
    read = {name for node in graph.node for name in node.input} & set(names)
    assert read == {"mean radius", "visits", "country"}
    session = onnxruntime.InferenceSession(result.folder / "model.onnx")
    row = {name: np.array([[1.0]], np.float32) for name in ("mean radius", "visits", "flag")}
    row |= {name: np.array([["NA"]], object) for name in ("country", "city")}
    other = row | {"flag": np.array([[0.0]], np.float32), "city": np.array([["elsewhere"]], object)}
    assert np.array_equal(session.run(["probabilities"], row)[0], session.run(["probabilities"], other)[0])
    report = (result.folder / "report.html").read_text()
    assert "Feature selection" in report and "chi2" in report


@pytest.mark.parametrize("task", ["MulticlassClassification", "Regression"])
def test_the_other_tasks_select_too(run, save, task):
    metric = {"Regression": "rmse"}.get(task, "log_loss")
    algorithm = "ridge" if task == "Regression" else "randomForest"
    spec = spec_of(save(mixed(task, 400)), task=task, algorithm__name=algorithm, metrics__primary=metric)
    spec |= {"data": {**spec["data"], "target": "y", "drop": []}, "features": {"select": {}}}
    result = run(spec)
    assert result.code == 0, result.message
    chosen = [item for item in result.manifest["features"]["selection"]["columns"] if item["selected"]]
    assert {"mean radius", "visits"} <= {item["name"] for item in chosen}
    assert {item["test"] for item in chosen} <= (
        {"Pearson", "ANOVA F"} if task == "Regression" else {"ANOVA F", "chi2"}
    )


def test_a_table_of_noise_selects_nothing_and_says_so(run, save):
    table, y = noise(120, 6)
    result = run(spec_of(save(table.assign(y=y)), data__target="y", data__drop=[], features={"select": {}}))
    assert (result.code, result.reason) == (65, "NoFeatureSelected")
    assert "6 columns" in result.text and "0.05" in result.text


ONLY = [
    ("one text", "country", {}),
    ("one ordinal text", "country", {"categorical": {"encode": "Ordinal"}}),
    ("one number", "visits", {}),
]


@pytest.mark.parametrize(("case", "column", "features"), ONLY, ids=[row[0] for row in ONLY])
@pytest.mark.parametrize("algorithm", ["xgboost", "logistic", "randomForest"])
def test_a_model_of_one_column_is_exported_like_any_other(run, save, case, column, features, algorithm):
    table = mixed(rows=300)
    strong = table["visits"] > 25 if column == "visits" else table["country"].isin(["NA", "FR"])
    table["y"] = np.where(strong ^ (np.arange(300) % 10 == 0), "yes", "no")
    spec = spec_of(save(table), data__target="y", data__drop=[], algorithm__name=algorithm)
    result = run(spec | {"features": {**features, "select": {"max": 1}}})
    assert result.code == 0, result.message
    chosen = [item["name"] for item in result.manifest["features"]["selection"]["columns"] if item["selected"]]
    assert chosen == [column] and len(result.manifest["features"]["inputs"]) == 5
    assert [item["name"] for item in result.manifest["explanation"]["topFeatures"]] == [column]
