"""The sort of an error of which no more is known than its class and Python's words: a code, for a sentence in another language.

Python's words differ between versions; only here, in `hints` and what it calls are they read.
"""

from .own import OWN as __builtins__  # noqa: F401

import re

_BLOCK = ("expected an indented block", "block-missing")
# By the class's name what its words hold, as a pattern, and the code; the first that fits is taken.
_SORTS = {
    "SyntaxError": (
        ("was never closed", "bracket-open"),
        ("unmatched|does not match opening", "bracket-unmatched"),
        ("expected ':'", "colon-missing"),
        ("unterminated", "quote-open"),
        ("forgot a comma", "comma-missing"),
        ("cannot assign|instead of '='|[Mm]aybe you meant '=='", "no-target"),
        ("outside function", "return-outside"),
        ("invalid (?:non-printable )?character", "odd-character"),
        ("literal", "bad-number"),
        ("positional argument follows", "argument-order"),
        ("Missing parentheses in call to 'print'", "print-statement"),
        _BLOCK,
    ),
    "IndentationError": (_BLOCK, ("unexpected indent", "indented-more")),
    "TypeError": (
        ("unsupported operand|bad operand|can only concatenate", "operands"),
        (r"missing \d+ required", "argument-missing"),
        ("takes .*positional arguments?|were given", "argument-count"),
        ("unexpected keyword|invalid keyword", "argument-unknown"),
        ("multiple values for argument", "argument-twice"),
        ("not callable", "not-callable"),
        ("not subscriptable", "not-subscriptable"),
        ("does not support item assignment", "not-changeable"),
        ("not iterable|cannot unpack", "not-iterable"),
        ("indices must be|list indices", "index-type"),
    ),
    "ValueError": (
        ("could not be broadcast|not aligned|mismatch|incompatible", "shapes"),
        ("too many values to unpack", "unpack-more"),
        ("not enough values to unpack", "unpack-fewer"),
        ("truth value", "truth-of-array"),
        ("cannot reshape", "reshape"),
        ("array element|inhomogeneous", "ragged"),
        ("could not convert|invalid literal", "no-number"),
        ("domain error", "domain"),
    ),
    "IndexError": (("too many indices", "too-many-indices"),),
}


def sort_of(name, message):
    """The code of an error by its class's name and its message; None where the class is all there is to go by."""
    return next((code for pattern, code in _SORTS.get(name, ()) if re.search(pattern, message)), None)
