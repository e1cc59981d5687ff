"""What is wrong with a request is said by its field."""

import copy
import json
import re

import pytest
from suggest_requests import Document, body, complete, request
from suggest_service import service

from trainyard_trainer.suggest.invalid import InvalidRequestError
from trainyard_trainer.suggest.routes import ROUTES

GOOD = request(
    [
        {"name": "depth", "type": "Int", "min": 1, "max": 9},
        {"name": "rate", "type": "Float", "min": 0.1, "max": 1, "scale": "Log"},
        {"name": "kind", "type": "Categorical", "values": ["a", 1]},
        {"name": "x", "type": "Float", "min": 0, "max": 1, "when": {"parameter": "kind", "values": ["a"]}},
    ],
    history=[complete(0, {"depth": 3, "rate": 0.5, "kind": 1}, 0.5)],
    next=[1],
)
DELETE = object()
HUGE = {"name": "x", "type": "Float", "min": -1e308, "max": 1e308}
LOG = {"name": "a", "type": "Int", "min": 1, "max": 9, "scale": "Log"}
FINE = {"name": "x", "type": "Float", "min": 1e16, "max": 1e16 + 8, "step": 0.5}
ON_KIND = {"parameter": "kind", "values": ["a"]}
DEEP_10 = {"parameter": "depth", "values": [10]}

