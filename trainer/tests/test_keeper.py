"""The last moments of a run: what is kept between SIGTERM and the end."""

from __future__ import annotations

import io
import threading
import time
from pathlib import Path

from trainyard_trainer.checkpoint import State
from trainyard_trainer.config import credentials_from
from trainyard_trainer.keeper import FILE, Keeper
from trainyard_trainer.log import Log
from trainyard_trainer.store import Store


def keeper_of(folder: Path, patience: float) -> Keeper:
    keeper = Keeper(Log(io.StringIO()), lambda stored: None, patience)
    assert keeper.begin(Store(credentials_from({})), f"file://{folder}/", 3600, "of") is None
    return keeper


def folds(count: int, steps: int = 0) -> State:
    return State({"f1": [0.5] * count}, {}, count, steps, b"model" if steps else b"")


def test_between_two_folds_the_end_keeps_those_that_are_done(tmp_path):
    keeper = keeper_of(tmp_path, patience=60)
    keeper.fold(folds(2))
    assert not (tmp_path / FILE).exists()
    kept = keeper.stop()
    assert kept is not None
    assert kept["step"] == 2


def test_the_end_waits_for_the_step_under_way(tmp_path):
    keeper = keeper_of(tmp_path, patience=60)
    keeper.step(lambda: folds(2, 1))
    timer = threading.Timer(0.2, keeper.step, [lambda: folds(2, 7)])
    timer.start()
    kept = keeper.stop()
    assert kept is not None
    assert kept["step"] == 9


def test_the_end_waits_for_no_step_that_does_not_come(tmp_path):
    keeper = keeper_of(tmp_path, patience=0.1)
    keeper.fold(folds(2))
    keeper.step(lambda: folds(2, 1))
    begun = time.monotonic()
    kept = keeper.stop()
    assert kept is not None
    assert kept["step"] == 2
    assert time.monotonic() - begun < 5


def test_an_end_without_anything_done_keeps_nothing(tmp_path):
    assert keeper_of(tmp_path, patience=60).stop() is None


def test_what_is_told_at_the_end_is_what_stays(tmp_path):
    # The fit does not know of the end: its steps go on until the process is gone.
    keeper = keeper_of(tmp_path, patience=60)
    keeper.fold(folds(2))
    kept = keeper.stop()
    told = (tmp_path / FILE).read_bytes()
    keeper.step(lambda: folds(2, 3))
    keeper.fold(folds(3))
    assert kept is not None
    assert kept["step"] == 2
    assert (tmp_path / FILE).read_bytes() == told
