"""The ways to write what is missing: a factor, a term, a function."""

from ..own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from ..copied import copied, walk
from .calls import constant
from .edits import Edit
from .indices import extent, is_whole
from .places import NP, number_or_array

OPERATORS = (ast.Mult, ast.Div, ast.Add, ast.Sub)


def around(place, _):
    """A sign, a power, a sum or a mean that is missing around a value."""
    array = number_or_array(place.value)
    if array is None or isinstance(place.parent, (ast.Subscript, ast.Slice)):
        return
    if is_top(place) or not isinstance(place.node, ast.Constant):
        for made in written_around(place.node, array):
            edit = Edit(place, made)
            edit.is_within = not is_top(place)
            yield edit


def added(place, places):
    """A factor or a term that is missing, at a value that a statement makes."""
    if not is_top(place):
        return
    node, array = place.node, number_or_array(place.value)
    if array is None:
        if isinstance(node, ast.Tuple) and not any(isinstance(each, ast.Starred) for each in node.elts):
            for written in _counts(place):
                for op in (ast.Div, ast.Mult):
                    elements = [ast.BinOp(copied(each), op(), copied(written)) for each in node.elts]
                    yield Edit(place, ast.Tuple(elements, ast.Load()))
        return
    for written, held in vocabulary(place, places, array):
        for op in OPERATORS:
            if is_sensible(op, written, held, array):
                yield Edit(place, ast.BinOp(copied(node), op(), copied(written)))


def is_sensible(op, written, held, array):
    """
    Whether something may be a factor or a term of a value: of arrays, no term is a number that has no name, and none is
    divided by the entries of another.
    """
    if held.ndim == 0 and array.ndim > 0 and op in (ast.Add, ast.Sub) and not isinstance(written, ast.Name):
        return False
    if op is ast.Div and held.ndim > 0 and isinstance(written, ast.Subscript):
        return False
    return held.dtype.kind != "b" or op is ast.Mult


def is_top(place):
    """Whether a statement makes the value, keeps it, or hands it out: nothing else is done with it there."""
    parent = place.parent
    if isinstance(parent, (ast.Assign, ast.AugAssign, ast.Return, ast.AnnAssign, ast.ListComp, ast.GeneratorExp)):
        return True
    if isinstance(parent, (ast.Tuple, ast.List)):
        return True
    return isinstance(parent, ast.Call) and (
        isinstance(parent.func, ast.Name) or getattr(parent.func, "attr", "") in ("append", "insert")
    )


def _np(name, *arguments, **keywords):
    return ast.Call(
        ast.Attribute(ast.Name(NP, ast.Load()), name, ast.Load()),
        list(arguments),
        [ast.keyword(key, constant(value)) for key, value in keywords.items()],
    )


def written_around(node, array):
    """What may have been left out around a value by itself: a sign, a power, a sum."""
    yield ast.UnaryOp(ast.USub(), copied(node))
    yield ast.BinOp(copied(node), ast.Mult(), ast.Constant(2))
    yield ast.BinOp(copied(node), ast.Div(), ast.Constant(2))
    for power in (2, 3, 0.5):
        yield ast.BinOp(copied(node), ast.Pow(), ast.Constant(power))
    yield ast.BinOp(ast.Constant(1), ast.Sub(), copied(node))
    yield ast.BinOp(ast.Constant(0), ast.Mult(), copied(node))
    yield _np("maximum", copied(node), ast.Constant(0))
    if array.ndim == 0:
        return
    yield _np("sum", copied(node))
    yield _np("mean", copied(node))
    for axis in range(min(array.ndim, 2)):
        whole = {"axis": axis, "keepdims": True}
        yield _np("sum", copied(node), **whole)
        yield _np("mean", copied(node), **whole)
        yield ast.BinOp(copied(node), ast.Sub(), _np("max", copied(node), **whole))
        yield ast.BinOp(copied(node), ast.Div(), _np("sum", copied(node), **whole))
        yield ast.BinOp(copied(node), ast.Sub(), _np("mean", copied(node), **whole))


def _or_zero(name):
    """`locals().get(name, 0)`."""
    names = ast.Call(ast.Name("locals", ast.Load()), [], [])
    return ast.Call(ast.Attribute(names, "get", ast.Load()), [ast.Constant(name), ast.Constant(0)], [])


