"""manifest.json, schema version 1: everything a ModelVersion says about itself, with the digests to check it by."""

from __future__ import annotations

import hashlib
import math
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from statistics import fmean
from typing import Any

import numpy as np

from trainyard_trainer import MANIFEST_SCHEMA_VERSION
from trainyard_trainer.calibration import judged, reliability
from trainyard_trainer.documents import encode
from trainyard_trainer.evaluate import Evaluation
from trainyard_trainer.explain import Explanation
from trainyard_trainer.export import MODEL_FILE, Exported, signature
from trainyard_trainer.fairness import ColumnFairness
from trainyard_trainer.feature_graph import ML_DOMAIN, ML_OPSET, OPSET
from trainyard_trainer.fit import FoldScores
from trainyard_trainer.gates import GateResult
from trainyard_trainer.holdout import HOLDOUT_FILE, Holdout
from trainyard_trainer.ingest import Snapshot
from trainyard_trainer.metrics import METRICS
from trainyard_trainer.run_spec import RunSpec
from trainyard_trainer.selection import Selection
from trainyard_trainer.split import Folds, Split
from trainyard_trainer.split_columns import moment_text
from trainyard_trainer.validate import Dataset

#: Columns of a table may be many, even if few are read.
MAX_QUALITY = 2000
#: Of a folder with more objects the first ones are listed; its digest is about all of them.
MAX_OBJECTS = 1000


@dataclass(frozen=True)
class Evidence:
    """All that a run found out. `quality` and `baseline` are JSON already."""

    run: RunSpec
    snapshot: Snapshot
    data: Dataset
    split: Split
    folds: Folds
    scores: FoldScores
    evaluation: Evaluation
    holdout: Holdout | None
    exported: Exported
    gates: list[GateResult]
    quality: list[dict[str, Any]]
    baseline: dict[str, Any]
    explanation: Explanation
    parameters: dict[str, Any]
    seed: int
    pipeline_version: str
    reused_from: str | None
    feature_names: list[str]
    selection: Selection | None
    fairness: list[ColumnFairness]
    checkpoint: dict[str, Any] | None

    def numeric(self, name: str) -> bool:
        """Whether a column of the model holds numbers."""
        return next(column.numeric for column in self.data.features if column.name == name)


def file_entry(name: str, data: bytes) -> dict[str, Any]:
    return {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "sizeBytes": len(data)}


def _package(*names: str) -> str:
    for name in names:
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return "absent"


def environment() -> dict[str, str]:
    """Versions of what can change a result."""
    return {
        "python": platform.python_version(),
        "scikitLearn": _package("scikit-learn"),
        "xgboost": _package("xgboost-cpu", "xgboost"),
        "onnxruntime": _package("onnxruntime"),
        "skl2onnx": _package("skl2onnx"),
        "onnxmltools": _package("onnxmltools"),
        "numpy": _package("numpy"),
        "shap": _package("shap"),
        "fairlearn": _package("fairlearn"),
        "platform": f"{platform.system()}-{platform.machine()}-{'-'.join(platform.libc_ver())}",
    }


def _data(evidence: Evidence) -> dict[str, Any]:
    snapshot, split, spec = evidence.snapshot, evidence.split, evidence.run.split
    version_id = {} if snapshot.version_id is None else {"versionId": snapshot.version_id}
    return {
        "uri": snapshot.uri,
        **version_id,
        "sha256": snapshot.sha256,
        "format": snapshot.format,
        "rows": snapshot.rows,
        "columns": len(snapshot.columns),
        "schemaHash": snapshot.schema_hash,
        "target": evidence.run.data.target,
        "split": {
            "strategy": spec.strategy,
            "testFraction": spec.test_fraction,
            "seed": spec.seed,
            "trainRows": len(split.train),
            "testRows": len(split.test),
            "digest": split.digest,
            **_split_evidence(evidence),
        },
        **({"objects": [item.to_json() for item in snapshot.objects[:MAX_OBJECTS]]} if snapshot.objects else {}),
        "quality": evidence.quality[:MAX_QUALITY],
    }


def _split_evidence(evidence: Evidence) -> dict[str, Any]:
    """What shows that the strategies Group and Time did what they say."""
    by, split = evidence.data.by, evidence.split
    if by is None:
        return {}
    train, test = by.values[split.train], by.values[split.test]
    if by.strategy == "Group":
        return {"by": by.column, "trainGroups": len(np.unique(train)), "testGroups": len(np.unique(test))}
    if by.column in evidence.run.data.sensitive:
        # Both moments are those of single rows.
        return {"by": by.column}
    return {"by": by.column, "trainUntil": moment_text(train.max()), "testFrom": moment_text(test.min())}


