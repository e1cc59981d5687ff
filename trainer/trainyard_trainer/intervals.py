"""Intervals of shares."""

from __future__ import annotations

import math

#: Quantile 0.975 of the normal distribution: intervals of 95 %.
Z = 1.959963984540054


def wilson(count: int, n: int) -> tuple[float, float]:
    """Wilson's interval of 95 % for a share of `count` among `n` rows; (0, 1) without rows. Unlike the plain one it is
    right for few rows and for shares of 0 and 1 (Brown, Cai and DasGupta, Statistical Science 16, 2001)."""
    if n == 0:
        return 0.0, 1.0
    share, weight = count / n, Z * Z / n
    middle = (share + weight / 2) / (1 + weight)
    half = Z / (1 + weight) * math.sqrt(share * (1 - share) / n + weight / (4 * n))
    low = 0.0 if count == 0 else max(0.0, middle - half)
    high = 1.0 if count == n else min(1.0, middle + half)
    return low, high
