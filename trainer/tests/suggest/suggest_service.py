"""The service as the kubelet starts it: a process with an environment, a port and a log."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

from suggest_requests import Document, body


class Service:
    """One process, and what it logged."""

    def __init__(self, process: subprocess.Popen[str]):
        self.process = process
        self.lines: list[Document] = []
        self._changed = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()
        self.port = self.logged("listens")["port"]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._changed:
                self.lines.append(json.loads(line))
                self._changed.notify_all()

    def logged(self, words: str, seconds: float = 30) -> Document:
        """The first line whose message has these words; waits for it."""
        found: list[Document] = []

        def look() -> bool:
            found.extend(line for line in self.lines if words in line["message"])
            return bool(found)

        with self._changed:
            assert self._changed.wait_for(look, seconds), f"no line with {words!r} among {self.lines}"
        return found[0]

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def call(self, method: str, path: str, content: bytes | None = None, **headers: str) -> tuple[int, Any]:
        """Status and document, over a connection of its own."""
        with contextlib.closing(self.connect()) as connection:
            connection.request(method, path, content, headers)
            response = connection.getresponse()
            return response.status, json.loads(response.read())

    def bytes_of(self, document: Document, path: str = "/suggest") -> bytes:
        with contextlib.closing(self.connect()) as connection:
            connection.request("POST", path, body(document))
            response = connection.getresponse()
            content = response.read()
            assert response.status == 200, content
            return content

    def suggested(self, document: Document) -> dict[int, Document]:
        return {trial["number"]: trial["parameters"] for trial in json.loads(self.bytes_of(document))["trials"]}


@contextlib.contextmanager
def service(**env: str) -> Iterator[Service]:
    process = subprocess.Popen(
        [sys.executable, "-m", "trainyard_trainer.suggest"],
        env={**os.environ, "PORT": "0", **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Service(process)
    finally:
        process.kill()
        process.wait(10)


def seconds(start: float) -> float:
    return time.monotonic() - start
