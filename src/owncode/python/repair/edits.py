"""The ways to write one place otherwise. Each is tried; its code is the mistake that it takes back."""

from ...own import OWN as __builtins__  # noqa: F401

import numpy as np

from .contributions import carried, softmax_slopes
from .operands import keys, operands
from .nodes import NP
from .products import products, restarted, sums
from .slopes import slopes
from .terms import HELPERS as TERMS
from .terms import exponents, signs, targets, unwrapped, without_factors

# The names that edits use beside those of the file.
HELPERS = {NP: np, **TERMS}


def edits_of(place, scene):
    """All edits of a place, the likelier first."""
    for kind in (
        products,
        sums,
        operands,
        keys,
        slopes,
        targets,
        unwrapped,
        signs,
        exponents,
        without_factors,
        restarted,
        carried,
        softmax_slopes,
    ):
        yield from kind(place, scene)
