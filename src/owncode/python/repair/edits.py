"""The ways to write one place otherwise. Each is tried; its code is the mistake that it takes back."""

from ...own import OWN as __builtins__  # noqa: F401

import numpy as np

from .contributions import carried, other_paths, softmax_slopes
from .counts import counts, lengths
from .einsum import letters
from .operands import keys, operands
from .nodes import NP
from .products import axes, products, restarted, sums
from .slopes import slopes
from .spread import spread_factors
from .terms import HELPERS as TERMS
from .terms import exponents, roots, signs, probabilities, targets, unwrapped, without_factors

# The names that edits use beside those of the file.
HELPERS = {NP: np, **TERMS}


def edits_of(place, scene):
    """All edits of a place, the likelier first."""
    for kind in (
        products,
        sums,
        axes,
        operands,
        keys,
        slopes,
        targets,
        probabilities,
        unwrapped,
        signs,
        exponents,
        roots,
        without_factors,
        restarted,
        carried,
        other_paths,
        softmax_slopes,
        spread_factors,
        counts,
        lengths,
        letters,
    ):
        yield from kind(place, scene)
