"""What is answered where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from trainyard_trainer.suggest.body import decode
from trainyard_trainer.suggest.grid import Grid
from trainyard_trainer.suggest.importance import importance
from trainyard_trainer.suggest.requests import SuggestRequest, read_importance, read_suggest


@dataclass(frozen=True)
class Route:
    """`answer` makes a document of the body of a request. Raises InvalidRequestError."""

    method: str
    answer: Callable[[bytes], Any]


def suggest(request: SuggestRequest) -> dict[str, Any]:
    """`trials` by number, and the `size` of a grid, past which there are none."""
    if request.sampler == "Grid":
        grid = Grid(request.space)
        made = [(number, grid.point(number)) for number in request.next if number < grid.size]
        size = grid.size
    else:
        # Here, not above: a grid needs no Optuna, and the server listens before it is loaded.
        from trainyard_trainer.suggest.sampling import sample

        made, size = sample(request), None
    return {"trials": [{"number": number, "parameters": parameters} for number, parameters in made], "size": size}


ROUTES: Mapping[str, Route] = {
    "/healthz": Route("GET", lambda _: {"ok": True}),
    "/suggest": Route("POST", lambda body: suggest(read_suggest(decode(body)))),
    "/importance": Route("POST", lambda body: importance(read_importance(decode(body)))),
}
