"""Stage Ingest: objects become a table with an identity (URI, version, sha256, rows, schema hash)."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from trainyard_trainer.columns import ColumnInfo, schema_hash
from trainyard_trainer.data_spec import DataSpec
from trainyard_trainer.errors import DATA_UNREADABLE, EMPTY_DATA
from trainyard_trainer.fetch import DataObject, Fetched, fetch
from trainyard_trainer.formats import csv_blocks, detect_format, json_blocks, parquet_blocks
from trainyard_trainer.gather import Column
from trainyard_trainer.store import Store


@dataclass(frozen=True)
class Snapshot:
    """A table and what identifies it. `columns` are all of the file. `frame` is normalised (see columns.normalise),
    rows in file order, without the columns that only data.drop names; `unread` has their rows of data.quality."""

    uri: str
    version_id: str | None
    sha256: str
    size_bytes: int
    format: str
    frame: pd.DataFrame
    columns: list[ColumnInfo]
    schema_hash: str
    objects: tuple[DataObject, ...] = ()
    unread: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return len(self.frame)


@contextmanager
def _unreadable(uri: str, file_format: str) -> Iterator[None]:
    """Errors of the parsers as DataUnreadable or EmptyData."""
    try:
        with warnings.catch_warnings():
            # A row with more cells than the header has would lose them with no more than a warning.
            warnings.simplefilter("error", pd.errors.ParserWarning)
            yield
    except pd.errors.EmptyDataError as error:
        raise EMPTY_DATA(uri=uri) from error
    except (ValueError, pd.errors.ParserWarning, EOFError, OSError) as error:
        detail = str(error).splitlines()[0][:300]
        raise DATA_UNREADABLE(uri=uri, format=file_format, detail=detail) from error


class Reader:
    """Reads the files of one source into its columns. A rule `type: String` makes a CSV column text even if it looks
    like numbers (post codes)."""

    def __init__(self, data: DataSpec, files: list[tuple[str, Path]], file_format: str):
        self._data = data
        self._files = files
        self._format = file_format
        self._texts = {str(rule["column"]) for rule in data.rules if rule.get("type") == "String"}
        self._columns: dict[str, Column] = {}
        self.rows = 0

    def read(self) -> list[Column]:
        """The columns in the order of the file. Raises DataUnreadable, DuplicateColumn or EmptyData."""
        for uri, block in self._blocks():
            self._add(uri, block)
            self.rows += len(block)
        doubtful = {column.name for column in self._columns.values() if column.contradicts}
        for name in doubtful:
            self._columns[name].start_again_as_text()
        if doubtful:
            for _, block in self._blocks(doubtful):
                for name in doubtful:
                    self._columns[name].add(block[name])
        return list(self._columns.values())

    def _blocks(self, only: set[str] | None = None) -> Iterator[tuple[str, pd.DataFrame]]:
        for uri, path in self._files:
            with _unreadable(uri, self._format):
                if self._format == "Parquet":
                    blocks = parquet_blocks(path)
                elif self._format == "JSONLines":
                    blocks = json_blocks(path)
                else:
                    blocks = csv_blocks(path, uri, self._texts | (only or set()), only)
                for block in blocks:
                    yield uri, block

    def _add(self, uri: str, block: pd.DataFrame) -> None:
        names = [str(name) for name in block.columns]
        # A line of JSON names the columns that it has; in the other formats every file names all of them.
        if self._columns and self._format != "JSONLines" and set(names) != set(self._columns):
            other = sorted(set(names) ^ set(self._columns))[0]
            detail = f"its columns are not those of the other objects: {other!r} is in one of them only"
            raise DATA_UNREADABLE(uri=uri, format=self._format, detail=detail)
        for name in names:
            if name not in self._columns:
                self._columns[name] = self._column(name)
            self._columns[name].add(block[name])
        for name in self._columns.keys() - set(names):
            self._columns[name].skip(len(block))

    def _column(self, name: str) -> Column:
        words = self._format == "CSV"
        column = Column(name, name not in self._data.unread, words, words and name in self._texts)
        if self.rows:
            column.skip(self.rows)
        return column


def _format(data: DataSpec, fetched: Fetched) -> str:
    if data.format != "Auto":
        return data.format
    found = {detect_format(uri, path) for uri, path in fetched.files}
    if len(found) > 1:
        detail = f"its objects have different formats, {' and '.join(sorted(found))}"
        raise DATA_UNREADABLE(uri=data.uri, format="one table", detail=detail)
    return found.pop()


def ingest(data: DataSpec, store: Store, folder: Path) -> Snapshot:
    """Downloads into `folder`, checks the pinned digest and reads the table. Raises the data errors (65, 75)."""
    fetched = fetch(data, store, folder)
    file_format = _format(data, fetched)
    reader = Reader(data, fetched.files, file_format)
    columns = reader.read()
    for _, path in fetched.files:
        path.unlink()
    if reader.rows == 0 or not columns:
        raise EMPTY_DATA(uri=data.uri)
    infos: list[ColumnInfo] = []
    kept: dict[str, pd.Series] = {}
    unread: dict[str, dict[str, Any]] = {}
    for column in columns:
        info, values, row = column.finish()
        infos.append(info)
        if values is not None:
            kept[info.name] = values
        if row is not None:
            unread[info.name] = row
    return Snapshot(
        uri=data.uri,
        version_id=fetched.version_id,
        sha256=fetched.sha256,
        size_bytes=fetched.size_bytes,
        format=file_format,
        # Without copy=False all columns of a type would be copied into one array, at twice the memory.
        frame=pd.DataFrame(kept, index=range(reader.rows), copy=False),
        columns=infos,
        schema_hash=schema_hash(infos),
        objects=fetched.objects,
        unread=unread,
    )
