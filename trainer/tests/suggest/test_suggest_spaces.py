"""Values lie inside their space, have their type, and are there only where their condition holds."""

import json
import math
import re
import statistics

import pytest
from suggest_requests import NESTED, answer, bowl, play, random_space, request, suggested

from trainyard_trainer.suggest.parameters import key_of

SAMPLERS = ("TPE", "Random")


def check(space, parameters):
    """By the request alone, not by the code under test."""
    expected = []
    for parameter in space:
        when = parameter.get("when")
        if when is None or (
            when["parameter"] in parameters
            and any(same(parameters[when["parameter"]], value) for value in when["values"])
        ):
            expected.append(parameter["name"])
    assert list(parameters) == expected
    for parameter in space:
        if parameter["name"] not in parameters:
            continue
        value = parameters[parameter["name"]]
        if parameter["type"] == "Categorical":
            assert any(same(value, choice) for choice in parameter["values"])
            continue
        assert parameter["min"] <= value <= parameter["max"]
        if parameter["type"] == "Int":
            assert type(value) is int
            assert (value - parameter["min"]) % parameter.get("step", 1) == 0
        else:
            assert type(value) is float
            if "step" in parameter:
                places = (value - parameter["min"]) / parameter["step"]
                assert places == pytest.approx(round(places), abs=1e-9)


def same(one, other):
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


@pytest.mark.parametrize("sampler", SAMPLERS)
@pytest.mark.parametrize("block", range(8))
def test_all_values_of_random_spaces_lie_inside_and_are_active(sampler, block):
    """Ten spaces a block. 16 trials each: the last ones are TPE's, on a history that has all branches."""
    for seed in range(block * 10, block * 10 + 10):
        space = random_space(seed)
        history = play(
            space, bowl, 16, at_once=4, sampler=sampler, seed=seed, direction=["Minimize", "Maximize"][seed % 2]
        )
        for entry in history:
            check(space, entry["parameters"])


@pytest.mark.parametrize("sampler", SAMPLERS)
def test_a_chain_of_conditions_reaches_all_its_branches(sampler):
    history = play(NESTED, bowl, 60, sampler=sampler, at_once=5)
    for entry in history:
        check(NESTED, entry["parameters"])
    seen = {tuple(entry["parameters"]) for entry in history}
    assert ("kernel", "c") in seen
    assert ("kernel", "c", "gamma") in seen
    assert ("kernel", "c", "degree", "gamma") in seen
    assert ("kernel", "c", "degree", "gamma", "tail") in seen


def test_tpe_learns_inside_a_branch():
    """The best gamma is 0.1, on a log scale of three powers of ten."""

    def objective(parameters):
        return 5.0 if parameters["kernel"] == "linear" else abs(math.log10(parameters["gamma"]) + 1)

    def late(sampler):
        return [e["value"] for e in play(NESTED, objective, 80, sampler=sampler)[40:] if "gamma" in e["parameters"]]

    assert len(late("TPE")) > len(late("Random"))
    assert statistics.median(late("TPE")) < statistics.median(late("Random")) / 2


@pytest.mark.parametrize("kind", ["Int", "Float"])
def test_a_log_scale_draws_as_much_from_each_power_of_ten(kind):
    space = [{"name": "x", "type": kind, "min": 1, "max": 10000, "scale": "Log"}]
    values = [made["x"] for made in suggested(request(space, sampler="Random", next=list(range(400)))).values()]
    for power in range(4):
        assert 70 <= sum(10**power <= value < 10 ** (power + 1) for value in values) <= 130
    linear = [{**space[0], "scale": "Linear"}]
    values = [made["x"] for made in suggested(request(linear, sampler="Random", next=list(range(400)))).values()]
    assert sum(value >= 1000 for value in values) > 330


def test_tpe_searches_a_log_scale_on_the_log():
    space = [{"name": "x", "type": "Float", "min": 1e-6, "max": 1, "scale": "Log"}]
    history = play(space, lambda made: abs(math.log10(made["x"]) + 4), 40)
    assert 5e-5 < statistics.median(entry["parameters"]["x"] for entry in history[20:]) < 5e-4


