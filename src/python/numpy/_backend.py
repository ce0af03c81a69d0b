"""The kernels: functions that the host puts here before any snippet runs.

Importing numpy must not touch them, because the memory snapshot is taken in between.
"""

import types

k = types.ModuleType("numpy._kernels")

# What the kernels call back, by name; filled by the modules that define it.
registry = {}


def register(function):
    """Lets the kernels call a Python function."""
    registry[function.__name__.lstrip("_")] = function
    return function


# Called after the kernels have arrived.
when_bound = []


def bind():
    """Connects the kernels. The host has registered the module `_backprop_numpy` for the length of this call."""
    import sys

    import _backprop_numpy

    _backprop_numpy.install(id(registry), id(k.__dict__))
    # No way back to the host is left in reach.
    sys.modules.pop("_backprop_numpy", None)
    del _backprop_numpy
    for function in when_bound:
        function()
