"""How many pods train one model together: `spec.distributed`, and which of them this process is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from trainyard_trainer.section import Section

ENGINES = ("None", "Dask", "Torchrun")
SCHEDULER_PORT = 8786


@dataclass(frozen=True)
class DistributedSpec:
    """`engine` is one of ENGINES. With Dask a leading process has so many `workers` beside it."""

    engine: str
    workers: int


@dataclass(frozen=True)
class Place:
    """Who this process is in its gang: 0 leads. `scheduler` is the address of the leader's scheduler, if it has one."""

    rank: int
    scheduler: str | None

    @property
    def works(self) -> bool:
        """It has no run of its own, and does what the leader sends."""
        return self.scheduler is not None and self.rank > 0

    @property
    def port(self) -> int:
        """TCP port of the scheduler."""
        return urlsplit(self.scheduler or "").port or SCHEDULER_PORT


def read_place(env: Mapping[str, str]) -> Place:
    """From the index that an Indexed Job gives each of its pods, and Dask's own variable."""
    return Place(int(env.get("JOB_COMPLETION_INDEX") or 0), env.get("DASK_SCHEDULER_ADDRESS") or None)


def distributed_spec(spec: Section) -> DistributedSpec:
    """Raises BadConfiguration."""
    wanted = spec.section("distributed").only("engine", "workers")
    engine = wanted.text("engine", "None", ENGINES)
    if engine == "Torchrun":
        wanted.fail("engine: Torchrun is for programs of your own (algorithm.name custom)")
    return DistributedSpec(engine, wanted.integer("workers", 1, 1, 1000))
