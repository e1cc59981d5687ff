"""The feature store: fitted steps in the model store, by what they were fitted on (features.reuse). It saves time and
nothing else: whatever is wrong with it, the run fits its own steps."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from trainyard_trainer.columns import ColumnInfo
from trainyard_trainer.errors import DATA_NOT_FOUND, TrainerError
from trainyard_trainer.feature_entry import BadEntryError, FeatureSets, decode_entry, encode_entry
from trainyard_trainer.ingest import Snapshot
from trainyard_trainer.log import Log
from trainyard_trainer.run_spec import RunSpec
from trainyard_trainer.split import Folds, Split
from trainyard_trainer.store import Store

#: A column of a million different texts makes some 20 MB a fold, which is slower to read than to fit.
MAX_ENTRY_BYTES = 64 << 20
#: What steps are computed with, beside what the pipeline version names.
LIBRARIES = ("numpy", "pandas", "scipy")


def entry_key(run: RunSpec, snapshot: Snapshot, pipeline: str, split: Split, folds: Folds) -> dict[str, Any]:
    """All that the fitted steps depend on. `pipeline` is the pipeline version."""
    return {
        "data": snapshot.sha256,
        "format": snapshot.format,
        "schema": snapshot.schema_hash,
        "pipeline": pipeline,
        "target": run.data.target,
        "task": run.task,
        "split": split.digest,
        "folds": folds.digest,
        "libraries": {name: version(name) for name in LIBRARIES},
    }


class FeatureStore:
    """Entries under `root`, an address that ends in a slash. `folder` is scratch space."""

    def __init__(self, store: Store, root: str, folder: Path, log: Log):
        self._store = store
        self._root = root
        self._folder = folder
        self._log = log

    def uri(self, key: dict[str, Any]) -> str:
        """Where the entry lies: `<root><sha256 of the data>/<sha256 of the key>.json`."""
        name = hashlib.sha256(json.dumps(key, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
        return f"{self._root}{key['data']}/{name}.json"

    def load(self, key: dict[str, Any], columns: list[ColumnInfo], folds: int) -> FeatureSets | None:
        """The entry of `key` with steps for so many folds, or None. Raises nothing."""
        uri = self.uri(key)
        try:
            got = self._store.read(uri, self._folder / "features")
            if got.size_bytes > MAX_ENTRY_BYTES:
                raise BadEntryError(f"it has {got.size_bytes} bytes, more than any entry")
            sets = decode_entry(got.path.read_bytes(), key, columns)
            if len(sets.folds) != folds:
                raise BadEntryError(f"it has {len(sets.folds)} folds instead of {folds}")
            return sets
        except BadEntryError as error:
            self._log.warn(f"The feature store's {uri} is not used: {error}. The features are fitted anew.")
        except TrainerError as error:
            if error.reason != DATA_NOT_FOUND.reason:
                self._log.warn(f"The feature store could not be read, so the features are fitted: {error}")
        return None

    def save(self, key: dict[str, Any], sets: FeatureSets) -> None:
        """Keeps the entry for later runs. Raises nothing."""
        uri = self.uri(key)
        data = encode_entry(key, sets)
        if len(data) > MAX_ENTRY_BYTES:
            self._log.warn(f"The fitted features are not kept: {len(data)} bytes are more than {MAX_ENTRY_BYTES}.")
            return
        try:
            self._store.write(uri, data, "application/json")
        except TrainerError as error:
            self._log.warn(f"The fitted features could not be kept for later runs: {error}")