def test_every_point_of_a_step_is_drawn_and_clean():
    space = [{"name": "x", "type": "Float", "min": 0.1, "max": 0.95, "step": 0.1}]
    made = suggested(request(space, sampler="Random", next=list(range(300))))
    assert sorted({parameters["x"] for parameters in made.values()}) == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]


def test_integers_are_json_integers():
    space = [{"name": "n", "type": "Int", "min": 1.0, "max": 1000, "scale": "Log"}]
    text = answer(request(space, next=[0, 1, 2])).decode()
    assert re.fullmatch(r'{"trials":\[({"number":\d,"parameters":{"n":\d+}},?){3}\],"size":null}', text)


def test_lists_and_all_scalars_come_back_as_they_were_given():
    values = [[1, 2], ["a", [None]], None, True, False, 1, 0, "1", "", 0.5, -0.25, "true"]
    space = [{"name": "x", "type": "Categorical", "values": values}]
    made = [
        trial["parameters"]["x"]
        for trial in json.loads(answer(request(space, sampler="Random", next=list(range(300)))))["trials"]
    ]
    assert {key_of(value) for value in made} == {key_of(value) for value in values}
    assert {(type(value), str(value)) for value in made} == {(type(value), str(value)) for value in values}


def test_lists_work_in_a_history():
    space = [{"name": "layers", "type": "Categorical", "values": [[8], [16, 8], [32, 16, 8]]}]
    history = play(space, lambda made: -len(made["layers"]), 40)
    assert sum(entry["parameters"]["layers"] == [32, 16, 8] for entry in history[20:]) >= 14


def test_a_range_of_one_point_is_that_point():
    space = [
        {"name": "i", "type": "Int", "min": 3, "max": 3},
        {"name": "f", "type": "Float", "min": 0.5, "max": 0.5},
        {"name": "l", "type": "Float", "min": 0.5, "max": 0.5, "scale": "Log"},
        {"name": "s", "type": "Float", "min": 0.5, "max": 0.9, "step": 1},
        {"name": "c", "type": "Categorical", "values": ["only"]},
        {"name": "x", "type": "Float", "min": 0, "max": 1},
    ]
    for entry in play(space, lambda made: made["x"], 14):
        assert {**entry["parameters"], "x": 0} == {"i": 3, "f": 0.5, "l": 0.5, "s": 0.5, "c": "only", "x": 0}


def test_a_condition_on_a_number_holds_for_that_number():
    space = [
        {"name": "share", "type": "Float", "min": 0.1, "max": 0.3, "step": 0.1},
        {"name": "deep", "type": "Int", "min": 1, "max": 9, "when": {"parameter": "share", "values": [0.1 + 0.2]}},
    ]
    for made in suggested(request(space, sampler="Random", next=list(range(60)))).values():
        assert ("deep" in made) == (made["share"] == 0.3)


def test_one_and_true_are_two_choices():
    space = [
        {"name": "x", "type": "Categorical", "values": [1, True, "1"]},
        {"name": "y", "type": "Int", "min": 1, "max": 2, "when": {"parameter": "x", "values": [True]}},
    ]
    made = suggested(request(space, sampler="Random", next=list(range(60)))).values()
    assert all(("y" in parameters) == (parameters["x"] is True) for parameters in made)
    assert {type(parameters["x"]) for parameters in made} == {int, bool, str}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("sampler", SAMPLERS)
def test_the_widest_ranges_stay_inside(sampler):
    space = [
        {"name": "i", "type": "Int", "min": -(2**53 - 1), "max": 2**53 - 1},
        {"name": "l", "type": "Int", "min": 1, "max": 2**53 - 1, "scale": "Log"},
        {"name": "f", "type": "Float", "min": -8e307, "max": 8e307},
        {"name": "g", "type": "Float", "min": 5e-324, "max": 1.7e308, "scale": "Log"},
    ]
    for entry in play(space, lambda made: made["i"] / 2**53, 16, at_once=2, sampler=sampler):
        check(space, entry["parameters"])
