"""The blocks of a file put together, a column at a time: its type by all blocks, and its values as small as they go.

A column that nobody reads (data.drop) is not kept: eight bytes a row are held to count its values, then nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from trainyard_trainer.columns import ColumnInfo, column_type, normalise, python_kinds, type_of_kinds
from trainyard_trainer.quality import column_quality, text_quality

Array = np.ndarray[Any, Any]
#: Spellings of "missing" that count in columns of numbers. In a column of texts only the empty cell is missing,
#: because "NA" may be Namibia.
MISSING_NUMBERS = ("NA", "N/A", "NaN", "nan", "null", "NULL", "None")
NUMBERS = frozenset(("Integer", "Number"))
#: Types of a block that decide nothing alone: only gaps, or only words of absence in a CSV.
EMPTY, ABSENT = "empty", "absent"
#: A column of more different texts than this gains nothing from sharing them.
MAX_SHARED = 100_000


def _numeric_if_only_words_of_absence(values: pd.Series) -> pd.Series:
    """A column of numbers that spells missing as a word was read as texts; this makes it numbers again."""
    if not pd.api.types.is_string_dtype(values.dtype) or not values.isin(MISSING_NUMBERS).any():
        return values
    numbers = pd.to_numeric(values.mask(values.isin(MISSING_NUMBERS)), errors="coerce")
    lost = values.notna() & ~values.isin(MISSING_NUMBERS) & numbers.isna()
    return values if lost.any() or numbers.isna().all() else numbers


def _only_gaps(values: pd.Series) -> bool:
    """Whether the type says nothing: a block of gaps is read as floats or objects, whatever the column is."""
    open_type = pd.api.types.is_float_dtype(values.dtype) or pd.api.types.is_object_dtype(values.dtype)
    return bool(open_type and values.isna().all())


class Part(NamedTuple):
    """One block of a column: its type, its number of rows, and its values, or hashes of those that are there."""

    kind: str
    rows: int
    values: Array | pd.Series


@dataclass
class Column:
    """One column while it is read. `words`: a CSV, where types are only looks. `text`: its cells stay as written."""

    name: str
    kept: bool
    words: bool
    text: bool = False
    types: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    parts: list[Part] = field(default_factory=list)
    nulls: int = 0
    rows: int = 0
    shared: dict[str, str] = field(default_factory=dict)

    def add(self, values: pd.Series) -> None:
        """The next block."""
        if self.words and not self.text:
            values = _numeric_if_only_words_of_absence(values)
        kind = EMPTY if _only_gaps(values) else column_type(values)
        present = normalise(values, kind)
        if kind == "String" and self.words and not self.text and present.dropna().isin(MISSING_NUMBERS).all():
            kind = ABSENT
        if kind == EMPTY:
            present = pd.Series(np.nan, index=range(len(values)), dtype="float64")
        else:
            self.kinds |= python_kinds(values)
        self.types.add(kind)
        self.rows += len(values)
        self.nulls += int(present.isna().sum())
        self.parts.append(Part(kind, len(values), self._compact(present, kind)))

    def skip(self, rows: int) -> None:
        """Rows whose block does not have the column."""
        self.add(pd.Series(np.nan, index=range(rows), dtype="float64"))

    def _compact(self, values: pd.Series, kind: str) -> Array | pd.Series:
        if not isinstance(values.dtype, np.dtype) or values.dtype.kind not in "ifO":
            return values
        if values.dtype.kind != "O":
            return values.to_numpy()
        if not self.kept:
            return _hashes(values)
        return self._share(values) if kind in ("String", ABSENT) else values.to_numpy()

    def _share(self, values: pd.Series) -> Array:
        """The same texts, each of them in memory once, as long as there are not too many."""
        if len(self.shared) > MAX_SHARED:
            return values.to_numpy()
        codes, texts = pd.factorize(values)
        table = np.empty(len(texts) + 1, dtype=object)
        table[: len(texts)] = [self.shared.setdefault(text, text) for text in texts]
        return table[codes]

    @property
    def contradicts(self) -> bool:
        """Whether blocks of a CSV disagree in a way that only its cells as they are written can settle: what looks like
        a number in one block is a text when another block has a word."""
        seen = self.types - {EMPTY}
        if not self.words or self.text or len(seen) < 2 or seen <= NUMBERS | {ABSENT}:
            return False
        return seen != {"String", ABSENT}

    def start_again_as_text(self) -> None:
        self.types, self.kinds, self.parts, self.nulls, self.rows, self.shared = set(), set(), [], 0, 0, {}
        self.text = True

    @property
    def type(self) -> str:
        seen = self.types - {EMPTY}
        if not seen:
            return "Number"
        if seen <= NUMBERS | {ABSENT} and seen & NUMBERS:
            return "Integer" if seen == {"Integer"} and self.nulls == 0 else "Number"
        if seen <= {"String", ABSENT}:
            return "String"
        return next(iter(seen)) if len(seen) == 1 else type_of_kinds(self.kinds)

    def finish(self) -> tuple[ColumnInfo, pd.Series | None, dict[str, Any] | None]:
        """(column, values, None) of a column that is kept, else (column, None, its row of data.quality). The blocks are
        let go."""
        info = ColumnInfo(self.name, self.type)
        parts, self.parts = self.parts, []
        if not self.kept and not info.numeric:
            return info, None, text_quality(info, self.rows, self.nulls, _different(parts))
        values = _joined(parts, info)
        return (info, values, None) if self.kept else (info, None, column_quality(values, info))


def _hashes(values: pd.Series) -> Array:
    return pd.util.hash_array(values.dropna().map(str).to_numpy(dtype=object), categorize=False)


def _different(parts: list[Part]) -> int:
    """Number of different values, where some blocks may be numbers and some are hashes."""
    found = [part.values if part.values.dtype == np.uint64 else _hashes(pd.Series(part.values)) for part in parts]
    return len(np.unique(np.concatenate(found)))


def _joined(parts: list[Part], info: ColumnInfo) -> pd.Series:
    """One Series with the dtype that columns.normalise gives to the type."""
    if info.numeric:
        dtype = np.int64 if info.type == "Integer" else np.float64
        numbers = [np.full(part.rows, np.nan) if part.kind == ABSENT else part.values for part in parts]
        return pd.Series(np.concatenate([values.astype(dtype, copy=False) for values in numbers]))
    if info.type == "String":
        texts = [np.full(part.rows, None, dtype=object) if part.kind == EMPTY else part.values for part in parts]
        return pd.Series(np.concatenate(texts), dtype=object)
    return pd.concat([pd.Series(part.values) for part in parts], ignore_index=True)
