"""Cards of the report for what a run has only if its spec asks for it."""

from __future__ import annotations

from html import escape

from trainyard_trainer import shap_figures
from trainyard_trainer.fairness import ColumnFairness, GroupScores
from trainyard_trainer.manifest import Evidence
from trainyard_trainer.report_html import card, number, table
from trainyard_trainer.shap_values import TOLERANCE

MAX_ROWS = 60


def selection_card(evidence: Evidence) -> list[str]:
    """Every column with its test, the most telling first; nothing without a selection."""
    selection, spec = evidence.selection, evidence.run.features.select
    if selection is None or spec is None:
        return []
    ranked = sorted(selection.tested, key=lambda item: (not item.selected, item.adjusted_p, -item.result.effect))
    folds = len(evidence.folds.pairs)
    rows = [
        [
            escape(item.column.name),
            escape(item.result.test),
            f"{item.result.n:,}",
            number(item.result.statistic),
            number(item.result.p_value),
            number(item.adjusted_p),
            number(item.result.effect),
            f"{evidence.scores.used.get(item.column.name, 0)} of {folds}",
            '<span class="badge good">used</span>' if item.selected else '<span class="badge">left out</span>',
        ]
        for item in ranked[:MAX_ROWS]
    ]
    head = ["Column", "Test", "Rows", "Statistic", "p", "p after Holm", "Effect", "Folds", "Result"]
    note = (
        f"{len(selection.columns)} of {len(selection.tested)} columns pass {spec.alpha:g} after Holm's correction "
        f"(at most {spec.most}), by the training rows. Effect: share of what varies that the column explains, 0 to 1. "
        "The served model takes all columns and reads those that are used."
    )
    return [card("Feature selection", table(head, rows, numeric_from=2), note)]


SHARES = {
    "selectionRate": "Predicted positive",
    "truePositiveRate": "True positive rate",
    "falsePositiveRate": "False positive rate",
    "accuracy": "Accuracy",
}
ERRORS = {"mae": "Mean absolute error", "rmse": "RMSE", "meanError": "Mean of predicted − actual"}


def _share(group: GroupScores, name: str) -> str:
    found = group.shares[name].to_json()
    if found is None:
        return "–"
    interval = f"{number(found['low'])} to {number(found['high'])}"
    return f'{number(found["value"])} <span class="muted">{interval}, n {found["n"]:,}</span>'


def _fairness_card(found: ColumnFairness) -> str:
    shares = [name for name in SHARES if name in found.groups[0].shares]
    errors = [name for name in ERRORS if name in found.groups[0].errors]
    rows = [
        [
            escape(group.name),
            f"{group.n:,}",
            *(_share(group, name) for name in shares),
            *(number(group.errors[name]) for name in errors),
        ]
        for group in found.groups
    ]
    head = ["Group", "Rows", *(SHARES[name] for name in shares), *(ERRORS[name] for name in errors)]
    measures = ", ".join(f"{name.replace('_', ' ')} {number(value)}" for name, value in found.measures.items())
    note = f"{measures}. " if measures else ""
    note += "Test rows. Intervals are Wilson's, of 95 %: a small group differs from the others by chance alone."
    return card(f"Fairness by {found.column}", table(head, rows), note)


def fairness_cards(evidence: Evidence) -> list[str]:
    """One card a sensitive column."""
    return [_fairness_card(found) for found in evidence.fairness]


MARGINS = {
    "Probability": "in probability",
    "Prediction": "in the unit of the target",
    "Margin": "before the link function of the objective",
    "LogOdds": "before the link function (log-odds)",
}


def shap_cards(evidence: Evidence) -> list[str]:
    """What every column adds to the model's margin; or why that is not known, where it was asked for."""
    explanation = evidence.explanation
    if explanation.shap is None:
        return [card("SHAP", f'<p class="note">{escape(explanation.message)}</p>')] if explanation.message else []
    found = explanation.shap
    frame = evidence.data.frame.iloc[explanation.rows]
    top = [item["name"] for item in explanation.top]
    note = (
        f"{len(explanation.rows):,} test rows; contributions {MARGINS[found.margin]}. Base value and contributions add "
        f"up to what the model computes within {found.max_error:.2g} of it (allowed {TOLERANCE:g})."
    )
    cards = [card("Mean absolute SHAP value", shap_figures.shap_bars(explanation.top, 6.0), note)]
    if found.contributions.shape[2] == 1:
        columns = [
            (name, found.contributions[:, found.columns.index(name), 0], frame[name], evidence.numeric(name))
            for name in top
        ]
        hint = (
            "A dot a row. Right: raises the score. Blue to red: low to high value of the column; grey: text or missing."
        )
        cards.append(card("SHAP values", shap_figures.shap_dots(columns, 6.0), hint))
    return cards
