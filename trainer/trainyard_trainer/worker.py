"""A worker of a gang: it connects to the leader's scheduler, does what it is sent, and ends with the leader."""

from __future__ import annotations

import asyncio
import tempfile

from trainyard_trainer.gang import WHOLE
from trainyard_trainer.log import Log


def work(scheduler: str, threads: int, log: Log) -> None:
    """Returns when the leader has closed its scheduler. It looks for the leader until then: a leader may start late,
    and how long a run may take is for spec.activeDeadline to say."""
    log.info(f"Working for {scheduler}.", scheduler=scheduler, threads=threads)
    with tempfile.TemporaryDirectory(prefix="trainyard-worker-") as folder:
        asyncio.run(_work(scheduler, threads, folder))


async def _work(scheduler: str, threads: int, folder: str) -> None:
    from distributed import Worker

    async with Worker(
        scheduler, nthreads=threads, resources=WHOLE, local_directory=folder, death_timeout=None, dashboard=False
    ) as worker:
        await worker.finished()
