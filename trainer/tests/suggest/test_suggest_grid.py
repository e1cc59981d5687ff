"""A grid is counted through, the last parameter fastest, and ends."""

import itertools
import json
import time

import pytest
from suggest_requests import NESTED, answer, bowl, complete, random_space, request

from trainyard_trainer.suggest.grid import Grid
from trainyard_trainer.suggest.invalid import InvalidRequestError
from trainyard_trainer.suggest.parameters import key_of
from trainyard_trainer.suggest.read_space import read_space


def grid(space, numbers=range(1000), **changes):
    made = json.loads(answer(request(space, sampler="Grid", next=list(numbers), **changes)))
    assert [trial["number"] for trial in made["trials"]] == [number for number in numbers if number < made["size"]]
    return made["size"], [trial["parameters"] for trial in made["trials"]]


AB = [
    {"name": "a", "type": "Int", "min": 1, "max": 2},
    {"name": "b", "type": "Categorical", "values": ["x", [1], None]},
]


def test_the_last_parameter_turns_fastest():
    size, points = grid(AB)
    assert size == 6
    assert points == [{"a": a, "b": b} for a in (1, 2) for b in ("x", [1], None)]


@pytest.mark.parametrize(
    ("low", "high", "step", "values"),
    [
        (0.1, 0.3, 0.1, [0.1, 0.2, 0.3]),
        (0.1, 0.35, 0.1, [0.1, 0.2, 0.3]),
        (0.1, 0.1 + 0.7, 0.1, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.1 + 0.7]),
        (0, 1, 0.25, [0.0, 0.25, 0.5, 0.75, 1.0]),
        (-0.3, 0.3, 0.3, [-0.3, 0.0, 0.3]),
        (0, 1, 1 / 3, [0.0, 1 / 3, 2 / 3, 1.0]),
        (1, 1, 5, [1.0]),
        (0, 1, 5, [0.0]),
        (1e-7, 3e-7, 1e-7, [1e-7, 2e-7, 3e-7]),
        (1e6, 1e6 + 0.3, 0.1, [1e6, 1000000.1, 1000000.2, 1000000.3]),
    ],
)
def test_a_float_goes_by_its_step_to_max_inclusive(low, high, step, values):
    size, points = grid([{"name": "x", "type": "Float", "min": low, "max": high, "step": step}])
    assert size == len(values)
    assert [point["x"] for point in points] == pytest.approx(values, rel=1e-15)
    assert all(low <= point["x"] <= high for point in points)


@pytest.mark.parametrize("steps", [3, 7, 10, 49, 100])
@pytest.mark.parametrize("step", [0.1, 0.01, 0.3, 0.7, 1e-3, 1.1])
def test_rounding_loses_no_last_point(step, steps):
    """max as the sum of the steps, as it is multiplied, and as a person writes it."""
    written = float(f"{step * steps:.12g}")
    for high in (sum(itertools.repeat(step, steps)), step * steps, written):
        size, points = grid([{"name": "x", "type": "Float", "min": 0, "max": high, "step": step}])
        assert size == steps + 1
        assert points[-1]["x"] == pytest.approx(high, rel=1e-12)


def test_an_int_goes_by_its_step():
    assert [point["x"] for point in grid([{"name": "x", "type": "Int", "min": 1, "max": 10, "step": 4}])[1]] == [
        1,
        5,
        9,
    ]
    assert grid([{"name": "x", "type": "Int", "min": 3, "max": 5, "scale": "Log"}])[1] == [{"x": 3}, {"x": 4}, {"x": 5}]


def test_a_conditional_parameter_multiplies_only_its_branches():
    space = [
        {"name": "kernel", "type": "Categorical", "values": ["linear", "poly"]},
        {"name": "degree", "type": "Int", "min": 2, "max": 4, "when": {"parameter": "kernel", "values": ["poly"]}},
        {"name": "c", "type": "Categorical", "values": [1, 10]},
        {"name": "bias", "type": "Categorical", "values": [0, 1], "when": {"parameter": "degree", "values": [3]}},
    ]
    size, points = grid(space)
    expected = [{"kernel": "linear", "c": c} for c in (1, 10)]
    for degree in (2, 3, 4):
        for c in (1, 10):
            point = {"kernel": "poly", "degree": degree, "c": c}
            expected += [{**point, "bias": bias} for bias in (0, 1)] if degree == 3 else [point]
    assert (size, points) == (len(expected), expected)
    assert size == 2 + 2 + 4 + 2


