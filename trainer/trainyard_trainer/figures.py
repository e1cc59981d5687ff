"""The report's figures as inline SVG, drawn without pyplot (its import alone costs half a second)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from trainyard_trainer.calibration import reliability

Array = np.ndarray[Any, Any]
INK, MUTED, GRID = "#1c2733", "#64748b", "#e2e8f0"
COLOURS = ("#2563eb", "#d97706", "#059669", "#db2777", "#7c3aed", "#0891b2", "#65a30d", "#dc2626")
MAX_POINTS = 1500
MAX_CURVES = len(COLOURS)
STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "trainyard",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.edgecolor": GRID,
    "axes.labelcolor": MUTED,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.fontsize": 8,
}


def draw(paint: Callable[[Any], None], width: float = 4.4, height: float = 3.1) -> str:
    """SVG of one pair of axes; width and height in inches of 72 points."""
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots()
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        paint(axes)
        target = io.StringIO()
        figure.savefig(target, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    svg = target.getvalue()
    svg = svg[svg.index("<svg") :]
    # Fixed sizes would not shrink on a phone; the viewBox keeps the shape.
    return re.sub(
        r'(<svg[^>]*?) (?:width|height)="[^"]*"', r"\1", re.sub(r' height="[^"]*pt"', "", svg, count=1), count=1
    )


def _curves(scores: Array, y: Array, names: list[str]) -> list[tuple[str, Array, Array]]:
    """(name, truth 0/1, score) of every curve: one for two classes, else one a class (the first MAX_CURVES)."""
    if scores.shape[1] == 2:
        return [(names[1], (y == 1).astype(int), scores[:, 1])]
    return [(names[k], (y == k).astype(int), scores[:, k]) for k in range(min(scores.shape[1], MAX_CURVES))]


def roc(y: Array, scores: Array, names: list[str]) -> str:
    from sklearn.metrics import roc_curve

    def paint(axes: Any) -> None:
        axes.plot([0, 1], [0, 1], color=GRID, linewidth=1)
        for colour, (name, truth, score) in zip(COLOURS, _curves(scores, y, names), strict=False):
            false, true, _ = roc_curve(truth, score)
            area = float(np.trapezoid(true, false))
            axes.plot(false, true, color=colour, linewidth=1.8, label=f"{name}: area {area:.4f}")
        axes.set(xlabel="False positive rate", ylabel="True positive rate", xlim=(-0.02, 1.02), ylim=(-0.02, 1.02))
        axes.legend(loc="lower right")

    return draw(paint)


def precision_recall(y: Array, scores: Array, names: list[str]) -> str:
    from sklearn.metrics import precision_recall_curve

    def paint(axes: Any) -> None:
        for colour, (name, truth, score) in zip(COLOURS, _curves(scores, y, names), strict=False):
            precision, recall, _ = precision_recall_curve(truth, score)
            axes.step(recall, precision, where="post", color=colour, linewidth=1.8, label=name)
            axes.axhline(truth.mean(), color=colour, linewidth=0.8, linestyle=(0, (2, 3)))
        axes.set(xlabel="Recall", ylabel="Precision", xlim=(-0.02, 1.02), ylim=(-0.02, 1.04))
        axes.legend(loc="lower left")

    return draw(paint)


def calibration(y: Array, scores: Array, names: list[str]) -> str:
    """Mean score against the share of positives in equal-width bins; a point's area follows its rows."""

    def paint(axes: Any) -> None:
        axes.plot([0, 1], [0, 1], color=MUTED, linewidth=1, linestyle=(0, (4, 3)))
        for colour, (name, truth, score) in zip(COLOURS, _curves(scores, y, names), strict=False):
            curve = reliability(truth, score)
            mean, share = [part.mean_score for part in curve], [part.share for part in curve]
            size = [12 + 140 * part.n / len(score) for part in curve]
            axes.plot(mean, share, color=colour, linewidth=1.2, alpha=0.6)
            axes.scatter(mean, share, s=size, color=colour, label=name, linewidths=0)
        axes.set(xlabel="Mean score", ylabel="Share that is so", xlim=(-0.05, 1.05), ylim=(-0.05, 1.05))
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, markerscale=0.6)

    return draw(paint)


