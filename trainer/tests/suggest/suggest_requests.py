"""Requests for tests, and experiments played against a service."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from trainyard_trainer.suggest.body import encode
from trainyard_trainer.suggest.routes import ROUTES

Document = dict[str, Any]

PLAIN = [
    {"name": "x", "type": "Float", "min": -5, "max": 5},
    {"name": "rate", "type": "Float", "min": 1e-4, "max": 1, "scale": "Log"},
    {"name": "depth", "type": "Int", "min": 2, "max": 12},
    {"name": "share", "type": "Float", "min": 0.1, "max": 0.9, "step": 0.1},
    {"name": "kind", "type": "Categorical", "values": ["a", "b", "c"]},
]
#: A chain of conditions: the kernel decides on the degree, and the degree on the tail.
NESTED = [
    {"name": "kernel", "type": "Categorical", "values": ["linear", "poly", "rbf"]},
    {"name": "c", "type": "Float", "min": 0.01, "max": 100, "scale": "Log"},
    {"name": "degree", "type": "Int", "min": 2, "max": 5, "when": {"parameter": "kernel", "values": ["poly"]}},
    {
        "name": "gamma",
        "type": "Float",
        "min": 0.001,
        "max": 1,
        "scale": "Log",
        "when": {"parameter": "kernel", "values": ["poly", "rbf"]},
    },
    {"name": "tail", "type": "Float", "min": 0, "max": 1, "when": {"parameter": "degree", "values": [4, 5]}},
]


def request(space: list[Document], **changes: Any) -> Document:
    document = {"space": space, "sampler": "TPE", "direction": "Minimize", "seed": 1, "history": [], "next": [0]}
    return {**document, **changes}


def body(document: Any) -> bytes:
    """As a client sends it; NaN and Infinity stay in it."""
    return json.dumps(document).encode()


def answer(document: Document, path: str = "/suggest") -> bytes:
    """The bytes that the service would answer, without a server."""
    return encode(ROUTES[path].answer(body(document)))


def suggested(document: Document) -> dict[int, Document]:
    """Parameters by number."""
    return {trial["number"]: trial["parameters"] for trial in json.loads(answer(document))["trials"]}


def complete(number: int, parameters: Document, value: float | None) -> Document:
    return {"number": number, "state": "Complete", "parameters": parameters, "value": value}


def play(
    space: list[Document],
    objective: Callable[[Document], float],
    trials: int,
    ask: Callable[[Document], dict[int, Document]] = suggested,
    at_once: int = 1,
    **changes: Any,
) -> list[Document]:
    """The history of an experiment that asks for `at_once` trials at a time and ends each before it asks again."""
    history: list[Document] = []
    for first in range(0, trials, at_once):
        numbers = list(range(first, min(first + at_once, trials)))
        made = ask(request(space, **{**changes, "history": history, "next": numbers}))
        history = history + [complete(number, made[number], objective(made[number])) for number in numbers]
    return history


def bowl(parameters: Document) -> float:
    """Anything a parameter may be, as a number; smallest in the middle of a space around 0."""
    total = 0.0
    for name, value in parameters.items():
        plain = value if isinstance(value, (int, float)) else len(str(value))
        total += (plain - 0.3 * len(name)) ** 2
    return total


def random_space(seed: int) -> list[Document]:
    """Two to six parameters of all kinds, about half of them on a condition of an earlier one."""
    luck, space = random.Random(seed), []
    for index in range(luck.randint(2, 6)):
        kind = luck.choice(["Int", "IntStep", "IntLog", "Float", "FloatStep", "FloatLog", "Categorical"])
        parameter: Document = {"name": f"p{index}", "type": kind.removesuffix("Step").removesuffix("Log")}
        if kind == "Categorical":
            values = ["a", "b", 1, 2.5, True, None, [1, 2], ["x", None], "1", "true"]
            parameter["values"] = luck.sample(values, luck.randint(1, 5))
        elif parameter["type"] == "Int":
            low = luck.randint(1, 5) if kind == "IntLog" else luck.randint(-20, 20)
            parameter |= {"min": low, "max": low + luck.randint(0, 40)}
        else:
            low = 10 ** luck.uniform(-5, 0) if kind == "FloatLog" else luck.uniform(-3, 3)
            parameter |= {"min": low, "max": low + luck.choice([0, 0.25, 1, 1e3])}
        if kind == "IntStep":
            parameter["step"] = luck.randint(1, 7)
        if kind == "FloatStep":
            parameter["step"] = luck.choice([0.1, 0.25, 1 / 3, 3])
        if kind.endswith("Log"):
            parameter["scale"] = "Log"
        if space and luck.random() < 0.5:
            other = luck.choice(space)
            if "values" in other:
                asked = luck.sample(other["values"], luck.randint(1, len(other["values"])))
            else:
                asked = [other["min"]]
            parameter["when"] = {"parameter": other["name"], "values": asked}
        space.append(parameter)
    return space
