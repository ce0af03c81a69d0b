"""The kernels: functions that the host puts here before any snippet runs.

Importing numpy must not touch them, because the memory snapshot is taken in between.
"""

import types

# A checker of types reads this; nothing is imported for it when the module runs.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

k = types.ModuleType("numpy._kernels")
# What the kernels call back, by name; filled by the modules that define it.
registry = {}


def register(function):
    """Lets the kernels call a Python function."""
    registry[function.__name__.lstrip("_")] = function
    return function


class _Higher:
    """What modules further up provide to those below them: so no import goes upwards."""


higher: "Any" = _Higher()


def provide(function):
    setattr(higher, function.__name__, function)
    return function


# What the elements of arrays of texts and objects stand for, by number; nothing is an empty text.
objects: "list[Any]" = [""]

# Called once the kernels are there.
when_bound = []


def bind():
    """Called once the host has put the kernels into `k`: connects them."""
    for function in when_bound:
        function()
    _check()


def _check():
    """Calls a kernel, an operator and a property: what they give shows whether they were entered as CPython expects."""
    first = k.from_list([0.5, 0.75, 1.0, 1.25], -1)
    if k.to_list(first + first) != [1.0, 1.5, 2.0, 2.5] or first.shape != (4,) or first[-1] != 1.25:
        raise SystemError("NumPy cannot start: its kernels do not fit this CPython")


_numbers = {"": 0}


def number_of(value, text):
    """The number of an object; equal texts have one number."""
    if not text:
        objects.append(value)
        return len(objects) - 1
    found = _numbers.get(value)
    if found is None:
        found = _numbers[value] = len(objects)
        objects.append(value)
    return found


@register
def _numbered(number):
    """The object that an element of an array of texts or objects stands for."""
    return objects[number]
