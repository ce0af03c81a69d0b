"""What a round of training holds: the numbers in values of an engine, gradients by their names, losses."""

from ..own import OWN as __builtins__  # noqa: F401

import re
import sys

import numpy as np

from .leaves import Leaf, is_array, is_number, node_names, scalar_of
from .pairing import is_gradient_name

CLOSED = (type(sys), type, type(is_array), type(len))
MEMORY = re.compile(r"^_?(m|v|s|h|g|vd?|sd?|md?)_?(d?[wb]\d*|t)$|veloc|moment|mem|cache|adagrad|hist", re.I)

_KEPT = re.compile(r"^_?((v|m|s|vd|sd|md)_?d?[wb]\d*|vel\w*|mom\w*)$", re.I)
_KEPT_IN = re.compile(r"(^|\.|_)(v|m|s|vel\w*|mom\w*)\[", re.I)


def is_memory(leaf):
    """Whether an array is called what an optimiser keeps from step to step: `vW`, `v['dW1']`, `self.momentum`."""
    last = [leaf.base, *(key for key in leaf.path if isinstance(key, str))][-1]
    return bool(_KEPT.match(last) or _KEPT_IN.search(leaf.name))


def ratio_of(step, value, factor):
    """What a step is of an array, entry by entry; None where that is not one number, or not the given one."""
    given = np.array(value, dtype=float)
    if given.shape != step.shape:
        if given.shape == step.shape[::-1]:
            given = given.T
        given = given.reshape(step.shape)
    square = float((given * given).sum())
    if not np.isfinite(square) or square == 0:
        return None
    ratio = float((given * step).sum()) / square
    top = float(np.max(np.abs(step)))
    if top == 0 or not np.all(np.abs(step - ratio * given) <= 1e-6 * top + 1e-13):
        return None
    if factor is not None and abs(ratio - factor) > 1e-5 * abs(factor):
        return None
    return ratio


def layer_of(name):
    numbers = re.findall(r"\d+", name)
    return int(numbers[0]) if numbers else 0


def says_gradient(name):
    return any(is_gradient_name(part.strip("']\"")) for part in re.split(r"[.\[]", name.replace("check_", "")))


def held_number(leaf):
    """Of a value of an autograd engine, the number in it."""
    names = None if leaf.holder is None else node_names(leaf.holder)
    if names is None:
        return leaf
    name = names[0]
    return Leaf(getattr(leaf.holder, name), leaf.path, leaf.name + "." + name, leaf.base, leaf.slot)


def both(leaf):
    """The number in such a value and its gradient."""
    names = None if leaf.holder is None else node_names(leaf.holder)
    if names is None:
        return [leaf]
    slope = names[1]
    text = "%s.%s" % (leaf.name, slope)
    return [held_number(leaf), Leaf(getattr(leaf.holder, slope), (*leaf.path, slope), text, leaf.base, None)]


def is_output(value):
    return is_array(value) or isinstance(value, float) or isinstance(value, list) and is_row(value)


def is_row(value):
    return len(value) > 0 and all(is_number(each) for each in value)


def is_loss(value):
    """Whether a value can be a loss: one number that is no count."""
    return scalar_of(value) is not None and not isinstance(value, (int, np.integer))
