"""Failed, stopped and running trials are data: they win nothing, and nothing stops because of them."""

import math
import statistics

import pytest
from suggest_requests import PLAIN, answer, complete, play, request, suggested

from trainyard_trainer.suggest.body import decode
from trainyard_trainer.suggest.history import Entry
from trainyard_trainer.suggest.read_space import read_space
from trainyard_trainer.suggest.study import Told

LINE = [{"name": "x", "type": "Float", "min": 0, "max": 1}]


def near(center, count, first=0, state="Complete", **fields):
    """`count` trials around a place."""
    return [
        {"number": first + index, "state": state, "parameters": {"x": center + index / 1000}, **fields}
        for index in range(count)
    ]


def told(history, direction="Minimize"):
    """The study as Optuna has it."""
    study = Told(read_space(LINE), direction)
    for entry in history:
        study.tell(entry)
    return study.study


@pytest.mark.parametrize(
    ("state", "value", "steps", "expected"),
    [
        ("Complete", 1.5, (), "COMPLETE"),
        ("Complete", None, (), "FAIL"),
        ("Complete", math.nan, (), "FAIL"),
        ("Complete", math.inf, (), "FAIL"),
        ("Complete", None, ((1, 0.5),), "FAIL"),
        ("Failed", None, (), "FAIL"),
        ("Failed", 1.5, ((1, 0.5),), "FAIL"),
        ("Stopped", None, ((1, 0.5), (2, 0.4)), "PRUNED"),
        ("Stopped", 1.5, (), "FAIL"),
        ("Stopped", None, ((1, None), (2, math.nan)), "FAIL"),
        ("Stopped", None, ((1, None), (2, 0.4)), "PRUNED"),
        ("Running", None, (), "RUNNING"),
        ("Running", None, ((1, 0.5),), "RUNNING"),
    ],
)
def test_states_become_optuna_s(state, value, steps, expected):
    study = told([Entry(0, state, {"x": 0.5}, value, steps)])
    assert [trial.state.name for trial in study.get_trials()] == [expected]


def test_a_stopped_trial_keeps_its_finite_steps():
    entry = Entry(0, "Stopped", {"x": 0.5}, None, ((1, 0.5), (2, None), (3, 0.25)))
    assert told([entry]).get_trials()[0].intermediate_values == {1: 0.5, 3: 0.25}


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, None], ids=str)
@pytest.mark.parametrize("direction", ["Minimize", "Maximize"])
def test_a_value_that_is_no_number_never_becomes_the_best(direction, value):
    """The trials without a value, the first of all among them, are left of 0.2; the best is at 0.8. With 16 of the 40
    trials each, either would draw the sampler if it counted."""
    sign = 1 if direction == "Minimize" else -1
    history = near(0.1, 8, value=value) + near(0.8, 16, 8, value=sign * 1.0)
    history += near(0.4, 16, 24, value=sign * 2.0) + near(0.15, 8, 40, value=value)
    asked = [request(LINE, direction=direction, history=history, seed=seed, next=[60]) for seed in range(30)]
    assert 0.6 < statistics.median(suggested(document)[60]["x"] for document in asked) < 0.95
    entries = [Entry(given["number"], given["state"], given["parameters"], given["value"]) for given in history]
    assert told(entries, direction).best_trial.params["x"] >= 0.8


def test_nan_and_infinity_in_the_request_are_null():
    assert decode(b"[NaN, Infinity, -Infinity, 1e999, -1e999, 1.5]") == [None, None, None, None, None, 1.5]
    history = near(0.5, 12, value=1.0)
    answers = {
        answer(request(LINE, history=[*history, complete(12, {"x": 0.1}, value)], next=[13]))
        for value in (None, math.nan, math.inf)
    }
    assert len(answers) == 1


def test_a_study_whose_first_trials_all_failed_goes_on():
    """Katib's optuna service raised on what it did not know, and its hyperband on any trial that failed."""
    failed = [
        {"number": number, "state": "Failed", "parameters": made}
        for number, made in suggested(request(PLAIN, next=list(range(30)))).items()
    ]
    made = suggested(request(PLAIN, history=failed, next=[30, 31]))
    assert len(made) == 2
    # Still at the start: what failed tells nothing, so the trial is as good as the first.
    assert made[30] == suggested(request(PLAIN, next=[30]))[30]
    assert len({str(sorted(entry["parameters"].items())) for entry in failed}) == 30
    history = list(failed)
    for number in range(30, 60):
        parameters = suggested(request(PLAIN, history=history, next=[number]))[number]
        history.append(complete(number, parameters, abs(parameters["x"] - 2)))
    assert statistics.median(abs(entry["parameters"]["x"] - 2) for entry in history[45:]) < 1


