"""What the model server answers: its own code, with its own onnxruntime, from raw rows of JSON."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.columns import MISSING_TEXT, ColumnInfo
from trainyard_trainer.export import signature
from trainyard_trainer.pipeline import Prediction
from trainyard_trainer.validate import Dataset

REPOSITORY = Path(__file__).parents[2]
SCRIPT = REPOSITORY / "model-server" / "test" / "served-answers.ts"


def node() -> str:
    """The Node of `make test`, or the one that it would take."""
    folder = subprocess.run([REPOSITORY / "tools" / "node-path.sh"], capture_output=True, text=True, check=True)
    return shutil.which("node", path=folder.stdout.strip()) or "node"


def json_rows(frame: pd.DataFrame, columns: list[ColumnInfo]) -> list[dict[str, Any]]:
    """Rows as clients send them: what is missing is null among numbers, and "" among texts."""
    missing = {column.name: None if column.numeric else MISSING_TEXT for column in columns}
    return [
        {name: missing[name] if pd.isna(value) else value for name, value in row.items()}
        for row in frame.astype(object).to_dict(orient="records")
    ]


def write_case(folder: Path, model: bytes, task: str, data: Dataset, frame: pd.DataFrame) -> None:
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes(model)
    manifest = {"schemaVersion": 1, "task": task, "signature": signature(data)}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "rows.json").write_text(json.dumps(json_rows(frame, data.features)))


def served_answers(folders: list[Path]) -> list[dict[str, Any]]:
    """One answer a folder: {"predictions": …}, or {"error": …}."""
    done = subprocess.run([node(), SCRIPT, *folders], capture_output=True, text=True, timeout=300, check=False)
    lines = done.stdout.splitlines()
    assert done.returncode == 0 and len(lines) == len(folders), done.stderr[-2000:]
    return [json.loads(line) for line in lines]


def as_prediction(answer: dict[str, Any], labels: list[Any]) -> Prediction:
    """With class indices for labels. `labels` is empty for numbers."""
    assert "error" not in answer, answer
    rows = answer["predictions"]
    if not labels:
        values = np.array([row["value"] for row in rows], dtype=np.float32)
        return Prediction(values.astype(np.float64), values.reshape(-1, 1))
    scores = np.array([[row["scores"][str(label)] for label in labels] for row in rows], dtype=np.float32)
    return Prediction(np.array([labels.index(row["label"]) for row in rows]), scores)
