"""Progress to the operator. Losing it never fails a run."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from trainyard_trainer.log import Log

TIMEOUT_SECONDS = 2.0


class Progress:
    """Posts the newest message in the background, so that a slow operator slows no training."""

    def __init__(self, url: str | None, token_path: Path, log: Log):
        self._url = url
        self._token_path = token_path
        self._log = log
        self._newest: dict[str, Any] | None = None
        self._changed = threading.Condition()
        self._closed = False
        self._warned = False
        self._thread = threading.Thread(target=self._loop, name="progress", daemon=True)
        if url:
            self._thread.start()

    def __call__(self, stage: str, percent: int, message: str) -> None:
        with self._changed:
            self._newest = {"stage": stage, "percent": percent, "message": message}
            self._changed.notify()

    def close(self) -> None:
        """Sends what is left, for at most one timeout."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._url:
            self._thread.join(TIMEOUT_SECONDS)

    def _loop(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._newest is not None or self._closed)
                newest, self._newest = self._newest, None
                if newest is None:
                    return
            self._post(newest)

    def _post(self, body: dict[str, Any]) -> None:
        try:
            headers = {"Content-Type": "application/json"}
            if self._token_path.is_file():
                # Read every time: the kubelet rotates it.
                headers["Authorization"] = f"Bearer {self._token_path.read_text().strip()}"
            request = urllib.request.Request(str(self._url), json.dumps(body).encode(), headers, method="POST")
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS):
                pass
        except (OSError, ValueError, urllib.error.URLError) as error:
            if not self._warned:
                self._warned = True
                self._log.warn(f"Progress could not be sent ({error}); the run goes on without it.")
