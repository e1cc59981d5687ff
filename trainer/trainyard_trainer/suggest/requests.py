"""The two questions that the service answers, read from their documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trainyard_trainer.suggest.fields import MAX_WHOLE, integer, items, members, option
from trainyard_trainer.suggest.history import Entry, read_history
from trainyard_trainer.suggest.invalid import InvalidRequestError
from trainyard_trainer.suggest.read_space import read_space
from trainyard_trainer.suggest.space import Space

SAMPLERS = ("TPE", "Random", "Grid")
DIRECTIONS = ("Maximize", "Minimize")
#: One answer stays within seconds.
MAX_NEXT = 1000


@dataclass(frozen=True)
class SuggestRequest:
    """`history` and `next` (numbers of the trials wanted) are sorted by number and share none."""

    space: Space
    sampler: str
    direction: str
    seed: int
    history: tuple[Entry, ...]
    next: tuple[int, ...]


@dataclass(frozen=True)
class ImportanceRequest:
    """`history` is sorted by number."""

    space: Space
    direction: str
    seed: int
    history: tuple[Entry, ...]


def _read_next(value: Any, history: tuple[Entry, ...]) -> tuple[int, ...]:
    known, wanted = {entry.number for entry in history}, set()
    for index, item in enumerate(items(value, "next", 1, MAX_NEXT)):
        number = integer(item, f"next[{index}]", 0, MAX_WHOLE)
        if number in wanted:
            raise InvalidRequestError(f"next[{index}]: the trial {number} is asked for twice.")
        if number in known:
            raise InvalidRequestError(f"next[{index}]: the trial {number} is asked for, but the history has it.")
        wanted.add(number)
    return tuple(sorted(wanted))


def read_suggest(document: Any) -> SuggestRequest:
    """Raises InvalidRequestError."""
    fields = members(document, "", ("space", "sampler", "direction", "seed", "history", "next"))
    history = read_history(fields["history"])
    return SuggestRequest(
        space=read_space(fields["space"]),
        sampler=option(fields["sampler"], "sampler", SAMPLERS),
        direction=option(fields["direction"], "direction", DIRECTIONS),
        seed=integer(fields["seed"], "seed"),
        history=history,
        next=_read_next(fields["next"], history),
    )


def read_importance(document: Any) -> ImportanceRequest:
    """Raises InvalidRequestError."""
    fields = members(document, "", ("space", "direction", "seed", "history"))
    return ImportanceRequest(
        space=read_space(fields["space"]),
        direction=option(fields["direction"], "direction", DIRECTIONS),
        seed=integer(fields["seed"], "seed"),
        history=read_history(fields["history"]),
    )
