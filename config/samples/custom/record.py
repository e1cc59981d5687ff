"""What a run is about: the table, the measures, and the manifest that a ModelVersion is made from."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from contract import BAD_CONFIGURATION, BAD_DATA, PARITY_FAILED, Array, Failure, Job, Store

MOST_PARITY_ERROR = 1e-5


@dataclass(frozen=True)
class Table:
    """`x` is [rows, columns] float32 with NaN for missing, `y` 0 or 1; `classes` are the two values of the target."""

    names: list[str]
    x: Array
    y: Array
    classes: list[int]
    train: Array
    test: Array
    sha256: str


@dataclass(frozen=True)
class Trained:
    """`model` is the ONNX file: one input [N,1] a column by its name, outputs `label` [N] and `probabilities` [N,2].
    `predict` gives what the trained model itself computes, probabilities [N,2], to compare it with."""

    model: bytes
    predict: Callable[[Array], Array]
    parameters: dict[str, Any]
    libraries: dict[str, str]


def check(spec: dict[str, Any]) -> None:
    """What this program cannot do it refuses, instead of doing something else."""
    data, metrics = spec["data"], spec["metrics"]
    asked = {metrics["primary"], *(metrics.get("others") or []), *(gate["metric"] for gate in spec.get("gates") or [])}
    wrong = {
        "task: only BinaryClassification": spec["task"] != "BinaryClassification",
        "data.rules: none": bool(data.get("rules")),
        "data.split.strategy: only Stratified": data.get("split", {}).get("strategy", "Stratified") != "Stratified",
        "metrics.custom: none": bool(metrics.get("custom")),
        f"metrics and gates: only {', '.join(METRICS)} and parity_max_abs_error": not asked <= {*METRICS, PARITY},
        "gates: only on Train and Test": any(gate.get("split") == "CV" for gate in spec.get("gates") or []),
    }
    for what, is_wrong in wrong.items():
        if is_wrong:
            raise Failure(BAD_CONFIGURATION, "BadConfiguration", f"this program can do {what}")


def read_table(job: Job, same_rows: bool = False) -> Table:
    """A CSV file of numbers. Raises DataNotFound, DigestMismatch, MissingColumn, DataUnreadable, InvalidTarget."""
    data, secret = job.spec["data"], Path("/trainyard/data-secret")
    source, target, drop = data["source"], data["target"], set(data.get("drop") or [])
    content = Store(secret if secret.is_dir() else None).read(source["uri"])
    if content is None:
        raise Failure(BAD_DATA, "DataNotFound", f"{source['uri']} does not exist")
    sha256 = hashlib.sha256(content).hexdigest()
    if source.get("sha256") not in (None, sha256):
        raise Failure(BAD_DATA, "DigestMismatch", f"{source['uri']} has sha256 {sha256}, not {source['sha256']}")
    header, *lines = content.decode().splitlines()
    names = header.split(",")
    if target not in names:
        raise Failure(BAD_DATA, "MissingColumn", f"there is no column {target}, only {', '.join(names)[:500]}")
    used = [place for place, name in enumerate(names) if name not in drop]
    try:
        cells = [[float(line.split(",")[place] or "nan") for place in used] for line in lines]
    except (ValueError, IndexError) as error:
        raise Failure(BAD_DATA, "DataUnreadable", f"this program reads numbers only: {error}") from error
    matrix, at = np.array(cells), [names[place] for place in used].index(target)
    values = matrix[:, at]
    classes = np.unique(values)
    if len(classes) != 2 or not np.array_equal(classes, np.floor(classes)):
        raise Failure(BAD_DATA, "InvalidTarget", f"{target} must hold two whole numbers")
    y = (values == classes[1]).astype(np.int64)
    if same_rows:
        from same_rows import split_rows

        train, test = split_rows(y, data.get("split") or {})
    else:
        train, test = split(y, data.get("split", {}).get("testFraction", 0.2), job.seed)
    kept = [names[place] for place in used if names[place] != target]
    x = np.delete(matrix, at, axis=1).astype(np.float32)
    return Table(kept, x, y, [int(value) for value in classes], train, test, sha256)


def split(y: Array, share: float, seed: int) -> tuple[Array, Array]:
    """(train, test) row numbers with the shares of the classes; not the rows that the built-in trainer holds out."""
    random = np.random.default_rng(seed)
    rows = [random.permutation(np.flatnonzero(y == one)) for one in (0, 1)]
    test = np.sort(np.concatenate([part[: max(1, round(len(part) * share))] for part in rows]))
    return np.setdiff1d(np.arange(len(y)), test), test


def roc_auc(y: Array, p: Array) -> float:
    ranks = (np.searchsorted(np.sort(p), p, "left") + np.searchsorted(np.sort(p), p, "right") + 1) / 2
    positive = int(y.sum())
    return float((ranks[y == 1].sum() - positive * (positive + 1) / 2) / (positive * (len(y) - positive)))


def log_loss(y: Array, p: Array) -> float:
    p = np.clip(p.astype(np.float64), 1e-15, 1 - 1e-15)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


METRICS: dict[str, Callable[[Array, Array], float]] = {
    "roc_auc": roc_auc,
    "log_loss": log_loss,
    "accuracy": lambda y, p: float(np.mean((p > 0.5) == y)),
}
PARITY = "parity_max_abs_error"


def cross_validate(job: Job, table: Table, train: Callable[[Job, Table], Trained]) -> dict[str, Any]:
    """Fits anew in every fold. The manifest's `folds`, whose digest says which rows these were."""
    from same_rows import fold_rows, rows_digest

    spec, primary = job.spec.get("crossValidation") or {}, job.spec["metrics"]["primary"]
    pairs = fold_rows(table.y, table.train, spec)
    for fit, held in pairs:
        trained = train(job.of_fold(), replace(table, train=fit, test=held))
        score = METRICS[primary](table.y[held], trained.predict(table.x[held])[:, 1])
        job.fold_scores.append(score)
        job.report("Evaluate", round(100 * len(job.fold_scores) / len(pairs)), f"fold {len(job.fold_scores)}")
    return {
        "folds": spec.get("folds", 5),
        "repeats": spec.get("repeats", 1),
        "seed": spec.get("seed", 7),
        "digest": rows_digest(table.sha256, [rows for pair in pairs for rows in pair]),
        "metric": primary,
        "scores": job.fold_scores,
        "trainRows": float(np.mean([len(fit) for fit, _ in pairs])),
        "testRows": float(np.mean([len(held) for _, held in pairs])),
    }


