"""The ways to write an index, a slice or a count otherwise."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

from ..copied import copied
from .places import number_or_array


def extent(name, axis):
    """How long an array is along an axis."""
    shape = ast.Attribute(ast.Name(name, ast.Load()), "shape", ast.Load())
    return ast.Subscript(shape, ast.Constant(axis), ast.Load())


def is_whole(value):
    """Whether something is a whole number."""
    array = number_or_array(value)
    return array is not None and array.ndim == 0 and array.dtype.kind in "iu"


def neighbours(place):
    """One more or less than a whole number, and the extent of another axis."""
    node = place.node
    if not is_whole(place.value) or isinstance(node, ast.Constant):
        return
    for op in (ast.Add, ast.Sub):
        yield ast.BinOp(copied(node), op(), ast.Constant(1))
    if isinstance(place.parent, ast.Subscript):
        return
    seen = {int(place.value)}
    for name, held in place.names.items():
        array = number_or_array(held)
        if array is None:
            continue
        for axis, count in enumerate(array.shape[:2]):
            if count > 1 and count not in seen:
                seen.add(count)
                yield extent(name, axis)


def indices(place):
    """`x[:]` for `x[i]` was written where one entry is meant, and the reverse; one end left out for the other."""
    node = place.node
    at = node.slice
    parts = at.elts if isinstance(at, ast.Tuple) else [at]
    for number, part in enumerate(parts):
        for made in _parts(part, place):
            others = [copied(each) for each in parts]
            others[number] = made
            whole = ast.Tuple(others, ast.Load()) if isinstance(at, ast.Tuple) else made
            yield ast.Subscript(copied(node.value), whole, ast.Load())
    if len(parts) == 2:
        turned = ast.Tuple([copied(each) for each in reversed(parts)], ast.Load())
        yield ast.Subscript(copied(node.value), turned, ast.Load())


def _parts(at, place):
    if not isinstance(at, ast.Slice):
        return
    lower, upper, step = (None if each is None else copied(each) for each in (at.lower, at.upper, at.step))
    if lower is None and upper is None and step is None:
        for name, held in place.names.items():
            if is_whole(held):
                yield ast.Name(name, ast.Load())
    if lower is not None:
        yield ast.Slice(None, upper, step)
    if upper is not None:
        yield ast.Slice(lower, None, step)
    if step is not None:
        yield ast.Slice(lower, upper, None)
    if (lower is None) != (upper is None):
        # All but the first for all but the last.
        yield (
            ast.Slice(None, ast.UnaryOp(ast.USub(), lower), step)
            if upper is None
            else ast.Slice(ast.Constant(1), None, step)
        )
