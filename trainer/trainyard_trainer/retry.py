"""Bounded retries: a peer that is away for a moment is waited for, one that stays away is reported."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")

BUDGET_SECONDS = 20.0
#: For the results of a run: what may have taken hours is worth minutes.
RESULT_BUDGET_SECONDS = 600.0
LONGEST_WAIT_SECONDS = 15.0
FIRST_WAIT_SECONDS = 0.5
CONNECT_TIMEOUT_SECONDS = 3.0
READ_TIMEOUT_SECONDS = 5.0


class UnreachableError(Exception):
    """The peer could not be reached, answered 5xx or asked to slow down; trying again may help."""


class GaveUpError(Exception):
    """All attempts ended in UnreachableError. The cause is the last one."""

    def __init__(self, attempts: int, seconds: float, detail: str):
        super().__init__(detail)
        self.attempts = attempts
        self.seconds = seconds
        self.detail = detail


def waits(first: float = FIRST_WAIT_SECONDS) -> Iterator[float]:
    """0.5, 1, 2, 4, 8, 15, 15, … seconds."""
    wait = first
    while True:
        yield wait
        wait = min(wait * 2, LONGEST_WAIT_SECONDS)


def with_retries(
    attempt: Callable[[], T],
    budget: float = BUDGET_SECONDS,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> T:
    """Result of the first attempt that does not raise UnreachableError. Another attempt starts only if its wait and its
    longest silence still fit into the budget (seconds), so that all of it ends within the budget."""
    start = clock()
    for count, wait in enumerate(waits(), start=1):
        try:
            return attempt()
        except UnreachableError as error:
            elapsed = clock() - start
            if elapsed + wait + READ_TIMEOUT_SECONDS > budget:
                raise GaveUpError(count, elapsed, str(error)) from error
            sleep(wait)
    raise AssertionError("waits() never ends")
