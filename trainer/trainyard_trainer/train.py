"""The stages of a run in order: the only module that orders I/O."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from trainyard_trainer.algorithms import reported_parameters
from trainyard_trainer.baseline import baseline
from trainyard_trainer.deps import Deps
from trainyard_trainer.errors import GATE_FAILED, TrainerError
from trainyard_trainer.evaluate import Evaluation, evaluate
from trainyard_trainer.explain import explain
from trainyard_trainer.export import MODEL_FILE, Exported, export
from trainyard_trainer.fairness import ColumnFairness, fairness, worst
from trainyard_trainer.fit import Fitted, FoldScores, cross_validate, fit_pipeline
from trainyard_trainer.gates import judge
from trainyard_trainer.holdout import HOLDOUT_FILE, held_out
from trainyard_trainer.journal import Journal
from trainyard_trainer.manifest import Evidence, build_manifest, encode_manifest, file_entry
from trainyard_trainer.plan import Plan, check_spec
from trainyard_trainer.prepare import Prepared, prepare
from trainyard_trainer.publish import REPORT_FILE, Published, publish
from trainyard_trainer.resume import after_resume, resume
from trainyard_trainer.run_spec import RunSpec
from trainyard_trainer.steps import fit_in_steps


@dataclass(frozen=True)
class Outcome:
    """What was published, and the error that ends the run all the same (a failed gate)."""

    published: Published
    primary: dict[str, Any]
    error: TrainerError | None


def fit(run: RunSpec, prepared: Prepared, plan: Plan, deps: Deps) -> tuple[FoldScores, Fitted, dict[str, Any] | None]:
    """Fit: every fold, then all training rows; without what an earlier launch has done of it."""
    sets = prepared.features.sets
    with deps.stages.stage("Fit") as say:
        if deps.gang is not None:
            deps.gang.gather()
        found = resume(run, prepared, plan, deps)
        journal = Journal(None if run.checkpoint is None else deps.keeper, None if found is None else found.state)

        def tell(done: int, total: int) -> None:
            primary = [score for score in journal.scores[run.primary] if math.isfinite(score)]
            deps.stages.progress(done / (total + 1), "Evaluate", f"fold {done} of {total}", primary)

        scores = cross_validate(
            prepared.data,
            prepared.folds,
            prepared.recipe,
            plan.metrics,
            tell,
            journal,
            sets,
            deps.gang,
        )
        final = sets and sets.final
        fitter = fit_in_steps if deps.gang is None else deps.gang.fit
        rows, recipe = prepared.split.train, prepared.recipe
        fitted = fit_pipeline(prepared.data, rows, recipe, prepared.selection, final, journal, fitter)
        for warning in fitted.warnings:
            deps.log.warn(f"{plan.algorithm.library}: {warning}")
        say(f"{len(prepared.folds.pairs)} folds and the final model with {len(fitted.features.names)} features")
    return scores, fitted, after_resume(found, prepared, deps)


def assess(
    run: RunSpec, plan: Plan, prepared: Prepared, scores: FoldScores, fitted: Fitted, deps: Deps
) -> tuple[Evaluation, list[ColumnFairness], Exported]:
    """Evaluate and Export."""
    with deps.stages.stage("Evaluate") as say:
        data, split = prepared.data, prepared.split
        evaluation = evaluate(data, split, fitted.pipeline, scores, plan.metrics)
        fair = fairness(data, prepared.snapshot.columns, run.data.sensitive, split, evaluation.test, run.task)
        evaluation.measurements.extend(worst(fair, len(split.test)))
        say(f"{run.primary} {evaluation.value(run.primary, 'Test'):.4g} on test rows")
    with deps.stages.stage("Export") as say:
        exported = export(data, split, fitted, plan.algorithm)
        parity = exported.parity
        say(
            f"{len(exported.data)} bytes; parity on {parity.rows} rows within {parity.max_abs_error:.2g} "
            f"(allowed {parity.allowed:.2g}), "
            f"{parity.undecided} undecided; one row takes {exported.latency.p50:.0f} us"
        )
    return evaluation, fair, exported


def run_training(run: RunSpec, deps: Deps) -> Outcome:
    """A whole run. Raises TrainerError when nothing can be published."""
    if run.ignored:
        deps.log.warn(f"This trainer does not know these fields of the spec: {', '.join(run.ignored)}.")
    plan = check_spec(run)
    prepared = prepare(run, plan, deps)
    scores, fitted, resumed = fit(run, prepared, plan, deps)
    evaluation, fair, exported = assess(run, plan, prepared, scores, fitted, deps)
    data, split = prepared.data, prepared.split
    with deps.stages.stage("Report") as say:
        from trainyard_trainer.report import render_report

        explanation = explain(
            run.explain, run.algorithm, run.task, data, split, fitted, exported.session, plan.metrics[0], plan.seed
        )
        if explanation.message:
            deps.log.warn(explanation.message)
        evidence = Evidence(
            run=run,
            snapshot=prepared.snapshot,
            data=data,
            split=split,
            folds=prepared.folds,
            scores=scores,
            evaluation=evaluation,
            holdout=held_out(data, split, evaluation.test),
            exported=exported,
            gates=judge(run.gates, evaluation.measurements, exported.parity.max_abs_error),
            quality=prepared.quality,
            baseline=baseline(data.frame.iloc[split.train], data.features),
            explanation=explanation,
            parameters=reported_parameters(
                plan.algorithm, prepared.recipe.parameters, run.parameters, fitted.pipeline.model
            ),
            seed=plan.seed,
            pipeline_version=prepared.features.version,
            reused_from=prepared.features.reused_from,
            feature_names=fitted.features.names,
            selection=prepared.selection,
            fairness=fair,
            checkpoint=resumed,
        )
        report = render_report(evidence, deps.stages.records()).encode()
        say(f"{len(report)} bytes")
    return publish_evidence(evidence, report, deps)


def publish_evidence(evidence: Evidence, report: bytes, deps: Deps) -> Outcome:
    """Uploads everything, also when a gate failed: people must see why."""
    run = evidence.run
    rows = {} if evidence.holdout is None else {HOLDOUT_FILE: evidence.holdout.encode()}
    files = {MODEL_FILE: evidence.exported.data, REPORT_FILE: report, **rows}
    entries = [file_entry(name, content) for name, content in files.items()]
    manifest = encode_manifest(build_manifest(evidence, entries, deps.stages.records()))
    with deps.stages.stage("Publish") as say:
        published = publish(deps.output, run.output_uri, files, manifest)
        say(f"{len(files) + 1} files under {run.output_uri}")
    failed = [result.sentence() for result in evidence.gates if not result.passed]
    error = GATE_FAILED(count=len(failed), failures="; ".join(failed)) if failed else None
    value = evidence.evaluation.value(run.primary, "Test")
    return Outcome(published, {"name": run.primary, "value": value}, error)