def score_histogram(y: Array, scores: Array, names: list[str]) -> str:
    """How the scores of the positive class spread, by truth (two classes)."""

    def paint(axes: Any) -> None:
        edges = np.linspace(0, 1, 21)
        parts = [scores[y == k, 1] for k in (0, 1)]
        axes.hist(
            parts, bins=edges, stacked=True, color=COLOURS[:2], label=[f"is {name}" for name in names], rwidth=0.9
        )
        axes.set(xlabel=f"Score of {names[1]}", ylabel="Test rows")
        axes.legend(loc="upper center")

    return draw(paint)


def predicted_against_actual(y: Array, prediction: Array) -> str:
    def paint(axes: Any) -> None:
        low, high = float(min(y.min(), prediction.min())), float(max(y.max(), prediction.max()))
        axes.plot([low, high], [low, high], color=MUTED, linewidth=1, linestyle=(0, (4, 3)))
        axes.scatter(y[:MAX_POINTS], prediction[:MAX_POINTS], s=10, color=COLOURS[0], alpha=0.6, linewidths=0)
        axes.set(xlabel="Actual", ylabel="Predicted")

    return draw(paint)


def residuals(y: Array, prediction: Array) -> str:
    def paint(axes: Any) -> None:
        axes.axhline(0, color=MUTED, linewidth=1)
        error = (y - prediction)[:MAX_POINTS]
        axes.scatter(prediction[:MAX_POINTS], error, s=10, color=COLOURS[1], alpha=0.6, linewidths=0)
        axes.set(xlabel="Predicted", ylabel="Actual − predicted")

    return draw(paint)


def residual_histogram(y: Array, prediction: Array) -> str:
    def paint(axes: Any) -> None:
        axes.hist(y - prediction, bins=30, color=COLOURS[1], rwidth=0.9)
        axes.axvline(0, color=MUTED, linewidth=1)
        axes.set(xlabel="Actual − predicted", ylabel="Test rows")

    return draw(paint)


def fold_scores(scores: list[float], folds: int, test: float, metric: str, width: float) -> str:
    """A dot a fold, coloured by repeat, with the mean of the folds and the value on the test rows."""

    def paint(axes: Any) -> None:
        values = np.asarray(scores)
        places = np.arange(1, len(values) + 1)
        colours = [COLOURS[(index // folds) % len(COLOURS)] for index in range(len(values))]
        measured = values[np.isfinite(values)]
        mean = measured.mean() if len(measured) else np.nan
        spread = measured.std(ddof=1) if len(measured) > 1 else 0.0
        axes.axhspan(mean - spread, mean + spread, color=COLOURS[0], alpha=0.08, linewidth=0)
        axes.axhline(mean, color=COLOURS[0], linewidth=1, label=f"mean of folds {mean:.4g} ± {spread:.2g}")
        axes.axhline(test, color=INK, linewidth=1, linestyle=(0, (4, 3)), label=f"test rows {test:.4g}")
        axes.scatter(places, values, s=26, color=colours, zorder=3, linewidths=0)
        axes.set(xlabel="Fold", ylabel=metric)
        axes.set_xticks(places if len(places) <= 20 else places[:: len(places) // 10])
        axes.margins(y=0.1)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)

    return draw(paint, width)


def importance_bars(top: list[dict[str, Any]], metric: str, width: float, count: int = 12) -> str:
    def paint(axes: Any) -> None:
        shown = top[:count][::-1]
        axes.barh(
            [item["name"][:32] for item in shown], [item["importance"] for item in shown], color=COLOURS[0], height=0.65
        )
        axes.axvline(0, color=MUTED, linewidth=1)
        axes.grid(axis="y", visible=False)
        axes.set(xlabel=f"How much worse {metric} gets when the column is shuffled")

    return draw(paint, width)
