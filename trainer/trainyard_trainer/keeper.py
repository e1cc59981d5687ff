"""Keeps checkpoints in the store: at every interval, and once more when the run is asked to stop.

Losing one never fails a run. The watcher of SIGTERM and the main thread both come here.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from trainyard_trainer.checkpoint import Checkpoint, State, UnusableError, decode_checkpoint, encode_checkpoint
from trainyard_trainer.errors import DATA_NOT_FOUND, TrainerError
from trainyard_trainer.log import Log, timestamp
from trainyard_trainer.store import Store

FILE = "checkpoint.bin"
CONTENT_TYPE = "application/octet-stream"
#: How long SIGTERM waits for the next step of a fit; the store may take 20 s more, and the kubelet gives 30.
PATIENCE_SECONDS = 5.0


class Keeper:
    """Does nothing until `begin` tells it where. `tell` hears of every checkpoint that was stored."""

    def __init__(self, log: Log, tell: Callable[[dict[str, Any]], None], patience: float = PATIENCE_SECONDS):
        self._log = log
        self._tell = tell
        self._patience = patience
        self._store: Store | None = None
        self._uri = ""
        self._of = ""
        self._every = 0.0
        self._due = 0.0
        self._writing = threading.Lock()
        self._asked = threading.Event()
        self._answered = threading.Event()
        self._sealed = False
        self._stepping = False
        self._newest: State | None = None
        self._stored: dict[str, Any] | None = None
        self._warned = False
        #: Why the checkpoint that was there is not used.
        self.ignored: str | None = None

    def begin(self, store: Store, folder: str, every: float, of: str) -> Checkpoint | None:
        """What an earlier launch kept under `folder`, and from now on checkpoints go there, `every` so many seconds.
        One that cannot be used is told of, and the run begins anew."""
        self._uri, self._every, self._of = f"{folder}{FILE}", every, of
        found = self._read(store)
        self._due = time.monotonic() + every
        self._store = store
        return found

    def step(self, make: Callable[[], State]) -> None:
        """A step of a fit is done. `make` is called only if its state is wanted now."""
        self._stepping = True
        if self._asked.is_set() or time.monotonic() >= self._due:
            self._keep(make())

    def fold(self, state: State) -> None:
        """A fold is done: its state is small, so it is at hand whenever the end comes."""
        self._stepping, self._newest = False, state
        if self._asked.is_set() or time.monotonic() >= self._due:
            self._keep(state)

    def stop(self) -> dict[str, Any] | None:
        """The run is asked to stop: keeps what is done. Returns the newest checkpoint, None if there is none."""
        if self._store is None:
            return None
        self._asked.set()
        if self._stepping:
            self._answered.wait(self._patience)
        newest = self._newest
        if not self._answered.is_set() and newest is not None:
            self._keep(newest)
        with self._writing:
            # The fit goes on until the process is gone: what it kept after this would belie the message.
            self._sealed = True
            return self._stored

    def _keep(self, state: State) -> None:
        if self._store is None:
            return
        with self._writing:
            if not self._sealed and (self._stored is None or state.step > self._stored["step"]):
                self._write(self._store, state)
        self._due = time.monotonic() + self._every
        if self._asked.is_set():
            self._answered.set()

    def _write(self, store: Store, state: State) -> None:
        now = timestamp(datetime.now(UTC))
        try:
            store.write(self._uri, encode_checkpoint(state, now, self._of), CONTENT_TYPE)
        except TrainerError as error:
            if not self._warned:
                self._log.warn(f"A checkpoint could not be stored ({error.message}); the run goes on without it.")
            self._warned = True
            return
        self._stored = {"uri": self._uri, "step": state.step, "time": now}
        self._tell(self._stored)

    def _read(self, store: Store) -> Checkpoint | None:
        try:
            with tempfile.TemporaryDirectory(prefix="trainyard-checkpoint-") as folder:
                data = store.read(self._uri, Path(folder) / FILE).path.read_bytes()
            found = decode_checkpoint(data, self._of)
        except TrainerError as error:
            if error.reason != DATA_NOT_FOUND.reason:
                self._ignore(error.message)
            return None
        except (UnusableError, ValueError, KeyError, TypeError, AttributeError) as error:
            self._ignore(f"{error}" if isinstance(error, UnusableError) else f"it is no checkpoint ({error!r})")
            return None
        self._stored = {"uri": self._uri, "step": found.state.step, "time": found.time}
        return found

    def _ignore(self, why: str) -> None:
        self.ignored = f"The checkpoint {self._uri} is not used, and the run begins anew: {why}."[:512]
        self._log.warn(self.ignored)
