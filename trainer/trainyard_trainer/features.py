"""The feature steps, fitted by scikit-learn on training rows only. What serves is their ONNX graph (feature_graph);
`reference` is what scikit-learn computes itself, to check that graph against."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer import __version__
from trainyard_trainer.algorithms import Algorithm
from trainyard_trainer.columns import MISSING_TEXT, ColumnInfo, tensor
from trainyard_trainer.run_spec import FeatureSpec
from trainyard_trainer.selection import Selection

Array = np.ndarray[Any, Any]
UNKNOWN_ORDINAL = -1


@dataclass(frozen=True)
class NumericStep:
    """All numeric columns at once. `offset` and `scale` are None without scaling: feature = (x - offset) * scale.
    `imputer` and `scaler` are scikit-learn's; None in steps of the feature store."""

    columns: list[ColumnInfo]
    imputed: Array
    offset: Array | None
    scale: Array | None
    imputer: Any
    scaler: Any

    def reference(self, frame: pd.DataFrame) -> Array:
        """[N, columns] in float64."""
        numbers = _numbers(frame, self.columns)
        if self.imputer is not None:
            filled = self.imputer.transform(numbers)
            return self.scaler.transform(filled) if self.scaler else filled
        filled = np.where(np.isnan(numbers), self.imputed, numbers)
        return filled if self.offset is None else (filled - self.offset) * self.scale


@dataclass(frozen=True)
class CategoricalStep:
    """One text column. `codes` maps a known text to its place; a text that is not in it gets `unknown`.
    OneHot: place of the 1 among `width` features, -1 for none. Ordinal: the feature itself. `encoder` is
    scikit-learn's; None in steps of the feature store."""

    column: ColumnInfo
    fill: str
    codes: dict[str, int]
    unknown: int
    width: int
    one_hot: bool
    names: list[str]
    encoder: Any

    def reference(self, frame: pd.DataFrame) -> Array:
        """[N, width] in float64."""
        texts = _texts(frame, self.column, self.fill)
        if self.encoder is not None:
            return self.encoder.transform(texts)
        places = np.array([self.codes.get(text, self.unknown) for text in texts[:, 0]], dtype=np.int64).reshape(-1, 1)
        return (places == np.arange(self.width)).astype(np.float64) if self.one_hot else places.astype(np.float64)


@dataclass(frozen=True)
class FittedFeatures:
    """Numeric features first, then the categorical ones in the order of their columns. `columns` are all inputs, also
    those that the selection left out: the served graph takes the same columns whatever was selected."""

    columns: list[ColumnInfo]
    numeric: NumericStep | None
    categorical: list[CategoricalStep]
    selection: Selection | None = None

    @property
    def names(self) -> list[str]:
        numbers = [column.name for column in self.numeric.columns] if self.numeric else []
        return numbers + [name for step in self.categorical for name in step.names]

    @property
    def owners(self) -> list[str]:
        """The column that each feature is made of, in the order of `names`."""
        numbers = [column.name for column in self.numeric.columns] if self.numeric else []
        return numbers + [step.column.name for step in self.categorical for _ in step.names]

    @property
    def used(self) -> list[ColumnInfo]:
        """The columns that features are made of, in the order of the file."""
        return self.columns if self.selection is None else self.selection.usable

    def reference(self, frame: pd.DataFrame) -> Array:
        """[N, features] in float64 from float32 inputs, by scikit-learn's own transformers where these steps were
        fitted, else by the numbers that the feature store kept of them."""
        steps = ([self.numeric] if self.numeric else []) + self.categorical
        return np.hstack([step.reference(frame) for step in steps]).astype(np.float64)


def resolve_features(spec: FeatureSpec, algorithm: Algorithm) -> FeatureSpec:
    """`scale: Auto` resolved: trees split at values and gain nothing from scaling; the others need one scale."""
    if spec.numeric_scale != "Auto":
        return spec
    return replace(spec, numeric_scale="None" if algorithm.trees else "Standard")


def _numbers(frame: pd.DataFrame, columns: list[ColumnInfo]) -> Array:
    return np.hstack([tensor(frame[column.name], True) for column in columns]).astype(np.float64)


def _texts(frame: pd.DataFrame, column: ColumnInfo, fill: str) -> Array:
    values = tensor(frame[column.name], False)
    return np.where(values == MISSING_TEXT, fill, values).astype(object)


