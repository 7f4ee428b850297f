"""How far two ways of measuring the same thing agree: bias, limits of agreement, ICC. Pure.

Limits of agreement hold 95 % of the differences (Bland and Altman, Lancet 1986, 1: 307); how sure
they are themselves follows their later paper (Stat Methods Med Res 1999, 8: 135). The intraclass
correlation is that of absolute agreement between single measurements, with subjects and raters both
taken as random: ICC(2,1) of Shrout and Fleiss (Psychol Bull 1979, 86: 420).
"""

import math
from collections.abc import Sequence
from statistics import fmean, stdev

import msgspec

from sessions.history.weeks import t_quantile

FEWEST = 3
"""Pairs, before anything is said of them."""
FEWEST_SURE = 7
"""Pairs, before an interval is given: `t_quantile` holds from six degrees of freedom on."""
Z = 1.96
"""Standard deviations; the first paper rounds it to 2."""


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Differences of pairs, first minus second, in the unit of the values."""

    n: int
    bias: float
    """Their mean."""
    sd: float
    low: float
    high: float
    """Limits of agreement."""
    bias_either_way: float | None
    limit_either_way: float | None
    """Half width of the 95 % interval of the bias, and of each limit; None for few pairs."""
    icc: float | None
    """None where the subjects do not differ at all."""


def agreement(pairs: Sequence[tuple[float, float]]) -> Agreement | None:
    """Of pairs measured of the same things; None where they are too few."""
    n = len(pairs)
    if n < FEWEST:
        return None
    differences = [first - second for first, second in pairs]
    bias, sd = fmean(differences), stdev(differences)
    t = t_quantile(n - 1) if n >= FEWEST_SURE else None
    return Agreement(
        n=n,
        bias=bias,
        sd=sd,
        low=bias - Z * sd,
        high=bias + Z * sd,
        bias_either_way=None if t is None else t * sd / math.sqrt(n),
        limit_either_way=None if t is None else t * sd * math.sqrt(1 / n + Z**2 / (2 * (n - 1))),
        icc=icc_2_1(pairs),
    )


def icc_2_1(table: Sequence[Sequence[float]]) -> float | None:
    """ICC(2,1) of `table`: a row a subject, a column a rater, as long in every row.

    None where it has no value: fewer than two subjects or raters, or no variance at all.
    """
    n, k = len(table), len(table[0]) if table else 0
    if n < 2 or k < 2:
        return None
    rows = [fmean(row) for row in table]
    columns = [fmean(column) for column in zip(*table, strict=True)]
    grand = fmean(rows)
    between = k * sum((row - grand) ** 2 for row in rows) / (n - 1)
    raters = n * sum((column - grand) ** 2 for column in columns) / (k - 1)
    rest = sum(
        (value - row - column + grand) ** 2
        for values, row in zip(table, rows, strict=True)
        for value, column in zip(values, columns, strict=True)
    ) / ((n - 1) * (k - 1))
    whole = between + (k - 1) * rest + k * (raters - rest) / n
    return (between - rest) / whole if whole > 0 else None
