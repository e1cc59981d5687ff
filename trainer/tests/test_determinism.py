"""Same data, spec and image: same bytes of the model, in another process too."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from conftest import spec_of
from tables import mixed


@pytest.mark.parametrize("name", ["xgboost", "randomForest", "svm", "mlp"])
def test_two_processes_write_the_same_model(run, save, tmp_path, name):
    parameters = {"randomForest": {"n_estimators": 20}, "mlp": {"max_iter": 30}}.get(name, {})
    spec = spec_of(save(mixed()), algorithm={"name": name, "parameters": parameters})
    spec["data"] = {"source": spec["data"]["source"], "target": "y"}
    here = run(spec)
    document = {"outputUri": f"file://{tmp_path}/other/", "uid": "another", "name": "other", "attempt": 3, "spec": spec}
    (tmp_path / "other.json").write_text(json.dumps(document))
    env = {**os.environ, "PYTHONHASHSEED": "123", "TRAINYARD_TERMINATION_LOG": str(tmp_path / "log")}
    command = [sys.executable, "-m", "trainyard_trainer", str(tmp_path / "other.json")]
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    other = (tmp_path / "other" / "model.onnx").read_bytes()
    assert other == (here.folder / "model.onnx").read_bytes()


def test_threads_do_not_change_the_trees(run, tumour_csv):
    models = [
        run(spec_of(tumour_csv, algorithm={"name": name, "parameters": {"n_jobs": jobs, "n_estimators": 10}}))
        for name in ("xgboost", "randomForest")
        for jobs in (1, 2)
    ]
    digests = [model.message["artifact"]["sha256"] for model in models]
    assert digests[0] == digests[1]
    assert digests[2] == digests[3]