def _fit_numeric(frame: pd.DataFrame, columns: list[ColumnInfo], spec: FeatureSpec) -> NumericStep:
    from sklearn.impute import SimpleImputer
    from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

    # A column that is empty in one fold stays in place as 0, or the fold's features would shift.
    imputer = SimpleImputer(strategy=spec.numeric_impute.lower(), keep_empty_features=True)
    values = imputer.fit_transform(_numbers(frame, columns))
    kinds = {"Standard": StandardScaler, "MinMax": MinMaxScaler, "Robust": RobustScaler}
    if spec.numeric_scale not in kinds:
        return NumericStep(columns, imputer.statistics_, None, None, imputer, None)
    scaler = kinds[spec.numeric_scale]().fit(values)
    offset, scale = {
        "Standard": lambda: (scaler.mean_, 1 / scaler.scale_),
        "MinMax": lambda: (scaler.data_min_, scaler.scale_),
        "Robust": lambda: (scaler.center_, 1 / scaler.scale_),
    }[spec.numeric_scale]()
    return NumericStep(columns, imputer.statistics_, offset, scale, imputer, scaler)


def most_frequent(values: Array) -> str:
    """The most frequent text that is not missing, the first by alphabet on a tie; missing itself if there is none."""
    present = values[values != MISSING_TEXT]
    if len(present) == 0:
        return MISSING_TEXT
    texts, counts = np.unique(present.astype(str), return_counts=True)
    return str(texts[counts.argmax()])


def _fit_categorical(frame: pd.DataFrame, column: ColumnInfo, spec: FeatureSpec) -> CategoricalStep:
    from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder

    fill = (
        most_frequent(tensor(frame[column.name], False)) if spec.categorical_impute == "MostFrequent" else MISSING_TEXT
    )
    values = _texts(frame, column, fill)
    one_hot = spec.categorical_encode == "OneHot"
    if one_hot:
        encoder = OneHotEncoder(
            max_categories=spec.max_categories, handle_unknown="infrequent_if_exist", sparse_output=False
        )
    else:
        encoder = OrdinalEncoder(
            max_categories=spec.max_categories,
            handle_unknown="use_encoded_value",
            unknown_value=UNKNOWN_ORDINAL,
        )
    encoder.fit(values)
    categories = encoder.categories_[0]
    rare = encoder.infrequent_categories_[0]
    encoded = encoder.transform(categories.reshape(-1, 1))
    places = encoded.argmax(axis=1) if one_hot else encoded[:, 0]
    codes = {str(category): int(place) for category, place in zip(categories, places, strict=True)}
    frequent = [str(category) for category in categories if rare is None or category not in rare]
    labels = frequent + (["(other)"] if rare is not None else [])
    width = len(labels) if one_hot else 1
    names = [f"{column.name}={label or '(missing)'}" for label in labels] if one_hot else [column.name]
    unknown = width - 1 if one_hot and rare is not None else UNKNOWN_ORDINAL
    return CategoricalStep(column, fill, codes, unknown, width, one_hot, names, encoder)


def fit_features(
    frame: pd.DataFrame, columns: list[ColumnInfo], spec: FeatureSpec, selection: Selection | None = None
) -> FittedFeatures:
    """Fits on the given rows. `spec.numeric_scale` must be resolved."""
    used = columns if selection is None else selection.usable
    numeric = [column for column in used if column.numeric]
    texts = [column for column in used if not column.numeric]
    return FittedFeatures(
        columns=columns,
        numeric=_fit_numeric(frame, numeric, spec) if numeric else None,
        categorical=[_fit_categorical(frame, column, spec) for column in texts],
        selection=selection,
    )


def pipeline_version(spec: FeatureSpec, columns: list[ColumnInfo]) -> str:
    """First 16 hex digits of sha256 over the resolved spec, the input schema and the libraries that fit and export."""
    # Without a selection the digest is the one of the time before there was any.
    steps = {name: value for name, value in asdict(spec).items() if value is not None}
    content = {
        "spec": steps,
        "inputs": [[column.name, column.type] for column in columns],
        "libraries": {name: version(name) for name in ("scikit-learn", "onnx", "onnxruntime")},
        "trainer": __version__,
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]
