"""The process: configuration in, exit code and termination message out."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from trainyard_trainer import __version__
from trainyard_trainer.config import Config, in_region, read_config
from trainyard_trainer.errors import EXIT_DONE, INTERNAL, TERMINATED, TrainerError
from trainyard_trainer.interrupt import on_sigterm
from trainyard_trainer.keeper import Keeper
from trainyard_trainer.log import Log, log_warnings
from trainyard_trainer.progress import Progress
from trainyard_trainer.run_spec import read_run
from trainyard_trainer.stages import Stages
from trainyard_trainer.termination import Termination, failure

if TYPE_CHECKING:
    from trainyard_trainer.gang import Gang
    from trainyard_trainer.run_spec import RunSpec
    from trainyard_trainer.train import Outcome


def led_gang(run: RunSpec, config: Config, log: Log) -> AbstractContextManager[Gang | None]:
    """The gang that this process leads; None where it trains alone."""
    if run.distributed.engine != "Dask":
        return nullcontext()
    from trainyard_trainer.gang import Gang

    return Gang(run.distributed.workers, config.place.port, log)


def serve(config: Config, log: Log) -> None:
    """A worker's whole life. What goes wrong with it is the business of its leader, which has the run."""
    from trainyard_trainer.worker import work

    try:
        work(config.place.scheduler or "", config.cpus, log)
    except Exception as error:
        log.error("The worker failed in a way it does not know.", error)
        raise INTERNAL(detail=f"{type(error).__name__} in worker {config.place.rank}: {error}.") from error


def execute(config: Config, stages: Stages, keeper: Keeper, log: Log) -> Outcome:
    """One run. Every failure is a TrainerError; anything else becomes Internal with its stack in the log."""
    try:
        run = read_run(config.run_path, config.output_uri)
        log.info(f"Training {run.model} with {run.algorithm} ({run.namespace}/{run.name}, attempt {run.attempt}).")
        # Here, not above: SIGTERM must be watched before the libraries take their second to load.
        from trainyard_trainer.deps import Deps
        from trainyard_trainer.store import Store
        from trainyard_trainer.train import run_training

        with tempfile.TemporaryDirectory(prefix="trainyard-") as folder, led_gang(run, config, log) as gang:
            deps = Deps(
                source=Store.for_data(in_region(config.data, run.data.region), config.mounted, run.data.requester_pays),
                output=Store(config.store),
                stages=stages,
                keeper=keeper,
                log=log,
                folder=Path(folder),
                cpus=config.cpus,
                gang=gang,
            )
            return run_training(run, deps)
    except TrainerError:
        raise
    except Exception as error:
        log.error("The trainer failed in a way it does not know.", error)
        raise INTERNAL(detail=f"{type(error).__name__} during {stages.current}: {error}.") from error


def main(
    arguments: list[str],
    env: Mapping[str, str] = os.environ,
    watch: Callable[[Callable[[], int]], None] = on_sigterm,
) -> int:
    """Exit code of the process (see errors). `watch` is told how to end the run when it is asked to stop."""
    config = read_config(arguments, env)
    log = Log(sys.stdout, trainer=__version__)
    log_warnings(log)
    termination = Termination(config.termination_log)
    progress = Progress(config.progress_url, config.token_path, log)
    stages = Stages(log, progress)
    keeper = Keeper(log, progress.checkpoint)

    def preempted() -> int:
        error = TERMINATED(stage=stages.current)
        log.warn(error.message, reason=error.reason)
        kept = keeper.stop()
        return termination.end(failure(error, {"checkpoint": kept} if kept else None), error.exit_code)

    watch(preempted)
    error, published = None, {}
    try:
        if config.place.works:
            serve(config, log)
        else:
            outcome = execute(config, stages, keeper, log)
            error, published = outcome.error, {**outcome.published.to_json(), "primary": outcome.primary}
    except TrainerError as caught:
        error = caught
    if error is None:
        code = termination.end(published, EXIT_DONE)
        log.info("Done.", **published)
    else:
        code = termination.end(failure(error, published), error.exit_code)
        log.error(error.message, reason=error.reason, exitCode=error.exit_code)
    progress.close()
    return code
