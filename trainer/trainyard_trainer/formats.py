"""Files as blocks of rows, so that memory holds one block of a file and not the file."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from trainyard_trainer.errors import DUPLICATE_COLUMN

ENDINGS = {
    ".csv": "CSV",
    ".csv.gz": "CSV",
    ".parquet": "Parquet",
    ".pq": "Parquet",
    ".jsonl": "JSONLines",
    ".ndjson": "JSONLines",
    ".jsonlines": "JSONLines",
}
#: A block takes some 100 MB while it is parsed: numbers by their count, long texts by their length.
BLOCK_CELLS = 1 << 20
BLOCK_BYTES = 16 << 20
MAX_BLOCK_ROWS = 1 << 16
READ_BYTES = 1 << 20
#: Rows that a Parquet file is measured by.
PROBE_ROWS = 64


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


def block_rows(columns: int, row_bytes: float) -> int:
    """Rows of one block; `row_bytes` is about the length of a row."""
    return max(1, min(MAX_BLOCK_ROWS, BLOCK_CELLS // max(1, columns), int(BLOCK_BYTES / max(1.0, row_bytes))))


def _line_bytes(path: Path, compressed: bool) -> float:
    """Mean length of the first lines."""
    with gzip.open(path) if compressed else path.open("rb") as file:
        head = file.read(READ_BYTES)
    return len(head) / max(1, head.count(b"\n"))


def _refuse_twins(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise DUPLICATE_COLUMN(column=name, count=names.count(name))
        seen.add(name)


def csv_blocks(path: Path, uri: str, texts: set[str], only: set[str] | None = None) -> Iterator[pd.DataFrame]:
    """Cells by their looks, block by block; columns in `texts` as they are written. `only` reads these columns."""
    compressed = uri.split("?")[0].lower().endswith(".gz")
    compression = "gzip" if compressed else None
    header = pd.read_csv(
        path, header=None, nrows=1, dtype=str, keep_default_na=False, compression=compression, encoding="utf-8-sig"
    )
    names = [str(name) for name in header.iloc[0]]
    _refuse_twins(names)
    with pd.read_csv(
        path,
        chunksize=block_rows(len(names), _line_bytes(path, compressed)),
        keep_default_na=False,
        na_values=[""],
        usecols=None if only is None else [name for name in names if name in only],
        dtype=dict.fromkeys(texts.intersection(names), "str"),
        index_col=False,
        compression=compression,
        encoding="utf-8-sig",
        low_memory=False,
        quoting=csv.QUOTE_MINIMAL,
    ) as blocks:
        yield from blocks


def json_blocks(path: Path) -> Iterator[pd.DataFrame]:
    """JSON Lines. A block has the columns that its rows name."""
    with path.open("rb") as file:
        first = next((line for line in file if line.strip()), b"{}")
    document = json.loads(first)
    columns = len(document) if isinstance(document, dict) else 1
    rows = block_rows(columns, _line_bytes(path, False))
    with pd.read_json(path, lines=True, chunksize=rows, dtype=False, precise_float=True) as blocks:
        yield from blocks


def _row_bytes(file: Any) -> float:
    """Length of a row in memory: of the first ones, or of all as the file says, which may hold equal texts once."""
    groups = [file.metadata.row_group(index) for index in range(file.metadata.num_row_groups)]
    first = next(file.iter_batches(PROBE_ROWS), None)
    seen = 0.0 if first is None or first.num_rows == 0 else first.nbytes / first.num_rows
    return max([seen, *(group.total_byte_size / max(1, group.num_rows) for group in groups)])


def parquet_blocks(path: Path) -> Iterator[pd.DataFrame]:
    """Row group by row group, in pieces where those are large."""
    import pyarrow.parquet as pq

    # Without pre_buffer a row group is read as it is decoded: a file may be one single row group.
    with pq.ParquetFile(path, buffer_size=READ_BYTES, pre_buffer=False) as file:
        names = file.schema_arrow.names
        _refuse_twins(names)
        # An index that pandas wrote beside the columns is none of them.
        index = {name for name in (file.schema_arrow.pandas_metadata or {}).get("index_columns", []) if name in names}
        columns = [name for name in names if name not in index]
        for batch in file.iter_batches(block_rows(len(columns), _row_bytes(file))):
            yield batch.to_pandas().reset_index(drop=True)[columns]