def _selection(evidence: Evidence) -> dict[str, Any]:
    selection, spec = evidence.selection, evidence.run.features.select
    if selection is None or spec is None:
        return {}
    used = evidence.scores.used
    return {
        "selection": {
            "test": spec.test,
            "alpha": spec.alpha,
            "max": spec.most,
            "columns": [item.to_json(used.get(item.column.name, 0)) for item in selection.tested],
        }
    }


def _calibration(evidence: Evidence) -> dict[str, Any]:
    """Of the test rows; a regression has none."""
    if evidence.data.classes is None:
        return {}
    y, test = evidence.data.y[evidence.split.test], evidence.evaluation.test
    return {
        "calibration": {
            **{name: METRICS[name].measure(y, test.label, test.scores) for name in ("brier", "ece")},
            "n": len(y),
            "curve": [part.to_json() for part in reliability(*judged(y, test.scores))],
        }
    }


def _folds(evidence: Evidence) -> dict[str, Any]:
    spec = evidence.run.cross_validation
    pairs = evidence.folds.pairs
    return {
        "folds": spec.folds,
        "repeats": spec.repeats,
        "seed": spec.seed,
        "digest": evidence.folds.digest,
        "metric": evidence.run.primary,
        "scores": evidence.scores.scores[evidence.run.primary],
        "trainRows": fmean(len(train) for train, _ in pairs),
        "testRows": fmean(len(test) for _, test in pairs),
    }


def _holdout(evidence: Evidence, files: list[dict[str, Any]]) -> dict[str, Any]:
    """Which of the files holds the predictions for the test rows."""
    if evidence.holdout is None:
        return {}
    sha256 = next(entry["sha256"] for entry in files if entry["name"] == HOLDOUT_FILE)
    return {"holdout": {"file": HOLDOUT_FILE, "sha256": sha256, "rows": evidence.holdout.rows}}


def build_manifest(evidence: Evidence, files: list[dict[str, Any]], stages: list[dict[str, str]]) -> dict[str, Any]:
    """The document. Optional values that are not known are left out."""
    run = evidence.run
    exported = evidence.exported
    optional = {"code": run.code, "image": run.image, "parent": run.parent}
    return {
        "schemaVersion": MANIFEST_SCHEMA_VERSION,
        "model": run.model,
        "task": run.task,
        "run": {"namespace": run.namespace, "name": run.name, "uid": run.uid, "attempt": run.attempt},
        "artifact": {
            "file": MODEL_FILE,
            "sha256": exported.sha256,
            "sizeBytes": len(exported.data),
            "format": "ONNX",
            "opset": {"ai.onnx": OPSET, ML_DOMAIN: ML_OPSET},
        },
        "files": files,
        "signature": signature(evidence.data),
        "data": _data(evidence),
        "features": {
            "pipelineVersion": evidence.pipeline_version,
            "inputs": [column.name for column in evidence.data.features],
            "outputs": len(evidence.feature_names),
            **({} if evidence.reused_from is None else {"reusedFrom": evidence.reused_from}),
            **_selection(evidence),
        },
        "algorithm": {"name": run.algorithm, "parameters": evidence.parameters},
        "seed": evidence.seed,
        "environment": environment(),
        **{name: value for name, value in optional.items() if value is not None},
        # A metric may be undefined on some rows (one class only); what has no value is not listed.
        "metrics": [item.to_json() for item in evidence.evaluation.measurements if math.isfinite(item.value)],
        "folds": _folds(evidence),
        **_holdout(evidence, files),
        **_calibration(evidence),
        **({"fairness": [column.to_json() for column in evidence.fairness]} if evidence.fairness else {}),
        "gates": [result.to_json() for result in evidence.gates],
        "parity": exported.parity.to_json(),
        "latency": exported.latency.to_json(),
        "baseline": evidence.baseline,
        "explanation": evidence.explanation.to_json(),
        **({"checkpoint": evidence.checkpoint} if evidence.checkpoint else {}),
        "stages": stages,
    }


def encode_manifest(document: dict[str, Any]) -> bytes:
    return encode(document, indent=1) + b"\n"
