"""The stages before the fit: the table, checked; which rows do what; and the feature steps, new or reused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trainyard_trainer.algorithms import by_class_index, effective_parameters
from trainyard_trainer.deps import Deps
from trainyard_trainer.errors import NO_FEATURE_SELECTED
from trainyard_trainer.feature_entry import FeatureSets
from trainyard_trainer.feature_store import FeatureStore, entry_key
from trainyard_trainer.features import pipeline_version, resolve_features
from trainyard_trainer.fit import Recipe, fit_feature_sets, select_features
from trainyard_trainer.ingest import Snapshot, ingest
from trainyard_trainer.plan import Plan
from trainyard_trainer.quality import quality
from trainyard_trainer.run_spec import FeatureSpec, RunSpec
from trainyard_trainer.selection import Selection
from trainyard_trainer.split import Folds, Split, fold_rows, split_rows
from trainyard_trainer.validate import Dataset, validate


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
