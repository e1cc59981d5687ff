"""Stage Ingest: one object becomes a table with an identity (URI, version, sha256, rows, schema hash)."""

from __future__ import annotations

import csv
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from trainyard_trainer.columns import ColumnInfo, describe, schema_hash
from trainyard_trainer.errors import DATA_UNREADABLE, DIGEST_MISMATCH, DUPLICATE_COLUMN, EMPTY_DATA
from trainyard_trainer.run_spec import DataSpec
from trainyard_trainer.store import Store

ENDINGS = {
    ".csv": "CSV",
    ".csv.gz": "CSV",
    ".parquet": "Parquet",
    ".pq": "Parquet",
    ".jsonl": "JSONLines",
    ".ndjson": "JSONLines",
    ".jsonlines": "JSONLines",
}
#: Spellings of "missing" that count in columns of numbers. In a column of texts only the empty cell is missing,
#: because "NA" may be Namibia.
MISSING_NUMBERS = ("NA", "N/A", "NaN", "nan", "null", "NULL", "None")


@dataclass(frozen=True)
class Snapshot:
    """A table and what identifies it. `frame` is normalised (see columns.normalise), rows in file order."""

    uri: str
    version_id: str | None
    sha256: str
    size_bytes: int
    format: str
    frame: pd.DataFrame
    columns: list[ColumnInfo]
    schema_hash: str

    @property
    def rows(self) -> int:
        return len(self.frame)


def detect_format(uri: str, path: Path) -> str:
    """Format by the ending of the URI, else by the first bytes."""
    name = uri.split("?")[0].lower()
    for ending, found in ENDINGS.items():
        if name.endswith(ending):
            return found
    with path.open("rb") as file:
        head = file.read(64).lstrip()
    if head.startswith(b"PAR1"):
        return "Parquet"
    return "JSONLines" if head.startswith(b"{") else "CSV"


def _numeric_if_only_words_of_absence(values: pd.Series) -> pd.Series:
    """A column of numbers that spells missing as a word was read as texts; this makes it numbers again."""
    if not pd.api.types.is_string_dtype(values.dtype) or not values.isin(MISSING_NUMBERS).any():
        return values
    numbers = pd.to_numeric(values.mask(values.isin(MISSING_NUMBERS)), errors="coerce")
    lost = values.notna() & ~values.isin(MISSING_NUMBERS) & numbers.isna()
    return values if lost.any() or numbers.isna().all() else numbers


def _check_header(path: Path, compression: str | None) -> None:
    header = pd.read_csv(
        path, header=None, nrows=1, dtype=str, keep_default_na=False, compression=compression, encoding="utf-8-sig"
    )
    names = [str(name) for name in header.iloc[0]]
    for name in names:
        if names.count(name) > 1:
            raise DUPLICATE_COLUMN(column=name, count=names.count(name))


def _read_csv(path: Path, uri: str, texts: list[str]) -> pd.DataFrame:
    compression = "gzip" if uri.lower().endswith(".gz") else None
    _check_header(path, compression)
    frame = pd.read_csv(
        path,
        keep_default_na=False,
        na_values=[""],
        dtype=dict.fromkeys(texts, "str"),
        index_col=False,
        compression=compression,
        encoding="utf-8-sig",
        low_memory=False,
        quoting=csv.QUOTE_MINIMAL,
    )
    kept = [name for name in frame.columns if name not in texts]
    return frame.assign(**{name: _numeric_if_only_words_of_absence(frame[name]) for name in kept})


def _read_json_lines(path: Path) -> pd.DataFrame:
    return pd.read_json(path, lines=True, dtype=False, precise_float=True)


def read_table(path: Path, uri: str, file_format: str, rules: tuple[Mapping[str, Any], ...]) -> pd.DataFrame:
    """The raw table. A rule `type: String` makes a CSV column text even if it looks like numbers (post codes)."""
    texts = [str(rule["column"]) for rule in rules if rule.get("type") == "String"]
    try:
        with warnings.catch_warnings():
            # A row with more cells than the header has would lose them with no more than a warning.
            warnings.simplefilter("error", pd.errors.ParserWarning)
            if file_format == "Parquet":
                return pd.read_parquet(path)
            return _read_json_lines(path) if file_format == "JSONLines" else _read_csv(path, uri, texts)
    except pd.errors.EmptyDataError as error:
        raise EMPTY_DATA(uri=uri) from error
    except (ValueError, pd.errors.ParserWarning, EOFError, OSError) as error:
        detail = str(error).splitlines()[0][:300]
        raise DATA_UNREADABLE(uri=uri, format=file_format, detail=detail) from error


def ingest(data: DataSpec, store: Store, folder: Path) -> Snapshot:
    """Downloads into `folder`, checks the pinned digest and reads the table. Raises the data errors (65, 75)."""
    got = store.read(data.uri, folder / "data", data.version_id)
    if data.sha256 and data.sha256.lower() != got.sha256:
        raise DIGEST_MISMATCH(uri=data.uri, found=got.sha256, expected=data.sha256)
    if got.size_bytes == 0:
        raise EMPTY_DATA(uri=data.uri)
    file_format = detect_format(data.uri, got.path) if data.format == "Auto" else data.format
    frame, columns = describe(read_table(got.path, data.uri, file_format, data.rules))
    got.path.unlink()
    if len(frame) == 0 or not columns:
        raise EMPTY_DATA(uri=data.uri)
    return Snapshot(
        uri=data.uri,
        version_id=got.version_id,
        sha256=got.sha256,
        size_bytes=got.size_bytes,
        format=file_format,
        frame=frame,
        columns=columns,
        schema_hash=schema_hash(columns),
    )