#: (what, path into the request, the new value, what the sentence begins with, what it has in it)
BAD = [
    ("no space", "space", DELETE, "space:", "nothing"),
    ("a space that is no list", "space", {}, "space:", "a list"),
    ("an empty space", "space", [], "space:", "at least 1"),
    ("too many parameters", "space", [{}] * 101, "space:", "at most 100"),
    ("a parameter that is no object", "space.0", 5, "space[0]:", "an object, found 5"),
    ("no name", "space.0.name", DELETE, "space[0].name:", "nothing"),
    ("an empty name", "space.0.name", "", "space[0].name:", "not empty"),
    ("a name that is no text", "space.0.name", 5, "space[0].name:", "found 5"),
    ("a name twice", "space.1.name", "depth", "space[1].name:", '"depth"'),
    ("no type", "space.0.type", DELETE, "space[0].type:", "nothing"),
    ("an unknown type", "space.0.type", "int", "space[0].type:", 'Int, Float, Categorical, found "int"'),
    ("a type that is a list", "space.0.type", ["Int"], "space[0].type:", "Int, Float"),
    ("an unknown field", "space.0.low", 1, "space[0].low:", "known: name, type, min"),
    ("values of a number", "space.0.values", [1], "space[0].values:", "known"),
    ("min of a choice", "space.2.min", 1, "space[2].min:", "known: name, type, values, when"),
    ("no min", "space.0.min", DELETE, "space[0].min:", "nothing"),
    ("min that is NaN", "space.0.min", float("nan"), "space[0].min:", "found null"),
    ("min of an Int that is none", "space.0.min", 1.5, "space[0].min:", "found 1.5"),
    ("min that is a text", "space.1.min", "0.1", "space[1].min:", 'a number, found "0.1"'),
    ("min that is true", "space.1.min", True, "space[1].min:", "found true"),
    ("min of an Int past all doubles", "space.0.min", -(2**53), "space[0].min:", "whole number from"),
    ("min of an Int with thousands of digits", "space.0.min", 10**1000, "space[0].min:", "found null"),
    ("max under min", "space.0.max", 0, "space[0].max:", "at least min (1), found 0"),
    ("max of a Float under min", "space.1.max", 0.05, "space[1].max:", "at least min (0.1), found 0.05"),
    (
        "a range past all doubles",
        "space.3",
        {"name": "x", "type": "Float", "min": -1e308, "max": 1e308},
        "space[3].max:",
        "double",
    ),
    ("an unknown scale", "space.0.scale", "log", "space[0].scale:", 'Linear, Log, found "log"'),
    ("Log from 0", "space.1.min", 0, "space[1].min:", "more than 0"),
    (
        "Log of an Int from below 0",
        "space.0",
        {"name": "a", "type": "Int", "min": -1, "max": 1, "scale": "Log"},
        "space[0].min:",
        "more than 0",
    ),
    ("Log with a step", "space.1.step", 0.1, "space[1].step:", "no step where scale is Log"),
    (
        "Log of an Int with a step",
        "space.0",
        {"name": "a", "type": "Int", "min": 1, "max": 9, "step": 2, "scale": "Log"},
        "space[0].step:",
        "Log",
    ),
    ("step 0", "space.0.step", 0, "space[0].step:", "from 1"),
    ("a step below 0", "space.3.step", -0.1, "space[3].step:", "more than 0, found -0.1"),
    ("a step of an Int that is none", "space.0.step", 0.5, "space[0].step:", "whole number"),
    ("a step too small to count", "space.3.step", 1e-12, "space[3].step:", "at most"),
    (
        "a step too small for its range",
        "space.3",
        {"name": "x", "type": "Float", "min": 1e16, "max": 1e16 + 8, "step": 0.5},
        "space[3].step:",
        "double",
    ),
    ("no values", "space.2.values", DELETE, "space[2].values:", "nothing"),
    ("empty values", "space.2.values", [], "space[2].values:", "at least 1"),
    ("values that are no list", "space.2.values", "ab", "space[2].values:", "a list"),
    ("a value that is an object", "space.2.values.1", {"a": 1}, "space[2].values[1]:", '{"a": 1}'),
    ("a value twice", "space.2.values", ["a", 1, 1.0], "space[2].values[2]:", "not in the list yet"),
    ("a condition that is no object", "space.3.when", "kind", "space[3].when:", "an object"),
    ("a condition of nothing", "space.3.when.parameter", DELETE, "space[3].when.parameter:", "nothing"),
    (
        "a condition on nothing known",
        "space.3.when.parameter",
        "nope",
        "space[3].when.parameter:",
        "parameter (depth, rate, kind)",
    ),
    (
        "a condition on a later parameter",
        "space.0.when",
        {"parameter": "kind", "values": ["a"]},
        "space[0].when.parameter:",
        "there is none",
    ),
    ("a condition on itself", "space.3.when.parameter", "x", "space[3].when.parameter:", "earlier"),
    ("a condition without values", "space.3.when.values", [], "space[3].when.values:", "at least 1"),
    ("a condition on a value that never comes", "space.3.when.values", ["a", "z"], "space[3].when.values[1]:", '"z"'),
    (
        "a condition on a number outside",
        "space.3.when",
        {"parameter": "depth", "values": [10]},
        "space[3].when.values[0]:",
        "depth",
    ),
    ("a condition with more", "space.3.when.operator", "In", "space[3].when.operator:", "known"),
    ("no sampler", "sampler", DELETE, "sampler:", "nothing"),
    ("an unknown sampler", "sampler", "tpe", "sampler:", 'TPE, Random, Grid, found "tpe"'),
    ("an unknown direction", "direction", "min", "direction:", "Maximize, Minimize"),
    ("no seed", "seed", DELETE, "seed:", "nothing"),
    ("a seed that is null", "seed", None, "seed:", "found null"),
    ("a seed that is none", "seed", 1.5, "seed:", "found 1.5"),
    ("a seed that is a text", "seed", "1", "seed:", "whole number"),
    ("no history", "history", DELETE, "history:", "nothing"),
    ("a history that is no list", "history", {}, "history:", "a list"),
    ("a trial that is no object", "history.0", [], "history[0]:", "an object"),
    ("a trial without a number", "history.0.number", DELETE, "history[0].number:", "nothing"),
    ("a trial with a number below 0", "history.0.number", -1, "history[0].number:", "found -1"),
    ("a trial twice", "history", [complete(4, {}, 1.0), complete(4, {}, 2.0)], "history[1].number:", "4 twice"),
    ("an unknown state", "history.0.state", "Succeeded", "history[0].state:", "Complete, Failed, Stopped, Running"),
    ("no parameters", "history.0.parameters", DELETE, "history[0].parameters:", "nothing"),
    ("parameters that are no object", "history.0.parameters", [1], "history[0].parameters:", "an object"),
    ("a value that is a text", "history.0.value", "0.5", "history[0].value:", 'a number, found "0.5"'),
    ("a value that is true", "history.0.value", True, "history[0].value:", "found true"),
    ("steps that are no list", "history.0.steps", 5, "history[0].steps:", "a list"),
    ("a step that is no pair", "history.0.steps", [[1, 2, 3]], "history[0].steps[0]:", "a pair"),
    ("a step that is a number", "history.0.steps", [1], "history[0].steps[0]:", "a list"),
    ("a step below 0", "history.0.steps", [[-1, 2]], "history[0].steps[0][0]:", "found -1"),
    ("a step's value that is a text", "history.0.steps", [[1, 2], [2, "x"]], "history[0].steps[1][1]:", "a number"),
    ("an unknown field of a trial", "history.0.name", "a-1", "history[0].name:", "known"),
    ("no next", "next", DELETE, "next:", "nothing"),
    ("nothing next", "next", [], "next:", "at least 1"),
    ("next that is no list", "next", 1, "next:", "a list"),
    ("next below 0", "next", [1, -1], "next[1]:", "found -1"),
    ("next that is no number", "next", ["1"], "next[0]:", "whole number"),
    ("next twice", "next", [1, 2, 1], "next[2]:", "1 is asked for twice"),
    ("next that the history has", "next", [0], "next[0]:", "the history has it"),
    ("far too many next", "next", list(range(1, 1002)), "next:", "at most 1000"),
    ("an unknown field", "n", 3, "n:", "known: space, sampler"),
]


