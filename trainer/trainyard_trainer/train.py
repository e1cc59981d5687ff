"""The stages of a run in order: the only module that orders I/O."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainyard_trainer import __version__
from trainyard_trainer.algorithms import (
    Algorithm,
    by_class_index,
    check_parameters,
    effective_parameters,
    find_algorithm,
    reported_parameters,
)
from trainyard_trainer.baseline import baseline
from trainyard_trainer.checkpoint import Checkpoint, fingerprint
from trainyard_trainer.custom_metrics import custom_metrics
from trainyard_trainer.errors import GATE_FAILED, NO_FEATURE_SELECTED, TrainerError
from trainyard_trainer.evaluate import Evaluation, evaluate
from trainyard_trainer.explain import explain
from trainyard_trainer.export import MODEL_FILE, Exported, export
from trainyard_trainer.fairness import ColumnFairness, fairness, worst
from trainyard_trainer.feature_entry import FeatureSets
from trainyard_trainer.feature_store import FeatureStore, entry_key
from trainyard_trainer.features import pipeline_version, resolve_features
from trainyard_trainer.fit import (
    Fitted,
    FoldScores,
    Recipe,
    cross_validate,
    fit_feature_sets,
    fit_pipeline,
    select_features,
)
from trainyard_trainer.gang import Gang
from trainyard_trainer.gates import judge
from trainyard_trainer.ingest import Snapshot, ingest
from trainyard_trainer.journal import Journal
from trainyard_trainer.keeper import Keeper
from trainyard_trainer.log import Log
from trainyard_trainer.manifest import Evidence, build_manifest, encode_manifest, environment, file_entry
from trainyard_trainer.metrics import Metric, metrics_of
from trainyard_trainer.publish import REPORT_FILE, Published, publish
from trainyard_trainer.quality import quality
from trainyard_trainer.run_spec import FeatureSpec, RunSpec
from trainyard_trainer.selection import Selection
from trainyard_trainer.split import Folds, Split, fold_rows, split_rows
from trainyard_trainer.stages import Stages
from trainyard_trainer.steps import differs_after_resume, fit_in_steps
from trainyard_trainer.store import Store
from trainyard_trainer.validate import Dataset, validate


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


@dataclass(frozen=True)
class Outcome:
    """What was published, and the error that ends the run all the same (a failed gate)."""

    published: Published
    primary: dict[str, Any]
    error: TrainerError | None


@dataclass(frozen=True)
class Plan:
    """The parts of a spec that can be wrong before any data is read."""

    algorithm: Algorithm
    metrics: list[Metric]
    seed: int


@dataclass(frozen=True)
class KnownFeatures:
    """`sets` are there with features.reuse; `reused_from` is the entry of the feature store that they came from."""

    version: str
    sets: FeatureSets | None = None
    reused_from: str | None = None


@dataclass(frozen=True)
class Prepared:
    snapshot: Snapshot
    data: Dataset
    quality: list[dict[str, Any]]
    split: Split
    folds: Folds
    recipe: Recipe
    selection: Selection | None
    features: KnownFeatures


def check_spec(run: RunSpec) -> Plan:
    """Raises the configuration errors (64)."""
    algorithm = find_algorithm(run.algorithm, run.task)
    check_parameters(algorithm, run.parameters)
    seed = run.parameters.get("random_state", run.split.seed)
    return Plan(
        algorithm,
        metrics_of(run, custom_metrics(run.custom, run.task)),
        seed if isinstance(seed, int) else run.split.seed,
    )


def selection_of(data: Dataset, split: Split, spec: FeatureSpec) -> Selection | None:
    """The selection by all training rows. Raises NoFeatureSelected."""
    selection = select_features(data, split.train, spec)
    if selection is None or selection.columns:
        return selection
    nearest = min(selection.tested, key=lambda item: item.adjusted_p)
    raise NO_FEATURE_SELECTED(
        count=len(selection.tested),
        least=nearest.adjusted_p,
        column=nearest.column.name,
        alpha=spec.select.alpha if spec.select else 1.0,
    )


def stored_features(
    run: RunSpec, snapshot: Snapshot, data: Dataset, split: Split, folds: Folds, spec: FeatureSpec, deps: Deps
) -> tuple[KnownFeatures, Selection | None]:
    """The feature steps of the run and the selection by all training rows: with features.reuse out of the feature
    store, or fitted here and put there; else the steps are left to stage Fit. Raises NoFeatureSelected."""
    pipeline = pipeline_version(spec, data.features)
    if not run.reuse_features:
        return KnownFeatures(pipeline), selection_of(data, split, spec)
    store = FeatureStore(deps.output, run.feature_store_uri, deps.folder, deps.log)
    key = entry_key(run, snapshot, pipeline, split, folds)
    sets = store.load(key, data.features, len(folds.pairs))
    if sets is not None:
        return KnownFeatures(pipeline, sets, store.uri(key)), sets.final.selection
    selection = selection_of(data, split, spec)
    sets = fit_feature_sets(data, split, folds, spec, selection)
    store.save(key, sets)
    return KnownFeatures(pipeline, sets), selection


def prepare(run: RunSpec, plan: Plan, deps: Deps) -> Prepared:
    """Ingest, Validate and Features: a table that holds what it should, and which rows do what."""
    with deps.stages.stage("Ingest") as say:
        snapshot = ingest(run.data, deps.source, deps.folder)
        say(
            f"{snapshot.rows} rows, {len(snapshot.columns)} columns of {snapshot.format}, sha256 {snapshot.sha256[:12]}"
        )
    with deps.stages.stage("Validate") as say:
        data = validate(run, snapshot)
        say(f"{len(run.data.rules)} rules hold")
    with deps.stages.stage("Features") as say:
        found = quality(snapshot.frame, snapshot.columns, run.data.sensitive, snapshot.unread)
        sha256, target = snapshot.sha256, run.data.target
        split = split_rows(sha256, data.y, data.classes, target, run.split, data.by)
        folds = fold_rows(sha256, data.y, data.classes, target, split.train, run.cross_validation, data.by)
        cells = len(split.train) * len(data.features)
        parameters = effective_parameters(
            plan.algorithm, by_class_index(run.parameters, data.classes), plan.seed, cells, deps.cpus
        )
        spec = resolve_features(run.features, plan.algorithm)
        threads = int(parameters.get("n_jobs") or 1)
        recipe = Recipe(plan.algorithm, parameters, spec, run.task, max(threads, 1))
        features, selection = stored_features(run, snapshot, data, split, folds, spec, deps)
        count = f"{len(data.features)} columns"
        used = count if selection is None else f"{len(selection.columns)} of {count} selected"
        reused = f", steps of {features.reused_from}" if features.reused_from else ""
        say(f"{used}, {len(split.train)} training and {len(split.test)} test rows{reused}")
    return Prepared(snapshot, data, found, split, folds, recipe, selection, features)


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


def fit(run: RunSpec, prepared: Prepared, plan: Plan, deps: Deps) -> tuple[FoldScores, Fitted, dict[str, Any] | None]:
    """Fit: every fold, then all training rows; without what an earlier launch has done of it."""
    sets = prepared.features.sets
    with deps.stages.stage("Fit") as say:
        if deps.gang is not None:
            deps.gang.gather()
        found = resume(run, prepared, plan, deps)
        journal = Journal(None if run.checkpoint is None else deps.keeper, None if found is None else found.state)
        scores = cross_validate(
            prepared.data,
            prepared.folds,
            prepared.recipe,
            plan.metrics,
            lambda done, total: deps.stages.progress(done / (total + 1), "Evaluate", f"fold {done} of {total}"),
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
    files = {MODEL_FILE: evidence.exported.data, REPORT_FILE: report}
    entries = [file_entry(name, content) for name, content in files.items()]
    manifest = encode_manifest(build_manifest(evidence, entries, deps.stages.records()))
    with deps.stages.stage("Publish") as say:
        published = publish(deps.output, run.output_uri, files, manifest)
        say(f"{len(files) + 1} files under {run.output_uri}")
    failed = [result.sentence() for result in evidence.gates if not result.passed]
    error = GATE_FAILED(count=len(failed), failures="; ".join(failed)) if failed else None
    value = evidence.evaluation.value(run.primary, "Test")
    return Outcome(published, {"name": run.primary, "value": value}, error)
