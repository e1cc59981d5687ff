"""Runs of several processes: a leader in this one and workers beside it, as in the pods of an Indexed Job."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import Result, Runner, spec_of

from trainyard_trainer.errors import EXIT_CONFIGURATION, EXIT_DONE

WORKERS = 3


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def workers(address: str, folder: Path, count: int = WORKERS) -> Iterator[list[subprocess.Popen[bytes]]]:
    started = []
    for rank in range(1, count + 1):
        place = {"JOB_COMPLETION_INDEX": str(rank), "DASK_SCHEDULER_ADDRESS": address}
        env = {**os.environ, **place, "TRAINYARD_TERMINATION_LOG": str(folder / f"worker-{rank}")}
        started.append(subprocess.Popen([sys.executable, "-m", "trainyard_trainer", "none.json"], env=env))
    try:
        yield started
    finally:
        for one in started:
            one.kill()
            one.wait()


def together(run: Runner, folder: Path, spec: dict[str, Any]) -> Result:
    """The end of the leader; all workers must have ended well."""
    address = f"tcp://127.0.0.1:{free_port()}"
    spec = {**spec, "distributed": {"engine": "Dask", "workers": WORKERS}}
    with workers(address, folder) as started:
        result = run(spec, {"DASK_SCHEDULER_ADDRESS": address})
        assert [one.wait(30) for one in started] == [EXIT_DONE] * WORKERS
    return result


def scores(result: Result, split: str) -> dict[str, float]:
    return {one["name"]: one["value"] for one in result.manifest["metrics"] if one["split"] == split}


@pytest.mark.parametrize("algorithm", ["randomForest", "logistic"])
def test_scikit_learn_gives_the_model_of_one_process(algorithm: str, run: Runner, tumour_csv: str, tmp_path: Path):
    spec = spec_of(tumour_csv, algorithm__name=algorithm)
    alone, shared = run(spec), together(run, tmp_path, spec)
    assert shared.code == EXIT_DONE
    assert scores(shared, "CV") == scores(alone, "CV")
    assert shared.manifest["artifact"]["sha256"] == alone.manifest["artifact"]["sha256"]


@pytest.mark.parametrize(
    ("task", "target"),
    [("BinaryClassification", "malignant"), ("Regression", "mean_radius")],
    ids=["classes", "numbers"],
)
def test_xgboost_shared_by_rows_is_as_good_as_alone(
    task: str, target: str, run: Runner, tumour_csv: str, tmp_path: Path
):
    metric = "roc_auc" if task == "BinaryClassification" else "r2"
    spec = spec_of(tumour_csv, algorithm__name="xgboost", task=task, data__target=target, metrics__primary=metric)
    if task == "Regression":
        spec["data"]["split"] = {"strategy": "Random"}
    alone, shared = run(spec), together(run, tmp_path, spec)
    assert shared.code == EXIT_DONE, shared.message
    assert scores(shared, "CV") == scores(alone, "CV")
    assert scores(shared, "Test")[metric] == pytest.approx(scores(alone, "Test")[metric], abs=0.02)


def test_an_error_of_a_worker_is_that_of_the_run(run: Runner, tumour_csv: str, tmp_path: Path):
    result = together(
        run, tmp_path, spec_of(tumour_csv, algorithm={"name": "xgboost", "parameters": {"max_depth": -1}})
    )
    assert (result.code, result.reason) == (EXIT_CONFIGURATION, "InvalidParameter")


def test_a_leader_waits_for_all_its_workers(run: Runner, tumour_csv: str, tmp_path: Path):
    address = f"tcp://127.0.0.1:{free_port()}"
    spec = spec_of(tumour_csv, distributed={"engine": "Dask", "workers": 2})
    with workers(address, tmp_path, 1) as first:
        time.sleep(1)
        with workers(address, tmp_path, 1) as second:
            assert run(spec, {"DASK_SCHEDULER_ADDRESS": address}).code == EXIT_DONE
            assert [one.wait(30) for one in [*first, *second]] == [EXIT_DONE] * 2


def test_a_worker_that_is_told_to_stop_ends_with_75(tmp_path: Path):
    with workers(f"tcp://127.0.0.1:{free_port()}", tmp_path, 1) as [worker]:
        time.sleep(3)
        worker.terminate()
        assert worker.wait(30) == 75


def test_torchrun_is_not_for_this_trainer(run: Runner, tumour_csv: str):
    result = run(spec_of(tumour_csv, distributed={"engine": "Torchrun", "workers": 2}))
    assert (result.code, result.reason) == (EXIT_CONFIGURATION, "BadConfiguration")
