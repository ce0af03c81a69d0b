"""What stands in an array, as a list of Python's objects."""

from ._backend import k, objects
from ._types import INT64, TEXT


def has_objects(*operands):
    """Whether one of the operands is an array whose elements are texts or other objects."""
    for x in operands:
        if getattr(x, "_code", 0) >= TEXT:
            return True
    return False


def elements(a):
    return (
        [objects[n] for n in k.to_list(k.reinterpret(k.reshape(k.astype(a, -1), (a.size,)), INT64))]
        if (a._code >= TEXT)
        else k.to_list(k.reshape(a, (a.size,)))
    )
