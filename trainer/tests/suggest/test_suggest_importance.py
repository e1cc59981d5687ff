"""Which parameters matter, by fANOVA."""

import json
import math
import time

import pytest
from suggest_requests import NESTED, PLAIN, answer, bowl, complete, play

SPACE = [
    {"name": "small", "type": "Float", "min": 0, "max": 1},
    {"name": "big", "type": "Float", "min": 0, "max": 1},
    {"name": "none", "type": "Categorical", "values": ["a", [1], None]},
    {"name": "fixed", "type": "Int", "min": 3, "max": 3},
]


def importance(space, history, seed=1, direction="Minimize"):
    asked = {"space": space, "direction": direction, "seed": seed, "history": history}
    return json.loads(answer(asked, "/importance"))


def weighted(parameters):
    return 10 * parameters["big"] + 2 * parameters["small"]


def played(space, objective, trials=60):
    return play(space, objective, trials, sampler="Random", at_once=20)


def test_the_parameter_that_decides_comes_first():
    found = importance(SPACE, played(SPACE, weighted))
    assert list(found) == ["importances", "reason", "leftOut"]
    assert found["reason"] is None
    assert found["leftOut"] == []
    assert [row["parameter"] for row in found["importances"]] == ["big", "small", "none", "fixed"]
    shares = [row["importance"] for row in found["importances"]]
    assert sum(shares) == pytest.approx(1, abs=1e-9)
    # 100/12 and 4/12 of variance: 0.96 and 0.04.
    assert shares[0] == pytest.approx(0.96, abs=0.04)
    assert shares[3] == 0


def test_the_seed_decides_and_nothing_else():
    history = played(SPACE, weighted)
    assert importance(SPACE, history) == importance(SPACE, list(reversed(history)), direction="Maximize")
    assert importance(SPACE, history) != importance(SPACE, history, seed=2)


def test_conditional_parameters_are_left_out():
    found = importance(NESTED, played(NESTED, bowl))
    assert found["leftOut"] == ["degree", "gamma", "tail"]
    assert {row["parameter"] for row in found["importances"]} == {"kernel", "c"}
    assert sum(row["importance"] for row in found["importances"]) == pytest.approx(1, abs=1e-9)


