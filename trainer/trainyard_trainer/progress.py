"""Progress to the operator. Losing it never fails a run."""

from __future__ import annotations

import json
import math
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainyard_trainer.log import Log

TIMEOUT_SECONDS = 2.0
#: Between two reports; the operator takes two a second.
PAUSE_SECONDS = 1.0
#: After an operator that could not be reached, and at most after one that asks for patience.
PATIENCE_SECONDS = 5.0
MAX_PATIENCE_SECONDS = 60.0
#: A connection reaches one of several replicas, and only one of them takes reports.
TRIES_BEFORE_WARNING = 8
TRIES_AT_THE_END = 5
#: The status that it ends up in holds no more.
MAX_MESSAGE = 512


@dataclass(frozen=True)
class Answer:
    """What came of one report. `again` is None when it makes no sense to send it once more."""

    problem: str | None
    again: float | None
    #: Only a replica that stands by, or too many reports: nothing to worry about.
    expected: bool = False


class Progress:
    """Posts the newest message in the background, so that a slow operator slows no training."""

    def __init__(self, url: str | None, token_path: Path, log: Log, pause: float = PAUSE_SECONDS):
        self._url = url
        self._token_path = token_path
        self._log = log
        self._pause = pause
        self._newest: dict[str, Any] | None = None
        self._last: dict[str, Any] | None = None
        self._checkpoint: dict[str, Any] = {}
        self._scores: dict[str, Any] = {}
        self._changed = threading.Condition()
        self._closed = False
        self._warned = False
        self._thread = threading.Thread(target=self._loop, name="progress", daemon=True)
        if url:
            self._thread.start()

    def __call__(
        self, stage: str, percent: int, message: str, step: int | None = None, scores: Sequence[float] = ()
    ) -> None:
        """`scores`: of the folds that are done; every report from now on has them."""
        body: dict[str, Any] = {"stage": stage, "percent": percent, "message": message[:MAX_MESSAGE]}
        with self._changed:
            self._scores = {"scores": list(scores)} if scores else self._scores
            body |= self._scores
            self._last = body if step is None else {**body, "step": step}
            self._newest = {**self._last, **self._checkpoint}
            self._changed.notify()

    def checkpoint(self, stored: dict[str, Any]) -> None:
        """Every report from now on names it, the newest one at once."""
        with self._changed:
            self._checkpoint = {"checkpoint": stored}
            if self._last is not None:
                self._newest = {**self._last, **self._checkpoint}
                self._changed.notify()

    def close(self) -> None:
        """Sends what is left, for at most one timeout."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._url:
            self._thread.join(TIMEOUT_SECONDS)

    def _loop(self) -> None:
        not_before, tries = 0.0, 0
        while (taken := self._take(not_before)) is not None:
            body, last = taken
            answer = self._post(body)
            tries = tries + 1 if answer.problem else 0
            self._warn_of(answer, tries)
            wait = self._pause if answer.again is None else answer.again
            not_before = time.monotonic() + wait
            if answer.again is not None:
                self._keep(body)
            if last and tries >= TRIES_AT_THE_END:
                return
            if last and answer.again is not None:
                time.sleep(min(wait, TIMEOUT_SECONDS / TRIES_AT_THE_END))

    def _take(self, not_before: float) -> tuple[dict[str, Any], bool] | None:
        """The newest message, when its time has come, and whether it is the last one; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._newest is not None or self._closed)
            while not self._closed and (left := not_before - time.monotonic()) > 0:
                self._changed.wait(left)
            newest, self._newest = self._newest, None
            return None if newest is None else (newest, self._closed)

    def _keep(self, body: dict[str, Any]) -> None:
        """For another try, unless there is something newer to say."""
        with self._changed:
            self._newest = self._newest or body

    def _post(self, body: dict[str, Any]) -> Answer:
        try:
            headers = {"Content-Type": "application/json"}
            if self._token_path.is_file():
                # Read every time: the kubelet rotates it.
                headers["Authorization"] = f"Bearer {self._token_path.read_text().strip()}"
            request = urllib.request.Request(str(self._url), json.dumps(body).encode(), headers, method="POST")
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS):
                return Answer(problem=None, again=None)
        except urllib.error.HTTPError as error:
            error.close()
            patient = error.code in (429, 503)
            return Answer(str(error), patience(error.headers.get("Retry-After")) if patient else None, patient)
        except (OSError, ValueError) as error:
            return Answer(str(error), PATIENCE_SECONDS)

    def _warn_of(self, answer: Answer, tries: int) -> None:
        if answer.problem is None or self._warned or (answer.expected and tries < TRIES_BEFORE_WARNING):
            return
        self._warned = True
        self._log.warn(f"Progress could not be sent ({answer.problem}); the run goes on without it.")


def patience(retry_after: str | None) -> float:
    """Seconds that a `Retry-After` asks for, within reason; a date in it counts as nothing said."""
    try:
        seconds = float(retry_after or PATIENCE_SECONDS)
    except ValueError:
        return PATIENCE_SECONDS
    return min(max(seconds, 0.0), MAX_PATIENCE_SECONDS) if math.isfinite(seconds) else PATIENCE_SECONDS