def changed(path: str, value: object) -> Document:
    document = copy.deepcopy(GOOD)
    *parents, leaf = [int(part) if part.isdigit() else part for part in path.split(".")]
    place = document
    for parent in parents:
        place = place[parent]
    if value is DELETE:
        del place[leaf]
    else:
        place[leaf] = value
    return document


def test_the_request_of_the_table_is_good():
    assert ROUTES["/suggest"].answer(body(GOOD))["trials"]


@pytest.mark.parametrize(("path", "value", "start", "words"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_it_is_refused_by_its_field(path, value, start, words):
    with pytest.raises(InvalidRequestError) as caught:
        ROUTES["/suggest"].answer(body(changed(path, value)))
    sentence = str(caught.value)
    assert sentence.startswith(start), sentence
    assert words in sentence
    assert sentence.endswith(".") and sentence.isprintable() and len(sentence) < 400


@pytest.mark.parametrize("field", ["space", "direction", "seed", "history"])
def test_importance_checks_the_same(field):
    document = {name: GOOD[name] for name in ("space", "direction", "seed", "history")}
    with pytest.raises(InvalidRequestError, match=f"^{field}: "):
        ROUTES["/importance"].answer(body({**document, field: "?"}))
    with pytest.raises(InvalidRequestError, match=f"^{field}: .*nothing"):
        ROUTES["/importance"].answer(body({name: value for name, value in document.items() if name != field}))


BODIES = [
    ("nothing", b"", "empty"),
    ("white space", b" \n", "empty"),
    ("no JSON", b"{", "not JSON"),
    ("a list", b"[]", "an object"),
    ("null", b"null", "an object"),
    ("bytes that are no text", b'{"a": "\xff\xfe\xfa"}', "UTF-8"),
    ("two documents", b"{} {}", "not JSON"),
    ("too deep", b"[" * 100_000, "deep"),
    ("deep values", json.dumps(changed("space.2.values", ["x"])).replace('"x"', "[" * 800 + "]" * 800).encode(), None),
    ("a text that is half a character", json.dumps(changed("space.0.type", "\ud800")).encode(), "space[0].type"),
    ("a field that is half a character", json.dumps(changed("\ud800", "\ud800")).encode(), "does not exist"),
]


def test_over_http_it_is_400_with_the_sentence_and_a_line_in_the_log():
    with service() as process:
        for what, content, words in BODIES:
            status, document = process.call("POST", "/suggest", content)
            if words is None:
                assert status in (200, 400), what
                continue
            assert status == 400, what
            assert list(document) == ["error"]
            assert words in document["error"], (what, document)
        for what, path, value, start, _ in BAD:
            status, document = process.call("POST", "/suggest", body(changed(path, value)))
            assert (status, document["error"].startswith(start)) == (400, True), (what, document)
        process.logged(re.sub(r"\.$", "", document["error"]))
        assert not [line for line in process.lines if line["level"] == "error"]
        assert process.call("POST", "/suggest", body(GOOD))[0] == 200
