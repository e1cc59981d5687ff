"""Cards of the report for what a run has only if its spec asks for it."""

from __future__ import annotations

from html import escape

from trainyard_trainer.fairness import ColumnFairness, GroupScores
from trainyard_trainer.manifest import Evidence
from trainyard_trainer.report_html import card, number, table

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
