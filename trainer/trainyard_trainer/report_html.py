"""Pieces of HTML that the report is put together from."""

from __future__ import annotations

import math
from html import escape


def number(value: float | None) -> str:
    """Four significant digits, the way a person would write them."""
    if value is None or not math.isfinite(value):
        return "–"
    if value == 0 or 1e-3 <= abs(value) < 1e6:
        return f"{value:.4g}" if abs(value) < 1e4 else f"{value:,.0f}"
    return f"{value:.2e}"


def table(head: list[str], rows: list[list[str]], numeric_from: int = 1) -> str:
    """Cells are HTML already; columns from `numeric_from` on are set right."""
    heads = "".join(f'<th class="{_side(i, numeric_from)}">{escape(text)}</th>' for i, text in enumerate(head))
    body = "".join(
        "<tr>" + "".join(f'<td class="{_side(i, numeric_from)}">{cell}</td>' for i, cell in enumerate(row)) + "</tr>"
        for row in rows
    )
    return f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'


def _side(index: int, numeric_from: int) -> str:
    return "n" if index >= numeric_from else "t"


def card(title: str, content: str, note: str = "") -> str:
    hint = f'<p class="note">{note}</p>' if note else ""
    return f'<section class="card"><h2>{escape(title)}</h2>{content}{hint}</section>'


def facts(pairs: list[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in pairs) + "</dl>"


def code_text(text: str) -> str:
    return f"<code>{escape(text)}</code>"
