"""What a training container and Trainyard say to each other (docs/contract.md), for programs of one's own.

`run(train)` is the whole process: it reads run.json and the table, calls `train`, checks what comes out, writes model
and manifest, and ends with the exit code and the last words that the operator reads.
"""

from __future__ import annotations

import copy
import hashlib
import io
import json
import os
import re
import signal
import sys
import traceback
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from record import Table, Trained

Array = np.ndarray[Any, Any]

BAD_CONFIGURATION, BAD_DATA, GATE_FAILED, PARITY_FAILED, INTERNAL, TRY_AGAIN = 64, 65, 66, 67, 70, 75


class Failure(Exception):  # noqa: N818  (it is no fault of the program)
    """Ends the run with an exit code and a reason, which becomes the reason of the TrainingRun's conditions."""

    def __init__(self, exit_code: int, reason: str, message: str):
        super().__init__(message)
        self.exit_code, self.reason = exit_code, reason


class Store:
    """Objects by URI, s3:// or file://. The credentials are AWS_* variables, or files of the data's own Secret."""

    def __init__(self, secret: Path | None = None):
        found = {path.name: path.read_text().strip() for path in secret.iterdir() if path.is_file()} if secret else {}
        self._settings = {**{name: value for name, value in os.environ.items() if name.startswith("AWS_")}, **found}

    def _s3(self) -> Any:
        import boto3
        from botocore.config import Config

        of = self._settings.get
        return boto3.client(
            "s3",
            endpoint_url=of("AWS_ENDPOINT_URL"),
            aws_access_key_id=of("AWS_ACCESS_KEY_ID"),
            aws_secret_access_key=of("AWS_SECRET_ACCESS_KEY"),
            region_name=of("AWS_REGION") or "us-east-1",
            config=Config(
                s3={"addressing_style": "path"}, connect_timeout=3, read_timeout=10, retries={"max_attempts": 3}
            ),
        )

    def read(self, uri: str) -> bytes | None:
        """None if there is no such object. Any other trouble is worth another try (exit code 75)."""
        bucket, _, key = uri.removeprefix("s3://").partition("/")
        try:
            if uri.startswith("file://"):
                path = Path(uri.removeprefix("file://"))
                return path.read_bytes() if path.is_file() else None
            return self._s3().get_object(Bucket=bucket, Key=key)["Body"].read()
        except Failure:
            raise
        except Exception as error:
            if getattr(error, "response", {}).get("Error", {}).get("Code") == "NoSuchKey":
                return None
            raise Failure(TRY_AGAIN, "StoreUnreachable", f"{uri} could not be read: {error}") from error

    def write(self, uri: str, data: bytes) -> None:
        bucket, _, key = uri.removeprefix("s3://").partition("/")
        try:
            if uri.startswith("file://"):
                path = Path(uri.removeprefix("file://"))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            else:
                self._s3().put_object(Bucket=bucket, Key=key, Body=data)
        except Failure:
            raise
        except Exception as error:
            raise Failure(TRY_AGAIN, "StoreUnreachable", f"{uri} could not be written: {error}") from error


class Job:
    """One launch: what was asked for, and what is done so far. Of several processes (torchrun's RANK) the first one
    leads: it alone reports, keeps and publishes."""

    def __init__(self, order: dict[str, Any], output_uri: str):
        self.order, self.spec = order, order["spec"]
        self.output_uri = output_uri.rstrip("/") + "/"
        self.parameters: dict[str, Any] = self.spec["algorithm"].get("parameters") or {}
        #: Seconds from one checkpoint to the next.
        self.keep_every = seconds_of(self.spec.get("checkpoint", {}).get("every", "5m"))
        self.seed: int = self.spec["data"].get("split", {}).get("seed", 7)
        self.store = Store()
        self.leads = os.environ.get("RANK", "0") == "0"
        self.checkpoint: dict[str, Any] | None = None
        #: Of the folds that are done: an Experiment may stop a trial early by them.
        self.fold_scores: list[float] = []
        self._stages: list[dict[str, str]] = []

    def stage(self, name: str) -> None:
        """Another stage begins, and the one before it ends."""
        time = now()
        if self._stages:
            self._stages[-1]["endTime"] = time
        self._stages.append({"name": name, "startTime": time})
        self.report(name, 0)

    def report(self, stage: str, percent: int, message: str = "", step: int | None = None) -> None:
        """Progress for people. Losing it never fails a run."""
        print(f"{stage} {percent} % {message}".rstrip(), flush=True)
        url, token = os.environ.get("TRAINYARD_PROGRESS_URL"), Path("/trainyard/token/token")
        if not url or not self.leads:
            return
        body = {"stage": stage, "percent": percent, "message": message, "step": step, "checkpoint": self.checkpoint}
        if self.fold_scores:
            body["scores"] = self.fold_scores
        headers = {"Authorization": f"Bearer {token.read_text().strip()}"} if token.is_file() else {}
        try:
            request = urllib.request.Request(url, json.dumps(body).encode(), headers, method="POST")
            urllib.request.urlopen(request, timeout=2).close()
        except (OSError, ValueError) as error:
            print(f"progress was not sent: {error}", flush=True)

    def keep(self, step: int, arrays: dict[str, Array]) -> None:
        """A checkpoint: arrays with their digest before them, in one object, so that half of it is never read."""
        folder = (self.order.get("checkpoint") or {}).get("uri")
        if not folder or not self.leads:
            return
        file = io.BytesIO()
        np.savez(file, step=np.array(step), **arrays)
        uri = f"{folder}checkpoint.bin"
        self.store.write(uri, hashlib.sha256(file.getvalue()).hexdigest().encode() + b"\n" + file.getvalue())
        self.checkpoint = {"uri": uri, "step": step, "time": now()}

    def kept(self) -> tuple[int, dict[str, Array]]:
        """(step, arrays) of the newest checkpoint of any launch of this run, or (0, {})."""
        folder = (self.order.get("checkpoint") or {}).get("uri")
        digest, _, data = ((folder and self.store.read(f"{folder}checkpoint.bin")) or b"").partition(b"\n")
        if not digest:
            return 0, {}
        if digest != hashlib.sha256(data).hexdigest().encode():
            print("the checkpoint does not have its digest; the run begins anew", flush=True)
            return 0, {}
        with np.load(io.BytesIO(data), allow_pickle=False) as found:
            arrays = {name: found[name] for name in found.files}
        return int(arrays.pop("step")), arrays

    def of_fold(self) -> Job:
        """The same, but for checkpoints: a fold is fitted in one go."""
        part = copy.copy(self)
        part.order = {name: value for name, value in self.order.items() if name != "checkpoint"}
        return part

    def stages(self) -> list[dict[str, str]]:
        return [*self._stages[:-1], {**self._stages[-1], "endTime": now()}]


