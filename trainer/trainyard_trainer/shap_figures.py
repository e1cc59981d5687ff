"""The report's figures of SHAP values."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from trainyard_trainer.figures import COLOURS, MUTED, draw

Array = np.ndarray[Any, Any]
SHOWN = 12
LOW, HIGH, NEUTRAL = "#2563eb", "#dc2626", "#94a3b8"


def shap_bars(top: list[dict[str, Any]], width: float) -> str:
    """`top` as in Explanation."""

    def paint(axes: Any) -> None:
        shown = top[:SHOWN][::-1]
        values = [item["meanAbsShap"] for item in shown]
        axes.barh([item["name"][:32] for item in shown], values, color=COLOURS[4], height=0.65)
        axes.grid(axis="y", visible=False)
        axes.set(xlabel="Mean absolute contribution")

    return draw(paint, width)


def _ranks(values: pd.Series) -> Array:
    """0 for the least and 1 for the greatest number; NaN for missing ones."""
    ranks = values.astype(float).rank(method="average")
    return ((ranks - 1) / max(1.0, float(ranks.max()) - 1)).to_numpy()


def _spread(values: Array) -> Array:
    """Offsets from -0.35 to 0.35 that keep dots of like value apart, the same ones each time."""
    offsets = np.zeros(len(values))
    bins = np.digitize(values, np.linspace(values.min(), values.max() + 1e-12, 60))
    most = max(1, int(np.bincount(bins).max()))
    for place in np.unique(bins):
        rows = np.flatnonzero(bins == place)
        offsets[rows] = (np.arange(len(rows)) - (len(rows) - 1) / 2) / most * 0.7
    return offsets


def shap_dots(columns: list[tuple[str, Array, pd.Series, bool]], width: float) -> str:
    """(name, contributions, raw values, whether they are numbers) of each column, the most important one on top."""
    from matplotlib.colors import LinearSegmentedColormap

    shades = LinearSegmentedColormap.from_list("values", [LOW, "#a855f7", HIGH])

    def paint(axes: Any) -> None:
        shown = columns[:SHOWN][::-1]
        for place, (_, contributions, values, numeric) in enumerate(shown):
            colours = [NEUTRAL] * len(contributions)
            if numeric:
                colours = [NEUTRAL if np.isnan(rank) else shades(rank) for rank in _ranks(values)]
            axes.scatter(contributions, place + _spread(contributions), s=7, c=colours, alpha=0.75, linewidths=0)
        axes.axvline(0, color=MUTED, linewidth=1)
        axes.set_yticks(range(len(shown)), [name[:32] for name, *_ in shown])
        axes.grid(axis="y", visible=False)
        axes.set(xlabel="Contribution to the margin")

    return draw(paint, width)
