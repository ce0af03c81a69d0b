"""Arrays for a layer's arguments where the layer says how many axes they have, or what of a recurrent cell they are."""

from ..own import OWN as __builtins__  # noqa: F401

import ast
import re

from ..copied import walk
from .functions import INPUT

_STATE = re.compile(r"^(prev_?[hacs]t?|[hacs]_?prev|[hacs]_?0|[hacs]_?(last|old)|(hidden|cell)(_?state)?)$", re.I)
_OF_INPUT = re.compile(r"^(W_?x\w?|U|W_?ax|W_?ih)$", re.I)
_OF_STATE = re.compile(r"^(W_?hh?|W_?aa|W|V)$", re.I)
_BIAS = re.compile(r"^b_?(h|a|ias)?$", re.I)
# As many times the state as the gates of a plain cell, of one with a memory and of one with two gates have.
GATES = (1, 4, 3)
_UNITS, _STEPS = 5, 3
# (samples, channels, rows, columns) of images and (filters, channels, rows, columns) of a kernel.
_IMAGES, _KERNELS = "2, 3, 6, 6", "2, 3, 3, 3"


def is_recurrent(fn):
    """Whether a function is given the state of the step before."""
    return any(_STATE.match(name) for name in fn.parameters)


def shaped_text(fn, name, config, gates):
    """An array for an argument as Python; None where neither its axes nor its name tell of it."""
    axes = _axes_of(fn)
    if 4 in axes.values():
        if axes.get(name) == 4:
            return "np.random.randn(%s)" % (_IMAGES if INPUT.match(name) else _KERNELS)
        if re.match(r"^(stride|pad(ding)?)$", name, re.I):
            return "1"
        return "np.random.randn(%s)" % _KERNELS[0] if _BIAS.match(name) else None
    if not is_recurrent(fn):
        return None
    size, samples, units = config.sizes[0], config.samples, gates * _UNITS
    if _STATE.match(name):
        return _array(config, samples, _UNITS)
    if _OF_INPUT.match(name):
        return _array(config, size, units)
    if _OF_STATE.match(name):
        return _array(config, _UNITS, units)
    if _BIAS.match(name):
        return "np.random.randn(%s)" % (str(units) if config.rows else "%d, 1" % units)
    if axes.get(name) == 3:
        return "np.random.randn(%d, %d, %d)" % (samples, _STEPS, size)
    return config.x() if INPUT.match(name.rstrip("t").rstrip("_")) else None


def _array(config, first, second):
    return "np.random.randn(%d, %d)" % ((first, second) if config.rows else (second, first))


def _axes_of(fn):
    """By argument how many axes a function takes apart: 4 of `N, C, H, W = x.shape`."""
    found = {}
    for node in walk(fn.node):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], (ast.Tuple, ast.List)):
            value = node.value
            if isinstance(value, ast.Attribute) and value.attr == "shape" and isinstance(value.value, ast.Name):
                found[value.value.id] = len(node.targets[0].elts)
    return {name: count for name, count in found.items() if name in fn.parameters}