def _fits(held, array):
    """Whether an array may be a factor or a term of another, which keeps its shape."""
    try:
        return np.broadcast_shapes(held.shape, array.shape) == array.shape
    except ValueError:
        return False


def _counts(place):
    """The numbers at hand, and the extents of arrays."""
    for name, held in place.names.items():
        one = number_or_array(held)
        if one is not None and one.ndim == 0:
            yield ast.Name(name, ast.Load())
        elif one is not None:
            yield extent(name, 0)


def vocabulary(place, places, array):
    """(expression, value) of what may be missing: names, what the function has elsewhere, slopes and counts of them."""
    seen = set()

    def new(written, held):
        key = ast.dump(written)
        if key in seen or held is None or not _fits(held, array):
            return False
        seen.add(key)
        return True

    extents = set()
    for name, value in place.names.items():
        held = number_or_array(value)
        if held is None:
            continue
        written = ast.Name(name, ast.Load())
        if new(written, held):
            yield written, held
        if held.ndim == 0:
            if held.dtype.kind != "b":
                yield ast.BinOp(written, ast.Pow(), ast.Constant(0.5)), held
        else:
            yield from _slopes(written, held, new)
            for axis in range(min(held.ndim, 2)):
                if held.shape[axis] not in extents and held.shape[axis] > 1:
                    extents.add(held.shape[axis])
                    yield extent(name, axis), np.asarray(held.shape[axis])
    for written, held in _at_the_loops(place, places, array):
        if new(written, held):
            yield written, held
            yield from _slopes(written, held, new)
    for name, value in place.later.items():
        # What a loop hands on to its next round, where the first has nothing yet.
        held, written = number_or_array(value), _or_zero(name)
        if held is not None and new(written, held):
            yield written, held
    for each in places.all:
        if each.function is not place.function or each.node is place.node or not each.values:
            continue
        held = number_or_array(each.value)
        if held is None or isinstance(each.node, (ast.Constant, ast.Name)) or _size(each.node) > 14:
            continue
        if new(each.node, held):
            yield each.node, held
            if held.ndim == 0 and held.dtype.kind == "f":
                for written in _of_other_fractions(each.node, place):
                    if new(written, held):
                        yield written, held
            if held.ndim > 0 and isinstance(each.node, (ast.Subscript, ast.Attribute)):
                yield from _slopes(each.node, held, new)
        if isinstance(each.node, ast.Attribute) and held.ndim == 0:
            yield from _slopes(each.node, held, new)


def _at_the_loops(place, places, array):
    """What has the shape of `array` where other names are counted by the loop around: `Y[i]`, `H[t + 1]`."""
    for counter, shifts in places.counters[id(place.function)].items():
        number = place.names.get(counter)
        if not is_whole(number):
            continue
        for shift in shifts:
            for name, value in place.names.items():
                if not isinstance(value, (list, np.ndarray)) or not 0 <= number + shift < len(value):
                    continue
                held = number_or_array(value[number + shift])
                if held is not None and held.shape == array.shape:
                    at = ast.Name(counter, ast.Load())
                    if shift:
                        at = ast.BinOp(at, ast.Add(), constant(shift))
                    yield ast.Subscript(ast.Name(name, ast.Load()), at, ast.Load()), held


def _of_other_fractions(node, place):
    """The same expression with another fraction's name in the place of one: `1 - b**t` where `1 - a**t` stands."""
    fractions = [name for name, held in place.names.items() if isinstance(held, (float, np.floating))]
    read = {each.id for each in walk(node) if isinstance(each, ast.Name)}
    for old in fractions:
        for name in fractions:
            if old in read and name != old:
                made = copied(node)
                for each in walk(made):
                    if isinstance(each, ast.Name) and each.id == old:
                        each.id = name
                yield made


def _slopes(written, held, new):
    """What the slope of an activation may be of an array."""
    if held.dtype.kind == "b":
        return
    is_up = ast.Compare(written, [ast.Gt()], [ast.Constant(0)])
    rest = ast.BinOp(ast.Constant(1), ast.Sub(), ast.BinOp(written, ast.Pow(), ast.Constant(2)))
    for made in (is_up, rest):
        if new(made, np.asarray(held > 0) if made is is_up else held):
            yield made, np.asarray(held > 0) if made is is_up else held


def _size(node):
    return sum(1 for _ in ast.walk(node))
