"""The stages of a run, each timed and recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from trainyard_trainer.log import Log, timestamp

MAX_MESSAGE = 512
#: Percent done when a stage starts.
PERCENT = {
    "Ingest": 0,
    "Validate": 5,
    "Features": 10,
    "Fit": 15,
    "Evaluate": 75,
    "Export": 80,
    "Report": 90,
    "Publish": 95,
}


class Stages:
    """Times of the stages so far. `notify(stage, percent, message, scores=…)` hears of every beginning."""

    def __init__(self, log: Log, notify: Callable[..., None], clock: Callable[[], datetime] | None = None):
        self._log = log
        self._notify = notify
        self._clock = clock or (lambda: datetime.now(UTC))
        self._records: list[dict[str, str]] = []
        self.current = "Start"

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[str], None]]:
        """Yields `say(message)`, which sets what came out of the stage. A stage that fails is recorded too."""
        start = self._clock()
        record = {"name": name, "startTime": timestamp(start), "endTime": timestamp(start), "message": ""}
        self.current = name
        self._records.append(record)
        self._notify(name, PERCENT[name], f"{name} started")
        try:
            yield lambda message: record.update(message=message[:MAX_MESSAGE])
        finally:
            end = self._clock()
            record["endTime"] = timestamp(end)
            seconds = (end - start).total_seconds()
            self._log.info(f"{name}: {record['message'] or 'stopped'}", stage=name, seconds=round(seconds, 3))

    def progress(self, share: float, following: str, message: str, scores: Sequence[float] = ()) -> None:
        """Tells of `share` (0 to 1) of the way from the current stage to the `following` one, and of the scores of the
        folds that are done."""
        low, high = PERCENT[self.current], PERCENT[following]
        self._notify(self.current, int(low + share * (high - low)), message, scores=scores)

    def records(self) -> list[dict[str, str]]:
        """Finished and running stages, oldest first."""
        return [dict(record) for record in self._records]