def test_a_condition_that_held_in_all_trials_leaves_nothing_out():
    history = [entry for entry in played(NESTED, bowl, 100) if "gamma" in entry["parameters"]]
    assert importance(NESTED, history)["leftOut"] == ["degree", "tail"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_fewer_than_4_complete_trials_have_no_importance(count):
    history = played(PLAIN, bowl, count) if count else []
    history += [{"number": 50 + n, "state": "Failed", "parameters": {}} for n in range(9)]
    history += [complete(70 + n, {}, None) for n in range(9)]
    found = importance(PLAIN, history)
    assert (found["importances"], found["leftOut"]) == ([], [])
    assert f"{count} of the trials" in found["reason"]


def test_4_complete_trials_are_enough():
    assert importance(PLAIN, played(PLAIN, bowl, 4))["reason"] is None


def test_values_without_variance_have_no_importance():
    found = importance(PLAIN, played(PLAIN, lambda _: 0.75))
    assert (found["importances"], found["leftOut"]) == ([], [])
    assert "same value" in found["reason"]


def test_trials_that_do_not_differ_have_no_importance():
    same = played(PLAIN, bowl, 1)[0]["parameters"]
    found = importance(PLAIN, [complete(number, same, float(number)) for number in range(8)])
    assert found["importances"] == []
    assert found["reason"]


def test_a_space_without_a_choice_has_no_importance():
    found = importance(SPACE[3:], [complete(n, {"fixed": 3}, float(n)) for n in range(8)])
    assert found["importances"] == []
    assert found["reason"]


def test_failed_stopped_and_running_trials_and_nan_do_not_count():
    history = played(SPACE, weighted)
    more = [complete(100 + n, {"big": 0.0, "small": 0.0, "none": "a", "fixed": 3}, math.nan) for n in range(5)]
    more += [
        {**entry, "number": 110 + n, "state": state, "value": 999.0}
        for n, state in enumerate(["Failed", "Stopped", "Running"])
        for entry in history[:1]
    ]
    more += [complete(120, {"big": 7.0, "small": 0.0, "none": "a", "fixed": 3}, 999.0)]
    assert importance(SPACE, history + more) == importance(SPACE, history)


@pytest.mark.parametrize(("factor", "offset"), [(1e300, 0), (1e-300, 0), (-1, 0), (1e-9, 1)], ids=str)
def test_the_unit_of_the_objective_is_nothing(factor, offset):
    """Squares of values of 1e300 overflow a double, and those of 1e-300 vanish."""
    expected = importance(SPACE, played(SPACE, weighted))["importances"]
    found = importance(SPACE, played(SPACE, lambda p: factor * weighted(p) + offset))["importances"]
    assert [row["parameter"] for row in found[:2]] == ["big", "small"]
    for row, other in zip(found, expected, strict=True):
        assert row["importance"] == pytest.approx(other["importance"], abs=0.02)


def test_a_log_scale_is_judged_on_the_log():
    """All powers of ten count alike: on a linear scale, the last one would be nine tenths of the range, and the
    parameter a twelfth of the variance."""
    space = [
        {"name": "rate", "type": "Float", "min": 1e-5, "max": 1, "scale": "Log"},
        {"name": "count", "type": "Int", "min": 1, "max": 100000, "scale": "Log"},
        {"name": "x", "type": "Float", "min": 0, "max": 1},
    ]
    for name in ("rate", "count"):
        found = importance(space, played(space, lambda p, name=name: math.log10(p[name]) / 5 + p["x"], 120))
        shares = {row["parameter"]: row["importance"] for row in found["importances"]}
        assert shares[name] == pytest.approx(0.5, abs=0.1)
        assert shares["x"] == pytest.approx(0.5, abs=0.1)


def test_many_choices_are_judged_at_once():
    """As columns of their own, 30 choices would be 2^30 combinations to Optuna."""
    space = [
        {"name": "one", "type": "Categorical", "values": list(range(30))},
        {"name": "other", "type": "Categorical", "values": [f"v{n}" for n in range(12)]},
    ]
    history = played(space, lambda p: float(p["one"] * 7 % 30), 200)
    start = time.process_time()
    found = importance(space, history)
    assert time.process_time() - start < 10
    assert found["importances"][0]["parameter"] == "one"
    assert found["importances"][0]["importance"] > 0.8


@pytest.mark.parametrize("sign", [1, -1])
def test_the_widest_ranges_have_importances(sign):
    """scikit-learn's trees hold 32-bit floats, which end at 3e38."""
    space = [
        {"name": "f", "type": "Float", "min": -8e307, "max": 8e307},
        {"name": "g", "type": "Float", "min": 1e-300, "max": 1e300, "scale": "Log"},
        {"name": "i", "type": "Int", "min": -(2**53 - 1), "max": 2**53 - 1},
    ]
    found = importance(space, played(space, lambda p: sign * (p["f"] / 1e300 + p["i"] / 1e17)))
    assert found["importances"][0]["parameter"] == "f"
    assert sum(row["importance"] for row in found["importances"]) == pytest.approx(1)


def test_thousands_of_trials_are_judged_in_seconds():
    """By a part of them that spans all: what changed between the first and the last counts."""
    history = []
    for number in range(2000):
        parameters = {"big": number / 2000, "small": (number * 7919 % 2000) / 2000, "none": "a", "fixed": 3}
        history.append(complete(number, parameters, number / 2000))
    start = time.process_time()
    found = importance(SPACE, history)
    assert time.process_time() - start < 20
    assert found["importances"][0]["importance"] > 0.9