def seconds_of(duration: str) -> float:
    """Of a duration as Kubernetes writes it: 90s, 1h30m, 500ms."""
    unit = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
    return sum(float(number) * unit[of] for number, of in re.findall(r"([\d.]+)(ms|h|m|s)", duration))


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def publish(job: Job, trained: Trained, document: dict[str, Any]) -> dict[str, Any]:
    """Writes the manifest last: whoever sees it sees the model that it names. Returns the last words."""
    content = json.dumps(document, allow_nan=False).encode()
    job.store.write(f"{job.output_uri}model.onnx", trained.model)
    job.store.write(f"{job.output_uri}manifest.json", content)
    entry = document["files"][0]
    model = {"uri": f"{job.output_uri}model.onnx", "sha256": entry["sha256"], "sizeBytes": entry["sizeBytes"]}
    written = {"uri": f"{job.output_uri}manifest.json", "sha256": hashlib.sha256(content).hexdigest()}
    return {"manifest": written, "artifact": model}


def attempt(job: Job, train: Callable[[Job, Table], Trained], competes: bool) -> tuple[int, dict[str, Any]]:
    """(exit code, last words)."""
    from record import check, cross_validate, manifest, read_table

    check(job.spec)
    job.stage("Ingest")
    table = read_table(job, competes)
    job.stage("Fit")
    trained = train(job, table)
    if not job.leads:
        return 0, {}
    job.stage("Evaluate")
    folds = cross_validate(job, table, train) if competes else None
    document = manifest(job, table, trained, folds)
    words = publish(job, trained, document)
    failed = [gate["metric"] for gate in document["gates"] if not gate["passed"]]
    if failed:
        # The files are written all the same: people must see why.
        error = {"reason": "GateFailed", "message": f"{len(failed)} gate(s) failed: {', '.join(failed)}"}
        return GATE_FAILED, {**words, "error": error}
    return 0, words


def on_sigterm(number: int, frame: Any) -> None:
    """Without this, Python as process 1 of a container does not end at all, and is killed 30 s later."""
    raise Failure(TRY_AGAIN, "Terminated", "the pod was asked to stop (SIGTERM)")


def run(train: Callable[[Job, Table], Trained], competes: bool = False) -> None:
    """The process. Raises SystemExit. `competes`: it is also fitted in every fold, on the rows of Trainyard's trainer,
    and may be a candidate of an Experiment."""
    job: Job | None = None
    try:
        signal.signal(signal.SIGTERM, on_sigterm)
        order = json.loads(Path(os.environ.get("TRAINYARD_RUN", "/trainyard/run.json")).read_text())
        job = Job(order, os.environ.get("TRAINYARD_OUTPUT_URI") or order["outputUri"])
        code, words = attempt(job, train, competes)
    except Failure as failure:
        code, words = failure.exit_code, {"error": {"reason": failure.reason, "message": str(failure)[:2000]}}
    except Exception as error:  # noqa: BLE001
        traceback.print_exc()
        code, words = INTERNAL, {"error": {"reason": "Internal", "message": f"{type(error).__name__}: {error}"[:2000]}}
    if job is not None and job.checkpoint is not None:
        words = {**words, "checkpoint": job.checkpoint}
    print(json.dumps(words), flush=True)
    Path(os.environ.get("TRAINYARD_TERMINATION_LOG", "/dev/termination-log")).write_text(json.dumps(words))
    sys.exit(code)
