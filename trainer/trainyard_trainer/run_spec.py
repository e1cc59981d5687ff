"""run.json as typed values, with the defaults of the CRD, so that a laptop needs to write only what matters."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainyard_trainer.checkpoint_spec import CheckpointSpec, checkpoint_spec
from trainyard_trainer.data_spec import DataSpec, read_data
from trainyard_trainer.distributed_spec import DistributedSpec, distributed_spec
from trainyard_trainer.errors import BAD_CONFIGURATION
from trainyard_trainer.section import Section

TASKS = ("BinaryClassification", "MulticlassClassification", "Regression")
#: Top-level fields of the spec that are the operator's business.
OPERATOR_FIELDS = frozenset(
    ("backend", "retryPolicy", "activeDeadline", "suspend", "stop", "ttlAfterFinished", "output", "register")
)
METRIC_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
MAX_CUSTOM_METRICS = 8


@dataclass(frozen=True)
class SplitSpec:
    strategy: str
    test_fraction: float
    seed: int


@dataclass(frozen=True)
class SelectSpec:
    """`test` is Auto, Parametric or Rank; `alpha` bounds the adjusted p-value; at most `most` columns are kept."""

    test: str
    alpha: float
    most: int


@dataclass(frozen=True)
class FeatureSpec:
    numeric_impute: str
    numeric_scale: str
    categorical_impute: str
    categorical_encode: str
    max_categories: int
    select: SelectSpec | None = None


@dataclass(frozen=True)
class CrossValidationSpec:
    folds: int
    repeats: int
    seed: int


@dataclass(frozen=True)
class CustomMetricSpec:
    """`direction` is Maximize or Minimize."""

    name: str
    expression: str
    direction: str


@dataclass(frozen=True)
class ExplainSpec:
    """`method` is Permutation or SHAP; at most `max_rows` test rows are looked at."""

    method: str
    max_rows: int


@dataclass(frozen=True)
class Gate:
    metric: str
    on: str
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True)
class RunSpec:
    """One resolved TrainingRun. `task` is one of TASKS."""

    namespace: str
    name: str
    uid: str
    attempt: int
    output_uri: str
    model: str
    task: str
    data: DataSpec
    split: SplitSpec
    features: FeatureSpec
    algorithm: str
    parameters: Mapping[str, Any]
    cross_validation: CrossValidationSpec
    primary: str
    others: tuple[str, ...]
    custom: tuple[CustomMetricSpec, ...]
    gates: tuple[Gate, ...]
    explain: ExplainSpec
    reuse_features: bool
    feature_store_uri: str
    distributed: DistributedSpec
    checkpoint: CheckpointSpec | None = None
    code: Mapping[str, Any] | None = None
    image: Mapping[str, Any] | None = None
    parent: str | None = None
    ignored: tuple[str, ...] = field(default=())

    @property
    def is_regression(self) -> bool:
        return self.task == "Regression"


def _split(data: Section, task: str) -> SplitSpec:
    split = data.section("split").only("strategy", "testFraction", "seed")
    default = "Random" if task == "Regression" else "Stratified"
    strategy = split.text("strategy", default, ("Stratified", "Random", "Group", "Time"))
    for kind in ("Group", "Time"):
        if strategy == kind and not data.raw().get(kind.lower()):
            split.fail(f"strategy {kind} needs data.{kind.lower()}, the column to split by")
    if task == "Regression" and strategy == "Stratified":
        split.fail("strategy Stratified needs classes; use Random for task Regression")
    return SplitSpec(strategy, split.number("testFraction", 0.2, 0.05, 0.5), split.integer("seed", 7))


def _features(features: Section) -> FeatureSpec:
    features.only("numeric", "categorical", "select", "reuse")
    numeric = features.section("numeric").only("impute", "scale")
    categorical = features.section("categorical").only("impute", "encode", "maxCategories")
    return FeatureSpec(
        numeric_impute=numeric.text("impute", "Median", ("Median", "Mean")),
        numeric_scale=numeric.text("scale", "Auto", ("Auto", "Standard", "MinMax", "Robust", "None")),
        categorical_impute=categorical.text("impute", "MostFrequent", ("MostFrequent", "Constant")),
        categorical_encode=categorical.text("encode", "OneHot", ("OneHot", "Ordinal")),
        max_categories=categorical.integer("maxCategories", 30, 2, 1000),
        select=_select(features),
    )


def _select(features: Section) -> SelectSpec | None:
    if features.raw().get("select") is None:
        return None
    select = features.section("select").only("test", "alpha", "max")
    return SelectSpec(
        test=select.text("test", "Auto", ("Auto", "Parametric", "Rank")),
        alpha=select.number("alpha", 0.05, 1e-6, 1.0),
        most=select.integer("max", 512, 1, 512),
    )


def _folds(section: Section, strategy: str) -> CrossValidationSpec:
    section.only("folds", "repeats", "seed")
    repeats = section.integer("repeats", 1, 1, 20)
    if strategy == "Time" and repeats > 1:
        section.fail("repeats must be 1 with split.strategy Time: the order of time leaves nothing to shuffle")
    return CrossValidationSpec(section.integer("folds", 5, 2, 20), repeats, section.integer("seed", 7))


def _custom(metrics: Section) -> tuple[CustomMetricSpec, ...]:
    found = []
    for metric in metrics.sections("custom"):
        metric.only("name", "expression", "direction")
        name = metric.text("name")
        if not METRIC_NAME.fullmatch(name):
            metric.fail(f"name must be at most 64 small letters, digits and _, and begin with a letter, found {name!r}")
        direction = metric.text("direction", options=("Maximize", "Minimize"))
        found.append(CustomMetricSpec(name, metric.text("expression"), direction))
    if len(found) > MAX_CUSTOM_METRICS:
        metrics.fail(f"custom has {len(found)} metrics, at most {MAX_CUSTOM_METRICS} are allowed")
    return tuple(found)


def _gates(spec: Section) -> tuple[Gate, ...]:
    gates = []
    for gate in spec.sections("gates"):
        gate.only("metric", "split", "min", "max")
        minimum, maximum = gate.optional_number("min"), gate.optional_number("max")
        if minimum is None and maximum is None:
            gate.fail("a gate needs min, max or both")
        gates.append(Gate(gate.text("metric"), gate.text("split", "Test", ("Train", "CV", "Test")), minimum, maximum))
    return tuple(gates)


def _explain(explain: Section) -> ExplainSpec:
    explain.only("method", "maxRows")
    method = explain.text("method", "Permutation", ("Permutation", "SHAP"))
    return ExplainSpec(method, explain.integer("maxRows", 500, 10, 5000))


def parse_run(document: Any, output_uri: str | None = None) -> RunSpec:
    """RunSpec of a run.json document. Raises BadConfiguration with the path of the first wrong field."""
    run = Section(document, "run.json")
    spec = Section(run.raw().get("spec"), "spec")
    own = {"model", "task", "data", "features", "algorithm", "crossValidation", "metrics", "gates", "explain"}
    own.add("checkpoint")
    task = spec.text("task", options=TASKS)
    data = spec.section("data")
    algorithm = spec.section("algorithm").only("name", "parameters")
    split = _split(data, task)
    metrics = spec.section("metrics").only("primary", "others", "custom")
    features = spec.section("features")
    place = (output_uri or run.text("outputUri")).rstrip("/") + "/"
    return RunSpec(
        namespace=run.text("namespace", "default"),
        name=run.text("name", spec.text("model")),
        uid=run.text("uid", "local"),
        attempt=run.integer("attempt", 0),
        output_uri=place,
        model=spec.text("model"),
        task=task,
        data=read_data(data),
        split=split,
        features=_features(features),
        algorithm=algorithm.text("name"),
        parameters=dict(algorithm.section("parameters").raw()),
        cross_validation=_folds(spec.section("crossValidation"), split.strategy),
        primary=metrics.text("primary"),
        others=metrics.texts("others"),
        custom=_custom(metrics),
        gates=_gates(spec),
        explain=_explain(spec.section("explain")),
        reuse_features=features.flag("reuse", False),
        # On a laptop one folder is the output of every run.
        feature_store_uri=(run.optional_text("featureStoreUri") or f"{place}_features").rstrip("/") + "/",
        distributed=distributed_spec(spec),
        checkpoint=checkpoint_spec(run, spec),
        code=run.raw().get("code") or None,
        image=run.raw().get("image") or None,
        parent=run.raw().get("parent") or None,
        ignored=tuple(sorted(set(spec.raw()) - own - OPERATOR_FIELDS)),
    )


def read_run(path: Path, output_uri: str | None = None) -> RunSpec:
    """RunSpec of the file at `path`; `output_uri` (from the environment) wins over the file's."""
    try:
        document = json.loads(path.read_text())
    except OSError as error:
        problem = f"the file could not be read ({error.strerror})"
        raise BAD_CONFIGURATION(where=str(path), problem=problem) from error
    except ValueError as error:
        raise BAD_CONFIGURATION(where=str(path), problem=f"the file is not JSON ({error})") from error
    return parse_run(document, output_uri)
