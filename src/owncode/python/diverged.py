"""What a training that has diverged leaves: parameters that are no numbers any more, at which nothing can be tried."""

from ..own import OWN as __builtins__  # noqa: F401

import numpy as np

from .leaves import Slot
from .state import State

# A longer list of numbers is an account of something.
_LONGEST_ROW = 40


def set_finite(roots):
    """
    Puts other numbers in place of those that are not finite: into arrays where they are most of the entries, into
    attributes and names. A check chooses its own point anyway.
    """
    state = State(roots)
    rng = np.random.RandomState(0)
    with np.errstate(all="ignore"):
        for array, _ in state.arrays:
            if array.dtype.kind != "f" or array.size == 0:
                continue
            is_lost = ~(np.abs(array) < 1e60)
            if 2 * np.count_nonzero(is_lost) >= array.size:
                array[...] = 0.5 * np.asarray(rng.standard_normal(array.shape))
    for container, items in state.containers:
        is_list = isinstance(container, list)
        if is_list and len(container) > _LONGEST_ROW:
            continue
        for key, value in list(enumerate(items) if is_list else items.items()):
            if isinstance(value, float) and not abs(value) < 1e60:
                Slot(container, key, not isinstance(container, (dict, list))).set(0.5 * float(rng.standard_normal()))
