"""An S3 store for tests: versitygw if the cluster's tools have built it, else moto.

TRAINYARD_TEST_S3 chooses: `moto`, or the path of a versitygw binary.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainyard_trainer.config import Credentials, credentials_from
from trainyard_trainer.store import s3_client

BUCKETS = ("data", "models")


@dataclass(frozen=True)
class S3Server:
    env: dict[str, str]
    kind: str

    @property
    def credentials(self) -> Credentials:
        return credentials_from(self.env)

    @property
    def client(self) -> Any:
        return s3_client(self.credentials)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def find_versitygw() -> str | None:
    """Path of a built versitygw; it is not built for a test run."""
    wanted = os.environ.get("TRAINYARD_TEST_S3")
    if wanted:
        return None if wanted == "moto" else wanted
    cache = Path(os.environ.get("TRAINYARD_CACHE") or Path.home() / ".cache" / "trainyard")
    built = sorted(cache.glob("versitygw-*/bin/versitygw"), key=lambda path: path.stat().st_mtime)
    return str(built[-1]) if built else None


def _env(port: int) -> dict[str, str]:
    return {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "test-access",
        "AWS_SECRET_ACCESS_KEY": "test-secret",
        "AWS_REGION": "us-east-1",
    }


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"the S3 store does not listen on {port}")


def _prepare(server: S3Server) -> S3Server:
    for bucket in BUCKETS:
        server.client.create_bucket(Bucket=bucket)
    server.client.put_bucket_versioning(Bucket="data", VersioningConfiguration={"Status": "Enabled"})
    return server


@contextmanager
def start_s3(folder: Path) -> Iterator[S3Server]:
    """A store with the buckets `data` (versioned) and `models`."""
    port = free_port()
    binary = find_versitygw()
    if binary is None:
        from moto.server import ThreadedMotoServer

        moto = ThreadedMotoServer("127.0.0.1", port, verbose=False)
        moto.start()
        try:
            yield _prepare(S3Server(_env(port), "moto"))
        finally:
            moto.stop()
        return
    objects, versions = folder / "objects", folder / "versions"
    objects.mkdir()
    versions.mkdir()
    keys = {"ROOT_ACCESS_KEY_ID": "test-access", "ROOT_SECRET_ACCESS_KEY": "test-secret"}
    command = [
        binary,
        "--quiet",
        "--port",
        f"127.0.0.1:{port}",
        "posix",
        "--versioning-dir",
        str(versions),
        str(objects),
    ]
    process = subprocess.Popen(command, env={**os.environ, **keys}, stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield _prepare(S3Server(_env(port), "versitygw"))
    finally:
        process.terminate()
        process.wait(10)
