"""A file that is read in blocks gives the table that it gives in one piece, and what nobody reads is not kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tables import mixed

from trainyard_trainer import formats
from trainyard_trainer.config import credentials_from
from trainyard_trainer.ingest import Snapshot, ingest
from trainyard_trainer.quality import quality
from trainyard_trainer.run_spec import DataSpec
from trainyard_trainer.store import Store


def read(uri: str, folder: Path, drop: tuple[str, ...] = (), rules: tuple = ()) -> Snapshot:
    spec = DataSpec(uri, None, None, "Auto", "y", drop, rules)
    return ingest(spec, Store.for_data(credentials_from({})), folder)


def in_blocks_of(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MAX_BLOCK_ROWS", rows)


def same(found: Snapshot, expected: Snapshot) -> None:
    assert found.columns == expected.columns
    assert (found.schema_hash, found.sha256) == (expected.schema_hash, expected.sha256)
    pd.testing.assert_frame_equal(found.frame, expected.frame, check_exact=True)


#: Cells of the column x, a character each, by which blocks of two rows disagree.
CELLS = [
    ("numbers, then words of absence only", ["1", "2", "NA", "null", "3", "4"], "Number"),
    ("words of absence, then numbers", ["NA", "NA", "1.5", "2"], "Number"),
    ("words of absence, then texts", ["NA", "NaN", "DE", "FR"], "String"),
    ("only words of absence", ["NA", "NA", "null", "None"], "String"),
    ("post codes before a name", ["01067", "80331", "Berlin", "x"], "String"),
    ("numbers as written before a name", ["1.50", "1e3", "x", "0"], "String"),
    ("flags before a name", ["True", "false", "x", "y"], "String"),
    ("flags before numbers", ["True", "False", "1", "0"], "String"),
    ("flags before words of absence", ["True", "False", "NA", "NA"], "String"),
    ("flags with gaps", ["True", "", "", "", "False", ""], "Boolean"),
    ("whole numbers before others", ["1", "2", "2.5", "3"], "Number"),
    ("whole numbers before a gap", ["1", "2", "", "3"], "Number"),
    ("whole numbers", ["1", "2", "3", "4"], "Integer"),
    ("gaps, then whole numbers", ["", "", "3", "4"], "Number"),
    ("gaps, then texts", ["", "", "a", "b"], "String"),
    ("only gaps", ["", "", "", ""], "Number"),
    ("a mix in one block", ["1", "NA", "x", "2", "NA", "5"], "String"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "cells", "kind"), CELLS, ids=[row[0] for row in CELLS])
@pytest.mark.parametrize("drop", [(), ("x",)], ids=["kept", "not read"])
def test_cells_of_a_csv_do_not_depend_on_the_blocks(tmp_path, monkeypatch, case, cells, kind, drop):
    path = tmp_path / "t.csv"
    path.write_text("x,y\n" + "".join(f"{cell},{row}\n" for row, cell in enumerate(cells)))
    whole = read(f"file://{path}", tmp_path)
    in_blocks_of(2, monkeypatch)
    blocks = read(f"file://{path}", tmp_path, drop)
    assert whole.columns[0].type == blocks.columns[0].type == kind
    rows = [quality(one.frame, one.columns, (), one.unread) for one in (whole, blocks)]
    assert rows[0] == rows[1]
    if not drop:
        same(blocks, whole)


@pytest.mark.parametrize("rows", [1, 7, 64])
@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet"])
def test_every_format_is_the_same_table_in_blocks(save, tmp_path, monkeypatch, name, rows):
    uri = save(mixed(rows=120), name)
    whole = read(uri, tmp_path)
    in_blocks_of(rows, monkeypatch)
    same(read(uri, tmp_path), whole)


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet"])
def test_a_column_that_nobody_reads_is_counted_and_not_kept(save, tmp_path, monkeypatch, name):
    uri = save(mixed(rows=120), name)
    whole = read(uri, tmp_path)
    in_blocks_of(50, monkeypatch)
    drop = ("mean radius", "visits", "country", "flag", "city")
    part = read(uri, tmp_path, drop, ({"column": "city", "type": "String"},))
    assert list(part.frame) == ["city", "y"]
    assert (part.rows, part.columns, part.schema_hash) == (whole.rows, whole.columns, whole.schema_hash)
    assert set(part.unread) == {"mean radius", "visits", "country", "flag"}
    found = quality(part.frame, part.columns, (), part.unread)
    assert found == quality(whole.frame, whole.columns, (), whole.unread)


def test_a_row_that_is_too_long_is_found_in_any_block(tmp_path, monkeypatch):
    from trainyard_trainer.errors import TrainerError

    path = tmp_path / "t.csv"
    path.write_text("a,y\n" + "1,2\n" * 9 + "1,2,3\n")
    in_blocks_of(2, monkeypatch)
    with pytest.raises(TrainerError) as caught:
        read(f"file://{path}", tmp_path)
    assert caught.value.reason == "DataUnreadable"


def test_the_index_of_pandas_is_no_column(tmp_path, monkeypatch):
    table = pd.DataFrame({"a": [1, 2, 3], "y": [0, 1, 0]}, index=pd.Index([7, 8, 9], name="key"))
    table.to_parquet(tmp_path / "t.parquet")
    in_blocks_of(2, monkeypatch)
    assert list(read(f"file://{tmp_path}/t.parquet", tmp_path).frame) == ["a", "y"]


def test_moments_of_a_parquet_stay_moments(tmp_path, monkeypatch):
    table = pd.DataFrame({"t": pd.date_range("2026-01-01", periods=5, tz="UTC"), "y": np.arange(5)})
    table.to_parquet(tmp_path / "t.parquet")
    in_blocks_of(2, monkeypatch)
    snapshot = read(f"file://{tmp_path}/t.parquet", tmp_path)
    assert snapshot.columns[0].type == "timestamps"
    assert list(snapshot.frame["t"]) == list(table["t"])
    assert read(f"file://{tmp_path}/t.parquet", tmp_path, ("t",)).unread["t"]["distinct"] == 5


def test_values_of_several_kinds_are_named_whatever_the_blocks(tmp_path, monkeypatch):
    path = tmp_path / "t.jsonl"
    path.write_text('{"x":1,"y":0}\n{"x":2,"y":0}\n{"x":"a","y":0}\n{"x":[1],"y":0}\n')
    whole = read(f"file://{path}", tmp_path)
    in_blocks_of(2, monkeypatch)
    for drop in ((), ("x",)):
        assert read(f"file://{path}", tmp_path, drop).columns[0].type == whole.columns[0].type
    assert whole.columns[0].type == "values of the kinds int, list, str"


def test_equal_texts_are_held_once(tmp_path, monkeypatch):
    path = tmp_path / "t.csv"
    path.write_text("x,y\n" + "a long text,0\n" * 6)
    in_blocks_of(2, monkeypatch)
    values = read(f"file://{path}", tmp_path).frame["x"]
    assert len({id(value) for value in values}) == 1
