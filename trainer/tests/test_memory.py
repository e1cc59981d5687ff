"""Peak memory of reading and checking large tables, each in a process of its own. Nothing here asks for time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

MIB = 1 << 20
LIMIT_MIB = 2048
#: Of the million rows, where blocks make the difference: 1.1 GiB with them, 1.7 GiB with the file as one.
BLOCKS_MIB = 1536
ROWS, COLUMNS = 1_000_000, 50
#: Reads and validates the run in argv[1] as stages Ingest, Validate and the quality table do; prints what it found and
#: the greatest resident memory so far in MiB. VmHWM begins anew with the process, where ru_maxrss would begin with that
#: of the process that started it.
PROGRAM = """
import json, re, sys, tempfile
from pathlib import Path
from trainyard_trainer.config import credentials_from
from trainyard_trainer.errors import TrainerError
from trainyard_trainer.ingest import ingest
from trainyard_trainer.quality import quality
from trainyard_trainer.run_spec import read_run
from trainyard_trainer.store import Store
from trainyard_trainer.validate import validate
run = read_run(Path(sys.argv[1]))
said = ""
with tempfile.TemporaryDirectory(dir=sys.argv[2]) as folder:
    snapshot = ingest(run.data, Store.for_data(credentials_from({})), Path(folder))
try:
    validate(run, snapshot)
except TrainerError as error:
    said = str(error)
rows = quality(snapshot.frame, snapshot.columns, run.data.sensitive, snapshot.unread)
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) / 1024
kept, columns = len(list(snapshot.frame)), len(snapshot.columns)
sizes = {"rows": snapshot.rows, "columns": columns, "kept": kept, "quality": len(rows)}
print(json.dumps({"peakMiB": peak, "said": said, **sizes}))
"""


def measured(folder: Path, path: Path, **data: object) -> dict:
    """What the program prints for a table with the target y."""
    spec = {
        "model": "m",
        "task": "BinaryClassification",
        "data": {"source": {"uri": f"file://{path}"}, "target": "y", **data},
        "algorithm": {"name": "xgboost"},
        "metrics": {"primary": "roc_auc"},
    }
    (folder / "run.json").write_text(json.dumps({"outputUri": "file:///nowhere/", "spec": spec}))
    command = [sys.executable, "-c", PROGRAM, str(folder / "run.json"), str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ)
    found = json.loads(done.stdout)
    print(path.name, f"peak {found['peakMiB']:.0f} MiB")
    return found


def wide(rows: int, columns: int, seed: int) -> pd.DataFrame:
    """Numbers, every tenth column of them texts of a few kinds, and a target."""
    random = np.random.default_rng(seed)
    kinds = np.array([f"kind {number}" for number in range(100)], dtype=object)
    table = {
        f"c{index}": random.choice(kinds, rows) if index % 10 == 0 else random.normal(size=rows)
        for index in range(columns - 1)
    }
    return pd.DataFrame(table | {"y": random.integers(0, 2, rows)})


def written(path: Path, chunk: Callable[[int], pd.DataFrame], chunks: int, groups_of: int) -> Path:
    """A Parquet file that was never in memory as a whole."""
    writer = None
    for index in range(chunks):
        table = pa.Table.from_pandas(chunk(index), preserve_index=False)
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table, row_group_size=groups_of)
    assert writer is not None
    writer.close()
    return path


@pytest.fixture(scope="module")
def million(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("million") / "t.parquet"
    return written(path, lambda index: wide(ROWS // 10, COLUMNS, index), 10, ROWS // 10)


def test_a_million_rows_of_fifty_columns_are_read_and_checked_within_2_gib(million, tmp_path):
    rules = [{"column": "c1", "type": "Number", "min": -100}, {"column": "y", "allowed": [0, 1], "unique": False}]
    found = measured(tmp_path, million, rules=rules)
    assert (found["rows"], found["columns"], found["kept"], found["quality"]) == (ROWS, COLUMNS, COLUMNS, COLUMNS)
    assert found["said"] == ""
    assert found["peakMiB"] < BLOCKS_MIB


def test_a_million_rows_that_break_rules_are_counted_within_2_gib(million, tmp_path):
    rules = [{"column": f"c{index}", "min": 100} for index in (1, 2, 3)] + [{"column": "c10", "allowed": ["none"]}]
    found = measured(tmp_path, million, rules=rules)
    assert found["said"].startswith("4 data rule(s) failed: column c1: min 100 failed for 1000000 of 1000000 rows")
    assert found["peakMiB"] < LIMIT_MIB


def texts(rows: int, index: int, length: int) -> pd.DataFrame:
    """Different texts that compress to nothing, so that the test needs no large disk, and two small columns."""
    start = index * rows
    return pd.DataFrame(
        {
            "note": [f"{start + row:09d}".ljust(length, ".") for row in range(rows)],
            "x": np.arange(rows, dtype=float),
            "y": np.arange(rows) % 2,
        }
    )


def test_a_parquet_larger_than_memory_is_read_when_its_large_column_is_not_used(tmp_path):
    rows, length, chunks = 50_000, 10_000, 6
    path = written(tmp_path / "t.parquet", lambda index: texts(rows, index, length), chunks, 10_000)
    assert rows * chunks * length > LIMIT_MIB * MIB
    found = measured(tmp_path, path, drop=["note"])
    assert (found["rows"], found["kept"], found["quality"]) == (rows * chunks, 2, 3)
    assert found["peakMiB"] < LIMIT_MIB


@pytest.mark.parametrize("ending", ["csv.gz", "jsonl"])
def test_files_of_text_are_read_by_blocks(tmp_path, ending):
    """As a whole this table takes more than the bound several times over: its cells are read as texts and objects."""
    rows, length, chunks = 100_000, 1_000, 4
    path = tmp_path / f"t.{ending}"
    for index in range(chunks):
        table = texts(rows, index, length)
        if ending == "jsonl":
            table.to_json(path, orient="records", lines=True, mode="a")
        else:
            table.to_csv(
                path, index=False, header=index == 0, mode="a", compression={"method": "gzip", "compresslevel": 1}
            )
    found = measured(tmp_path, path, drop=["note"])
    assert (found["rows"], found["kept"], found["quality"]) == (rows * chunks, 2, 3)
    assert found["peakMiB"] < 700
