"""The same request is the same answer: in any process, in any order, whatever was asked before or along with it."""

import random

import pytest
from suggest_requests import NESTED, PLAIN, answer, bowl, complete, play, request, suggested
from suggest_service import service

SPACES = {"plain": PLAIN, "nested": NESTED}


@pytest.fixture(scope="module")
def histories():
    """60 trials of each space, some of which failed, were stopped or still run."""
    made = {}
    for name, space in SPACES.items():
        history = play(space, bowl, 60, sampler="Random", at_once=60)
        history[3] |= {"state": "Failed", "value": None}
        history[7] |= {"state": "Stopped", "value": None, "steps": [[1, 5.0], [2, 4.0]]}
        history[59] |= {"state": "Running", "value": None}
        made[name] = history
    return made


def test_two_processes_with_other_hashes_answer_the_same_bytes(histories):
    """PYTHONHASHSEED changes the order of every set of texts; groups of parameters are such sets in Optuna."""
    questions = [
        ("/suggest", request(SPACES[name], history=histories[name], next=[70, 71], sampler=sampler))
        for name in SPACES
        for sampler in ("TPE", "Random")
    ]
    for name in SPACES:
        asked = request(SPACES[name], history=histories[name])
        questions.append(("/importance", {key: asked[key] for key in ("space", "direction", "seed", "history")}))
    answers = []
    for hash_seed in ("1", "2"):
        with service(PYTHONHASHSEED=hash_seed) as process:
            answers.append([process.bytes_of(document, path) for path, document in questions])
    assert answers[0] == answers[1]
    assert answers[0] == [answer(document, path) for path, document in questions]


@pytest.mark.parametrize("name", SPACES)
def test_the_order_of_the_history_is_nothing(histories, name):
    first = answer(request(SPACES[name], history=histories[name], next=[80]))
    for seed in range(5):
        shuffled = random.Random(seed).sample(histories[name], len(histories[name]))
        assert answer(request(SPACES[name], history=shuffled, next=[80])) == first


@pytest.mark.parametrize("name", SPACES)
def test_a_process_killed_between_every_two_trials_goes_on_as_one_that_lives(name):
    """13 trials: the last three are TPE's."""
    with service() as process:
        lived = play(SPACES[name], bowl, 13, process.suggested)

    def ask(document):
        with service() as process:
            return process.suggested(document)

    assert play(SPACES[name], bowl, 13, ask) == lived


@pytest.mark.parametrize("name", SPACES)
@pytest.mark.parametrize("numbers", [(90, 91, 92, 93, 94, 95), (5, 90), (5, 6, 59)], ids=str)
def test_asked_at_once_is_asked_one_by_one_with_those_before_running(histories, name, numbers):
    """Also where the history has trials with higher numbers than the ones asked for: from 25 trials on, TPE goes by
    their order."""
    history = [entry for entry in histories[name] if entry["number"] not in numbers]
    for seed in range(3):
        at_once = suggested(request(SPACES[name], history=history, seed=seed, next=list(numbers)))
        one_by_one, known = {}, history
        for number in numbers:
            made = suggested(request(SPACES[name], history=known, seed=seed, next=[number]))
            one_by_one |= made
            known = [{"number": number, "state": "Running", "parameters": made[number]}, *known]
        assert at_once == one_by_one


@pytest.mark.parametrize("name", SPACES)
def test_the_order_of_next_is_nothing(histories, name):
    asked = [answer(request(SPACES[name], history=histories[name], next=numbers)) for numbers in ([71, 70], [70, 71])]
    assert asked[0] == asked[1]


def test_a_random_trial_depends_on_seed_and_number_alone():
    alone = {number: suggested(request(PLAIN, sampler="Random", next=[number]))[number] for number in range(20)}
    assert suggested(request(PLAIN, sampler="Random", next=list(range(20)))) == alone
    history = [complete(number, alone[number], 1.0) for number in range(10)]
    assert suggested(request(PLAIN, sampler="Random", history=history, next=[15])) == {15: alone[15]}
    assert len({str(parameters) for parameters in alone.values()}) == 20
    other = suggested(request(PLAIN, sampler="Random", seed=2, next=list(range(20))))
    assert all(other[number] != alone[number] for number in range(20))


def test_an_answer_leaves_nothing_behind(histories):
    asked = request(PLAIN, history=histories["plain"], next=[70])
    first = answer(asked)
    for seed in range(5):
        answer(request(NESTED, history=histories["nested"], seed=seed, next=[90, 91]))
    assert answer(asked) == first
