"""Tables of the benchmark, as files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from sklearn.datasets import load_breast_cancer

TARGET = "y"


def breast_cancer(folder: Path) -> Path:
    """569 rows, 30 columns of numbers."""
    bunch = load_breast_cancer(as_frame=True)
    path = folder / "breast-cancer.csv"
    bunch.frame.rename(columns={"target": TARGET}).to_csv(path, index=False)
    return path


def made_up(folder: Path, rows: int, columns: int) -> Path:
    """Numbers, of which five decide the target with some noise; written in parts, never in memory as a whole."""
    path = folder / f"made-up-{rows}.parquet"
    writer, part = None, 100_000
    for index in range(0, rows, part):
        random = np.random.default_rng(index)
        values = random.normal(size=(min(part, rows - index), columns))
        signal = values[:, :5].sum(axis=1) + values[:, 0] * values[:, 1]
        table = pd.DataFrame(values, columns=[f"c{number}" for number in range(columns)])
        table[TARGET] = (signal + random.normal(size=len(values)) > 0).astype(int)
        arrow = pa.Table.from_pandas(table, preserve_index=False)
        writer = writer or pq.ParquetWriter(path, arrow.schema)
        writer.write_table(arrow)
    assert writer is not None
    writer.close()
    return path
