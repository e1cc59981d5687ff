"""What a run talks to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainyard_trainer.gang import Gang
from trainyard_trainer.keeper import Keeper
from trainyard_trainer.log import Log
from trainyard_trainer.stages import Stages
from trainyard_trainer.store import Store


@dataclass(frozen=True)
class Deps:
    """What a run talks to. `folder` is scratch space; `gang` are the processes that train with this one."""

    source: Store
    output: Store
    stages: Stages
    keeper: Keeper
    log: Log
    folder: Path
    cpus: int
    gang: Gang | None = None
