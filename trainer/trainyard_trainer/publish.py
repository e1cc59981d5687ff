"""Stage Publish: the files go to the store, the manifest last: whoever sees it sees all it names."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from trainyard_trainer.export import MODEL_FILE
from trainyard_trainer.retry import RESULT_BUDGET_SECONDS
from trainyard_trainer.store import Store

MANIFEST_FILE = "manifest.json"
REPORT_FILE = "report.html"
CONTENT_TYPES = {".onnx": "application/octet-stream", ".html": "text/html; charset=utf-8", ".json": "application/json"}


@dataclass(frozen=True)
class Published:
    """What the termination message says of the uploaded files."""

    manifest: dict[str, str]
    artifact: dict[str, Any]
    report: dict[str, str]

    def to_json(self) -> dict[str, Any]:
        return {"manifest": self.manifest, "artifact": self.artifact, "report": self.report}


def content_type(name: str) -> str:
    return CONTENT_TYPES[name[name.rindex(".") :]]


def publish(store: Store, output_uri: str, files: dict[str, bytes], manifest: bytes) -> Published:
    """`output_uri` ends in a slash. Raises StoreUnreachable, StoreNotFound or AccessDenied."""
    for name, data in {**files, MANIFEST_FILE: manifest}.items():
        store.write(f"{output_uri}{name}", data, content_type(name), RESULT_BUDGET_SECONDS)
    model = files[MODEL_FILE]
    return Published(
        manifest={"uri": f"{output_uri}{MANIFEST_FILE}", "sha256": hashlib.sha256(manifest).hexdigest()},
        artifact={
            "uri": f"{output_uri}{MODEL_FILE}",
            "sha256": hashlib.sha256(model).hexdigest(),
            "sizeBytes": len(model),
        },
        report={"uri": f"{output_uri}{REPORT_FILE}"},
    )
