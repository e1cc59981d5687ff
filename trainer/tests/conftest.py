"""Shared fixtures: small tables, runs in this process, and an S3 store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from s3_server import S3Server, start_s3
from tables import breast_cancer

from trainyard_trainer.main import main


@dataclass(frozen=True)
class Result:
    """The end of a run: exit code, termination message and the folder it wrote to."""

    code: int
    message: dict[str, Any]
    folder: Path

    @property
    def manifest(self) -> dict[str, Any]:
        return json.loads((self.folder / "manifest.json").read_text())

    @property
    def reason(self) -> str:
        return self.message["error"]["reason"]

    @property
    def text(self) -> str:
        return self.message["error"]["message"]


def spec_of(table_uri: str, **overrides: Any) -> dict[str, Any]:
    """A small binary classification; keyword arguments replace parts of the spec by dotted path with __ for dots."""
    spec: dict[str, Any] = {
        "model": "tumour",
        "task": "BinaryClassification",
        "data": {"source": {"uri": table_uri}, "target": "malignant", "drop": ["patient_id"]},
        "algorithm": {"name": "logistic"},
        "crossValidation": {"folds": 2},
        "metrics": {"primary": "roc_auc"},
    }
    for path, value in overrides.items():
        *parents, leaf = path.split("__")
        place = spec
        for parent in parents:
            place = place.setdefault(parent, {})
        place[leaf] = value
    return spec


class Runner:
    """Runs the trainer in this process, without its watcher of SIGTERM."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.count = 0

    def __call__(self, spec: dict[str, Any], env: dict[str, str] | None = None, **document: Any) -> Result:
        self.count += 1
        place = self.folder / f"run-{self.count}"
        place.mkdir()
        output = document.pop("outputUri", f"file://{place}/out/")
        run = {"namespace": "ml", "name": "run", "uid": "uid-1", "attempt": 1, "outputUri": output, "spec": spec}
        (place / "run.json").write_text(json.dumps({**run, **document}))
        log = place / "termination"
        code = main([str(place / "run.json")], {"TRAINYARD_TERMINATION_LOG": str(log), **(env or {})}, lambda end: None)
        content = log.read_bytes()
        assert len(content) <= 4096
        return Result(code, json.loads(content), place / "out")


@pytest.fixture
def run(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


@pytest.fixture(scope="session")
def tumour_csv(tmp_path_factory: pytest.TempPathFactory) -> str:
    """URI of the breast cancer table, as the sample writes it."""
    path = tmp_path_factory.mktemp("data") / "tumour.csv"
    breast_cancer().to_csv(path, index=False)
    return f"file://{path}"


@pytest.fixture
def save(tmp_path: Path):
    """Writes a table and returns its URI."""

    def write(frame: pd.DataFrame, name: str = "table.csv") -> str:
        path = tmp_path / name
        if name.endswith(".parquet"):
            frame.to_parquet(path, index=False)
        elif name.endswith(".jsonl"):
            frame.to_json(path, orient="records", lines=True)
        else:
            frame.to_csv(path, index=False)
        return f"file://{path}"

    return write


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with start_s3(tmp_path_factory.mktemp("s3")) as server:
        yield server
