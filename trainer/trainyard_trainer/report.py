"""Stage Report: one HTML file that opens offline and says what was trained, on what, and how good it is."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import Any

import numpy as np

from trainyard_trainer import figures
from trainyard_trainer.manifest import Evidence
from trainyard_trainer.metrics import METRICS
from trainyard_trainer.report_html import card, code_text, facts, number, table
from trainyard_trainer.report_sections import fairness_cards, selection_card, shap_cards
from trainyard_trainer.report_style import CSS

Array = np.ndarray[Any, Any]
MAX_CONFUSION_CLASSES = 20
MAX_QUALITY_ROWS = 200


def score_table(evidence: Evidence) -> str:
    rows: dict[str, dict[str, str]] = {}
    for item in evidence.evaluation.measurements:
        spread = f' <span class="muted">± {number(item.std_dev)}</span>' if item.std_dev is not None else ""
        rows.setdefault(item.name, {})[item.on] = number(item.value) + spread
    primary = evidence.run.primary
    cells = [
        [
            f"<b>{escape(name)}</b>" if name == primary else escape(name),
            *(by.get(on, "–") for on in ("Train", "CV", "Test")),
        ]
        for name, by in rows.items()
    ]
    return table(["Metric", "Training rows", "Folds (mean ± std. dev.)", "Test rows"], cells)


def gate_table(evidence: Evidence) -> str:
    if not evidence.gates:
        return '<p class="note">No gates were set.</p>'
    rows = []
    for result in evidence.gates:
        bounds = [f"≥ {result.gate.minimum:g}"] if result.gate.minimum is not None else []
        bounds += [f"≤ {result.gate.maximum:g}"] if result.gate.maximum is not None else []
        badge = '<span class="badge good">passed</span>' if result.passed else '<span class="badge bad">failed</span>'
        where = escape(result.gate.on)
        rows.append([escape(result.gate.metric), where, " and ".join(bounds), number(result.value), badge])
    return table(["Gate", "On", "Bound", "Value", "Result"], rows, numeric_from=2)


def confusion_table(y: Array, label: Array, names: list[str]) -> str:
    """Counts with a tint by their share of the row."""
    count = min(len(names), MAX_CONFUSION_CLASSES)
    matrix = np.zeros((len(names), len(names)), dtype=int)
    np.add.at(matrix, (y, label), 1)
    rows = []
    for actual in range(count):
        total = max(1, int(matrix[actual].sum()))
        cells = [f"<b>{escape(names[actual])}</b>"]
        for predicted in range(count):
            share = matrix[actual, predicted] / total
            colour = "5,150,105" if actual == predicted else "220,38,38"
            tint = f"background:rgba({colour},{0.06 + 0.4 * share:.2f})" if matrix[actual, predicted] else ""
            cells.append(f'<div class="cell" style="{tint}">{matrix[actual, predicted]}<i>{share:.0%}</i></div>')
        rows.append(cells)
    return table(["Actual ↓ predicted →", *names[:count]], rows)


def quality_table(quality: list[dict[str, Any]]) -> str:
    rows = []
    for row in quality[:MAX_QUALITY_ROWS]:
        ratio = row["nullRatio"]
        nulls = str(row["nulls"]) + (f' <span class="muted">{ratio:.1%}</span>' if ratio else "")
        values = [number(row.get(name)) for name in ("min", "mean", "max", "stdDev")]
        rows.append([escape(row["column"]), escape(row["type"]), nulls, f"{row['distinct']:,}", *values])
    return table(["Column", "Type", "Missing", "Distinct", "Min", "Mean", "Max", "Std. dev."], rows, numeric_from=2)


def timeline(stages: list[dict[str, str]]) -> str:
    """Bars on one axis, in seconds since the start."""
    moments = [(datetime.fromisoformat(s["startTime"]), datetime.fromisoformat(s["endTime"])) for s in stages]
    origin = moments[0][0]
    total = max((end - origin).total_seconds() for _, end in moments) or 1.0
    rows = []
    for stage, (start, end) in zip(stages, moments, strict=True):
        left, width = (start - origin).total_seconds() / total * 100, (end - start).total_seconds() / total * 100
        seconds = (end - start).total_seconds()
        rows.append(
            f'<div class="stage"><span class="name">{escape(stage["name"])}</span>'
            f'<span class="track"><span style="left:{left:.2f}%;width:{max(width, 0.4):.2f}%"></span></span>'
            f'<span class="time">{seconds:.2f} s</span><span class="said">{escape(stage["message"])}</span></div>'
        )
    return "".join(rows)


def split_text(evidence: Evidence) -> str:
    by, spec = evidence.data.by, evidence.run.split
    if by is None or by.strategy == "Group":
        return f"{spec.strategy}{f' by {escape(by.column)}' if by else ''}, seed {spec.seed}"
    return f"{spec.strategy} by {escape(by.column)}"


def lineage(evidence: Evidence) -> str:
    run, snapshot, exported = evidence.run, evidence.snapshot, evidence.exported
    code = f"{run.code.get('repository', '')}@{str(run.code.get('commit', ''))[:12]}" if run.code else "not given"
    image = str(run.image.get("digest") or run.image.get("reference")) if run.image else "not given"
    return facts(
        [
            ("Data", f"{code_text(snapshot.uri)}<br>sha256 {code_text(snapshot.sha256)}"),
            ("Data version", escape(snapshot.version_id or "store without versions")),
            ("Rows", f"{snapshot.rows:,} ({len(evidence.split.train):,} training, {len(evidence.split.test):,} test)"),
            (
                "Split",
                f"{split_text(evidence)}, digest {code_text(evidence.split.digest[:16])}",
            ),
            ("Folds", f"digest {code_text(evidence.folds.digest[:16])}"),
            ("Feature pipeline", f"{code_text(evidence.pipeline_version)}, {len(evidence.feature_names)} features"),
            ("Code", escape(code)),
            ("Image", escape(image)),
            ("Model file", f"{len(exported.data):,} bytes<br>sha256 {code_text(exported.sha256)}"),
        ]
    )


def parameter_list(evidence: Evidence) -> str:
    given = set(evidence.run.parameters)
    ordered = sorted(evidence.parameters.items(), key=lambda item: (item[0] not in given, item[0]))
    rows = [
        [f"<b>{escape(name)}</b>" if name in given else escape(name), escape(str(value))] for name, value in ordered
    ]
    return table(["Parameter", "Value"], rows)


def score_cards(evidence: Evidence) -> list[str]:
    """What the test rows show, most telling first."""
    y = evidence.data.y[evidence.split.test]
    prediction = evidence.evaluation.test
    if evidence.data.classes is None:
        return [
            card("Predicted and actual", figures.predicted_against_actual(y, prediction.label)),
            card("Residuals", figures.residuals(y, prediction.label)),
            card("Distribution of residuals", figures.residual_histogram(y, prediction.label)),
        ]
    labels = [str(label) for label in evidence.data.classes]
    brier, error = (METRICS[name].measure(y, prediction.label, prediction.scores) for name in ("brier", "ece"))
    names = [f"{evidence.run.data.target} = {label}" for label in labels]
    cards = [
        card("ROC", figures.roc(y, prediction.scores, names), "One class against the rest, test rows."),
        card(
            "Precision and recall", figures.precision_recall(y, prediction.scores, names), "Dotted: share of the class."
        ),
        card(
            "Calibration",
            figures.calibration(y, prediction.scores, names),
            f"On the dashed line a score is a probability. Brier score {number(brier)}, expected calibration error "
            f"{number(error)} (10 bins); {len(y):,} test rows, a dot's area follows its share of them.",
        ),
        card("Confusion", confusion_table(y, prediction.label, labels), "Test rows; shares are of the actual class."),
    ]
    if len(names) == 2:
        cards.insert(3, card("Scores", figures.score_histogram(y, prediction.scores, names)))
    return cards


def model_cards(evidence: Evidence, width: float) -> list[str]:
    """How stable the model is and what it leans on; `width` of the figures in inches."""
    run = evidence.run
    spec = run.cross_validation
    test = evidence.evaluation.value(run.primary, "Test")
    scores = evidence.scores.scores[run.primary]
    folds = figures.fold_scores(scores, spec.folds, test, run.primary, width)
    importance = figures.importance_bars(evidence.explanation.top, run.primary, width)
    note = "Permutation importance on test rows, through the exported model; columns that say the same hide each other."
    repeats = f", {spec.repeats} times (a colour each)" if spec.repeats > 1 else ""
    return [
        card("Cross-validation", folds, f"{spec.folds} folds{repeats}."),
        card("Importance", importance, note),
    ]


def header(evidence: Evidence) -> str:
    run, exported = evidence.run, evidence.exported
    failed = [result for result in evidence.gates if not result.passed]
    if not evidence.gates:
        badge = '<span class="badge">no gates</span>'
    elif failed:
        badge = f'<span class="badge bad">{len(failed)} of {len(evidence.gates)} gates failed</span>'
    else:
        badge = f'<span class="badge good">{len(evidence.gates)} of {len(evidence.gates)} gates passed</span>'
    cv = next(m for m in evidence.evaluation.measurements if m.name == run.primary and m.on == "CV")
    parity = exported.parity
    tiles = [
        (f"{run.primary} on test rows", number(evidence.evaluation.value(run.primary, "Test"))),
        (f"{run.primary} over {cv.n} folds", f"{number(cv.value)} <small>± {number(cv.std_dev)}</small>"),
        (
            f"largest {'relative ' if run.is_regression else ''}difference of the export, {parity.rows:,} rows",
            number(parity.max_abs_error),
        ),
        ("one row, median and P99", f"{exported.latency.p50:.0f} <small>/ {exported.latency.p99:.0f} µs</small>"),
    ]
    boxes = "".join(f'<div class="tile"><b>{value}</b><span>{escape(name)}</span></div>' for name, value in tiles)
    return (
        f"<header><div><h1>{escape(run.model)} {badge}</h1><p>{escape(run.algorithm)} for {escape(run.task)} · "
        f"run {escape(run.namespace)}/{escape(run.name)}, attempt {run.attempt}</p></div></header>"
        f'<div class="tiles">{boxes}</div>'
    )


def render_report(evidence: Evidence, stages: list[dict[str, str]]) -> str:
    """The HTML document."""
    run = evidence.run
    finished = [stage for stage in stages if stage["name"] != "Report"]
    shown = score_cards(evidence)
    # Two cards in a row have room for wider figures than three.
    model = model_cards(evidence, width=6.0 if len(shown) > 3 else 4.4)
    parameters = card("Parameters", parameter_list(evidence), "Bold: set by the run.")
    rows = [
        [card("Scores", score_table(evidence))],
        [card("Gates", gate_table(evidence))],
        shown[:3],
        [*shown[3:], parameters] if len(shown) > 3 else [*model, parameters],
        model if len(shown) > 3 else [],
        selection_card(evidence),
        shap_cards(evidence),
        *([wide] for wide in fairness_cards(evidence)),
        [card("Where it comes from", lineage(evidence))],
        [card("Data quality", quality_table(evidence.quality), "All rows, before the split.")],
        [card("Stages", timeline(finished), "Without the report itself and the upload.")],
    ]
    body = "".join(f'<div class="row">{"".join(cards)}</div>' for cards in rows if cards)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(run.model)} · {escape(run.name)}</title><style>{CSS}</style></head><body>"
        f"{header(evidence)}<main>{body}</main></body></html>\n"
    )
