"""How many answers are being made right now."""

from __future__ import annotations

import threading
from types import TracebackType


class UnderWay:
    """A context manager around each answer; `wait` returns when none is being made."""

    def __init__(self) -> None:
        self._count = 0
        self._changed = threading.Condition()

    def __enter__(self) -> None:
        with self._changed:
            self._count += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        with self._changed:
            self._count -= 1
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Whether all was answered in that time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._count == 0, seconds)
