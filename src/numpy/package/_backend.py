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


# Called once the kernels are there.
when_bound = []


def bind():
    """Called once the host has put the kernels into `k`: connects them."""
    for function in when_bound:
        function()
