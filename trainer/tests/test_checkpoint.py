"""Checkpoints: what is done is not done again, the model is the same, and a bad one harms nobody."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import Result, Runner, spec_of
from tables import mixed
from test_contract import check_schema
from test_process import Operator

from trainyard_trainer.checkpoint import State, UnusableError, decode_checkpoint, encode_checkpoint
from trainyard_trainer.keeper import FILE

FOLDS = 3
#: The number of steps of one fit, and how many of all of them are done when the first launch is stopped.
ALGORITHMS: dict[str, tuple[dict[str, Any], int, int]] = {
    "xgboost": ({"n_estimators": 12, "max_depth": 3}, 12, 29),
    "mlp": ({"max_iter": 15, "hidden_layer_sizes": [6], "n_iter_no_change": 100}, 15, 37),
    "randomForest": ({"n_estimators": 5}, 1, 2),
}


class PowerCutError(Exception):
    """What ends the first launch; no library raises it."""


class Counter:
    """Counts the steps that a library is asked for, and cuts the power after so many."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str):
        import xgboost
        from sklearn.ensemble import RandomForestClassifier
        from sklearn.neural_network import MLPClassifier

        places = {
            "xgboost": (xgboost.Booster, "update"),
            "mlp": (MLPClassifier, "partial_fit"),
            "randomForest": (RandomForestClassifier, "fit"),
        }
        owner, method = places[name]
        real = getattr(owner, method)
        self.count, self.last = 0, 10**9

        def counted(*arguments: Any, **named: Any) -> Any:
            if self.count >= self.last:
                raise PowerCutError("no power")
            self.count += 1
            return real(*arguments, **named)

        monkeypatch.setattr(owner, method, counted)


def spec_for(uri: str, name: str, **more: Any) -> dict[str, Any]:
    algorithm = {"name": name, "parameters": {**ALGORITHMS[name][0], **more}}
    spec = spec_of(uri, algorithm=algorithm, crossValidation={"folds": FOLDS}, checkpoint={"every": "0s"})
    spec["data"] = {"source": spec["data"]["source"], "target": "y"}
    return spec


def digest(result: Result) -> str:
    return hashlib.sha256((result.folder / "model.onnx").read_bytes()).hexdigest()


def kept(tmp_path: Path) -> dict[str, str]:
    return {"uri": f"file://{tmp_path}/checkpoint/"}


@pytest.mark.parametrize("name", list(ALGORITHMS))
def test_what_is_done_is_not_done_again_and_the_model_is_the_same(run, save, tmp_path, monkeypatch, name):
    spec, counter = spec_for(save(mixed()), name), Counter(monkeypatch, name)
    _, steps, done = ALGORITHMS[name]
    whole = run(spec)
    assert whole.code == 0
    # One partial_fit is one epoch; without checkpoints the library's own fit does them all.
    assert counter.count == (0 if name == "mlp" else (FOLDS + 1) * steps)

    counter.count, counter.last = 0, done
    cut = run(spec, checkpoint=kept(tmp_path))
    assert (cut.code, cut.reason) == (70, "Internal")
    assert counter.count == done

    counter.count, counter.last = 0, 10**9
    resumed = run(spec, checkpoint=kept(tmp_path))
    assert resumed.code == 0
    # The restored perceptron gets one row to make its shapes.
    assert counter.count == (FOLDS + 1) * steps - done + (1 if name == "mlp" else 0)
    assert digest(resumed) == digest(whole)
    for part in ("metrics", "folds", "gates", "parity", "baseline", "algorithm"):
        assert resumed.manifest[part] == whole.manifest[part]
    record = resumed.manifest["checkpoint"]
    assert (record["step"], record["sameBytes"]) == (done, True)
    check_schema(resumed.manifest)
    assert "checkpoint" not in whole.manifest


