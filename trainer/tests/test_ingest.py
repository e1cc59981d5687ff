"""Every format gives the same table, and what a file leaves open is decided the way a person would."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tables import mixed

from trainyard_trainer.config import credentials_from
from trainyard_trainer.errors import TrainerError
from trainyard_trainer.ingest import Snapshot, ingest
from trainyard_trainer.quality import quality
from trainyard_trainer.run_spec import DataSpec
from trainyard_trainer.store import Store


def read(uri: str, folder: Path, file_format: str = "Auto", rules: tuple = (), sha256: str | None = None) -> Snapshot:
    spec = DataSpec(uri, sha256, None, file_format, "y", (), rules)
    return ingest(spec, Store.for_data(credentials_from({})), folder)


def text(content: str | bytes, folder: Path, name: str = "t.csv") -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return f"file://{path}"


@pytest.mark.parametrize("name", ["t.csv", "t.parquet", "t.jsonl", "csv-without-ending", "parquet-without-ending"])
def test_all_formats_hold_the_same_table(save, tmp_path, name):
    expected = read(save(mixed(), "expected.csv"), tmp_path)
    if "without" in name:
        kind = name.split("-")[0]
        path = Path(save(mixed(), f"x.{kind}").removeprefix("file://"))
        uri = text(path.read_bytes(), tmp_path, name)
    else:
        uri = save(mixed(), name)
    found = read(uri, tmp_path)
    assert found.columns == expected.columns
    assert found.schema_hash == expected.schema_hash
    pd.testing.assert_frame_equal(found.frame, expected.frame, rtol=1e-9)


def test_the_identity_is_that_of_the_bytes(tmp_path):
    content = b"a,y\n1,0\n2,1\n"
    uri = text(content, tmp_path)
    digest = hashlib.sha256(content).hexdigest()
    snapshot = read(uri, tmp_path, sha256=digest.upper())
    assert (snapshot.sha256, snapshot.size_bytes, snapshot.rows) == (digest, len(content), 2)
    assert not (tmp_path / "data").exists()


CELLS = [
    ("numbers with words of absence stay numbers", "1\nNA\n2.5\nnull\n", "Number", [1, None, 2.5, None]),
    ("texts keep NA, which may be Namibia", "NA\nDE\n\nNaN\n", "String", ["NA", "DE", None, "NaN"]),
    ("whole numbers with gaps are numbers", "1\n\n3\n4\n", "Number", [1, None, 3, 4]),
    ("whole numbers", "1\n2\n3\n4\n", "Integer", [1, 2, 3, 4]),
    ("flags", "true\nfalse\nTrue\nFALSE\n", "Boolean", [1, 0, 1, 0]),
    ("flags with gaps", "True\n\nFalse\nTrue\n", "Boolean", [1, None, 0, 1]),
    ("numbers as exact as they are written", "0.1\n1e-320\n12345678.123456789\n3\n", "Number",
     [0.1, 1e-320, 12345678.123456789, 3]),
    ("only gaps", "\n\n\n\n", "Number", [None] * 4),
]  # fmt: skip


@pytest.mark.parametrize(("case", "cells", "kind", "values"), CELLS, ids=[row[0] for row in CELLS])
def test_cells_of_a_csv(tmp_path, case, cells, kind, values):
    lines = "".join(f"{cell},0\n" for cell in cells.split("\n")[:4])
    snapshot = read(text(f"x,y\n{lines}", tmp_path), tmp_path)
    assert snapshot.columns[0].type == kind
    found = [None if pd.isna(value) else value for value in snapshot.frame["x"]]
    assert found == values


def test_a_rule_makes_numbers_of_a_csv_texts(tmp_path):
    uri = text("zip,y\n01067,0\n80331,1\n", tmp_path)
    assert list(read(uri, tmp_path, rules=({"column": "zip", "type": "String"},)).frame["zip"]) == ["01067", "80331"]
    assert list(read(uri, tmp_path).frame["zip"]) == [1067, 80331]


def test_a_byte_order_mark_quotes_and_gzip(tmp_path):
    content = '\ufeff"a, b","y"\r\n"x ""quoted""\r\nline",0\r\nz,1\r\n'
    for uri in (text(content, tmp_path), text(gzip.compress(content.encode()), tmp_path, "t.csv.gz")):
        snapshot = read(uri, tmp_path)
        assert [column.name for column in snapshot.columns] == ["a, b", "y"]
        assert snapshot.frame["a, b"][0].startswith('x "quoted"')


def test_json_keeps_texts_that_look_like_numbers_or_dates(tmp_path):
    snapshot = read(text('{"date":"2026-01-01","n":"12","v":1}\n{"date":"x","v":2.5}\n', tmp_path, "t.jsonl"), tmp_path)
    assert [(column.name, column.type) for column in snapshot.columns] == [
        ("date", "String"),
        ("n", "String"),
        ("v", "Number"),
    ]


BROKEN = [
    ("rows of other lengths", "a,y\n1,2,3\n4,5\n", "Auto"),
    ("no UTF-8", b"a,y\n\xff\xfe,1\n", "Auto"),
    ("JSON that ends early", '{"a":1}\n{"a":', "JSONLines"),
    ("no Parquet", "PAR1 but not really", "Auto"),
]


@pytest.mark.parametrize(("case", "content", "file_format"), BROKEN, ids=[row[0] for row in BROKEN])
def test_unreadable_files_say_so(tmp_path, case, content, file_format):
    with pytest.raises(TrainerError) as caught:
        read(text(content, tmp_path, "file"), tmp_path, file_format)
    assert (caught.value.reason, caught.value.exit_code) == ("DataUnreadable", 65)


@pytest.mark.parametrize("content", ["", "a,y\n", "\n"])
def test_empty_files_say_so(tmp_path, content):
    with pytest.raises(TrainerError) as caught:
        read(text(content, tmp_path), tmp_path)
    assert caught.value.reason == "EmptyData"


def test_quality_of_numbers_texts_and_gaps(tmp_path):
    snapshot = read(text("n,t,y\n1,a,0\n,b,1\n4,,0\n", tmp_path), tmp_path)
    numbers, texts, _ = quality(snapshot.frame, snapshot.columns)
    assert numbers == {
        "column": "n", "type": "Number", "nulls": 1, "nullRatio": pytest.approx(1 / 3), "distinct": 2,
        "min": 1.0, "max": 4.0, "mean": 2.5, "stdDev": pytest.approx(np.std([1, 4], ddof=1)),
    }  # fmt: skip
    assert texts == {"column": "t", "type": "String", "nulls": 1, "nullRatio": pytest.approx(1 / 3), "distinct": 2}


def test_quality_of_a_sensitive_column_names_no_single_row(tmp_path):
    snapshot = read(text("age,y\n31,0\n77,1\n40,0\n", tmp_path), tmp_path)
    ages, _ = quality(snapshot.frame, snapshot.columns, ("age",))
    assert {"min", "max"}.isdisjoint(ages)
    assert (ages["distinct"], ages["mean"]) == (3, pytest.approx(148 / 3))
