"""Arithmetic on named numbers, as users write it for a metric of their own: `5 * fn + fp`.

The text is parsed by Python and then walked node by node; a node that is not listed here is refused, and nothing is
ever handed to eval. There is no attribute, no index, no loop, no text and no power, so that the work is bounded by the
length of the expression.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

MAX_LENGTH = 256
MAX_NODES = 100
OPERATORS: Mapping[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
SIGNS: Mapping[type, Callable[[float], float]] = {ast.UAdd: operator.pos, ast.USub: operator.neg}
#: name → (function, least and greatest number of arguments).
FUNCTIONS: Mapping[str, tuple[Callable[..., float], int, int]] = {
    "min": (min, 2, 8),
    "max": (max, 2, 8),
    "abs": (abs, 1, 1),
    "sqrt": (math.sqrt, 1, 1),
    "log": (math.log, 1, 1),
    "exp": (math.exp, 1, 1),
}


class ExpressionError(ValueError):
    """What is wrong with an expression, as the end of a sentence."""


@dataclass(frozen=True)
class Expression:
    """A checked expression and the names that it reads."""

    tree: ast.expr
    names: frozenset[str]

    def value(self, numbers: Mapping[str, float]) -> float:
        """NaN where the expression has no value: a division by 0, the logarithm of 0, a number too large."""
        try:
            found = _value(self.tree, numbers)
        except (ArithmeticError, ValueError):
            return math.nan
        return found if math.isfinite(found) else math.nan


def parse_expression(text: str) -> Expression:
    """Raises ExpressionError for everything that is not arithmetic on names."""
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"it has {len(text)} characters, at most {MAX_LENGTH} are allowed")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError("it is not arithmetic that can be read, such as 5 * fn + fp") from error
    nodes = list(ast.walk(tree))
    if len(nodes) > MAX_NODES:
        raise ExpressionError(f"it has {len(nodes)} parts, at most {MAX_NODES} are allowed")
    names: set[str] = set()
    _check(tree, names)
    if not names:
        raise ExpressionError("it reads nothing that is measured, so its value would always be the same")
    return Expression(tree, frozenset(names))


def _check(node: ast.expr, names: set[str]) -> None:
    """Refuses every node that is not listed; collects the names."""
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        _check(node.left, names)
        _check(node.right, names)
    elif isinstance(node, ast.UnaryOp) and type(node.op) in SIGNS:
        _check(node.operand, names)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float) and abs(node.value) <= 1e300:
        return
    elif isinstance(node, ast.Name):
        names.add(node.id)
    elif isinstance(node, ast.Call):
        for argument in _arguments(node):
            _check(argument, names)
    else:
        raise ExpressionError(f"{_source(node)} is neither a number, a name, + - * / nor a call of {_functions()}")


def _arguments(node: ast.Call) -> list[ast.expr]:
    function = FUNCTIONS.get(node.func.id) if isinstance(node.func, ast.Name) else None
    if function is None or node.keywords:
        raise ExpressionError(f"{_source(node)} is no call of {_functions()}")
    _, least, most = function
    if not least <= len(node.args) <= most:
        count = str(least) if least == most else f"{least} to {most}"
        raise ExpressionError(f"{_source(node)} needs {count} argument(s)")
    return node.args


def _functions() -> str:
    return ", ".join(FUNCTIONS)


def _source(node: ast.AST) -> str:
    text = ast.unparse(node)
    return f"{text[:40]!r}" if len(text) <= 40 else f"{text[:40]!r}…"


def _value(node: Any, numbers: Mapping[str, float]) -> float:
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_value(node.left, numbers), _value(node.right, numbers))
    if isinstance(node, ast.UnaryOp):
        return SIGNS[type(node.op)](_value(node.operand, numbers))
    if isinstance(node, ast.Constant):
        return float(node.value)
    if isinstance(node, ast.Name):
        return float(numbers[node.id])
    values = [_value(argument, numbers) for argument in node.args]
    # min and max keep or lose a NaN by the order of their arguments.
    return math.nan if any(map(math.isnan, values)) else FUNCTIONS[node.func.id][0](*values)
