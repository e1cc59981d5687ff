"""The termination message: at most 4096 bytes of JSON, written once, the last word of the run."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from trainyard_trainer.documents import encode
from trainyard_trainer.errors import TrainerError

MAX_BYTES = 4096


def shortened(message: dict[str, Any]) -> bytes:
    """JSON within MAX_BYTES; if it is too long the error's message is shortened, in whole characters."""
    data = encode(message)
    text = message.get("error", {}).get("message", "")
    while len(data) > MAX_BYTES and text:
        text = text[: max(0, len(text) - max(16, (len(data) - MAX_BYTES) // 4))]
        message = {**message, "error": {**message["error"], "message": f"{text}…" if text else ""}}
        data = encode(message)
    return data


def failure(error: TrainerError, published: dict[str, Any] | None = None) -> dict[str, Any]:
    """`published` holds what was uploaded all the same (a failed gate still has a manifest)."""
    return {"error": {"reason": error.reason, "message": error.message}, **(published or {})}


class Termination:
    """The end of the run, decided once: the watcher of SIGTERM and the main thread may both come to one."""

    def __init__(self, path: Path):
        self._path = path
        self._lock = threading.Lock()
        self._exit_code: int | None = None

    def end(self, message: dict[str, Any], exit_code: int) -> int:
        """Writes the message and returns the exit code; whoever comes second gets the first one's. The file is the
        kubelet's: a laptop has none at the default path."""
        with self._lock:
            if self._exit_code is None:
                self._exit_code = exit_code
                if self._path.parent.is_dir():
                    self._path.write_bytes(shortened(message))
            return self._exit_code
