"""Test split and folds. They follow from the data, the split spec, the cross-validation spec and the target only, never
from the algorithm, so that candidates are compared on the same rows and their digests prove it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainyard_trainer.errors import CLASS_TOO_SMALL, TOO_FEW_ROWS
from trainyard_trainer.grouped import grouped_folds, grouped_split
from trainyard_trainer.run_spec import CrossValidationSpec, SplitSpec
from trainyard_trainer.timed import timed_folds, timed_split

Rows = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Split:
    """Row numbers (from 0, sorted) and their digest."""

    train: Rows
    test: Rows
    digest: str


@dataclass(frozen=True)
class SplitBy:
    """What the strategies Group and Time go by, a number a row: the place of its group, its moment (see
    split_columns); `column` is where they came from."""

    strategy: str
    column: str
    values: Rows


@dataclass(frozen=True)
class Folds:
    """(train, test) row numbers of every fold of every repeat, within the training rows, and their digest."""

    pairs: list[tuple[Rows, Rows]]
    digest: str


def rows_digest(data_sha256: str, groups: list[Rows]) -> str:
    """sha256 over the data's digest and every index array (length, then int64 little-endian)."""
    digest = hashlib.sha256(data_sha256.encode())
    for rows in groups:
        digest.update(len(rows).to_bytes(8, "little"))
        digest.update(np.ascontiguousarray(rows, dtype="<i8").tobytes())
    return digest.hexdigest()


def _check_classes(y: Rows, classes: Rows | None, target: str, needed: int, where: str, why: str) -> None:
    if classes is None:
        return
    counts = np.bincount(y, minlength=len(classes))
    rarest = int(counts.argmin())
    if counts[rarest] < needed:
        raise CLASS_TOO_SMALL(
            label=str(classes[rarest]), column=target, count=int(counts[rarest]), where=where, needed=needed, why=why
        )


def split_rows(
    data_sha256: str, y: Rows, classes: Rows | None, target: str, spec: SplitSpec, by: SplitBy | None = None
) -> Split:
    """`by` is needed for the strategies Group and Time. Raises TooFewRows, ClassTooSmall or InvalidSplitColumn."""
    from sklearn.model_selection import train_test_split

    if len(y) * spec.test_fraction < 1 or len(y) < 4:
        raise TOO_FEW_ROWS(rows=len(y), why=f"a test share of {spec.test_fraction:g}")
    if by is not None:
        if by.strategy == "Group":
            train, test = grouped_split(by.values, spec.test_fraction, spec.seed, by.column)
        else:
            train, test = timed_split(by.values, spec.test_fraction, by.column)
        _check_classes(y[train], classes, target, 1, "training", f"split.strategy {by.strategy} holds out the others")
        return Split(train, test, rows_digest(data_sha256, [train, test]))
    stratified = spec.strategy == "Stratified"
    if stratified:
        _check_classes(y, classes, target, 2, "", "one to train on and one to test on")
        held_out = int(np.ceil(len(y) * spec.test_fraction))
        if classes is not None and min(held_out, len(y) - held_out) < len(classes):
            raise TOO_FEW_ROWS(rows=len(y), why=f"a stratified split into {len(classes)} classes")
    train, test = train_test_split(
        np.arange(len(y)), test_size=spec.test_fraction, random_state=spec.seed, stratify=y if stratified else None
    )
    train, test = np.sort(train), np.sort(test)
    return Split(train, test, rows_digest(data_sha256, [train, test]))


def fold_rows(
    data_sha256: str,
    y: Rows,
    classes: Rows | None,
    target: str,
    train: Rows,
    spec: CrossValidationSpec,
    by: SplitBy | None = None,
) -> Folds:
    """By group or time like the split; else stratified for classes, plain for numbers. Raises TooFewRows, ClassTooSmall
    or InvalidSplitColumn."""
    from sklearn.model_selection import RepeatedKFold, RepeatedStratifiedKFold

    why = f"{spec.folds} folds"
    if len(train) < 2 * spec.folds:
        raise TOO_FEW_ROWS(rows=len(y), why=why)
    if by is not None:
        if by.strategy == "Group":
            pairs = grouped_folds(y, by.values, classes is not None, train, spec, by.column)
        else:
            pairs = timed_folds(by.values, train, spec.folds, by.column)
        for index, (inner, _) in enumerate(pairs, start=1):
            _check_classes(y[inner], classes, target, 1, "training", f"fold {index} of {len(pairs)} by {by.column}")
        return Folds(pairs, rows_digest(data_sha256, [rows for pair in pairs for rows in pair]))
    _check_classes(y[train], classes, target, spec.folds, "training", why)
    kind = RepeatedKFold if classes is None else RepeatedStratifiedKFold
    folds = kind(n_splits=spec.folds, n_repeats=spec.repeats, random_state=spec.seed)
    pairs = [(train[inner], train[outer]) for inner, outer in folds.split(train, y[train])]
    return Folds(pairs, rows_digest(data_sha256, [rows for pair in pairs for rows in pair]))
