"""Fitted feature steps as bytes that check themselves, and back: a line with the sha256 of all that follows, then JSON.

Numbers, texts and places only. Nothing in it is run, as the pickled objects of a library would be: whoever may write
to the store must not be able to run code in a trainer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.column_tests import Association
from trainyard_trainer.columns import ColumnInfo
from trainyard_trainer.features import CategoricalStep, FittedFeatures, NumericStep
from trainyard_trainer.selection import Selection, Tested

VERSION = 1


class BadEntryError(Exception):
    """These bytes are not the entry that was looked for; the text says why."""


@dataclass(frozen=True)
class FeatureSets:
    """The steps as fitted on all training rows, and on those of every fold in the order of the folds."""

    final: FittedFeatures
    folds: list[FittedFeatures]


def _numbers(values: Any) -> list[float] | None:
    return None if values is None else [float(value) for value in values]


def _numeric(step: NumericStep) -> dict[str, Any]:
    return {
        "columns": [column.name for column in step.columns],
        "imputed": _numbers(step.imputed),
        "offset": _numbers(step.offset),
        "scale": _numbers(step.scale),
    }


def _categorical(step: CategoricalStep) -> dict[str, Any]:
    return {
        "column": step.column.name,
        "fill": step.fill,
        "codes": step.codes,
        "unknown": step.unknown,
        "width": step.width,
        "oneHot": step.one_hot,
        "names": step.names,
    }


def _tested(item: Tested) -> dict[str, Any]:
    result = item.result
    return {
        "column": item.column.name,
        "test": result.test,
        "statistic": result.statistic,
        "pValue": result.p_value,
        "effect": result.effect,
        "n": result.n,
        "adjustedP": item.adjusted_p,
        "selected": item.selected,
    }


def _features(fitted: FittedFeatures) -> dict[str, Any]:
    selection = fitted.selection
    return {
        "numeric": _numeric(fitted.numeric) if fitted.numeric else None,
        "categorical": [_categorical(step) for step in fitted.categorical],
        "selection": None if selection is None else [_tested(item) for item in selection.tested],
    }


def encode_entry(key: Mapping[str, Any], sets: FeatureSets) -> bytes:
    """The bytes of an entry. `key` says what was fitted on what."""
    document = {
        "version": VERSION,
        "key": key,
        "final": _features(sets.final),
        "folds": [_features(fitted) for fitted in sets.folds],
    }
    body = json.dumps(document, ensure_ascii=False).encode()
    return hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _array(values: Any) -> np.ndarray[Any, Any] | None:
    return None if values is None else np.asarray(values, dtype=np.float64)


def _fitted(document: Mapping[str, Any], columns: list[ColumnInfo]) -> FittedFeatures:
    named = {column.name: column for column in columns}
    found, selection = document["numeric"], document["selection"]
    numeric = found and NumericStep(
        columns=[named[name] for name in found["columns"]],
        imputed=np.asarray(found["imputed"], dtype=np.float64),
        offset=_array(found["offset"]),
        scale=_array(found["scale"]),
        imputer=None,
        scaler=None,
    )
    categorical = [
        CategoricalStep(
            column=named[step["column"]],
            fill=step["fill"],
            codes=step["codes"],
            unknown=step["unknown"],
            width=step["width"],
            one_hot=step["oneHot"],
            names=step["names"],
            encoder=None,
        )
        for step in document["categorical"]
    ]
    tested = selection and [
        Tested(
            column=named[item["column"]],
            result=Association(item["test"], item["statistic"], item["pValue"], item["effect"], item["n"]),
            adjusted_p=item["adjustedP"],
            selected=item["selected"],
        )
        for item in selection
    ]
    return FittedFeatures(columns, numeric, categorical, None if tested is None else Selection(tested))


def decode_entry(data: bytes, key: Mapping[str, Any], columns: list[ColumnInfo]) -> FeatureSets:
    """The steps in `data`, about `columns`. Raises BadEntryError for bytes that were cut off or changed, and for an
    entry about anything else than `key`."""
    digest, _, body = data.partition(b"\n")
    if digest != hashlib.sha256(body).hexdigest().encode():
        raise BadEntryError("its bytes do not have the digest that they begin with")
    try:
        document = json.loads(body)
        if document["version"] != VERSION or document["key"] != key:
            raise BadEntryError("it is about something else")
        folds = [_fitted(fold, columns) for fold in document["folds"]]
        return FeatureSets(_fitted(document["final"], columns), folds)
    except (ValueError, KeyError, TypeError) as error:
        raise BadEntryError(f"it has another form ({type(error).__name__}: {error})") from error
