"""The rows that Trainyard's own trainer holds out and folds, so that an Experiment may compare this program with others
(docs/contract.md, "The same rows"). For splits by class, which is what this program knows."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from contract import BAD_DATA, Array, Failure


def split_rows(y: Array, spec: dict[str, Any]) -> tuple[Array, Array]:
    """(train, test) row numbers, sorted."""
    from sklearn.model_selection import train_test_split

    try:
        train, test = train_test_split(
            np.arange(len(y)), test_size=spec.get("testFraction", 0.2), random_state=spec.get("seed", 7), stratify=y
        )
    except ValueError as error:
        raise Failure(BAD_DATA, "TooFewRows", str(error)) from error
    return np.sort(train), np.sort(test)


def fold_rows(y: Array, train: Array, spec: dict[str, Any]) -> list[tuple[Array, Array]]:
    """(train, test) row numbers of every fold of every repeat, within the training rows."""
    from sklearn.model_selection import RepeatedStratifiedKFold

    folds = RepeatedStratifiedKFold(
        n_splits=spec.get("folds", 5), n_repeats=spec.get("repeats", 1), random_state=spec.get("seed", 7)
    )
    try:
        return [(train[inner], train[outer]) for inner, outer in folds.split(train, y[train])]
    except ValueError as error:
        raise Failure(BAD_DATA, "TooFewRows", str(error)) from error


def rows_digest(sha256: str, groups: list[Array]) -> str:
    """Of the file's digest as text, then of each group its length (8 bytes) and its row numbers (8 bytes each), both
    little-endian."""
    digest = hashlib.sha256(sha256.encode())
    for rows in groups:
        digest.update(len(rows).to_bytes(8, "little"))
        digest.update(np.ascontiguousarray(rows, dtype="<i8").tobytes())
    return digest.hexdigest()
