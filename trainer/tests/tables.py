"""Tables to train on."""

from __future__ import annotations

import numpy as np
import pandas as pd


def breast_cancer() -> pd.DataFrame:
    from sklearn.datasets import load_breast_cancer

    bunch = load_breast_cancer(as_frame=True)
    table = bunch.data.rename(columns=lambda name: name.replace(" ", "_"))
    table.insert(0, "patient_id", [f"P{number:05d}" for number in range(1, len(table) + 1)])
    table["malignant"] = 1 - bunch.target
    return table


def mixed(task: str = "BinaryClassification", rows: int = 300, seed: int = 0) -> pd.DataFrame:
    """Numbers (one with spaces in its name), a flag, texts with few and with many values, all with gaps."""
    random = np.random.default_rng(seed)
    table = pd.DataFrame(
        {
            "mean radius": random.normal(size=rows) * 100,
            "visits": random.integers(0, 50, rows).astype(float),
            "flag": random.random(rows) > 0.5,
            "country": random.choice(["NA", "DE", "FR", "München ✓"], rows, p=[0.4, 0.3, 0.2, 0.1]),
            "city": random.choice([f"c{number}" for number in range(60)], rows),
        }
    )
    score = table["mean radius"] / 100 + table["visits"] / 25 + (table["country"] == "NA") * 1.5
    score = score + random.normal(size=rows) * 0.3
    table.loc[random.random(rows) < 0.1, "mean radius"] = np.nan
    table.loc[random.random(rows) < 0.1, "country"] = None
    if task == "Regression":
        table["y"] = score * 100
    elif task == "BinaryClassification":
        table["y"] = np.where(score > score.median(), "yes", "no")
    else:
        table["y"] = pd.qcut(score, 3, labels=[10, 20, 30]).astype(int)
    return table
