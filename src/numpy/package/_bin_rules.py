"""How many bins a histogram takes, by the rules that have names."""

import math

from . import _ufuncs
from ._reductions import mean, ptp, std
from ._statistics import percentile
from ._types import FLOAT16


def _freedman(a):
    above, below = percentile(a, [75, 25]).tolist()
    return 2.0 * (above - below) * a.size ** (-1.0 / 3.0)


def _doane(a):
    n, sigma = a.size, float(std(a))
    if n <= 2 or sigma <= 0:
        return 0.0
    spread = math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)))
    skew = float(mean(_ufuncs.power((a - mean(a)) / sigma, 3)))
    return float(ptp(a)) / (1.0 + math.log2(n) + math.log2(1.0 + abs(skew) / spread))


def _sqrt(a):
    return float(ptp(a)) / math.sqrt(a.size)


def _sturges(a):
    return float(ptp(a)) / (math.log2(a.size) + 1.0)


# The width of a bin by each rule.
_WIDTHS = {
    "sqrt": _sqrt,
    "sturges": _sturges,
    "rice": lambda a: float(ptp(a)) / (2.0 * a.size ** (1.0 / 3)),
    "scott": lambda a: (24.0 * math.pi**0.5 / a.size) ** (1.0 / 3.0) * float(std(a)),
    "fd": _freedman,
    "doane": _doane,
    "auto": lambda a: min(max(_freedman(a), _sqrt(a) / 2), _sturges(a)),
}


def bin_count(a, rule, low, high):
    """The number of bins between two edges; None for a rule that is not known here."""
    if rule not in _WIDTHS:
        return None
    if a.size:
        a = a[(a >= low) & (a <= high)]
    if not a.size:
        return 1
    width = _WIDTHS[rule](a)
    if a._code < FLOAT16 and width < 1:
        width = 1
    return math.ceil((high - low) / width) if width else 1
