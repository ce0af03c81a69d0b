"""The numbers in dictionaries, lists, tuples and objects, each with the place that holds it and a way to write it."""

from ..own import OWN as __builtins__  # noqa: F401

import types

import numpy as np

ndarray = np.ndarray
_generic = np.generic
_CLOSED = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType, type, str, bytes)
MAX_DEPTH = 6
MAX_LEAVES = 4000


class Slot:
    """A place that holds a value: an entry of a dictionary or a list, or an attribute."""

    __slots__ = ("container", "key", "is_attribute")

    def __init__(self, container, key, is_attribute=False):
        self.container, self.key, self.is_attribute = container, key, is_attribute

    def get(self):
        return getattr(self.container, self.key) if self.is_attribute else self.container[self.key]

    def set(self, value):
        if self.is_attribute:
            setattr(self.container, self.key, value)
        else:
            self.container[self.key] = value


class Leaf:
    """An array or a number: `path` are the keys that lead to it from `base`, `name` is how a person writes it."""

    __slots__ = ("value", "path", "name", "base", "slot", "holder")

    def __init__(self, value, path, name, base, slot, holder=None):
        self.value, self.path, self.name, self.base, self.slot = value, path, name, base, slot
        # The value of an autograd engine whose number this is.
        self.holder = holder

    @property
    def shape(self):
        return np.shape(self.value)


def is_number(value):
    """A number that may be moved: no truth value."""
    if isinstance(value, _generic):
        return value.dtype.kind in "fiu"
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_array(value):
    return isinstance(value, ndarray) and value.dtype.kind in "fiu" and value.size > 0


_HELD = ("data", "value", "val", "x")
_SLOPES = ("grad", "gradient", "derivative", "_grad")


def node_names(value):
    """The attributes of an autograd engine's value that hold its number and its gradient; None for other objects."""
    if isinstance(value, _CLOSED) or isinstance(value, (ndarray, _generic, int, float, dict, list, tuple)):
        return None
    try:
        held = object.__getattribute__(value, "__dict__")
    except AttributeError:
        held = getattr(type(value), "__slots__", ())
    number = next((name for name in _HELD if name in held), None)
    slope = next((name for name in _SLOPES if name in held), None)
    if number is None or slope is None:
        return None
    inner = getattr(value, number, None)
    return (number, slope) if is_number(inner) or is_array(inner) else None


def members(value, name):
    """(key, slot or None, member, name) of what a value holds."""
    if isinstance(value, dict):
        return [(key, Slot(value, key), item, "%s[%r]" % (name, key)) for key, item in list(value.items())]
    if isinstance(value, list):
        return [(index, Slot(value, index), item, "%s[%d]" % (name, index)) for index, item in enumerate(value)]
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields:
            return [(key, None, item, "%s.%s" % (name, key)) for key, item in zip(fields, value)]
        return [(index, None, item, "%s[%d]" % (name, index)) for index, item in enumerate(value)]
    if isinstance(value, ndarray) and value.dtype.kind == "O":
        flat = value.reshape(-1)
        if flat.base is None and value.ndim != 1:
            return []
        return [(index, Slot(flat, index), flat[index], "%s[%d]" % (name, index)) for index in range(flat.size)]
    if isinstance(value, _CLOSED) or isinstance(value, (ndarray, _generic)):
        return []
    try:
        held = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return []
    if type(held) is not dict:
        return []
    return [(key, Slot(value, key, True), item, "%s.%s" % (name, key)) for key, item in list(held.items())]


def leaves(value, name="", slot=None, base="", path=()):
    """Every array and every number that a value holds."""
    found, seen = [], set()

    def visit(value, path, name, slot, depth):
        if len(found) >= MAX_LEAVES:
            return
        if is_array(value):
            if id(value) not in seen:
                seen.add(id(value))
                found.append(Leaf(value, path, name, base, slot))
            return
        if is_number(value):
            found.append(Leaf(value, path, name, base, slot))
            return
        if value is None or depth > MAX_DEPTH or id(value) in seen:
            return
        seen.add(id(value))
        node = node_names(value)
        if node is not None:
            found.append(Leaf(getattr(value, node[0]), path, name, base, Slot(value, node[0], True), value))
            return
        for key, place, member, text in members(value, name):
            visit(member, path + (key,), text, place, depth + 1)

    visit(value, path, name, slot, 0)
    return found


def scalar_of(value):
    """A loss as a float, or None for what is no number."""
    node = node_names(value)
    if node is not None:
        value = getattr(value, node[0])
    if is_number(value):
        return float(value)
    if isinstance(value, ndarray) and value.dtype.kind in "fiu" and value.size == 1:
        return float(value.reshape(-1)[0])
    if isinstance(value, (list, tuple)) and len(value) == 1:
        return scalar_of(value[0])
    return None
