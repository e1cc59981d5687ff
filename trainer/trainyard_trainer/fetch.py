"""The bytes of a source on this machine, with what identifies them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainyard_trainer.data_spec import DataSpec
from trainyard_trainer.errors import DIGEST_MISMATCH, EMPTY_DATA
from trainyard_trainer.folders import is_folder, listing_digest
from trainyard_trainer.store import Downloaded, Store


@dataclass(frozen=True)
class DataObject:
    """One object of a folder; `name` is relative to it."""

    name: str
    sha256: str
    size_bytes: int
    version_id: str | None

    def to_json(self) -> dict[str, Any]:
        version = {} if self.version_id is None else {"versionId": self.version_id}
        return {"name": self.name, **version, "sha256": self.sha256, "sizeBytes": self.size_bytes}


@dataclass(frozen=True)
class Fetched:
    """`files` are (address, local path) of what holds rows, in order. `sha256` is that of the one object, or the digest
    of the listing of `objects` (see folders), which are only there for a folder."""

    files: list[tuple[str, Path]]
    sha256: str
    size_bytes: int
    version_id: str | None
    objects: tuple[DataObject, ...] = ()


def _folder(data: DataSpec, store: Store, folder: Path) -> Fetched:
    got: list[tuple[str, Downloaded]] = []
    for count, name in enumerate(store.names_below(data.uri)):
        got.append((name, store.read(f"{data.uri}{name}", folder / f"data-{count}")))
    objects = tuple(DataObject(name, one.sha256, one.size_bytes, one.version_id) for name, one in got)
    files = [(f"{data.uri}{name}", one.path) for name, one in got if one.size_bytes > 0]
    for _, one in got:
        # Writers of many parts leave empty ones where a part had no rows.
        if one.size_bytes == 0:
            one.path.unlink()
    digest = listing_digest((one.name, one.sha256) for one in objects)
    return Fetched(files, digest, sum(one.size_bytes for one in objects), None, objects)


def fetch(data: DataSpec, store: Store, folder: Path) -> Fetched:
    """Copies the source into `folder`; digests are computed on the way, so the bytes that are read later are those.
    Raises DigestMismatch for other bytes than were pinned, EmptyData, and the errors of Store.read."""
    if is_folder(data.uri):
        fetched = _folder(data, store, folder)
    else:
        got = store.read(data.uri, folder / "data", data.version_id)
        fetched = Fetched([(data.uri, got.path)], got.sha256, got.size_bytes, got.version_id)
    if data.sha256 and data.sha256.lower() != fetched.sha256:
        raise DIGEST_MISMATCH(uri=data.uri, found=fetched.sha256, expected=data.sha256)
    if fetched.size_bytes == 0:
        raise EMPTY_DATA(uri=data.uri)
    return fetched
