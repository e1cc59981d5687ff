"""A checkpoint: what is done of a run, in one object, so that it is there whole or not at all.

The first line is the sha256 of all that follows, the second one JSON, the rest the state of the unfinished fit. No
pickle: whoever may write to the store must not run code in the next launch.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from trainyard_trainer.documents import encode

FORMAT = 1
NEWLINE = b"\n"


class UnusableError(Exception):
    """The bytes are no checkpoint of this run. The text says why, for people."""


@dataclass(frozen=True)
class State:
    """`scores` by metric, one value a finished fold (NaN where it has none); `used` counts the folds by column.
    `before` is the number of steps of all finished fits, `steps` of the unfinished one, whose state is `payload`."""

    scores: Mapping[str, list[float]] = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)
    before: int = 0
    steps: int = 0
    payload: bytes = b""

    @property
    def folds(self) -> int:
        """Number of finished folds."""
        return len(next(iter(self.scores.values()), []))

    @property
    def step(self) -> int:
        """Steps that need not be done again: trees or epochs, and 1 for a fold whose model has none of them."""
        return self.before + self.steps


@dataclass(frozen=True)
class Checkpoint:
    """`sha256` is the digest of the content; `time` is RFC 3339."""

    state: State
    time: str
    sha256: str


def fingerprint(parts: Mapping[str, Any]) -> str:
    """Digest of everything that two launches must have in common for one to go on where the other stopped."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def encode_checkpoint(state: State, time: str, of: str) -> bytes:
    """`of` is the fingerprint of the run."""
    header = {
        "format": FORMAT,
        "of": of,
        "time": time,
        "scores": state.scores,
        "used": state.used,
        "before": state.before,
        "steps": state.steps,
    }
    content = encode(header) + NEWLINE + state.payload
    return hashlib.sha256(content).hexdigest().encode() + NEWLINE + content


def decode_checkpoint(data: bytes, of: str) -> Checkpoint:
    """Raises UnusableError."""
    digest, _, content = data.partition(NEWLINE)
    sha256 = hashlib.sha256(content).hexdigest()
    if digest != sha256.encode():
        raise UnusableError("its bytes do not have the digest that they begin with")
    header, _, payload = content.partition(NEWLINE)
    document = json.loads(header)
    if document["format"] != FORMAT:
        raise UnusableError(f"it has the format {document['format']}, and this trainer reads {FORMAT}")
    if document["of"] != of:
        raise UnusableError("it is of other data, parameters or library versions")
    scores = {
        name: [math.nan if score is None else score for score in values] for name, values in document["scores"].items()
    }
    state = State(scores, document["used"], document["before"], document["steps"], payload)
    return Checkpoint(state, document["time"], sha256)
