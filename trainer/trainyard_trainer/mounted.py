"""Sources that the pod mounts, read-only: pvc://claim/path and configmap://name/key."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from trainyard_trainer.errors import BAD_CONFIGURATION

SCHEMES = ("pvc", "configmap")


def mounted_path(uri: str, folder: Path) -> Path:
    """Where the source lies; `folder` is where the claim or ConfigMap is mounted. Raises BadConfiguration."""
    scheme, _, rest = uri.partition("://")
    name, slash, path = rest.partition("/")
    if not name or not slash or (scheme == "configmap" and (not path or "/" in path)):
        form = "pvc://claim/path" if scheme == "pvc" else "configmap://name/key"
        raise BAD_CONFIGURATION(where=uri, problem=f"the address must have the form {form}")
    if ".." in PurePosixPath(path).parts:
        raise BAD_CONFIGURATION(where=uri, problem="the path must not contain ..")
    return folder / path.lstrip("/")