def naive(space):
    """All points, by walking the space branch by branch."""

    def walk(left, values):
        if not left:
            yield values
            return
        parameter, *rest = left
        when = parameter.when
        if when and (when.parameter not in values or key_of(values[when.parameter]) not in when.keys):
            yield from walk(rest, values)
            return
        for place in range(parameter.points):
            yield from walk(rest, {**values, parameter.name: parameter.value_at(place)})

    return list(walk(space, {}))


def test_random_grids_are_what_a_plain_walk_finds():
    walked = 0
    for seed in range(150):
        space = [
            {**p, "step": (p["max"] - p["min"]) / 3 or 1} if p["type"] == "Float" and "step" not in p else dict(p)
            for p in random_space(seed)
        ]
        for parameter in space:
            if parameter["type"] == "Float":
                parameter.pop("scale", None)
        read = read_space(space)
        try:
            made = Grid(read)
        except InvalidRequestError:
            continue
        if made.size > 3000:
            continue
        points = naive(read)
        assert made.size == len(points)
        assert [made.point(number) for number in range(made.size)] == points
        walked += 1
    assert walked > 75


def test_past_the_last_point_there_is_nothing():
    assert grid(AB, [4, 5, 6, 7, 100])[1] == [{"a": 2, "b": [1]}, {"a": 2, "b": None}]
    assert grid(AB, [6]) == (6, [])


def test_the_history_of_a_grid_is_nothing():
    history = [complete(0, {"a": 1, "b": "x"}, 1.0), complete(3, {"z": 1}, None)]
    assert grid(AB, [1, 2, 4], history=history, direction="Maximize", seed=9) == grid(AB, [1, 2, 4])


def test_a_grid_ends_with_each_point_tried_once():
    history, number = [], 0
    while trials := json.loads(answer(request(AB, sampler="Grid", history=history, next=[number])))["trials"]:
        history.append(complete(number, trials[0]["parameters"], bowl(trials[0]["parameters"])))
        number += 1
    assert number == 6
    assert len({json.dumps(entry["parameters"]) for entry in history}) == 6


def test_a_grid_has_at_most_100000_points():
    wide = [{"name": "a", "type": "Int", "min": 1, "max": 1000}, {"name": "b", "type": "Int", "min": 1, "max": 100}]
    assert grid(wide, [0, 99_999, 100_000])[1] == [{"a": 1, "b": 1}, {"a": 1000, "b": 100}]
    with pytest.raises(InvalidRequestError, match=r"^space: .*100000"):
        answer(request([*wide, {"name": "c", "type": "Int", "min": 1, "max": 2}], sampler="Grid"))


def two_branches(count):
    """2^count branches, which conditions tell apart."""
    space = [{"name": f"p{index}", "type": "Int", "min": 0, "max": 1} for index in range(count)]
    return space + [
        {"name": f"q{index}", "type": "Int", "min": 0, "max": 1, "when": {"parameter": f"p{index}", "values": [1]}}
        for index in range(count)
    ]


@pytest.mark.parametrize(
    "space",
    [
        [{"name": "a", "type": "Int", "min": -(2**53) + 1, "max": 2**53 - 1}],
        [{"name": f"p{index}", "type": "Int", "min": 1, "max": 10**9} for index in range(100)],
        two_branches(40),
        [
            {"name": "a", "type": "Int", "min": 1, "max": 10**9},
            {"name": "b", "type": "Int", "min": 1, "max": 2, "when": {"parameter": "a", "values": [7]}},
        ],
    ],
    ids=["one huge range", "many huge ranges", "a trillion branches", "a huge range with a condition"],
)
def test_a_grid_that_is_far_too_large_is_refused_at_once(space):
    start = time.process_time()
    with pytest.raises(InvalidRequestError, match=r"^space: "):
        answer(request(space, sampler="Grid"))
    assert time.process_time() - start < 5


def test_the_largest_grid_is_quick():
    """78,732 points."""
    space = [{"name": f"p{index}", "type": "Int", "min": 0, "max": 2} for index in range(10)]
    space.append({"name": "last", "type": "Int", "min": 0, "max": 1, "when": {"parameter": "p9", "values": [2]}})
    start = time.process_time()
    size, points = grid(space, range(78_000, 79_000))
    assert size == 3**9 * 4
    assert len(points) == size - 78_000
    assert time.process_time() - start < 2


def test_a_float_without_a_step_is_refused():
    with pytest.raises(InvalidRequestError, match=r"^space\[1\]\.step: .*Grid"):
        answer(request(NESTED, sampler="Grid"))