def parity(job: Job, table: Table, trained: Trained) -> dict[str, Any]:
    """What the ONNX file computes must be what was trained. Raises ParityFailed."""
    import onnxruntime

    rows = table.x[table.test].copy()
    rows[:: max(1, len(rows) // 7), 0] = np.nan
    session = onnxruntime.InferenceSession(trained.model, providers=["CPUExecutionProvider"])
    feeds = {name: rows[:, [place]] for place, name in enumerate(table.names)}
    label, probabilities = session.run(["label", "probabilities"], feeds)
    wanted = trained.predict(rows)
    error = float(np.abs(probabilities - wanted).max())
    wrong = int((label != np.array(table.classes)[wanted.argmax(axis=1)]).sum())
    if not error <= MOST_PARITY_ERROR or wrong:
        raise Failure(PARITY_FAILED, "ParityFailed", f"the ONNX file is off by {error:.3g}, {wrong} labels differ")
    runtime = f"onnxruntime {onnxruntime.__version__}"
    return {"rows": len(rows), "maxAbsError": error, "labelMismatches": wrong, "runtime": runtime}


def judge(job: Job, metrics: list[dict[str, Any]], error: float) -> list[dict[str, Any]]:
    """Every gate of the spec with its value: the operator compares them, and takes no manifest that leaves one out."""
    values = {(metric["name"], metric["split"]): metric["value"] for metric in metrics}
    results = []
    for gate in job.spec.get("gates") or []:
        value = error if gate["metric"] == PARITY else values[gate["metric"], gate.get("split", "Test")]
        passed = gate.get("min", -np.inf) <= value <= gate.get("max", np.inf)
        results.append({"split": "Test", **gate, "value": value, "passed": bool(passed)})
    return results


def baseline(table: Table) -> dict[str, Any]:
    """Bins of the training rows, for drift: a number is in bin `number of edges <= it`."""
    features = []
    for place, name in enumerate(table.names):
        values = table.x[table.train, place]
        present = values[~np.isnan(values)]
        edges = np.unique(np.quantile(present, np.arange(0.1, 0.95, 0.1)).astype(np.float32)) if len(present) else []
        counts = np.bincount(np.searchsorted(edges, present, "right"), minlength=len(edges) + 1)
        missing = len(values) - len(present)
        entry = {"name": name, "kind": "numeric", "edges": [float(edge) for edge in edges], "missing": missing}
        features.append({**entry, "counts": [int(count) for count in counts], "unseen": 0})
    return {"rows": len(table.train), "features": features}


def manifest(job: Job, table: Table, trained: Trained, folds: dict[str, Any] | None = None) -> dict[str, Any]:
    """Everything that a ModelVersion says about itself: crds/manifest.schema.json."""
    import onnx

    order, spec, data = job.order, job.spec, job.spec["data"]
    digest = lambda value: hashlib.sha256(json.dumps(value).encode()).hexdigest()  # noqa: E731
    scores = {
        part: trained.predict(table.x[rows])[:, 1] for part, rows in (("Train", table.train), ("Test", table.test))
    }
    truth = {"Train": table.y[table.train], "Test": table.y[table.test]}
    wanted = dict.fromkeys([spec["metrics"]["primary"], *(spec["metrics"].get("others") or []), *METRICS])
    metrics = [
        {"name": name, "split": part, "value": METRICS[name](truth[part], scores[part]), "n": len(truth[part])}
        for name in wanted
        for part in ("Train", "Test")
    ]
    if folds is not None:
        scores_of_folds = {"value": float(np.mean(folds["scores"])), "stdDev": float(np.std(folds["scores"], ddof=1))}
        metrics.append({"name": folds["metric"], "split": "CV", **scores_of_folds, "n": len(folds["scores"])})
    compared = parity(job, table, trained)
    file = {"sha256": hashlib.sha256(trained.model).hexdigest(), "sizeBytes": len(trained.model)}
    opset = {entry.domain or "ai.onnx": entry.version for entry in onnx.load_from_string(trained.model).opset_import}
    return {
        "schemaVersion": 1,
        "model": spec["model"],
        "task": spec["task"],
        "run": {name: order[name] for name in ("namespace", "name", "uid", "attempt")},
        "artifact": {"file": "model.onnx", **file, "format": "ONNX", "opset": opset},
        "files": [{"name": "model.onnx", **file}],
        "signature": {
            "inputs": [{"name": name, "datatype": "FP32", "shape": [-1, 1]} for name in table.names],
            "outputs": [
                {"name": "label", "datatype": "INT64", "shape": [-1]},
                {"name": "probabilities", "datatype": "FP32", "shape": [-1, 2]},
            ],
            "labels": table.classes,
        },
        "data": {
            "uri": data["source"]["uri"],
            "sha256": table.sha256,
            "format": "CSV",
            "rows": len(table.y),
            "columns": len(table.names) + 1,
            "schemaHash": digest(table.names),
            "target": data["target"],
            "split": {
                "strategy": "Stratified",
                "testFraction": data.get("split", {}).get("testFraction", 0.2),
                "seed": job.seed,
                "trainRows": len(table.train),
                "testRows": len(table.test),
                "digest": digest([table.train.tolist(), table.test.tolist()]),
            },
            "quality": [],
        },
        "features": {"pipelineVersion": digest(trained.libraries), "inputs": table.names, "outputs": len(table.names)},
        "algorithm": {"name": "custom", "parameters": trained.parameters},
        "seed": job.seed,
        "environment": {"python": platform.python_version(), **trained.libraries},
        "image": order.get("image"),
        "parent": order.get("parent"),
        "metrics": metrics,
        **({} if folds is None else {"folds": folds}),
        "gates": judge(job, metrics, compared["maxAbsError"]),
        "parity": compared,
        "baseline": baseline(table),
        "stages": job.stages(),
    }
