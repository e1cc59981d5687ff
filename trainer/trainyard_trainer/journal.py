"""What is done of the fits of a run: the finished folds, and how far the unfinished fit is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from trainyard_trainer.checkpoint import State
from trainyard_trainer.keeper import Keeper


class Journal:
    """Begins where `state` ends. Without a keeper nothing is kept, and fits need not be done step by step."""

    def __init__(self, keeper: Keeper | None = None, state: State | None = None):
        state = state or State()
        self._keeper = keeper
        self._before = state.before
        self._steps = state.steps
        self._payload = state.payload
        self.scores = {name: list(values) for name, values in state.scores.items()}
        self.used = Counter(state.used)
        self.folds = state.folds

    @property
    def keeps(self) -> bool:
        return self._keeper is not None

    def resume(self) -> tuple[int, bytes]:
        """(steps, state) of the unfinished fit, which is the next one; once."""
        steps, payload, self._payload = self._steps, self._payload, b""
        return (steps, payload) if payload else (0, b"")

    def step(self, steps: int, payload: Callable[[], bytes]) -> None:
        """`steps` of the present fit are done."""
        self._steps = steps
        if self._keeper is not None:
            self._keeper.step(lambda: self._state(payload()))

    def finished(self, steps: int) -> None:
        """The present fit is over; there is nothing to keep before it was measured."""
        self._steps = steps

    def fold(self, values: Mapping[str, float], columns: Iterable[str]) -> None:
        """A fold is fitted and measured."""
        for name, value in values.items():
            self.scores.setdefault(name, []).append(value)
        self.used.update(columns)
        self.folds += 1
        self._before += max(self._steps, 1)
        self._steps = 0
        if self._keeper is not None:
            self._keeper.fold(self._state(b""))

    def _state(self, payload: bytes) -> State:
        scores = {name: list(values) for name, values in self.scores.items()}
        return State(scores, dict(self.used), self._before, self._steps, payload)
