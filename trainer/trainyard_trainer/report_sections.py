"""Cards of the report for what a run has only if its spec asks for it."""

from __future__ import annotations

from html import escape

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