def test_failed_trials_neither_attract_nor_repel():
    history = near(0.3, 12, value=1.0) + near(0.7, 12, 12, value=2.0)
    plain = answer(request(LINE, history=history, next=[60]))
    for state, fields in [("Failed", {}), ("Complete", {"value": None}), ("Stopped", {"steps": []})]:
        assert answer(request(LINE, history=history + near(0.3, 20, 30, state, **fields), next=[60])) == plain


def test_a_study_of_which_every_other_trial_fails_still_finds_the_best():
    def objective(parameters):
        objective.count += 1
        return math.nan if objective.count % 2 else (parameters["x"] - 0.25) ** 2

    objective.count = 0
    history = play(LINE, objective, 60)
    assert min(entry["value"] for entry in history if math.isfinite(entry["value"])) < 1e-3


def test_stopped_trials_count_as_trials_and_as_worse_than_complete_ones():
    """Ten trials end the random start, stopped ones too; and the sampler turns to the complete ones."""
    stopped = near(0.1, 10, 0, "Stopped", steps=[[1, 0.5]])
    assert suggested(request(LINE, history=stopped[:9], next=[60])) == suggested(request(LINE, next=[60]))
    assert suggested(request(LINE, history=stopped, next=[60])) != suggested(request(LINE, next=[60]))
    history = near(0.1, 20, 0, "Stopped", steps=[[1, 0.001]]) + near(0.8, 5, 20, value=10.0)
    made = [suggested(request(LINE, history=history, seed=seed, next=[60]))[60]["x"] for seed in range(20)]
    assert statistics.median(made) > 0.5


def test_running_trials_push_the_next_one_away():
    """The best are at 0.3, and all else is evenly bad. 20 trials that run there are as good as bad ones."""
    history = near(0.3, 4, value=1.0)
    history += [complete(4 + n, {"x": n / 36}, 2.0) for n in range(36) if not 0.25 < n / 36 < 0.35]
    running = near(0.29, 20, 50, "Running")

    def hits(known):
        asked = [request(LINE, history=known, seed=seed, next=[99]) for seed in range(20)]
        return sum(0.25 < suggested(document)[99]["x"] < 0.35 for document in asked)

    assert hits(history) == 20
    assert hits(history + running) == 0


@pytest.mark.parametrize(
    "parameters",
    [{}, {"x": 1.5}, {"x": -0.1}, {"x": "0.5"}, {"x": None}, {"x": True}, {"x": [0.5]}, {"y": 0.5}],
    ids=str,
)
def test_a_trial_from_outside_of_the_space_is_left_out(parameters):
    history = near(0.3, 12, value=1.0)
    plain = answer(request(LINE, history=history, next=[60]))
    assert answer(request(LINE, history=[*history, complete(12, parameters, 0.0)], next=[60])) == plain


def test_fixed_values_and_inactive_parameters_of_a_trial_are_ignored():
    space = [
        {"name": "kind", "type": "Categorical", "values": ["a", "b"]},
        {"name": "x", "type": "Float", "min": 0, "max": 1, "when": {"parameter": "kind", "values": ["a"]}},
    ]
    history = [complete(n, {"kind": "a", "x": n / 20} if n % 2 else {"kind": "b"}, float(n)) for n in range(20)]
    plain = answer(request(space, history=history, next=[60]))
    for extra in ({"n_estimators": 300}, {"booster": "dart", "deep": {"er": [1]}}):
        told = [{**entry, "parameters": {**extra, **entry["parameters"]}} for entry in history]
        assert answer(request(space, history=told, next=[60])) == plain
    told = [{**entry, "parameters": {"x": 0.5, **entry["parameters"]}} for entry in history]
    assert answer(request(space, history=told, next=[60])) == plain
    told = [{**entry, "parameters": {"x": "nonsense", **entry["parameters"]}} for entry in history]
    assert answer(request(space, history=told, next=[60])) == plain
