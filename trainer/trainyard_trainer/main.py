"""The process: configuration in, exit code and termination message out."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
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
    from trainyard_trainer.train import Outcome


def execute(config: Config, stages: Stages, keeper: Keeper, log: Log) -> Outcome:
    """One run. Every failure is a TrainerError; anything else becomes Internal with its stack in the log."""
    try:
        run = read_run(config.run_path, config.output_uri)
        log.info(f"Training {run.model} with {run.algorithm} ({run.namespace}/{run.name}, attempt {run.attempt}).")
        # Here, not above: SIGTERM must be watched before the libraries take their second to load.
        from trainyard_trainer.store import Store
        from trainyard_trainer.train import Deps, run_training

        with tempfile.TemporaryDirectory(prefix="trainyard-") as folder:
            deps = Deps(
                source=Store.for_data(in_region(config.data, run.data.region), config.mounted, run.data.requester_pays),
                output=Store(config.store),
                stages=stages,
                keeper=keeper,
                log=log,
                folder=Path(folder),
                cpus=config.cpus,
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
    try:
        outcome = execute(config, stages, keeper, log)
        error, published = outcome.error, {**outcome.published.to_json(), "primary": outcome.primary}
    except TrainerError as caught:
        error, published = caught, {}
    if error is None:
        code = termination.end(published, EXIT_DONE)
        log.info("Done.", **published)
    else:
        code = termination.end(failure(error, published), error.exit_code)
        log.error(error.message, reason=error.reason, exitCode=error.exit_code)
    progress.close()
    return code
