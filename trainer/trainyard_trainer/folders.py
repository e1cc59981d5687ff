"""Addresses of many objects, s3://bucket/folder/, pvc://claim/folder/ or file:///folder/: what lies below them, in
which order, and the one digest that stands for all of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from trainyard_trainer.errors import TOO_MANY_OBJECTS

MAX_OBJECTS = 10_000
#: Writers leave _SUCCESS, _temporary/ and .part-0.crc beside their data, and every reader of such folders skips them.
HIDDEN = ("_", ".")
LOST = "lost+found"


def is_folder(uri: str) -> bool:
    """Whether the address is one of many objects. An HTTP address is always one: a server has no listing."""
    return uri.endswith("/") and not uri.startswith(("http://", "https://"))


def is_data(name: str) -> bool:
    """Whether an object of this name, relative to its folder, holds rows. Names that end in a slash are the marks that
    browsers of stores leave for a folder."""
    return bool(name) and not name.endswith("/") and not any(part.startswith(HIDDEN) for part in name.split("/"))


def in_order(uri: str, names: Iterable[str]) -> list[str]:
    """The names of data in the order of their UTF-8 bytes, which is that of keys in S3. Raises TooManyObjects."""
    chosen = sorted((name for name in names if is_data(name)), key=str.encode)
    if len(chosen) > MAX_OBJECTS:
        raise TOO_MANY_OBJECTS(uri=uri, count=len(chosen), limit=MAX_OBJECTS)
    return chosen


def files_below(folder: Path) -> list[str]:
    """Names of the files below a folder on this machine, relative to it. Links to folders are not followed: they could
    lead out of the volume, or in a circle. Raises OSError."""

    def fail(error: OSError) -> None:
        raise error

    names: list[str] = []
    for place, folders, files in os.walk(folder, onerror=fail):
        # Not even looked into: the file system's own lost+found, for one, is for root alone.
        folders[:] = [name for name in folders if is_data(name) and name != LOST]
        names += [(Path(place) / name).relative_to(folder).as_posix() for name in files]
    return names


def listing_digest(digests: Iterable[tuple[str, str]]) -> str:
    """sha256 over a line `<sha256>  <name>` an object, in order: what `sha256sum <names> | sha256sum` prints."""
    lines = "".join(f"{sha256}  {name}\n" for name, sha256 in digests)
    return hashlib.sha256(lines.encode()).hexdigest()
