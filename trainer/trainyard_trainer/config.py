"""What the process learns from its environment. No other module reads it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from trainyard_trainer.distributed_spec import Place, read_place

CREDENTIAL_NAMES = ("AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION")
DEFAULT_REGION = "us-east-1"


@dataclass(frozen=True)
class Credentials:
    """Access to one S3-compatible store. The secret key never shows in a repr."""

    endpoint_url: str | None
    access_key_id: str | None
    secret_access_key: str | None
    session_token: str | None
    region: str

    def __repr__(self) -> str:
        return f"Credentials(endpoint_url={self.endpoint_url!r}, region={self.region!r})"


@dataclass(frozen=True)
class Config:
    """Paths, addresses and credentials of one process. `mounted` is where a claim or ConfigMap with data lies."""

    run_path: Path
    termination_log: Path
    output_uri: str | None
    progress_url: str | None
    token_path: Path
    store: Credentials
    data: Credentials
    mounted: Path
    cpus: int
    place: Place


def credentials_from(values: Mapping[str, str]) -> Credentials:
    """Credentials by the standard AWS names; empty strings count as absent."""
    return Credentials(
        endpoint_url=values.get("AWS_ENDPOINT_URL") or None,
        access_key_id=values.get("AWS_ACCESS_KEY_ID") or None,
        secret_access_key=values.get("AWS_SECRET_ACCESS_KEY") or None,
        session_token=values.get("AWS_SESSION_TOKEN") or None,
        region=values.get("AWS_REGION") or DEFAULT_REGION,
    )


def data_credentials(folder: Path, fallback: Credentials) -> Credentials:
    """The mounted secret's files if the folder is there, else the store's. Keys may be a subset: the endpoint and
    region then come from the store, but an access key is never mixed with another secret."""
    if not folder.is_dir():
        return fallback
    found = {name: (folder / name).read_text().strip() for name in CREDENTIAL_NAMES if (folder / name).is_file()}
    own = credentials_from(found)
    return Credentials(
        endpoint_url=own.endpoint_url or fallback.endpoint_url,
        access_key_id=own.access_key_id,
        secret_access_key=own.secret_access_key,
        session_token=own.session_token,
        region=own.region if "AWS_REGION" in found else fallback.region,
    )


def in_region(credentials: Credentials, region: str | None) -> Credentials:
    """The same credentials for a bucket of another region, where one is named."""
    return credentials if region is None else replace(credentials, region=region)


def available_cpus() -> int:
    """Whole CPUs this container may use: the cgroup v2 quota, else the affinity mask; at least 1."""
    affinity = len(os.sched_getaffinity(0))
    quota_file = Path("/sys/fs/cgroup/cpu.max")
    if not quota_file.is_file():
        return affinity
    quota, period = quota_file.read_text().split()[:2]
    return affinity if quota == "max" else max(1, min(affinity, int(quota) // int(period)))


def read_config(arguments: list[str], env: Mapping[str, str]) -> Config:
    """Config from the command line and the environment."""
    store = credentials_from(env)
    return Config(
        run_path=Path(arguments[0] if arguments else env.get("TRAINYARD_RUN") or "/trainyard/run.json"),
        termination_log=Path(env.get("TRAINYARD_TERMINATION_LOG") or "/dev/termination-log"),
        output_uri=env.get("TRAINYARD_OUTPUT_URI") or None,
        progress_url=env.get("TRAINYARD_PROGRESS_URL") or None,
        token_path=Path(env.get("TRAINYARD_TOKEN") or "/trainyard/token/token"),
        store=store,
        data=data_credentials(Path(env.get("TRAINYARD_DATA_SECRET") or "/trainyard/data-secret"), store),
        mounted=Path(env.get("TRAINYARD_DATA") or "/trainyard/data"),
        cpus=available_cpus(),
        place=read_place(env),
    )
