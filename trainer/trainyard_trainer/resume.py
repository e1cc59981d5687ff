"""What an earlier launch of the same run left, and what the manifest says of it."""

from __future__ import annotations

from typing import Any

from trainyard_trainer import __version__
from trainyard_trainer.checkpoint import Checkpoint, fingerprint
from trainyard_trainer.deps import Deps
from trainyard_trainer.features import pipeline_version
from trainyard_trainer.manifest import environment
from trainyard_trainer.plan import Plan
from trainyard_trainer.prepare import Prepared
from trainyard_trainer.run_spec import RunSpec
from trainyard_trainer.steps import differs_after_resume


def resume(run: RunSpec, prepared: Prepared, plan: Plan, deps: Deps) -> Checkpoint | None:
    """What an earlier launch kept of the same work; None if there is nothing that can be used."""
    if run.checkpoint is None:
        return None
    recipe, data = prepared.recipe, prepared.data
    of = fingerprint(
        {
            "data": prepared.snapshot.sha256,
            "split": prepared.split.digest,
            "folds": prepared.folds.digest,
            "features": pipeline_version(recipe.feature_spec, data.features),
            "algorithm": [run.algorithm, run.task, recipe.parameters],
            "metrics": [(metric.name, run.custom) for metric in plan.metrics],
            "environment": environment(),
            "trainer": __version__,
        }
    )
    found = deps.keeper.begin(deps.output, run.checkpoint.uri, run.checkpoint.every_seconds, of)
    if found is not None:
        deps.log.info(f"The run goes on from step {found.state.step}, as kept at {found.time}.", step=found.state.step)
    return found


def after_resume(found: Checkpoint | None, prepared: Prepared, deps: Deps) -> dict[str, Any] | None:
    """What the manifest says of the checkpoint."""
    if found is None:
        return {"ignored": deps.keeper.ignored} if deps.keeper.ignored else None
    why = differs_after_resume(prepared.recipe.algorithm, prepared.recipe.parameters)
    record = {"step": found.state.step, "time": found.time, "sha256": found.sha256, "sameBytes": why is None}
    return record if why is None else {**record, "message": why}