def test_a_model_that_draws_at_random_says_that_its_bytes_may_differ(run, save, tmp_path, monkeypatch):
    spec, counter = spec_for(save(mixed()), "xgboost", subsample=0.7), Counter(monkeypatch, "xgboost")
    counter.last = 40
    assert run(spec, checkpoint=kept(tmp_path)).code == 70
    counter.last = 10**9
    record = run(spec, checkpoint=kept(tmp_path)).manifest["checkpoint"]
    assert record["sameBytes"] is False
    assert "subsample" in record["message"]


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("a changed byte", "its bytes do not have the digest that they begin with"),
        ("half of it", "its bytes do not have the digest that they begin with"),
        ("nothing", "its bytes do not have the digest that they begin with"),
        ("another document with a digest", "it is no checkpoint"),
        ("of other data", "it is of other data, parameters or library versions"),
    ],
)
def test_a_checkpoint_that_cannot_be_used_is_told_and_ignored(run, save, tmp_path, monkeypatch, capsys, kind, why):
    spec, counter = spec_for(save(mixed()), "xgboost"), Counter(monkeypatch, "xgboost")
    counter.last = 29
    run(spec, checkpoint=kept(tmp_path))
    path = tmp_path / "checkpoint" / FILE
    data = path.read_bytes()
    content = b'{"a": 1}\n'
    changed = {
        "a changed byte": data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
        "half of it": data[: len(data) // 2],
        "nothing": b"",
        "another document with a digest": hashlib.sha256(content).hexdigest().encode() + b"\n" + content,
        "of other data": data,
    }
    path.write_bytes(changed[kind])
    counter.count, counter.last = 0, 10**9
    if kind == "of other data":
        spec["data"]["source"]["uri"] = save(mixed(seed=1), "other.csv")
    result = run(spec, checkpoint=kept(tmp_path))
    assert (result.code, counter.count) == (0, (FOLDS + 1) * 12)
    assert why in result.manifest["checkpoint"]["ignored"]
    assert why in capsys.readouterr().out
    check_schema(result.manifest)


def test_every_report_after_a_checkpoint_names_the_newest_one(run, save, tmp_path):
    operator = Operator(204)
    result = run(
        spec_for(save(mixed()), "xgboost"), {"TRAINYARD_PROGRESS_URL": operator.url}, checkpoint=kept(tmp_path)
    )
    assert result.code == 0
    told = [body.get("checkpoint") for _, body in operator.posts]
    steps = [checkpoint["step"] for checkpoint in told if checkpoint]
    assert steps
    assert steps == sorted(steps)
    assert told[-1] == {"uri": f"{kept(tmp_path)['uri']}{FILE}", "step": steps[-1], "time": told[-1]["time"]}
    assert steps[-1] == (FOLDS + 1) * 12 - 1


def test_checkpoints_lie_in_s3_as_well(run, save, s3, monkeypatch, capsys):
    spec, counter = spec_for(save(mixed()), "xgboost"), Counter(monkeypatch, "xgboost")
    kept_in_s3 = {"uri": "s3://models/kept/checkpoint/"}
    counter.last = 29
    assert run(spec, env=s3.env, checkpoint=kept_in_s3).code == 70
    counter.count, counter.last = 0, 10**9
    result = run(spec, env=s3.env, checkpoint=kept_in_s3)
    assert (result.code, counter.count) == (0, (FOLDS + 1) * 12 - 29)
    assert result.manifest["checkpoint"]["step"] == 29
    assert "not used" not in capsys.readouterr().out


def test_the_first_launch_finds_none_and_says_nothing(run, save, tmp_path, capsys):
    result = run(spec_for(save(mixed()), "randomForest"), checkpoint=kept(tmp_path))
    assert result.code == 0
    assert "checkpoint" not in result.manifest
    assert "not used" not in capsys.readouterr().out


def test_a_store_that_takes_no_checkpoint_fails_no_run(run, save, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way of a folder")
    result = run(spec_for(save(mixed()), "xgboost"), checkpoint={"uri": f"gs://{tmp_path}/"})
    assert result.code == 0
    assert capsys.readouterr().out.count("A checkpoint could not be stored") == 1


def test_checkpoints_that_are_not_wanted_are_not_kept(run, save, tmp_path):
    spec = spec_for(save(mixed()), "xgboost")
    spec["checkpoint"] = {"enabled": False}
    assert run(spec, checkpoint=kept(tmp_path)).code == 0
    assert not (tmp_path / "checkpoint").exists()


def test_an_interval_that_is_no_duration_is_bad_configuration(run, save):
    spec = spec_for(save(mixed()), "xgboost")
    spec["checkpoint"] = {"every": "soon"}
    result = run(spec)
    assert (result.code, result.reason) == (64, "BadConfiguration")
    assert "checkpoint: every must be a duration" in result.text


#: The trainer, which dawdles after so many steps: it cannot be done before it is stopped, however fast the machine.
DAWDLING = """
import sys, time, xgboost
from trainyard_trainer.main import main
update, left = xgboost.Booster.update, [int(sys.argv[2])]
def slow(*arguments, **named):
    if left[0] == 0:
        print("slow now", flush=True)
    if left[0] <= 0:
        time.sleep(0.1)
    left[0] -= 1
    return update(*arguments, **named)
xgboost.Booster.update = slow
sys.exit(main(sys.argv[1:2]))
"""


def test_sigterm_keeps_what_is_done_and_the_next_launch_goes_on(tmp_path, tumour_csv, monkeypatch):
    """A process as the kubelet stops it, with the default interval of five minutes."""
    count, quick = 400, 450
    parameters = {"n_estimators": count, "max_depth": 2, "learning_rate": 0.05}
    spec = spec_of(tumour_csv, algorithm={"name": "xgboost", "parameters": parameters})
    order = {"outputUri": f"file://{tmp_path}/out/", "spec": spec, "checkpoint": kept(tmp_path)}
    (tmp_path / "run.json").write_text(json.dumps(order))
    env = {**os.environ, "TRAINYARD_TERMINATION_LOG": str(tmp_path / "log")}
    command = [sys.executable, "-u", "-c", DAWDLING, str(tmp_path / "run.json"), str(quick)]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert "slow now\n" in process.stdout
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 75
    process.communicate()
    words = json.loads((tmp_path / "log").read_text())
    assert words["error"]["reason"] == "Terminated"
    assert words["checkpoint"]["uri"] == f"{kept(tmp_path)['uri']}{FILE}"
    step = words["checkpoint"]["step"]
    assert quick < step < 3 * count
    assert (tmp_path / "checkpoint" / FILE).is_file()

    counter = Counter(monkeypatch, "xgboost")
    runner = Runner(tmp_path)
    resumed = runner(spec, checkpoint=kept(tmp_path))
    assert resumed.code == 0
    assert resumed.manifest["checkpoint"]["step"] == step
    assert counter.count == 3 * count - step
    assert digest(resumed) == digest(runner(spec))


def test_a_checkpoint_is_read_back_as_it_was():
    state = State({"f1": [0.5, float("nan")]}, {"a": 2}, 24, 5, b"\x00\n\xff")
    data = encode_checkpoint(state, "2026-01-01T00:00:00Z", "of")
    found = decode_checkpoint(data, "of")
    assert (found.state.used, found.state.before, found.state.steps, found.state.payload) == (
        state.used,
        24,
        5,
        state.payload,
    )
    assert np.array_equal(found.state.scores["f1"], state.scores["f1"], equal_nan=True)
    assert (found.state.folds, found.state.step) == (2, 29)
    with pytest.raises(UnusableError, match="of other data"):
        decode_checkpoint(data, "other")
